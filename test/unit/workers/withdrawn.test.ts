// test/unit/workers/withdrawn.test.ts: tasks that are taken back: they have not failed, and nobody waits for them.

import { expect, it } from 'vitest';
import { openNodeLibrary } from '../../../cli/node-library.js';
import type { Measured } from '../../../sim/outcomes/measures.js';
import { resolve } from '../../../sim/scenario/resolve.js';
import { runBatch } from '../../../workers/batch.js';
import { Line } from '../../../workers/line.js';
import { type Pool, Withdrawn } from '../../../workers/pool.js';
import type { Task } from '../../../workers/task.js';

const measured = { eventsCount: 1, outcomes: [0] } as unknown as Measured;
const taskOf = (replication: number) => ({ replication }) as Task;

/** A pool whose tasks end when they are told to. */
function openTold(size: number) {
  const told = new Map<number, (measured: Measured) => void>();
  const pool: Pool = {
    size,
    run: ({ replication }) => new Promise((end) => told.set(replication, end)),
    close: async () => undefined,
  };
  return { pool, end: (k: number) => told.get(k)?.(measured), begun: () => [...told.keys()] };
}

it('a batch that stops keeps what it has, and names nothing withdrawn as failed', async () => {
  const base = resolve(openNodeLibrary(), { system: 'lister-2017-18' });
  const stop = new AbortController();
  const open: ((error: Error) => void)[] = [];
  const seen: number[] = [];
  let fresh = 0;
  const pool: Pool = {
    size: 5,
    run: ({ replication }) =>
      replication < 2
        ? Promise.resolve(measured)
        : new Promise((_, reject) => {
            if (open.push(reject) === 8) stop.abort();
          }),
    runFresh: async () => {
      fresh++;
      throw new Error('no second chance for what was withdrawn');
    },
    withdraw: () => {
      for (const reject of open) reject(new Withdrawn());
    },
    close: async () => undefined,
  };
  const batch = await runBatch([base], pool, {
    ...{ seed: 'x', replications: 12, effects: 'likely', bankHolidays: [], signal: stop.signal },
    onProgress: ({ done }) => seen.push(done),
  });
  expect(batch).toMatchObject({ complete: false, failures: [] });
  expect(batch.scenarios[0]?.numbers).toEqual([0, 1]);
  expect(seen).toEqual([1, 2]);
  expect(fresh).toBe(0);
});

it('a line gives each worker one task, in order, and takes back the others', async () => {
  const { pool, end, begun } = openTold(2);
  const line = new Line(pool);
  const runs = [0, 1, 2, 3, 4].map((k) => line.run(taskOf(k)));
  expect(begun()).toEqual([0, 1]);
  end(1);
  expect(await runs[1]).toBe(measured);
  expect(begun()).toEqual([0, 1, 2]);
  line.withdraw();
  const ends = await Promise.allSettled(runs.slice(3));
  expect(ends.map((of) => of.status === 'rejected' && of.reason instanceof Withdrawn)).toEqual([
    true,
    true,
  ]);
  end(0);
  end(2);
  expect(await Promise.all([runs[0], runs[2]])).toEqual([measured, measured]);
  const later = line.run(taskOf(9));
  expect(begun()).toContain(9); // no worker is taken for one that was withdrawn
  end(9);
  expect(await later).toBe(measured);
});
