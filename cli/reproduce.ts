// cli/reproduce.ts: `winterflow reproduce`: runs the batch of a results folder again and compares.

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { runBatch } from '../workers/batch.js';
import { Journal } from '../workers/journal.js';
import { openNodePool } from '../workers/node-pool.js';
import { seal } from '../workers/sealed.js';
import { type BatchHeader, buildOf, headerOf, parseHeader } from './batch-header.js';
import {
  BAD_INPUT,
  CommandError,
  DONE,
  INTERRUPTED,
  MISSING_INPUT,
  NOT_VERIFIED,
} from './exit-codes.js';
import { listenForStop, type Stop } from './interrupt.js';
import { openNodeLibrary } from './node-library.js';
import { openSession } from './open-session.js';
import { WORKERS_MAX, wholeNumber, workersDefault } from './options.js';
import { showProgress } from './progress.js';
import { BATCH, JOURNAL, MANIFEST, openResultsFolder } from './results-folder.js';
import { runScenarios } from './run-scenarios.js';
import { writeResults } from './write-results.js';

interface Flags {
  workers: number;
  winters?: number;
  quiet?: boolean;
}

/** Adds the command to the program. */
export function addReproduce(program: Command, end: (exitCode: number) => void): void {
  program
    .command('reproduce')
    .description('run the batch of a results folder again and confirm its hashes')
    .argument('<folder>', 'a results folder')
    .option('--winters <n>', 'only the first winters, each compared by itself', wholeNumber(1, 1e6))
    .option('--workers <n>', 'threads', wholeNumber(1, WORKERS_MAX), workersDefault())
    .option('--quiet', 'no progress')
    .action(async (folder: string, flags: Flags) => end(await reproduce(folder, flags)));
}

async function reproduce(folder: string, flags: Flags): Promise<number> {
  const header = headerIn(folder);
  if (header.build !== buildOf()) {
    process.stderr.write(
      `It was made by build ${header.build}; this is ${buildOf()}. Numbers may differ for that reason.\n`,
    );
  }
  const stop = listenForStop('Stopping: nothing is compared. Again to stop at once.');
  try {
    return await (flags.winters === undefined
      ? whole(folder, header, flags, stop)
      : firstWinters(folder, header, flags, stop));
  } finally {
    stop.off();
  }
}

/** Every file of results, byte for byte. */
async function whole(
  folder: string,
  header: BatchHeader,
  { workers, quiet }: Flags,
  stop: Stop,
): Promise<number> {
  const { files, replications } = manifestIn(folder);
  const scratch = mkdtempSync(join(tmpdir(), 'winterflow-reproduce-'));
  const again = headerOf({ ...header, replications, shard: undefined });
  const results = openResultsFolder(scratch);
  const session = openSession(results, again, { counted: true });
  try {
    const options = { ...again, scenarios: [], plans: [], workers, quiet };
    const finished = await runScenarios(openNodeLibrary(), again.scenarios, options, {
      session,
      stop: { ...stop, off: () => undefined },
    });
    if (stop.signal.aborted) return INTERRUPTED;
    writeResults(results, finished, options, session);
    const made = manifestIn(scratch).files;
    let differing = 0;
    for (const [name, sum] of Object.entries(files)) {
      const isSame = made[name] === sum;
      if (!isSame) differing++;
      process.stdout.write(`${isSame ? 'same   ' : 'DIFFERS'}  ${name}  ${sum}\n`);
    }
    process.stdout.write(
      differing === 0
        ? `Reproduced: ${replications} winters of ${again.scenarios.length} scenarios give the same bytes.\n`
        : `NOT reproduced: ${differing} of ${Object.keys(files).length} files differ.\n`,
    );
    return differing === 0 ? DONE : NOT_VERIFIED;
  } finally {
    session.close();
    results.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The first winters of each scenario against the lines of the journal. */
async function firstWinters(
  folder: string,
  header: BatchHeader,
  flags: Flags,
  stop: Stop,
): Promise<number> {
  const sums = new Map<string, string>();
  const path = join(folder, JOURNAL);
  if (!existsSync(path)) throw new CommandError(MISSING_INPUT, `${path}: there is no journal.`);
  Journal.scan(path, header.id, (scenario, replication, measured) => {
    sums.set(`${scenario} ${replication}`, seal(header.id, scenario, replication, measured).sum);
  });
  const replications = Math.min(flags.winters ?? 1, header.replications);
  let compared = 0;
  let differing = 0;
  const winters = header.scenarios.length * replications;
  const progress = showProgress(
    process.stderr,
    { winters },
    flags.quiet === true ? 'none' : 'auto',
  );
  const pool = openNodePool(flags.workers);
  await runBatch(header.scenarios, pool, {
    seed: header.seed,
    replications,
    effects: header.effects,
    bankHolidays: header.bankHolidays,
    keep: (scenario, replication, measured) => {
      const sum = sums.get(`${scenario} ${replication}`);
      if (sum !== undefined) {
        compared++;
        if (seal(header.id, scenario, replication, measured).sum !== sum) differing++;
      }
      return measured;
    },
    onProgress: progress.update,
    signal: stop.signal,
  }).finally(async () => {
    progress.stop();
    await pool.close();
  });
  if (stop.signal.aborted) return INTERRUPTED;
  process.stdout.write(
    `${compared} winters compared with the journal: ${differing === 0 ? 'all the same' : `${differing} DIFFER`}.\n`,
  );
  return differing === 0 && compared > 0 ? DONE : NOT_VERIFIED;
}

function headerIn(folder: string): BatchHeader {
  const path = join(folder, BATCH);
  if (!existsSync(path)) throw new CommandError(MISSING_INPUT, `${folder}: holds no ${BATCH}.`);
  try {
    return parseHeader(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new CommandError(BAD_INPUT, `${path}: ${(error as Error).message}.`);
  }
}

function manifestIn(folder: string): { files: Record<string, string>; replications: number } {
  const path = join(folder, MANIFEST);
  try {
    const { files, replications } = JSON.parse(readFileSync(path, 'utf8')) as {
      files: Record<string, string>;
      replications: number;
    };
    if (typeof replications === 'number' && Object.keys(files).length > 0)
      return { files, replications };
  } catch {
    // said below
  }
  throw new CommandError(
    MISSING_INPUT,
    `${path}: lists no files to compare; the batch has no results yet.`,
  );
}
