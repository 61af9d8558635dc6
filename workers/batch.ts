// workers/batch.ts: scenarios x replications over a pool, with progress; stopping loses nothing.

import { dateOfDay } from '../sim/engine/time.js';
import { costsOf } from '../sim/outcomes/costs.js';
import { factsOf } from '../sim/outcomes/facts.js';
import type { Measured } from '../sim/outcomes/measures.js';
import type { ScenarioRuns } from '../sim/outcomes/summary.js';
import { daysOfModel, type EffectChoice } from '../sim/scenario/compile.js';
import type { Resolved } from '../sim/scenario/resolve.js';
import type { Model } from '../sim/scenario/schema.js';
import { siteModels } from '../sim/scenario/sites.js';
import { type Pool, Withdrawn } from './pool.js';
import type { Task } from './task.js';

export interface BatchOptions {
  seed: string;
  replications: number;
  effects: EffectChoice;
  bankHolidays: readonly string[];
  /** Called after each replication, in order of finishing. */
  onProgress?: (progress: Progress) => void;
  /** A result that is there already; its replication is not simulated. */
  found?: (scenario: number, replication: number) => Measured | undefined;
  /** Keeps a new result, and gives what stands for it. When it throws, the batch ends with that. */
  keep?: (scenario: number, replication: number, measured: Measured) => Measured;
  /** Replications that are run here, of a batch that is run in parts; all by default. */
  isMine?: (replication: number) => boolean;
  /** Once aborted, what runs is finished and kept, nothing new starts, and what a pool can withdraw is withdrawn. */
  signal?: AbortSignal;
}

export interface Progress {
  done: number;
  failed: number;
  total: number;
  /** Of those done, how many were there already. */
  found: number;
  /** Replications done of each scenario. */
  perScenario: readonly number[];
}

/** A replication that failed twice. */
export interface Failure {
  scenario: string;
  replication: number;
  cause: string;
}

export interface BatchResult {
  /** Per scenario: the replications that all scenarios have finished, in order. */
  scenarios: ScenarioRuns[];
  /** ISO dates of the reported days of each scenario. */
  dates: string[][];
  failures: Failure[];
  /** False when it was stopped before the end. */
  complete: boolean;
  eventsCount: number;
}

/**
 * Runs a batch. Replication k of every scenario meets the same patients, and results do not depend
 * on the number of workers or the order in which they finish.
 */
export async function runBatch(
  scenarios: readonly Resolved[],
  pool: Pool,
  options: BatchOptions,
): Promise<BatchResult> {
  const { replications, signal } = options;
  const results = scenarios.map(() => new Array<Measured | undefined>(replications));
  const failures: Failure[] = [];
  const perScenario = scenarios.map(() => 0);
  const wanted = placesOf(scenarios.length, options);
  const todo = wanted.filter((place) => {
    const [scenario, replication] = pairOf(place, scenarios.length);
    const result = options.found?.(scenario, replication);
    results[scenario][replication] = result;
    if (result !== undefined) perScenario[scenario]++;
    return result === undefined;
  });
  const total = wanted.length;
  const found = total - todo.length;
  let next = 0;
  let done = found;
  let succeeded = 0;
  const progress = (): Progress => {
    const made = { done, failed: failures.length, total, found, perScenario };
    pool.follow?.(made);
    return made;
  };
  progress();
  const runNext = async (): Promise<void> => {
    while (next < todo.length && !signal?.aborted) {
      const [scenario, replication] = pairOf(todo[next++], scenarios.length);
      const task = taskOf(scenarios[scenario], scenario, replication, options);
      const result = await runTwice(pool, task);
      if (result === 'withdrawn') continue;
      if ('cause' in result) {
        const { name } = scenarios[scenario];
        failures.push({ scenario: name, replication, cause: result.cause });
        // As many failures as workers and no success: nothing works here, so nothing more is tried.
        if (succeeded === 0 && failures.length >= pool.size) next = todo.length + 1;
      } else {
        const { measured } = result;
        try {
          results[scenario][replication] =
            options.keep?.(scenario, replication, measured) ?? measured;
        } catch (error) {
          next = todo.length; // what is still running ends, and nothing new starts
          throw error;
        }
        perScenario[scenario]++;
        succeeded++;
      }
      done++;
      const made = progress();
      options.onProgress?.(made);
    }
  };
  const withdraw = () => pool.withdraw?.();
  signal?.addEventListener('abort', withdraw);
  try {
    // Two tasks a worker keep it busy while results travel.
    await Promise.all(Array.from({ length: pool.size * 2 }, runNext));
  } finally {
    signal?.removeEventListener('abort', withdraw);
  }
  return collect(scenarios, results, options, failures, done === total);
}

function taskOf(
  { name, hash, model }: Resolved,
  scenario: number,
  replication: number,
  { seed, effects, bankHolidays }: BatchOptions,
): Task {
  return { scenario, name, hash, model, effects, bankHolidays, seed, replication };
}

/** Places of the replications that are run here: all scenarios of one, then of the next. */
function placesOf(scenarios: number, { replications, isMine }: BatchOptions): number[] {
  const places = Array.from({ length: scenarios * replications }, (_, place) => place);
  return isMine === undefined
    ? places
    : places.filter((place) => isMine(pairOf(place, scenarios)[1]));
}

/** Scenario and replication of a place. */
function pairOf(place: number, scenarios: number): [number, number] {
  return [place % scenarios, Math.floor(place / scenarios)];
}

/**
 * A task that fails gets a second chance in a fresh worker: a crash may be the machine's. One that was
 * withdrawn has not failed.
 */
async function runTwice(
  pool: Pool,
  task: Task,
): Promise<{ measured: Measured } | { cause: string } | 'withdrawn'> {
  try {
    return { measured: await pool.run(task) };
  } catch (first) {
    if (first instanceof Withdrawn) return 'withdrawn';
    try {
      return { measured: await (pool.runFresh ?? pool.run)(task) };
    } catch (error) {
      return error instanceof Withdrawn ? 'withdrawn' : { cause: causeText(error) };
    }
  }
}

/** Keeps the replications that every scenario has, so that differences stay paired. */
function collect(
  scenarios: readonly Resolved[],
  results: readonly (Measured | undefined)[][],
  options: BatchOptions,
  failures: Failure[],
  complete: boolean,
): BatchResult {
  const kept: number[] = [];
  for (let k = 0; k < options.replications; k++) {
    if (results.every((column) => column[k] !== undefined)) kept.push(k);
  }
  let eventsCount = 0;
  const runs = scenarios.map((scenario, s) => {
    const replications = kept.flatMap((k) => results[s][k] ?? []);
    for (const replication of replications) eventsCount += replication.eventsCount;
    return { ...runsOf(scenario, replications, options.bankHolidays), numbers: kept };
  });
  const dates = scenarios.map((scenario) => reportedDates(scenario, options.bankHolidays));
  return { scenarios: runs, dates, failures, complete, eventsCount };
}

/** Replications of a scenario with what is needed to read them. */
export function runsOf(
  scenario: Resolved,
  replications: readonly Measured[],
  bankHolidays: readonly string[],
): ScenarioRuns {
  const { name, hash, model, system, winter, plans } = scenario;
  const madeOf = { system, winter, plans };
  const siteNames = siteModels(model, name).map((site) => site.name);
  const { firstDay } = model.period;
  const days = daysOfModel(model, new Set(bankHolidays));
  const [facts, costs] = [factsOf(model, days), costsOf(model, days)];
  const daysCount = days.count - days.reportedFrom;
  return { name, hash, madeOf, firstDay, siteNames, replications, facts, costs, daysCount };
}

/** ISO dates of the reported days of a scenario. */
export function reportedDates({ model }: Resolved, bankHolidays: readonly string[]): string[] {
  return reportedDatesOf(model, bankHolidays);
}

/** ISO dates of the reported days of a model. */
export function reportedDatesOf(model: Model, bankHolidays: readonly string[]): string[] {
  const days = daysOfModel(model, new Set(bankHolidays));
  return Array.from({ length: days.count - days.reportedFrom }, (_, day) =>
    dateOfDay(days, days.reportedFrom + day),
  );
}

function causeText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
