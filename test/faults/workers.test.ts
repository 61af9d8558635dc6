// test/faults/workers.test.ts: workers that throw, exit, run out of memory or never start.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openNodeLibrary } from '../../cli/node-library.js';
import { resolve } from '../../sim/scenario/resolve.js';
import { type BatchResult, runBatch } from '../../workers/batch.js';
import { type NodePoolOptions, openNodePool } from '../../workers/node-pool.js';

const FAILING = join(import.meta.dirname, 'failing-worker.mjs');
const BROKEN = join(import.meta.dirname, 'broken-worker.mjs');
const base = resolve(openNodeLibrary(), { system: 'lister-2017-18' });
const folder = mkdtempSync(join(tmpdir(), 'winterflow-faults-'));

afterAll(() => rmSync(folder, { recursive: true }));

/** Runs 6 replications on workers that fail as the seed says. */
async function batchOf(seed: string, options: NodePoolOptions = {}): Promise<BatchResult> {
  const pool = openNodePool(2, { workerFile: FAILING, ...options });
  try {
    return await runBatch([base], pool, {
      seed,
      replications: 6,
      effects: 'likely',
      bankHolidays: [],
    });
  } finally {
    await pool.close();
  }
}

/** Numbers of the replications that were kept. */
const keptOf = ({ scenarios }: BatchResult) =>
  scenarios[0].replications.map(({ outcomes }) => outcomes[0]);

describe('a worker', () => {
  const hows = [
    ['throws', 'Three patients are neither in a bed nor gone.'],
    ['throws-text', 'a text that is no error'],
    ['exits', 'worker exited with code: 7'],
    ['fills', 'Worker terminated due to reaching memory limit: JS heap out of memory'],
  ] as const;

  for (const [how, cause] of hows) {
    const options = how === 'fills' ? { heapMegabytes: 24 } : {};

    it(`that ${how} once has its replication done again, and nothing is lost`, async () => {
      const batch = await batchOf(`${how} once ${join(folder, how)}`, options);
      expect(batch.failures).toEqual([]);
      expect(keptOf(batch)).toEqual([0, 1, 2, 3, 4, 5]);
    });

    it(`that ${how} twice fails its replication with the cause, and no other`, async () => {
      const batch = await batchOf(`${how} twice`, options);
      expect(batch.failures).toEqual([{ scenario: base.name, replication: 1, cause }]);
      expect(keptOf(batch)).toEqual([0, 2, 3, 4, 5]);
    });
  }
});

describe('a batch', () => {
  it('stops when every worker fails and none has succeeded', async () => {
    const batch = await batchOf('throws always');
    expect(keptOf(batch)).toEqual([]);
    expect(batch.complete).toBe(false);
    expect(batch.failures.length).toBeLessThan(6);
  });

  it('says so when no worker can start, and does not wait for one', async () => {
    const batch = await batchOf('-', { workerFile: BROKEN });
    expect(keptOf(batch)).toEqual([]);
    expect(batch.failures[0].cause).toContain('The worker file is not whole.');
  });
});
