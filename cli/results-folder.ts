// cli/results-folder.ts: the folder of a batch: created, locked, filled, and never half overwritten.

import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { VERSION } from '../sim/outcomes/provenance.js';
import { BUSY, CANNOT_CREATE, CommandError, DISK } from './exit-codes.js';

const LOCK = '.winterflow-lock';
const MANIFEST = 'manifest.json';

export interface ResultsFolder {
  readonly path: string;
  /** Writes a file whole, or not at all. */
  write(name: string, text: string): void;
  /** Removes a file that an earlier batch left. */
  remove(name: string): void;
  /** Gives the folder free. */
  close(): void;
}

/** Creates or takes over a results folder and locks it. */
export function openResultsFolder(given: string): ResultsFolder {
  const path = resolve(given);
  prepare(path, given);
  lock(path);
  return {
    path,
    write: (name, text) => writeWhole(join(path, name), text),
    remove: (name) => rmSync(join(path, name), { force: true }),
    close: () => rmSync(join(path, LOCK), { force: true }),
  };
}

function prepare(path: string, given: string): void {
  if (!existsSync(path)) {
    if (!existsSync(dirname(path))) {
      throw new CommandError(
        CANNOT_CREATE,
        `--out ${given}: its parent folder ${dirname(path)} does not exist; create it first.`,
      );
    }
    try {
      mkdirSync(path);
    } catch (error) {
      throw new CommandError(CANNOT_CREATE, `--out ${given}: cannot be created: ${reason(error)}.`);
    }
    return;
  }
  if (!statSync(path).isDirectory()) {
    throw new CommandError(CANNOT_CREATE, `--out ${given}: is a file; name a folder.`);
  }
  try {
    accessSync(path, constants.W_OK);
  } catch {
    throw new CommandError(CANNOT_CREATE, `--out ${given}: is read-only.`);
  }
  const files = readdirSync(path).filter((name) => name !== LOCK);
  if (files.length === 0) return;
  if (!files.includes(MANIFEST)) {
    throw new CommandError(
      CANNOT_CREATE,
      `--out ${given}: holds files that are not a batch of Winterflow; name a new or empty folder.`,
    );
  }
  const version = manifestVersion(join(path, MANIFEST));
  if (version !== VERSION) {
    throw new CommandError(
      CANNOT_CREATE,
      `--out ${given}: holds a batch of version ${version}, this is ${VERSION}; name another folder.`,
    );
  }
}

function manifestVersion(path: string): string {
  try {
    return String((JSON.parse(readFileSync(path, 'utf8')) as { version?: unknown }).version);
  } catch {
    return 'unknown';
  }
}

/** One batch a folder; the lock of a process that is gone is taken over. */
function lock(path: string): void {
  const file = join(path, LOCK);
  const mine = JSON.stringify({ pid: process.pid, host: hostname() });
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(file, mine, { flag: 'wx' });
      return;
    } catch (error) {
      if (code(error) !== 'EEXIST') {
        throw new CommandError(CANNOT_CREATE, `${path}: cannot be written: ${reason(error)}.`);
      }
    }
    const owner = lockOwner(file);
    if (owner !== null && isAlive(owner)) {
      throw new CommandError(
        BUSY,
        `${path}: another batch is writing here (process ${owner.pid} on ${owner.host}).`,
      );
    }
    rmSync(file, { force: true });
  }
}

interface Owner {
  pid: number;
  host: string;
}

function lockOwner(file: string): Owner | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner;
  } catch {
    return null;
  }
}

function isAlive({ pid, host }: Owner): boolean {
  if (host !== hostname()) return true; // cannot be known from here
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch (error) {
    return code(error) === 'EPERM';
  }
}

function writeWhole(path: string, text: string): void {
  const partial = `${path}.partial`;
  try {
    writeFileSync(partial, text);
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    throw new CommandError(DISK, `${path}: cannot be written: ${reason(error)}.`);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EISDIR: 'a folder has its name',
  ENOENT: 'nothing can be made there',
};

/** Why a file could not be written, in words and by the code of the system. */
function reason(error: unknown): string {
  const words = REASONS[code(error)];
  return words === undefined ? code(error) : `${words} (${code(error)})`;
}

function code(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
