// cli/results-folder.ts: the folder of a batch: created, locked, filled, and never half overwritten.

import { createHash } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { VERSION } from '../sim/outcomes/provenance.js';
import { CANNOT_CREATE, CommandError, DISK } from './exit-codes.js';
import { reasonOf } from './file-errors.js';
import { LOCK, takeLock } from './folder-lock.js';

export const MANIFEST = 'manifest.json';
/** What the batch is, so that it can go on and be done again. */
export const BATCH = 'batch.json';
/** What the sweep is, so that it can go on. */
export const SWEEP = 'sweep.json';
/** By what the winters of questions were made, so that they are not mixed with others. */
export const WINTERS = 'winters.json';
export const JOURNAL = 'journal.jsonl';
/** How well outcomes are known, where a precision was asked for. */
export const PRECISION = 'precision.json';
const PARTIAL = '.partial';
const READ_BYTES = 1 << 20;

/** What a results folder is for: a batch of `run`, the points of a sweep, or winters of questions. */
export type FolderKind = 'batch' | 'sweep' | 'winters';

/** For each kind: the option that names the folder, what is found there and what would be written. */
const WORDS = {
  batch: { option: '--out', found: 'a batch', written: 'no batch' },
  sweep: { option: '--out', found: 'a sweep', written: 'no sweep' },
  winters: { option: '--keep', found: 'winters of questions', written: 'no winters of questions' },
} as const;

export interface ResultsFolder {
  readonly path: string;
  /** Writes a file whole, or not at all; returns the SHA-256 of its bytes. */
  write(name: string, content: string | Uint8Array | Iterable<string>): string;
  /** The text of a file; null when there is none. */
  read(name: string): string | null;
  /** Removes a file that an earlier batch left. */
  remove(name: string): void;
  /** False once another process holds the folder. */
  isMine(): boolean;
  /** Gives the folder free. */
  close(): void;
}

/**
 * Creates or takes over a results folder and locks it.
 * @throws CommandError with code 73 when it cannot be, or holds what is of another kind
 */
export function openResultsFolder(given: string, kind: FolderKind = 'batch'): ResultsFolder {
  const path = resolve(given);
  const named = `${WORDS[kind].option} ${given}`;
  prepare(path, named);
  refuseOtherKind(path, named, kind);
  const lock = takeLock(path);
  try {
    refuseOtherKind(path, named, kind); // another process may have begun in the meantime
  } catch (error) {
    lock.release();
    throw error;
  }
  return {
    path,
    write: (name, content) => writeWhole(join(path, name), content),
    read: (name) => (existsSync(join(path, name)) ? readFileSync(join(path, name), 'utf8') : null),
    remove: (name) => rmSync(join(path, name), { force: true }),
    isMine: () => lock.isMine(),
    close: () => lock.release(),
  };
}

/** The SHA-256 of a file, read a piece at a time; null when there is none. */
export function sumOfFile(path: string): string | null {
  if (!existsSync(path)) return null;
  const hash = createHash('sha256');
  const piece = Buffer.alloc(READ_BYTES);
  const file = openSync(path, 'r');
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
      hash.update(piece.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

function prepare(path: string, named: string): void {
  if (!existsSync(path)) {
    if (!existsSync(dirname(path))) {
      throw new CommandError(
        CANNOT_CREATE,
        `${named}: its parent folder ${dirname(path)} does not exist; create it first.`,
      );
    }
    try {
      mkdirSync(path);
    } catch (error) {
      throw new CommandError(CANNOT_CREATE, `${named}: cannot be created: ${reasonOf(error)}.`);
    }
    return;
  }
  if (!statSync(path).isDirectory()) {
    throw new CommandError(CANNOT_CREATE, `${named}: is a file; name a folder.`);
  }
  try {
    accessSync(path, constants.W_OK);
  } catch {
    throw new CommandError(CANNOT_CREATE, `${named}: is read-only.`);
  }
  const files = readdirSync(path).filter((name) => {
    return !name.startsWith(LOCK) && !(name.endsWith(PARTIAL) && isOurs(name));
  });
  if (files.length === 0) return;
  const [described] = [BATCH, SWEEP, WINTERS, MANIFEST].filter((name) => files.includes(name));
  if (described === undefined) {
    throw new CommandError(
      CANNOT_CREATE,
      `${named}: holds files that are not a batch of Winterflow; name a new or empty folder.`,
    );
  }
  const version = versionIn(join(path, described));
  if (version !== VERSION) {
    throw new CommandError(
      CANNOT_CREATE,
      `${named}: holds ${WORDS[kindOf(path) ?? 'batch'].found} of version ${version}, this is ${VERSION}; name another folder.`,
    );
  }
}

/** Nothing of one kind is written among results of the other, finished or not. */
function refuseOtherKind(path: string, named: string, kind: FolderKind): void {
  const there = kindOf(path);
  if (there === null || there === kind) return;
  throw new CommandError(
    CANNOT_CREATE,
    `${named}: holds ${WORDS[there].found}, and ${WORDS[kind].written} can be written there; name another folder.`,
  );
}

/** What a folder holds; null when it says nothing. */
function kindOf(path: string): FolderKind | null {
  if (existsSync(join(path, BATCH))) return 'batch';
  if (existsSync(join(path, SWEEP))) return 'sweep';
  if (existsSync(join(path, WINTERS))) return 'winters';
  if (!existsSync(join(path, MANIFEST))) return null;
  return 'experiment' in jsonIn(join(path, MANIFEST)) ? 'sweep' : 'batch';
}

function isOurs(partial: string): boolean {
  return [BATCH, SWEEP, WINTERS, MANIFEST].includes(partial.slice(0, -PARTIAL.length));
}

function versionIn(path: string): string {
  return String(jsonIn(path).version ?? 'unknown');
}

/** The fields of a file of JSON; none when it cannot be read. */
function jsonIn(path: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function writeWhole(path: string, content: string | Uint8Array | Iterable<string>): string {
  const partial = `${path}${PARTIAL}`;
  const hash = createHash('sha256');
  try {
    const file = openSync(partial, 'w');
    try {
      for (const part of partsOf(content)) {
        const bytes = typeof part === 'string' ? Buffer.from(part) : part;
        hash.update(bytes);
        for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
      }
    } finally {
      closeSync(file);
    }
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    throw new CommandError(DISK, `${path}: cannot be written: ${reasonOf(error)}.`);
  }
  return hash.digest('hex');
}

const PART_LENGTH = 1 << 16;

/** Small pieces put together, so that a long file is not written row by row. */
function* partsOf(content: string | Uint8Array | Iterable<string>): Generator<string | Uint8Array> {
  if (typeof content === 'string' || content instanceof Uint8Array) {
    yield content;
    return;
  }
  let text = '';
  for (const piece of content) {
    text += piece;
    if (text.length < PART_LENGTH) continue;
    yield text;
    text = '';
  }
  yield text;
}
