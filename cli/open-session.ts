// cli/open-session.ts: what a command does with the batch that a folder holds: goes on with it, begins
// anew, or refuses.

import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Journal } from '../workers/journal.js';
import { type BatchHeader, differenceOf, headerText, parseHeader } from './batch-header.js';
import { REPORTS } from './derived-files.js';
import { CANNOT_CREATE, CommandError, MISSING_INPUT } from './exit-codes.js';
import { manifestOf, wintersOf } from './manifest.js';
import { BATCH, JOURNAL, MANIFEST, PRECISION, type ResultsFolder } from './results-folder.js';
import { journalSession, type Session } from './session.js';

/** Files of results, which a new batch in the same folder removes. */
const RESULTS = [
  'summary.json',
  'outcomes.csv',
  'daily.csv',
  'sites.csv',
  'planning.csv',
  'single-winters.csv',
  'report.html',
  'outcomes.parquet',
  'daily.parquet',
  'results.xlsx',
  PRECISION,
  ...REPORTS,
];
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
  else forgetPrecision(folder, there, header);
  const own = header ?? wanted;
  const text = headerText(own);
  if (header === null || folder.read(BATCH) !== text) folder.write(BATCH, text);
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
    if (!must && isReplaceable(folder, there)) return null;
    throw new CommandError(
      CANNOT_CREATE,
      `${folder.path}: holds ${kindOf(folder, there)} with ${difference}; name another folder, or ` +
        `${must ? 'ask for the same' : 'remove this one'}.`,
    );
  }
  if (append === undefined) {
    const replications = isCounted ? wanted.replications : there.replications;
    return { ...there, replications, precision: wanted.precision };
  }
  const { appended = 0 } = there;
  if (isFinished(folder, there)) {
    const replications = wintersThere(folder, there) + append;
    return { ...there, replications, appended: append, precision: undefined };
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

/** The winters of a finished batch: fewer than were wanted where `--within` ended it. */
function wintersThere(folder: ResultsFolder, { replications }: BatchHeader): number {
  const manifest = manifestOf(folder.read(MANIFEST));
  const winters = manifest === null ? null : wintersOf(manifest);
  // Numbers with gaps, or winters that failed: they are part of what was wanted, and tried again.
  if (winters === null || winters.some((k, i) => k !== i)) return replications;
  return manifest?.failures.length === 0 ? winters.length : replications;
}

/**
 * Refuses a folder with a batch that was not ended, or with a part, for a command that would replace it.
 * @throws CommandError with code 73
 */
export function refuseUnfinished(folder: ResultsFolder): void {
  const there = headerIn(folder);
  if (there === null || isReplaceable(folder, there)) return;
  const { shard } = there;
  if (shard !== undefined) {
    throw new CommandError(
      CANNOT_CREATE,
      `${folder.path}: holds part ${shard.part} of ${shard.of} of a batch; name another folder or ` +
        'remove this one.',
    );
  }
  throw new CommandError(
    CANNOT_CREATE,
    `${folder.path}: holds an unfinished batch; end it with winterflow run --resume --out ` +
      `${folder.path}, name another folder or remove this one.`,
  );
}

/** Whether another batch may take the place: never that of a part, whose journal is its only result. */
function isReplaceable(folder: ResultsFolder, there: BatchHeader): boolean {
  return (there.shard === undefined && isFinished(folder, there)) || hasNoLines(folder, there);
}

function kindOf(folder: ResultsFolder, there: BatchHeader): string {
  if (there.shard !== undefined) return 'a part of a batch';
  return isFinished(folder, there) ? 'a batch' : 'an unfinished batch';
}

/** Whether the journal of a folder holds nothing of what its lines are sealed for. */
export function hasNoLines(folder: ResultsFolder, { id }: { id: string }): boolean {
  let lines = 0;
  const journal = Journal.open(join(folder.path, JOURNAL), id, () => lines++);
  journal.close();
  return lines === 0;
}

/** Removes the answer to a precision that is no longer asked for, and the manifest that lists it. */
function forgetPrecision(
  folder: ResultsFolder,
  there: BatchHeader | null,
  { precision }: BatchHeader,
): void {
  if (there?.precision === undefined || isDeepStrictEqual(there.precision, precision)) return;
  folder.remove(MANIFEST);
  folder.remove(PRECISION);
}

/** Removes what an earlier batch left; the journal goes before the header that explains it. */
function startAnew(folder: ResultsFolder, there: BatchHeader | null): void {
  for (const name of [...RESULTS, JOURNAL]) folder.remove(name);
  if (there !== null) folder.remove(MANIFEST);
}
