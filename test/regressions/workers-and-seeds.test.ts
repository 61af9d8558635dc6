// test/regressions/workers-and-seeds.test.ts: faults of parallel runs and of seeds that others have
// had.

import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Draws, tagOf } from '../../sim/engine/draws.js';
import { seedOf } from '../../sim/engine/seed.js';
import { runBatch } from '../../workers/batch.js';
import { openNodePool } from '../../workers/node-pool.js';
import { library, lister } from '../model/batches.js';
import { randomTasks } from '../repeatable/fingerprints.js';

const workerFile = fileURLToPath(new URL('crashing-worker.mjs', import.meta.url));

describe('a worker that crashes', () => {
  it('leaves no promise unsettled: each task rejects with an error', async () => {
    const pool = openNodePool(1, { workerFile });
    const settled = await Promise.allSettled(randomTasks(3).map((task) => pool.run(task)));
    expect(settled.map(({ status }) => status)).toEqual(new Array(3).fill('rejected'));
    for (const result of settled) {
      expect(result).toHaveProperty('reason');
      if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(Error);
    }
    await pool.close();
  });

  it('ends a batch, which says what failed', async () => {
    const pool = openNodePool(1, { workerFile });
    const bankHolidays = library.bankHolidays();
    const options = { seed: 'crash', replications: 2, effects: 'likely', bankHolidays } as const;
    const batch = await runBatch([lister()], pool, options);
    await pool.close();
    expect(batch.failures.length).toBeGreaterThan(0);
    expect(batch.failures.every(({ cause }) => cause.length > 0)).toBe(true);
    expect(batch.scenarios[0].replications).toEqual([]);
  });
});

describe('seeds', () => {
  const STREAMS = 75;
  const REPLICATIONS = 40;
  const WINDOW = 24;

  /** Blocks (64 bits, as text) that occur in more than one stream. */
  function shared(blockOf: (replication: number, stream: number, i: number) => string): number {
    const owner = new Map<string, number>();
    let found = 0;
    for (let replication = 0; replication < REPLICATIONS; replication++) {
      for (let stream = 0; stream < STREAMS; stream++) {
        const id = replication * STREAMS + stream;
        for (let i = 0; i < WINDOW; i++) {
          const block = blockOf(replication, stream, i);
          const first = owner.get(block);
          if (first === undefined) owner.set(block, id);
          else if (first !== id) found++;
        }
      }
    }
    return found;
  }

  it('of replications share no stream: 75 streams in 40 replications have no draw in common', () => {
    const draws = Array.from({ length: REPLICATIONS }, (_, k) => new Draws(seedOf('1'), k));
    const found = shared((replication, stream, i) => {
      const first = draws[replication].block(i, tagOf(stream, 22));
      return `${first} ${draws[replication].other}`;
    });
    expect(found).toBe(0);
  });

  it('made by arithmetic would: replication + stream gives most streams to two replications', () => {
    const draws = new Draws(seedOf('1'), 0);
    const found = shared((replication, stream, i) => {
      const first = draws.block(i, tagOf(replication + stream, 22));
      return `${first} ${draws.other}`;
    });
    expect(found).toBeGreaterThan(0.9 * (REPLICATIONS - 1) * STREAMS * WINDOW);
  });

  it('that are neighbours, or whose digits could run together with the replication, differ', () => {
    const pairs = [
      ['1', 12],
      ['11', 2],
      ['112', 0],
      ['1', 2],
      ['2', 1],
      ['12', 0],
      ['0', 1],
      ['', 1],
      ['01', 0],
    ] as const;
    const firsts = pairs.map(([phrase, replication]) => {
      const draws = new Draws(seedOf(phrase), replication);
      return `${draws.block(0, tagOf(0, 22))} ${draws.other}`;
    });
    expect(new Set(firsts).size).toBe(pairs.length);
  });
});
