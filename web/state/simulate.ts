// web/state/simulate.ts: a batch in the web workers of this page, with progress, looks at what is
// finished so far, a pause, and a stop that keeps it.

import { interval, QUANTILE_METHOD } from '../../sim/outcomes/intervals.js';
import { DAILY, OUTCOME_KEYS } from '../../sim/outcomes/keys.js';
import type { Measured } from '../../sim/outcomes/measures.js';
import { VERSION } from '../../sim/outcomes/provenance.js';
import { type SingleWinters, singleWinters } from '../../sim/outcomes/single-winters.js';
import { type Fan, fansOf, type ScenarioRuns, summarySteps } from '../../sim/outcomes/summary.js';
import { needOf, PILOT } from '../../sim/questions/precision.js';
import { type BatchResult, reportedDates, runBatch, runsOf } from '../../workers/batch.js';
import { openBrowserPool } from '../../workers/browser-pool.js';
import type { Pool } from '../../workers/pool.js';
import type { Batch } from '../charts/batch.js';
import type { CheckedProject } from './check-project.js';
import { nextTask } from './turns.js';

const EFFECTS = 'likely';
/** A first look after this many winters of each scenario, then after each further fifth. */
const FIRST_LOOK = 3;
const LOOKS = 5;
/** Fans of so many series of hundreds of winters take some 10 ms. */
const SERIES_AT_ONCE = 2;
/** The outcome whose estimate narrows before one's eyes, and that `precision` is about. */
const WATCHED = OUTCOME_KEYS.indexOf('daysOver92Count');

/** How far one scenario is. */
export interface ScenarioProgress {
  name: string;
  done: number;
  /** Mean days over 92 % of the winters so far, and its 95 % interval; null where there is none. */
  mean: number | null;
  low95: number | null;
  high95: number | null;
}

export interface SimulationProgress {
  done: number;
  /** Winters of all scenarios together; grows when more are needed to be precise. */
  total: number;
  scenarios: readonly ScenarioProgress[];
}

export interface SimulateOptions {
  bankHolidays: readonly string[];
  signal: AbortSignal;
  onProgress: (progress: SimulationProgress) => void;
  /** What is finished so far: winters that every scenario has. */
  onLook: (batch: Batch) => void;
}

/** A finished batch: what is shown, and what is needed to write its files. */
export interface Simulated {
  batch: Batch;
  runs: readonly ScenarioRuns[];
  result: BatchResult;
  /** Winters of each scenario that were asked for, or that the precision needed. */
  wanted: number;
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

/** A batch that can be run once. Stopping by the signal keeps winters that all scenarios have. */
export class Simulation {
  private readonly results: (Measured | undefined)[][];
  private replications: number;
  private nextLookAt: number;
  private ended = false;
  private gate: { opened: Promise<void>; open: () => void } | null = null;

  constructor(
    private readonly project: CheckedProject,
    private readonly options: SimulateOptions,
  ) {
    const { scenarios, replications, precisionDays } = project;
    this.results = scenarios.map(() => []);
    this.replications = precisionDays === null ? replications : Math.min(PILOT, replications);
    this.nextLookAt = Math.min(FIRST_LOOK, replications);
  }

  /** Starts no further winter until `resume`; those under way are finished and kept. */
  pause(): void {
    if (this.gate !== null) return;
    let open = (): void => undefined;
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    this.gate = { opened, open };
  }

  resume(): void {
    this.gate?.open();
    this.gate = null;
  }

  /** @throws Error when no worker can be started */
  async run(): Promise<Simulated> {
    const { seed } = this.project;
    const { bankHolidays, signal } = this.options;
    const workers = openBrowserPool(workersWanted(navigator.hardwareConcurrency), createWorker);
    const pool = this.watched(workers);
    // A pause must not outlive a stop: what waits is simulated and kept.
    signal.addEventListener('abort', () => this.resume());
    try {
      let result = await this.round(pool);
      for (let needed = this.needed(); needed > this.replications && result.complete; ) {
        this.replications = needed;
        result = await this.round(pool);
        needed = this.needed();
      }
      const batch = await batchOf(result.scenarios, result.dates, seed, bankHolidays);
      const wanted = this.replications;
      return { batch, runs: result.scenarios, result, wanted };
    } finally {
      this.ended = true;
      await workers.close();
    }
  }

  private round(pool: Pool): Promise<BatchResult> {
    const { scenarios, seed } = this.project;
    const { bankHolidays, signal, onProgress } = this.options;
    return runBatch(scenarios, pool, {
      seed,
      replications: this.replications,
      effects: EFFECTS,
      bankHolidays,
      signal,
      found: (scenario, replication) => this.results[scenario][replication],
      onProgress: ({ done, total }) => onProgress({ done, total, scenarios: this.standing() }),
    });
  }

  /** Winters of each scenario that the wanted precision needs, as `--precision` counts them. */
  private needed(): number {
    const { precisionDays, replications } = this.project;
    if (precisionDays === null) return this.replications;
    const pilot = Math.min(PILOT, replications);
    const needs = this.results.map((column) => {
      const values = column
        .slice(0, pilot)
        .flatMap((measured) => measured?.outcomes[WATCHED] ?? []);
      return needOf(values, { halfWidth: precisionDays, relative: false })?.replications ?? pilot;
    });
    return Math.min(replications, Math.max(...needs));
  }

  private standing(): ScenarioProgress[] {
    return this.project.scenarios.map(({ name }, s) => {
      const kept = this.results[s].flatMap((measured) => measured?.outcomes[WATCHED] ?? []);
      const { mean, low95, high95 } = interval(Float64Array.from(kept));
      return { name, done: kept.length, mean, low95, high95 };
    });
  }

  /** The same pool, with a gate before it and an eye on what comes back. */
  private watched(pool: Pool): Pool {
    return {
      size: pool.size,
      close: () => pool.close(),
      run: async (task) => {
        if (this.gate !== null) await this.gate.opened;
        const measured = await pool.run(task);
        this.results[task.scenario][task.replication] = measured;
        void this.look();
        return measured;
      },
    };
  }

  /** Offers what is finished so far, when enough more is. */
  private async look(): Promise<void> {
    const { scenarios, seed } = this.project;
    const { bankHolidays, signal, onLook } = this.options;
    const kept: number[] = [];
    for (let k = 0; k < this.replications; k++) {
      if (this.results.every((column) => column[k] !== undefined)) kept.push(k);
    }
    if (kept.length < this.nextLookAt || kept.length === this.replications) return;
    this.nextLookAt = Math.max(
      kept.length + 1,
      this.nextLookAt + Math.ceil(this.replications / LOOKS),
    );
    const runs = scenarios.map((scenario, s) => {
      const measured = kept.flatMap((k) => this.results[s][k] ?? []);
      return runsOf(scenario, measured, bankHolidays);
    });
    const dates = scenarios.map((scenario) => reportedDates(scenario, bankHolidays));
    const batch = await batchOf(runs, dates, seed, bankHolidays);
    if (!this.ended && !signal.aborted) onLook(batch);
  }
}

/** Summary and fans of runs, some series at a time, so that the page stays responsive. */
async function batchOf(
  runs: readonly ScenarioRuns[],
  dates: readonly (readonly string[])[],
  seed: string,
  bankHolidays: readonly string[],
): Promise<Batch> {
  const fans: Fan[] = [];
  const singles: SingleWinters[] = [];
  for (const [s, scenario] of runs.entries()) {
    for (let from = 0; from < DAILY.length; from += SERIES_AT_ONCE) {
      await nextTask();
      const series = DAILY.map((_, place) => place).slice(from, from + SERIES_AT_ONCE);
      fans.push(...fansOf(scenario, dates[s], series));
    }
    await nextTask();
    singles.push(singleWinters(scenario, dates[s]));
  }
  const provenance = { version: VERSION, seed, effects: EFFECTS, quantileMethod: QUANTILE_METHOD };
  const steps = summarySteps(runs, provenance);
  for (;;) {
    await nextTask();
    const step = steps.next();
    if (step.done) return { summary: step.value, fans, bankHolidays, singles };
  }
}
