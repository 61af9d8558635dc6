// cli/simulator.ts: single winters on a pool of threads, for commands that fit; work in turn with
// progress.

import type { Measured } from '../sim/outcomes/measures.js';
import { hashOf } from '../sim/scenario/hash.js';
import type { Library } from '../sim/scenario/library.js';
import { type Request, type Resolved, resolve } from '../sim/scenario/resolve.js';
import type { Model } from '../sim/scenario/schema.js';
import { reportedDatesOf } from '../workers/batch.js';
import { openNodePool } from '../workers/node-pool.js';
import { SEED_DEFAULT } from './options.js';

export interface Simulator {
  /** One winter of a model: the same model and replication always give the same. */
  simulate(model: Model, replication: number): Promise<Measured>;
  /** ISO dates of the reported days of a model. */
  dates(model: Model): string[];
  resolved(request: Request): Resolved;
  close(): Promise<void>;
}

/** Opens a pool for models that are tried; a winter that fails is tried once more. */
export function openSimulator(
  library: Library,
  { workers, seed = SEED_DEFAULT }: { workers: number; seed?: string },
): Simulator {
  const pool = openNodePool(workers);
  const bankHolidays = library.bankHolidays();
  return {
    async simulate(model, replication) {
      const hash = hashOf(model);
      const task = { scenario: 0, name: 'fit', hash, model, effects: 'likely' as const };
      const whole = { ...task, bankHolidays, seed, replication };
      try {
        return await pool.run(whole);
      } catch {
        return pool.run(whole);
      }
    },
    dates: (model) => reportedDatesOf(model, bankHolidays),
    resolved: (request) => resolve(library, request),
    close: () => pool.close(),
  };
}

/** Does work on each item in order, some at once; results stand in the order of the items. */
export async function inTurn<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results = new Array<R>(items.length);
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const i = next++;
      results[i] = await work(items[i]);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
}

/** Says on stderr how many are done and about how long the rest takes. */
export function showCount(total: number, words: string, quiet: boolean): () => void {
  const start = performance.now();
  let done = 0;
  return () => {
    done++;
    if (quiet) return;
    const minutes = ((performance.now() - start) / 60_000 / done) * (total - done);
    const left = done === total ? '' : `, about ${Math.ceil(minutes)} min left`;
    process.stderr.write(`${done} of ${total} ${words}${left}\n`);
  };
}
