// cli/run.ts: `winterflow run`: a batch on this machine, its table and its results folder.

import { commentaryOf } from '../sim/outcomes/commentary.js';
import { summaryJson } from '../sim/outcomes/tables.js';
import type { EffectChoice } from '../sim/scenario/compile.js';
import type { Library } from '../sim/scenario/library.js';
import type { Resolved } from '../sim/scenario/resolve.js';
import { openNodePool } from '../workers/node-pool.js';
import { headerOf, type Shard } from './batch-header.js';
import { comparisonTable } from './comparison-table.js';
import { CommandError, MISSING_INPUT, USAGE } from './exit-codes.js';
import { type ExportFormat, writeExports } from './exports.js';
import { listenForStop } from './interrupt.js';
import { layersTable } from './layers-table.js';
import { refuseTooLarge } from './memory.js';
import { openNodeLibrary } from './node-library.js';
import { headerIn, openSession } from './open-session.js';
import { REPLICATIONS_DEFAULT, SEED_DEFAULT } from './options.js';
import { precisionText, runToPrecision } from './precision.js';
import { type PrecisionFlags, precisionAsked, refusePrecisionFlags } from './precision-asked.js';
import { openQueue } from './queue-batch.js';
import { resolveWanted } from './requests.js';
import { openResultsFolder, type ResultsFolder } from './results-folder.js';
import { exitCodeOf, type Finished, type RunOptions, runScenarios } from './run-scenarios.js';
import { memorySession, type Session } from './session.js';
import { terminalColumns } from './text-table.js';
import { writeManifest, writeResults } from './write-results.js';

/** What `run` can be asked beside: to go on with a batch, or to run a part of one. */
export interface RunFlags
  extends Omit<RunOptions, 'replications' | 'seed' | 'effects'>,
    PrecisionFlags {
  seed?: string;
  effects?: EffectChoice;
  shard?: Shard;
  /** Formats written beside the usual ones. */
  also?: readonly ExportFormat[];
  /** Address of a queue server whose workers simulate. */
  queue?: string;
}

/** Runs the command; returns the exit code. */
export async function run(flags: RunFlags): Promise<number> {
  refuseFlags(flags);
  const library = openNodeLibrary();
  const asked = flags.scenarios.length > 0 ? resolveWanted(library, flags) : null;
  if (asked !== null)
    refuseTooLarge(asked.length, flags.replications ?? 1, flags.workers, { journalled: true });
  const stop = listenForStop(); // before the folder is taken, so that it is given back
  const folder = flags.out === undefined ? null : openResultsFolder(flags.out);
  let session: Session | null = null;
  try {
    session = sessionOf(library, folder, asked, flags);
    const { header } = session;
    refuseTooLarge(header.scenarios.length, header.replications, flags.workers, {
      journalled: folder !== null,
    });
    if (flags.quiet !== true) for (const note of session.notes) process.stderr.write(`${note}\n`);
    const { seed, effects, replications, precision } = header;
    const run = { ...flags, seed, effects, replications, scenarios: [] };
    const pool =
      flags.queue === undefined
        ? openNodePool(flags.workers)
        : await openQueue(flags.queue, header, flags.workers);
    if (precision === undefined) {
      const finished = await runScenarios(library, header.scenarios, run, { session, stop, pool });
      return show(finished, folder, run, session);
    }
    const finished = await runToPrecision(library, session, precision, run, { stop, pool });
    const done = { ...run, replications: header.replications };
    const exitCode = await show(finished, folder, done, session);
    const text = precisionText(finished, precision);
    if (flags.json) process.stderr.write(text);
    else process.stdout.write(`\n${text}`);
    return exitCode;
  } finally {
    stop.off();
    session?.close();
    folder?.close();
  }
}

function refuseFlags(flags: RunFlags): void {
  const { out, resume, append, shard, scenarios, precision } = flags;
  const needs = [
    ['--resume', resume],
    ['--append', append],
    ['--shard', shard],
  ] as const;
  const [option] = needs.find(([, value]) => value !== undefined) ?? [];
  if (option !== undefined && out === undefined) {
    throw new CommandError(USAGE, `${option} needs the folder of the batch: add --out DIR.`);
  }
  if (precision.length > 0 && (shard !== undefined || append !== undefined)) {
    throw new CommandError(
      USAGE,
      '--precision decides on the winters; it goes with neither --shard nor --append.',
    );
  }
  if (scenarios.length === 0 && resume === undefined && append === undefined) {
    throw new CommandError(USAGE, 'Name a scenario, for example: winterflow run lister-2017-18');
  }
  const { also = [], json } = flags;
  if (also.length > 0 && out === undefined) {
    throw new CommandError(USAGE, '--also writes files beside the results: add --out DIR.');
  }
  if (shard !== undefined && (also.length > 0 || json === true)) {
    throw new CommandError(
      USAGE,
      `--shard keeps winters for winterflow merge; give ${json === true ? '--json' : '--also'} there.`,
    );
  }
  if (append !== undefined && flags.replications !== undefined) {
    throw new CommandError(
      USAGE,
      '--append adds winters to those that are there; it does not go with --replications.',
    );
  }
  refusePrecisionFlags(flags);
  if (scenarios.length > 0) return;
  if (flags.winter !== undefined || flags.plans.length > 0) {
    throw new CommandError(
      USAGE,
      `${flags.winter === undefined ? '--plan' : '--winter'} goes with the name of a system; without ` +
        'one, the batch of the folder goes on as it is.',
    );
  }
}

function sessionOf(
  library: Library,
  folder: ResultsFolder | null,
  asked: Resolved[] | null,
  flags: RunFlags,
): Session {
  const { resume, append } = flags;
  const there = folder === null ? null : headerIn(folder);
  const batch = asked === null ? there : batchOf(library, asked);
  if (batch === null) {
    throw new CommandError(MISSING_INPUT, `${flags.out}: there is no batch to go on with.`);
  }
  const precision = precisionAsked(flags, there);
  const shard = flags.shard ?? batch.shard;
  if (precision !== undefined && shard !== undefined) {
    throw new CommandError(
      USAGE,
      `${flags.out}: holds part ${shard.part} of ${shard.of}; --precision needs all parts.`,
    );
  }
  const wanted = headerOf({
    ...batch,
    seed: flags.seed ?? batch.seed,
    effects: flags.effects ?? batch.effects,
    replications: precision?.pilot ?? flags.replications ?? batch.replications,
    precision,
    shard,
  });
  if (folder === null) return memorySession(wanted);
  // With names alone it is the batch of that many winters; else the one of the folder goes on as it is.
  const isCounted =
    precision !== undefined ||
    flags.replications !== undefined ||
    (asked !== null && resume !== true);
  return openSession(folder, wanted, { resume, append, counted: isCounted });
}

/** What a batch of scenarios is when nothing else is said. */
function batchOf(library: Library, asked: readonly Resolved[]): Parameters<typeof headerOf>[0] {
  return {
    seed: SEED_DEFAULT,
    effects: 'likely',
    replications: REPLICATIONS_DEFAULT,
    bankHolidays: library.bankHolidays(),
    scenarios: asked.map((of) => ({ ...of, assumptions: commentaryOf(library, of) })),
  };
}

/** Prints the table and writes the folder; returns the exit code. */
export async function show(
  finished: Finished,
  folder: ResultsFolder | null,
  options: RunOptions & { also?: readonly ExportFormat[] },
  session: Session,
): Promise<number> {
  const { batch, summary } = finished;
  const { shard } = session.header;
  if (shard !== undefined && folder !== null) {
    writeManifest(folder, finished, options, session, [], {});
    const there = session.rows.reduce((sum, { size }) => sum + size, 0);
    process.stdout.write(
      `Part ${shard.part} of ${shard.of}: ${there === 1 ? '1 winter is' : `${there} winters are`} in ${folder.path}\n`,
    );
    return exitCodeOf(batch, summary, options);
  }
  if (summary.replications === 0) return exitCodeOf(batch, summary, options); // nothing to show
  if (options.json) process.stdout.write(summaryJson(summary));
  else {
    process.stdout.write(comparisonTable(summary, terminalColumns()));
    if (summary.layers) process.stdout.write(`\n${layersTable(summary.layers, terminalColumns())}`);
  }
  if (folder) {
    const tables = writeResults(folder, finished, options, session);
    await writeExports(folder, finished, tables, session.header, options.also ?? []);
    process.stderr.write(`Results are in ${folder.path}\n`);
  }
  return exitCodeOf(batch, summary, options);
}
