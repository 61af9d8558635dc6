// test/faults/failing-questions.test.ts: winters that fail while a question or a sweep is being answered.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Experiment } from '../../cli/experiment-file.js';
import { openResultsFolder } from '../../cli/results-folder.js';
import { runSweep } from '../../cli/run-sweep.js';
import { openSampler } from '../../cli/sampler.js';
import { sweepHeaderOf } from '../../cli/sweep-header.js';
import { openSweep } from '../../cli/sweep-session.js';
import { openNodePool } from '../../workers/node-pool.js';
import type { Pool } from '../../workers/pool.js';
import { changed, LISTER, library, shorten } from '../model/batches.js';

const folder = mkdtempSync(join(tmpdir(), 'winterflow-failing-'));
afterAll(() => rmSync(folder, { recursive: true }));

const base = {
  ...changed({ system: LISTER }, 'Failing', (model) => shorten(model, '2017-10-03')),
  assumptions: [],
};
const bankHolidays = library.bankHolidays();
const WINTERS = [0, 1, 2, 3, 4, 5, 6, 7];
const linesIn = (path: string) =>
  readFileSync(join(path, 'journal.jsonl'), 'latin1').split('\n').length - 1;

/** Threads on which one winter fails, the first time or whenever it is tried. */
function failingPool(winter: number, { again }: { again: boolean }): Pool {
  const threads = openNodePool(2);
  return {
    ...threads,
    run: (task) =>
      task.replication === winter ? Promise.reject(new Error('A bed is lost.')) : threads.run(task),
    runFresh: (task) => (again ? Promise.reject(new Error('A bed is lost')) : threads.run(task)),
  };
}

/** Asks for the outcomes of eight winters. */
async function asked(more: { pool?: Pool; keep?: string } = {}): Promise<number[]> {
  const options = { workers: 2, seed: 'failing', bankHolidays, quiet: true, ...more };
  const sampler = openSampler(options);
  try {
    return await sampler.sample(base, 'occupancy0800ShareMean', WINTERS);
  } finally {
    await sampler.close();
  }
}

describe('a question of which a winter fails', () => {
  it('once has it done again, and nothing is lost', async () => {
    const keep = join(folder, 'once');
    const found = await asked({ keep, pool: failingPool(3, { again: false }) });
    expect(found).toEqual(await asked());
    expect(linesIn(keep)).toBe(WINTERS.length);
  });

  it('twice says which and why, and ends', async () => {
    await expect(asked({ pool: failingPool(3, { again: true }) })).rejects.toMatchObject({
      exitCode: 70,
      message: 'Replication 3 of "Failing" failed: A bed is lost',
    });
  });

  it('twice keeps what was finished, says so, and goes on', async () => {
    const keep = join(folder, 'twice');
    const error = await asked({ keep, pool: failingPool(3, { again: true }) }).then(
      () => null,
      (reason: Error) => reason,
    );
    const kept = linesIn(keep);
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(WINTERS.length);
    expect(error?.message).toBe(
      `Replication 3 of "Failing" failed: A bed is lost. ${kept} winters are kept in ${keep}; ` +
        'the same command goes on from there.',
    );
    expect(await asked({ keep })).toEqual(await asked());
    expect(linesIn(keep)).toBe(WINTERS.length);
  });
});

it('a question whose winters are all there simulates none', async () => {
  const keep = join(folder, 'there');
  const found = await asked({ keep });
  const dead = () => Promise.reject(new Error('Nothing can be simulated.'));
  const pool: Pool = { size: 2, run: dead, close: () => Promise.resolve() };
  expect(await asked({ keep, pool })).toEqual(found);
});

describe('a sweep of which a winter fails', () => {
  const experiment: Experiment = {
    scenario: 'Failing',
    plans: [],
    design: 'grid',
    points: 1,
    factors: [],
  };
  const replications = WINTERS.length;
  const header = sweepHeaderOf(base, experiment, [base.hash], {
    ...{ seed: 'failing', replications, bankHolidays },
  });

  /** Sweeps one point into a folder; gives the figures of the point. */
  async function swept(path: string, pool?: Pool): Promise<Float64Array | undefined> {
    const results = openResultsFolder(path, 'sweep');
    const session = openSweep(results, header);
    const { signal } = new AbortController();
    const options = { workers: 2, quiet: true, bankHolidays, signal, pool };
    try {
      await runSweep(() => base, header, session, options);
      return session.figures(0);
    } finally {
      session.close();
      results.close();
    }
  }

  it('once has it done again', async () => {
    const figures = await swept(join(folder, 'sweep-once'), failingPool(3, { again: false }));
    expect(figures).toBeDefined();
    expect(figures).toEqual(await swept(join(folder, 'sweep-whole')));
  });

  it('twice keeps all others, says so, and goes on', async () => {
    const path = join(folder, 'sweep-twice');
    await expect(swept(path, failingPool(3, { again: true }))).rejects.toMatchObject({
      exitCode: 70,
      message:
        `Replication 3 of "Failing" failed: A bed is lost. ${replications - 1} of ${replications} winters ` +
        `are kept in ${path}; the same command goes on from there.`,
    });
    expect(linesIn(path)).toBe(replications - 1);
    expect(await swept(path)).toEqual(await swept(join(folder, 'sweep-other')));
  });
});
