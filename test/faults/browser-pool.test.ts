// test/faults/browser-pool.test.ts: web workers that fail, by a stand-in for the browser's Worker.

import { describe, expect, it } from 'vitest';
import { openBrowserPool } from '../../workers/browser-pool.js';
import type { WorkRequest } from '../../workers/browser-worker.js';
import type { Task } from '../../workers/task.js';

type Behaviour = (request: WorkRequest, worker: StandIn) => void;

/** What the pool uses of a Worker; it behaves as it is told. */
class StandIn {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  ended = false;

  constructor(private readonly behaviour: Behaviour) {}

  postMessage(request: WorkRequest): void {
    queueMicrotask(() => this.behaviour(request, this));
  }

  terminate(): void {
    this.ended = true;
  }
}

const RESULT = { outcomes: Float64Array.of(1), daily: [], eventsCount: 1 };
const answers: Behaviour = ({ id }, worker) => worker.onmessage?.({ data: { id, result: RESULT } });
const dies: Behaviour = (_, worker) => worker.onerror?.({ message: 'out of memory' });

function poolOf(size: number, behaviour: Behaviour) {
  const made: StandIn[] = [];
  const pool = openBrowserPool(size, () => {
    const worker = new StandIn(behaviour);
    made.push(worker);
    return worker as unknown as Worker;
  });
  return { pool, made };
}

const task = (replication: number) => ({ replication }) as Task;

describe('the pool of web workers', () => {
  it('replaces a worker that dies, and only its task rejects', async () => {
    const { pool, made } = poolOf(1, (request, worker) =>
      (request.task.replication === 1 ? dies : answers)(request, worker),
    );
    const results = await Promise.allSettled([0, 1, 2].map((k) => pool.run(task(k))));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(results[1]).toMatchObject({ reason: { message: 'out of memory' } });
    expect(made).toHaveLength(2);
    expect(made[0].ended).toBe(true);
  });

  it('gives up when no worker ever answers, instead of starting them for ever', async () => {
    const { pool, made } = poolOf(2, dies);
    const results = await Promise.allSettled([0, 1, 2, 3].map((k) => pool.run(task(k))));
    expect(made).toHaveLength(2);
    expect(results[3]).toMatchObject({
      reason: { message: 'No worker could start: out of memory' },
    });
    await expect(pool.run(task(5))).rejects.toThrow('No worker could start: out of memory');
  });

  it('rejects what waits when it is closed', async () => {
    const { pool } = poolOf(1, () => undefined);
    const waiting = Promise.allSettled([pool.run(task(0)), pool.run(task(1))]);
    await pool.close();
    expect((await waiting).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
