// cli/folder-lock.ts: one batch a folder; the lock of a process that is gone is taken over.

import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { BUSY, CANNOT_CREATE, CommandError } from './exit-codes.js';
import { codeOf, reasonOf } from './file-errors.js';

/** Name of the lock; files that begin so belong to nobody's results. */
export const LOCK = '.winterflow-lock';
const ATTEMPTS = 5;

export interface Lock {
  /** False once somebody removed it or took it over. */
  isMine(): boolean;
  release(): void;
}

interface Owner {
  pid: number;
  host: string;
  /** When the process started, as the system counts; tells it from a later one of the same number. */
  started?: string;
}

/**
 * Locks a folder.
 * @throws CommandError with code 75 and the owner's name while another process holds it
 */
export function takeLock(path: string): Lock {
  const file = join(path, LOCK);
  const token = randomBytes(6).toString('hex');
  const owner: Owner & { token: string } = { ...myself(), token };
  const mine = JSON.stringify(owner);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (create(path, file, mine, token)) {
      return {
        isMine: () => textOf(file) === mine,
        release: () => {
          if (textOf(file) === mine) rmSync(file, { force: true });
        },
      };
    }
    const text = textOf(file);
    const other = ownerOf(text);
    if (other !== null && isAlive(other)) throw busy(path, other);
    if (text !== null) removeDead(file, text, token);
  }
  throw new CommandError(BUSY, `${path}: other batches are starting here; try again.`);
}

/** Makes the lock with its whole text in one step; false when there is one. */
function create(path: string, file: string, text: string, token: string): boolean {
  const draft = `${file}.${token}`;
  try {
    writeFileSync(draft, text);
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK'].includes(codeOf(error))) {
      return createWithoutLink(file, text); // a file system without links
    }
    throw new CommandError(CANNOT_CREATE, `${path}: cannot be written: ${reasonOf(error)}.`);
  } finally {
    rmSync(draft, { force: true });
  }
}

function createWithoutLink(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a dead lock away; one that is new since it was read is put back. */
function removeDead(file: string, text: string, token: string): void {
  const aside = `${file}.${token}.old`;
  try {
    renameSync(file, aside);
    if (textOf(aside) !== text) linkSync(aside, file);
  } catch {
    // Somebody else was faster; the next attempt sees who.
  } finally {
    rmSync(aside, { force: true });
  }
}

function busy(path: string, { pid, host }: Owner): CommandError {
  return new CommandError(
    BUSY,
    `${path}: another batch is writing here (process ${pid} on ${host}).`,
  );
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function ownerOf(text: string | null): Owner | null {
  try {
    const { pid, host, started } = JSON.parse(text ?? '') as Partial<Owner>;
    return typeof pid === 'number' && typeof host === 'string' ? { pid, host, started } : null;
  } catch {
    return null;
  }
}

function myself(): Owner {
  return { pid: process.pid, host: hostname(), started: startOf(process.pid) };
}

function isAlive({ pid, host, started }: Owner): boolean {
  if (host !== hostname()) return true; // cannot be known from here
  if (pid === process.pid) return started !== undefined && started === startOf(pid);
  try {
    process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
  const now = startOf(pid);
  return started === undefined || now === undefined || now === started;
}

/** When a process started, in ticks since the machine did; undefined where the system hides it. */
function startOf(pid: number): string | undefined {
  const stat = textOf(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}
