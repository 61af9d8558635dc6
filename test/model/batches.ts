// test/model/batches.ts: batches for tests of the whole model, run by the built worker in threads.

import { openNodeLibrary } from '../../cli/node-library.js';
import { OUTCOME_KEYS, type Outcome } from '../../sim/outcomes/keys.js';
import type { ScenarioRuns } from '../../sim/outcomes/summary.js';
import { hashOf } from '../../sim/scenario/hash.js';
import { type Request, type Resolved, resolve } from '../../sim/scenario/resolve.js';
import type { Model } from '../../sim/scenario/schema.js';
import { type BatchResult, runBatch } from '../../workers/batch.js';
import { openNodePool } from '../../workers/node-pool.js';

export const LISTER = 'lister-2017-18';
export const library = openNodeLibrary();

/** The Lister in its winter, with plans if any. */
export function lister(plans: string[] = []): Resolved {
  return resolve(library, { system: LISTER, plans });
}

/** A scenario with some values of its model changed. */
export function changed(request: Request, name: string, change: (model: Model) => void): Resolved {
  const resolved = resolve(library, request);
  const model = structuredClone(resolved.model);
  change(model);
  return { ...resolved, name, model, hash: hashOf(model) };
}

/** A short winter, for tests that need only a few days. */
export function shorten(model: Model, lastDay = '2017-10-28'): void {
  model.period = { firstDay: '2017-10-01', lastDay, leadInDays: 14 };
  model.beds.changes = [];
}

/** Runs scenarios on as many workers as asked. */
export async function batchOf(
  scenarios: readonly Resolved[],
  {
    replications,
    workers = 2,
    seed = 'test',
  }: { replications: number; workers?: number; seed?: string },
): Promise<BatchResult> {
  const pool = openNodePool(workers);
  try {
    const bankHolidays = library.bankHolidays();
    return await runBatch(scenarios, pool, { seed, replications, effects: 'likely', bankHolidays });
  } finally {
    await pool.close();
  }
}

/** Values of one outcome over replications. */
export function column(runs: ScenarioRuns, key: Outcome): number[] {
  const index = OUTCOME_KEYS.indexOf(key);
  return runs.replications.map(({ outcomes }) => outcomes[index]);
}

export function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

export function variance(values: readonly number[]): number {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
}

/** Differences of two scenarios, replication by replication. */
export function paired(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, i) => value - b[i]);
}
