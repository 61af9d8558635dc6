// cli/session.ts: the results of a batch while it runs: in few arrays, and in the journal of its
// folder if it has one; a batch that was stopped goes on from there.

import { join } from 'node:path';
import type { Measured } from '../sim/outcomes/measures.js';
import { counted } from '../sim/scenario/problems.js';
import { Journal, NotRepeatable } from '../workers/journal.js';
import { Rows } from '../workers/rows.js';
import { type BatchHeader, differenceOf, headerText, parseHeader } from './batch-header.js';
import {
  BUSY,
  CANNOT_CREATE,
  CommandError,
  DISK,
  MISSING_INPUT,
  SOME_FAILED,
} from './exit-codes.js';
import { codeOf, reasonOf } from './file-errors.js';
import { BATCH, JOURNAL, MANIFEST, type ResultsFolder } from './results-folder.js';

/** Files of results, which a new batch in the same folder removes. */
const RESULTS = [
  'summary.json',
  'outcomes.csv',
  'daily.csv',
  'sites.csv',
  'planning.csv',
  'report.html',
  'outcomes.parquet',
  'daily.parquet',
  'results.xlsx',
  'precision.json',
];
const OWNER_CHECK_MILLISECONDS = 1000;

export interface Session {
  header: BatchHeader;
  rows: Rows[];
  /** Sentences for the person at the terminal: what was found, what is damaged. */
  notes: string[];
  /** True when a journal holds the daily series. */
  readonly journalled: boolean;
  found(scenario: number, replication: number): Measured | undefined;
  keep(scenario: number, replication: number, measured: Measured): Measured;
  /** Reads a result with its daily series again. */
  read(scenario: number, replication: number): Measured;
  /** True when this replication is run here. */
  isMine(replication: number): boolean;
  close(): void;
}

/** Results in memory only, without their daily series. */
export function memorySession(header: BatchHeader): Session {
  const rows = header.scenarios.map(() => new Rows());
  return {
    header,
    rows,
    notes: [],
    journalled: false,
    found: (scenario, replication) => rows[scenario].get(replication),
    keep: (scenario, replication, measured) => rows[scenario].add(replication, measured),
    read: () => {
      throw new RangeError('Daily series are kept only in the folder of a batch.');
    },
    isMine: () => true,
    close: () => undefined,
  };
}

/** What is asked of the batch in a folder. */
export interface Continue {
  /** Only go on with the batch that is there. */
  resume?: boolean;
  /** Winters beyond those that the batch there has. */
  append?: number;
  /** Whether a number of replications was asked for; else that of the batch there holds. */
  counted: boolean;
}

/** The batch that a folder holds; null when there is none. */
export function headerIn(folder: ResultsFolder): BatchHeader | null {
  const text = folder.read(BATCH);
  if (text === null) return null;
  try {
    return parseHeader(text);
  } catch (error) {
    throw new CommandError(
      CANNOT_CREATE,
      `${join(folder.path, BATCH)}: ${(error as Error).message}.`,
    );
  }
}

/** Opens the batch of a folder: begins it, or goes on with the one that is there. */
export function openSession(folder: ResultsFolder, wanted: BatchHeader, how: Continue): Session {
  const there = headerIn(folder);
  const header = continued(folder, there, wanted, how);
  if (header === null) startAnew(folder, there);
  const own = header ?? wanted;
  const isSame =
    header !== null &&
    header.replications === there?.replications &&
    header.appended === there.appended;
  if (!isSame) folder.write(BATCH, headerText(own));
  return journalSession(folder, own);
}

/** The header of the batch that goes on; null when a new one begins. */
function continued(
  folder: ResultsFolder,
  there: BatchHeader | null,
  wanted: BatchHeader,
  { resume, append, counted: isCounted }: Continue,
): BatchHeader | null {
  const must = resume === true || append !== undefined;
  if (there === null) {
    if (!must) return null;
    throw new CommandError(MISSING_INPUT, `${folder.path}: there is no batch to go on with.`);
  }
  const difference = differenceOf(there, wanted) || differenceOfShards(there, wanted);
  if (difference !== '') {
    if (!must && (isFinished(folder, there) || isEmpty(folder, there))) return null;
    throw new CommandError(
      CANNOT_CREATE,
      `${folder.path}: holds ${isFinished(folder, there) ? 'a' : 'an unfinished'} batch with ` +
        `${difference}; name another folder, or ${must ? 'ask for the same' : 'remove this one'}.`,
    );
  }
  if (append === undefined) {
    const replications = isCounted ? wanted.replications : there.replications;
    return { ...there, replications };
  }
  const { appended = 0 } = there;
  if (isFinished(folder, there)) {
    return { ...there, replications: there.replications + append, appended: append };
  }
  if (appended === append) return there; // the same command again, after it was stopped
  throw new CommandError(
    CANNOT_CREATE,
    `${folder.path}: holds an unfinished batch; end it with --resume before --append.`,
  );
}

function differenceOfShards({ shard: there }: BatchHeader, { shard: wanted }: BatchHeader): string {
  const [one, other] = [there, wanted].map((s) => (s ? `part ${s.part} of ${s.of}` : 'all parts'));
  return one === other ? '' : `${one}, not ${other}`;
}

/** Whether the batch of a folder was ended with its results. */
export function isFinished(folder: ResultsFolder, { id, replications }: BatchHeader): boolean {
  try {
    const manifest = JSON.parse(folder.read(MANIFEST) ?? '') as Record<string, unknown>;
    return manifest.batch === id && manifest.complete === true && manifest.wanted === replications;
  } catch {
    return false;
  }
}

/**
 * Refuses a folder whose batch was not ended, for a command that would replace it.
 * @throws CommandError with code 73
 */
export function refuseUnfinished(folder: ResultsFolder): void {
  const there = headerIn(folder);
  if (there === null || isFinished(folder, there) || isEmpty(folder, there)) return;
  throw new CommandError(
    CANNOT_CREATE,
    `${folder.path}: holds an unfinished batch; end it with winterflow run --resume --out ` +
      `${folder.path}, name another folder or remove this one.`,
  );
}

function isEmpty(folder: ResultsFolder, { id }: BatchHeader): boolean {
  let lines = 0;
  const journal = Journal.open(join(folder.path, JOURNAL), id, () => lines++);
  journal.close();
  return lines === 0;
}

/** Removes what an earlier batch left; the journal goes before the header that explains it. */
function startAnew(folder: ResultsFolder, there: BatchHeader | null): void {
  for (const name of [...RESULTS, JOURNAL]) folder.remove(name);
  if (there !== null) folder.remove(MANIFEST);
}

function journalSession(folder: ResultsFolder, header: BatchHeader): Session {
  const rows = header.scenarios.map(() => new Rows());
  const { shard, replications } = header;
  const path = join(folder.path, JOURNAL);
  let journal: Journal;
  try {
    journal = Journal.open(path, header.id, (scenario, replication, measured) => {
      if (scenario < rows.length && replication < replications) {
        rows[scenario].add(replication, measured);
      }
    });
  } catch (error) {
    throw refusalOf(error, path, null);
  }
  const notes = [...journal.warnings];
  const there = rows.reduce((sum, { size }) => sum + size, 0);
  if (there > 0) {
    const total = rows.length * partOf(replications, header);
    notes.push(`Going on: ${there} of ${counted(total, 'winter')} are there.`);
  }
  let checkedAt = performance.now();
  return {
    header,
    rows,
    notes,
    journalled: true,
    found: (scenario, replication) => rows[scenario].get(replication),
    keep: (scenario, replication, measured) => {
      if (performance.now() - checkedAt > OWNER_CHECK_MILLISECONDS) {
        checkedAt = performance.now();
        if (!folder.isMine()) {
          throw new CommandError(
            BUSY,
            `${folder.path}: another process has taken this folder over.`,
          );
        }
      }
      try {
        journal.append(scenario, replication, measured);
      } catch (error) {
        throw refusalOf(error, path, rows);
      }
      return rows[scenario].add(replication, measured);
    },
    read: (scenario, replication) => journal.read(scenario, replication),
    isMine: (replication) => shard === undefined || replication % shard.of === shard.part - 1,
    close: () => {
      try {
        journal.sync();
      } finally {
        journal.close();
      }
    },
  };
}

/** Replications of each scenario that are run here. */
export function partOf(replications: number, { shard }: Pick<BatchHeader, 'shard'>): number {
  if (shard === undefined) return replications;
  return Math.floor((replications - shard.part + shard.of) / shard.of);
}

function refusalOf(error: unknown, path: string, rows: readonly Rows[] | null): CommandError {
  if (error instanceof CommandError) return error;
  if (error instanceof NotRepeatable) return new CommandError(SOME_FAILED, error.message);
  if (codeOf(error) === String(error)) throw error;
  const kept = rows?.reduce((sum, { size }) => sum + size, 0) ?? 0;
  const rest =
    rows === null
      ? ''
      : ` ${counted(kept, 'winter')} are kept; the same command goes on from there.`;
  return new CommandError(DISK, `${path}: cannot be written: ${reasonOf(error)}.${rest}`);
}
