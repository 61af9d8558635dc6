// cli/run.ts: `winterflow run`: a batch on this machine, its table and its results folder.

import { commentaryOf } from '../sim/outcomes/commentary.js';
import { QUANTILE_METHOD } from '../sim/outcomes/intervals.js';
import { planningCsv, planningOf } from '../sim/outcomes/planning.js';
import { VERSION } from '../sim/outcomes/provenance.js';
import { type Fan, fansOf, type Summary, summarise } from '../sim/outcomes/summary.js';
import { dailyCsv, outcomesCsv, sitesCsv, summaryJson } from '../sim/outcomes/tables.js';
import type { Effects } from '../sim/scenario/compile.js';
import type { Library } from '../sim/scenario/library.js';
import type { Resolved } from '../sim/scenario/resolve.js';
import { observedBeside } from '../web/export/observed.js';
import { type ReportModel, reportHtml } from '../web/export/report.js';
import { type BatchResult, runBatch } from '../workers/batch.js';
import { openNodePool } from '../workers/node-pool.js';
import { commitOf } from './commit.js';
import { comparisonTable } from './comparison-table.js';
import { CommandError, DONE, INTERRUPTED, SOME_FAILED } from './exit-codes.js';
import { refuseTooLarge } from './memory.js';
import { openNodeLibrary } from './node-library.js';
import { showProgress } from './progress.js';
import { resolveWanted, type Wanted } from './requests.js';
import { openResultsFolder, type ResultsFolder } from './results-folder.js';
import { terminalColumns } from './text-table.js';

export interface RunOptions extends Wanted {
  replications: number;
  seed: string;
  workers: number;
  effects: Effects;
  out?: string;
  json?: boolean;
  quiet?: boolean;
  /** Stop starting new winters after this many seconds. */
  within?: number;
}

/** Winters of each scenario that a limit of time cannot prevent. */
const REPLICATIONS_LEAST = 3;

/** A finished batch with its summary. */
export interface Finished {
  scenarios: Resolved[];
  batch: BatchResult;
  summary: Summary;
}

/** Runs the command; returns the exit code. */
export async function run(options: RunOptions): Promise<number> {
  const library = openNodeLibrary();
  const scenarios = resolveWanted(library, options);
  refuseTooLarge(scenarios.length, options.replications, options.workers);
  const folder = options.out === undefined ? null : openResultsFolder(options.out);
  try {
    const finished = await runScenarios(library, scenarios, options);
    const { batch, summary } = finished;
    if (summary.replications === 0) return exitCodeOf(batch, summary, options); // nothing to show
    if (options.json) process.stdout.write(summaryJson(summary));
    else process.stdout.write(comparisonTable(summary, terminalColumns()));
    if (folder) {
      writeResults(folder, finished, options);
      process.stderr.write(`Results are in ${folder.path}\n`);
    }
    return exitCodeOf(batch, summary, options);
  } finally {
    folder?.close();
  }
}

/** Simulates scenarios with progress on the terminal; the first Ctrl-C keeps what is finished. */
export async function runScenarios(
  library: Library,
  scenarios: Resolved[],
  options: RunOptions,
): Promise<Finished> {
  const stop = new AbortController();
  const pool = openNodePool(options.workers);
  const progress = showProgress(
    process.stderr,
    { winters: scenarios.length * options.replications, seconds: options.within },
    options.quiet === true,
  );
  const interrupt = (): void => {
    if (stop.signal.aborted) process.exit(INTERRUPTED);
    stop.abort('interrupted');
    process.stderr.write('\nStopping: what runs is finished and kept. Again to stop at once.\n');
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
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
  try {
    const batch = await runBatch(scenarios, pool, {
      seed: options.seed,
      replications: options.replications,
      effects: options.effects,
      bankHolidays: library.bankHolidays(),
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
    if (stop.signal.reason === 'time') batch.complete = true;
    return { scenarios, batch, summary };
  } finally {
    clearTimeout(timer);
    progress.stop();
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
    await pool.close();
  }
}

/** Writes manifest, tables and report; only the manifest holds what differs between machines. */
export function writeResults(folder: ResultsFolder, finished: Finished, options: RunOptions): void {
  const { batch, summary, scenarios } = finished;
  const fans = batch.scenarios.flatMap((runs, s) => fansOf(runs, batch.dates[s]));
  folder.write('outcomes.csv', outcomesCsv(batch.scenarios));
  folder.write('daily.csv', dailyCsv(fans));
  const planning = batch.scenarios.map((runs, s) => planningOf(runs, batch.dates[s]));
  folder.write('planning.csv', planningCsv(planning));
  const sites = sitesCsv(batch.scenarios);
  if (sites === null) folder.remove('sites.csv');
  else folder.write('sites.csv', sites);
  folder.write('summary.json', summaryJson(summary));
  const models = scenarios.map(describe);
  folder.write('report.html', reportOf(finished, fans, models));
  const manifest = {
    version: VERSION,
    commit: commitOf(),
    seed: options.seed,
    replications: summary.replications,
    effects: options.effects,
    quantileMethod: QUANTILE_METHOD,
    complete: batch.complete,
    scenarios: models.map((model, i) => ({ ...model, files: scenarios[i].files })),
    failures: batch.failures,
    machine: { node: process.version, workers: options.workers },
    finishedAt: new Date().toISOString(),
    eventsCount: batch.eventsCount,
  };
  folder.write('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
}

function describe(resolved: Resolved): ReportModel {
  const { name, system, winter, plans, hash } = resolved;
  const assumptions = commentaryOf(openNodeLibrary(), resolved);
  return { name, system, winter, plans, hash, assumptions };
}

function reportOf(
  { batch, summary, scenarios }: Finished,
  fans: Fan[],
  models: ReportModel[],
): string {
  const library = openNodeLibrary();
  const planning = batch.scenarios.map((runs, s) => planningOf(runs, batch.dates[s]));
  const observed = observedBeside(library, scenarios[0], batch.scenarios[0], batch.dates[0]);
  const bankHolidays = library.bankHolidays();
  return reportHtml({ summary, fans, models, bankHolidays, observed, planning });
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
