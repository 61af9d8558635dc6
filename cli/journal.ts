// cli/journal.ts: results kept line by line while a long command runs, so that it can go on later.

import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { VERSION } from '../sim/outcomes/provenance.js';
import { CANNOT_CREATE, CommandError } from './exit-codes.js';

const FILE = 'journal.jsonl';

export interface Journal {
  /** What was kept under a name, if anything. */
  find(name: string): unknown;
  keep(name: string, value: unknown): void;
}

interface Line {
  of: string;
  name: string;
  value: unknown;
}

/**
 * Opens the journal of a folder, or one that keeps nothing where no folder is given.
 * @param resumes whether lines of the same work are used; else the journal begins anew
 * @param work whatever changes results: lines of other work are never used
 */
export function openJournal(folder: string | undefined, resumes: boolean, work: unknown): Journal {
  if (folder === undefined) return { find: () => undefined, keep: () => undefined };
  const of = digestOf(work);
  const path = join(openFolder(folder), FILE);
  if (!resumes) rmSync(path, { force: true });
  const found = new Map(
    linesOf(path).flatMap((line) => (line.of === of ? [[line.name, line.value] as const] : [])),
  );
  return {
    find: (name) => found.get(name),
    keep(name, value) {
      appendFileSync(path, `${JSON.stringify({ of, name, value })}\n`);
    },
  };
}

/** Makes a folder for results if it is not there. */
export function openFolder(given: string): string {
  const path = resolve(given);
  if (!existsSync(dirname(path))) {
    throw new CommandError(CANNOT_CREATE, `--out ${given}: its parent folder does not exist.`);
  }
  try {
    mkdirSync(path, { recursive: true });
  } catch {
    throw new CommandError(CANNOT_CREATE, `--out ${given}: cannot be created.`);
  }
  return path;
}

/** Whole lines of a journal; one that was cut short by a stop is done again. */
function linesOf(path: string): Line[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as Line];
      } catch {
        return [];
      }
    });
}

function digestOf(work: unknown): string {
  const text = JSON.stringify([VERSION, work], (_, value) =>
    value instanceof Map ? [...value] : value,
  );
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
