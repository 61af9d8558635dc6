// cli/run-scenarios.ts: a batch on this machine, with progress, stopped by signals without loss.

import { QUANTILE_METHOD } from '../sim/outcomes/intervals.js';
import { layersOf } from '../sim/outcomes/layers.js';
import { VERSION } from '../sim/outcomes/provenance.js';
import { type Summary, summarise } from '../sim/outcomes/summary.js';
import type { EffectChoice } from '../sim/scenario/compile.js';
import type { Library } from '../sim/scenario/library.js';
import type { Resolved } from '../sim/scenario/resolve.js';
import { type BatchResult, runBatch } from '../workers/batch.js';
import { openNodePool } from '../workers/node-pool.js';
import type { Pool } from '../workers/pool.js';
import type { Shard } from './batch-header.js';
import { CommandError, DONE, INTERRUPTED, SOME_FAILED } from './exit-codes.js';
import { listenForStop, type Stop } from './interrupt.js';
import { type ProgressHow, showProgress } from './progress.js';
import type { Wanted } from './requests.js';
import { partOf, type Session } from './session.js';

export interface RunOptions extends Wanted {
  replications: number;
  seed: string;
  workers: number;
  effects: EffectChoice;
  out?: string;
  json?: boolean;
  quiet?: boolean;
  progress?: ProgressHow;
  /** Stop starting new winters after this many seconds. */
  within?: number;
  /** The part of the batch that is run here. */
  shard?: Shard;
}

const SILENCE_LOOK_MILLISECONDS = 500;

/** Winters of each scenario that a limit of time cannot prevent. */
const REPLICATIONS_LEAST = 3;

/** A finished batch with its summary. */
export interface Finished {
  scenarios: Resolved[];
  batch: BatchResult;
  summary: Summary;
  /** How long its winters took here, by the monotonic clock. */
  seconds: number;
}

/** What a command has opened already; closed at the end but for the session. */
export interface Running {
  /** Keeps the results; without one they stay in memory with their daily series. */
  session?: Session | null;
  pool?: Pool;
  stop?: Stop;
}

/**
 * Simulates scenarios with progress on the terminal; the first Ctrl-C keeps what is finished.
 */
export async function runScenarios(
  library: Library,
  scenarios: Resolved[],
  options: RunOptions,
  { session = null, pool = openNodePool(options.workers), stop = listenForStop() }: Running = {},
): Promise<Finished> {
  const startedAt = performance.now();
  const winters =
    scenarios.length *
    (session ? partOf(options.replications, session.header) : options.replications);
  const progress = showProgress(
    process.stderr,
    { winters, seconds: options.within },
    options.quiet === true ? 'none' : (options.progress ?? 'auto'),
  );
  // However slow the machine, a few winters of each scenario are needed to say anything.
  const least = scenarios.length * Math.min(options.replications, REPLICATIONS_LEAST);
  let timeIsUp = false;
  let finishedCount = 0;
  const stopInTime = () => {
    if (timeIsUp && finishedCount >= least && !stop.signal.aborted) stop.abort('time');
  };
  const timer = options.within
    ? setTimeout(() => {
        timeIsUp = true;
        stopInTime();
      }, options.within * 1000)
    : undefined;
  const listening = options.quiet === true ? undefined : tellSilence(pool);
  try {
    const batch = await runBatch(scenarios, pool, {
      seed: options.seed,
      replications: options.replications,
      effects: options.effects,
      bankHolidays: session?.header.bankHolidays ?? library.bankHolidays(),
      ...(session === null
        ? {}
        : { found: session.found, keep: session.keep, isMine: session.isMine }),
      onProgress: (made) => {
        progress.update(made);
        finishedCount = made.done;
        stopInTime();
      },
      signal: stop.signal,
    });
    const summary = summarise(batch.scenarios, {
      version: VERSION,
      seed: options.seed,
      effects: options.effects,
      quantileMethod: QUANTILE_METHOD,
    });
    if (options.effects === 'sampled') summary.layers = layersOf(batch.scenarios);
    if (stop.signal.reason === 'time') batch.complete = true;
    const seconds = (performance.now() - startedAt) / 1000;
    return { scenarios, batch, summary, seconds };
  } finally {
    clearTimeout(timer);
    clearInterval(listening);
    progress.stop();
    stop.off();
    await pool.close();
  }
}

/** Says once why nothing comes from a pool, if it has not answered for a while. */
function tellSilence(pool: Pool): NodeJS.Timeout {
  const timer = setInterval(() => {
    const silence = pool.silence?.() ?? null;
    if (silence === null) return;
    clearInterval(timer);
    process.stderr.write(`${silence}\n`);
  }, SILENCE_LOOK_MILLISECONDS);
  return timer;
}

/** Says what is missing, and with which exit code to end. */
export function exitCodeOf(batch: BatchResult, summary: Summary, options: RunOptions): number {
  if (batch.failures.length > 0) {
    const [first] = batch.failures;
    process.stderr.write(
      `${batch.failures.length} of ${summary.scenarios.length * options.replications} winters failed; ` +
        `the first was replication ${first.replication} of "${first.scenario}": ${first.cause}\n`,
    );
  }
  const isEmptyPart = options.shard !== undefined && partOf(options.replications, options) === 0;
  if (isEmptyPart && batch.complete) return DONE; // more parts than winters
  if (summary.replications === 0 && (batch.complete || batch.failures.length > 0)) {
    throw new CommandError(
      SOME_FAILED,
      'No winter was simulated to its end; nothing can be shown.',
    );
  }
  if (!batch.complete && batch.failures.length === 0) {
    process.stderr.write(
      `Interrupted: ${summary.replications} of ${options.replications} winters are kept.\n`,
    );
    return INTERRUPTED;
  }
  return batch.failures.length > 0 ? SOME_FAILED : DONE;
}
