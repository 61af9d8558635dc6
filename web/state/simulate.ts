// web/state/simulate.ts: a batch in the web workers of this page, with progress, looks at what is
// finished so far, and a stop that keeps it.

import { QUANTILE_METHOD } from '../../sim/outcomes/intervals.js';
import type { Measured } from '../../sim/outcomes/measures.js';
import { VERSION } from '../../sim/outcomes/provenance.js';
import { type SingleWinters, singleWinters } from '../../sim/outcomes/single-winters.js';
import { type Fan, fansOf, type ScenarioRuns, summarise } from '../../sim/outcomes/summary.js';
import type { Resolved } from '../../sim/scenario/resolve.js';
import {
  type BatchResult,
  type Progress,
  reportedDates,
  runBatch,
  runsOf,
} from '../../workers/batch.js';
import { openBrowserPool } from '../../workers/browser-pool.js';
import type { Pool } from '../../workers/pool.js';
import type { Batch } from '../charts/batch.js';
import type { CheckedProject } from './check-project.js';

const EFFECTS = 'likely';
/** A first look after this many winters of each scenario, then after each further fifth. */
const FIRST_LOOK = 3;
const LOOKS = 5;

export interface SimulateOptions {
  bankHolidays: readonly string[];
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
  /** What is finished so far: winters that every scenario has. */
  onLook: (batch: Batch) => void;
}

/** A finished batch: what is shown, and what is needed to write its files. */
export interface Simulated {
  batch: Batch;
  runs: readonly ScenarioRuns[];
  result: BatchResult;
}

/** Workers of this page: one core stays free for the page, unless there are only two. */
export function workersWanted(cores: number): number {
  return cores <= 2 ? Math.max(1, cores) : cores - 1;
}

/** A worker that simulates winters. */
export function createWorker(): Worker {
  if (typeof Worker === 'undefined') throw new Error('this browser has no web workers.');
  return new Worker(new URL('../../workers/browser-worker.ts', import.meta.url), {
    type: 'module',
  });
}

/**
 * Simulates scenarios. Stopping by the signal keeps every winter that all scenarios have finished.
 * @throws Error when no worker can be started
 */
export async function simulateBatch(
  { scenarios, replications, seed }: CheckedProject,
  { bankHolidays, signal, onProgress, onLook }: SimulateOptions,
): Promise<Simulated> {
  const workers = openBrowserPool(workersWanted(navigator.hardwareConcurrency), createWorker);
  let ended = false;
  const looks = new Looks(scenarios, replications, async (runs, dates) => {
    const batch = await batchOf(runs, dates, seed, bankHolidays);
    if (!ended && !signal.aborted) onLook(batch);
  });
  try {
    const result = await runBatch(scenarios, looks.watching(workers, bankHolidays), {
      seed,
      replications,
      effects: EFFECTS,
      bankHolidays,
      signal,
      onProgress,
    });
    const batch = await batchOf(result.scenarios, result.dates, seed, bankHolidays);
    return { batch, runs: result.scenarios, result };
  } finally {
    ended = true;
    await workers.close();
  }
}

/** Summary and fans of runs; scenario by scenario, so that the page stays responsive. */
async function batchOf(
  runs: readonly ScenarioRuns[],
  dates: readonly (readonly string[])[],
  seed: string,
  bankHolidays: readonly string[],
): Promise<Batch> {
  const fans: Fan[] = [];
  const singles: SingleWinters[] = [];
  for (const [s, scenario] of runs.entries()) {
    await pause();
    fans.push(...fansOf(scenario, dates[s]));
    singles.push(singleWinters(scenario, dates[s]));
  }
  const provenance = { version: VERSION, seed, effects: EFFECTS, quantileMethod: QUANTILE_METHOD };
  return { summary: summarise(runs, provenance), fans, bankHolidays, singles };
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Keeps results as workers give them, and offers a look when enough winters are complete. */
class Looks {
  private readonly results: (Measured | undefined)[][];
  private nextAt: number;

  constructor(
    private readonly scenarios: readonly Resolved[],
    private readonly replications: number,
    private readonly offer: (runs: ScenarioRuns[], dates: string[][]) => void,
  ) {
    this.results = scenarios.map(() => []);
    this.nextAt = Math.min(FIRST_LOOK, replications);
  }

  /** The same pool, with an eye on what comes back. */
  watching(pool: Pool, bankHolidays: readonly string[]): Pool {
    return {
      size: pool.size,
      close: () => pool.close(),
      run: async (task) => {
        const measured = await pool.run(task);
        this.results[task.scenario][task.replication] = measured;
        this.look(bankHolidays);
        return measured;
      },
    };
  }

  private look(bankHolidays: readonly string[]): void {
    const kept: number[] = [];
    for (let k = 0; k < this.replications; k++) {
      if (this.results.every((column) => column[k] !== undefined)) kept.push(k);
    }
    if (kept.length < this.nextAt || kept.length === this.replications) return;
    this.nextAt = Math.max(kept.length + 1, this.nextAt + Math.ceil(this.replications / LOOKS));
    const runs = this.scenarios.map((scenario, s) =>
      runsOf(
        scenario,
        kept.flatMap((k) => this.results[s][k] ?? []),
        bankHolidays,
      ),
    );
    const dates = this.scenarios.map((scenario) => reportedDates(scenario, bankHolidays));
    this.offer(runs, dates);
  }
}
