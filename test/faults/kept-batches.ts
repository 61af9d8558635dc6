// test/faults/kept-batches.ts: folders of batches in which not the first winters were kept: stopped
// with gaps, or with a winter that failed.

import { headerOf } from '../../cli/batch-header.js';
import { openSession } from '../../cli/open-session.js';
import { openResultsFolder } from '../../cli/results-folder.js';
import { runScenarios } from '../../cli/run-scenarios.js';
import { writeResults } from '../../cli/write-results.js';
import type { EffectChoice } from '../../sim/scenario/compile.js';
import { openNodePool } from '../../workers/node-pool.js';
import type { Pool } from '../../workers/pool.js';
import { changed, LISTER, library, shorten } from '../model/batches.js';

export interface Kept {
  replications: number;
  effects?: EffectChoice;
  /** Winters that are in the journal before. */
  there?: readonly number[];
  /** Stopped as soon as it runs: the first of the others is finished. */
  stopsAtOnce?: boolean;
  /** The winter that fails. */
  fails?: number;
}

/** Runs a batch of a short winter into a folder, as `winterflow run` does. */
export async function batchWith(path: string, kept: Kept): Promise<void> {
  const { replications, effects = 'likely', there = [], stopsAtOnce = false, fails } = kept;
  const base = changed({ system: LISTER }, 'Kept', (model) => shorten(model, '2017-10-03'));
  const scenarios = [{ ...base, assumptions: [] }];
  const seed = 'kept';
  const options = {
    scenarios: [],
    plans: [],
    replications,
    seed,
    effects,
    workers: 1,
    quiet: true,
  };
  const bankHolidays = library.bankHolidays();
  const folder = openResultsFolder(path);
  const header = headerOf({ seed, effects, replications, bankHolidays, scenarios });
  const session = openSession(folder, header, { counted: true });
  if (there.length > 0) {
    const whole = (await runScenarios(library, scenarios, options)).batch.scenarios[0];
    for (const k of there) session.keep(0, k, whole.replications[k]);
  }
  const stop = new AbortController();
  const threads = openNodePool(1);
  const failing = ({ replication }: { replication: number }) => replication === fails;
  const pool: Pool = {
    ...threads,
    run: (task) => {
      if (stopsAtOnce) stop.abort('interrupted');
      return failing(task) ? Promise.reject(new Error('It fails.')) : threads.run(task);
    },
    runFresh: () => Promise.reject(new Error('It fails.')),
  };
  const finished = await runScenarios(library, scenarios, options, {
    ...{ session, pool },
    stop: { signal: stop.signal, abort: () => undefined, off: () => undefined },
  });
  writeResults(folder, finished, options, session);
  session.close();
  folder.close();
}
