// cli/reproduce.ts: `winterflow reproduce`: runs the batch of a results folder again and compares.

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { type BatchHeader, buildOf, headerOf, parseHeader } from './batch-header.js';
import { formatsAmong } from './derived-files.js';
import {
  BAD_INPUT,
  CANNOT_CREATE,
  CommandError,
  DONE,
  INTERRUPTED,
  MISSING_INPUT,
  NOT_VERIFIED,
  SOME_FAILED,
} from './exit-codes.js';
import { writeExports } from './exports.js';
import { reasonOf } from './file-errors.js';
import { listenForStop, type Stop } from './interrupt.js';
import { type Manifest, readManifest, wintersOf } from './manifest.js';
import { openNodeLibrary } from './node-library.js';
import { openSession } from './open-session.js';
import { WORKERS_MAX, wholeNumber, workersDefault } from './options.js';
import { reproduceWinters } from './reproduce-winters.js';
import { BATCH, MANIFEST, openResultsFolder, sumOfFile } from './results-folder.js';
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
  const { winters } = flags;
  const stop = listenForStop('nothing is compared');
  try {
    return await (winters === undefined
      ? whole(folder, header, flags, stop)
      : reproduceWinters(folder, header, { ...flags, winters }, stop));
  } finally {
    stop.off();
  }
}

/** Every file of results, byte for byte: what the winters give again, and what lies in the folder. */
async function whole(
  folder: string,
  header: BatchHeader,
  flags: Flags,
  stop: Stop,
): Promise<number> {
  const { shard } = header;
  if (shard !== undefined) {
    throw new CommandError(
      MISSING_INPUT,
      `${folder}: is part ${shard.part} of ${shard.of}, without files of results; compare its winters ` +
        'with --winters.',
    );
  }
  const manifest = readManifest(folder);
  const winters = wintersOf(manifest);
  if (winters === null) {
    throw new CommandError(
      MISSING_INPUT,
      `${join(folder, MANIFEST)}: does not say which winters of this batch were kept; write its results ` +
        'again with winterflow run --resume, or compare with --winters.',
    );
  }
  const scratch = scratchFolder();
  const clean = (): void => rmSync(scratch, { recursive: true, force: true });
  process.on('exit', clean); // at the second Ctrl-C
  try {
    const made = await madeAgain(scratch, header, { manifest, winters }, flags, stop);
    return stop.signal.aborted ? INTERRUPTED : compared(folder, header, manifest, made);
  } finally {
    process.off('exit', clean);
    clean();
  }
}

/** Runs the winters that were kept, writes their results, and gives the SHA-256 of each file. */
async function madeAgain(
  scratch: string,
  header: BatchHeader,
  { manifest, winters }: { manifest: Manifest; winters: readonly number[] },
  { workers, quiet }: Flags,
  stop: Stop,
): Promise<Manifest['files']> {
  const kept = new Set(winters);
  const replications = winters.reduce((most, k) => Math.max(most, k + 1), 0);
  const again = headerOf({ ...header, replications });
  const results = openResultsFolder(scratch);
  const session = openSession(results, again, { counted: true });
  try {
    const options = { ...again, scenarios: [], plans: [], workers, quiet };
    const finished = await runScenarios(openNodeLibrary(), again.scenarios, options, {
      session: { ...session, isMine: (replication) => kept.has(replication) },
      stop: { ...stop, off: () => undefined },
    });
    if (stop.signal.aborted) return {};
    const [failure] = finished.batch.failures;
    if (failure !== undefined) {
      throw new CommandError(
        SOME_FAILED,
        `Nothing was compared: replication ${failure.replication} of "${failure.scenario}" was kept, and ` +
          `fails now: ${failure.cause}`,
      );
    }
    const tables = writeResults(results, finished, options, session);
    // Exports name the build and the batch; those of the folder, so that only numbers can differ.
    const { build, id } = header;
    const formats = formatsAmong(Object.keys(manifest.files));
    await writeExports(results, finished, tables, { ...again, build, id }, formats);
    return readManifest(scratch).files;
  } finally {
    session.close();
    results.close();
  }
}

/** Says of each file whether it comes out again, and whether it lies there as it was written. */
function compared(
  folder: string,
  { scenarios }: BatchHeader,
  { files, replications }: Manifest,
  made: Manifest['files'],
): number {
  const count = Object.keys(files).length;
  let differing = 0;
  let touched = 0;
  for (const [name, sum] of Object.entries(files)) {
    const there = sumOfFile(join(folder, name));
    if (made[name] !== sum) differing++;
    if (there !== sum) touched++;
    const changed = there === null ? 'GONE   ' : 'CHANGED';
    const verdict = made[name] !== sum ? 'DIFFERS' : there === sum ? 'same   ' : changed;
    process.stdout.write(`${verdict}  ${name}  ${sum}\n`);
  }
  const notAsWritten = `${touched} of ${count} files ${touched === 1 ? 'is' : 'are'} not as written`;
  if (differing > 0) {
    process.stdout.write(`NOT reproduced: ${differing} of ${count} files differ.\n`);
    if (touched > 0) process.stdout.write(`Besides, ${notAsWritten}.\n`);
  } else if (touched > 0) {
    process.stdout.write(`The winters give the same bytes again, but ${notAsWritten}.\n`);
  } else {
    process.stdout.write(
      `Reproduced: ${replications} winters of ${scenarios.length} scenarios give the same bytes.\n`,
    );
  }
  return differing + touched === 0 ? DONE : NOT_VERIFIED;
}

function scratchFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'winterflow-reproduce-'));
  } catch (error) {
    throw new CommandError(
      CANNOT_CREATE,
      `${tmpdir()}: no folder for the second run can be made there: ${reasonOf(error)}; set TMPDIR to a ` +
        'folder that can be written to.',
    );
  }
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
