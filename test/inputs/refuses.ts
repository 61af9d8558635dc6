// test/inputs/refuses.ts: how a scenario text is refused: its lines and its exit code.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exitCodeOf } from '../../cli/requests.js';
import { FOLDERS, HOLIDAYS_FILE, type Library, memoryLibrary } from '../../sim/scenario/library.js';
import { InputError, problemLines } from '../../sim/scenario/problems.js';
import { type Resolved, resolve } from '../../sim/scenario/resolve.js';

const SCENARIOS = join(import.meta.dirname, '../../scenarios');
const MINE = 'mine.yaml';

/** Texts by path under scenarios/. */
export type Texts = Readonly<Record<string, string>>;

/** The shipped systems, winters and plans. */
export const SHIPPED: Texts = Object.fromEntries(
  [FOLDERS.system, FOLDERS.winter, FOLDERS.plan].flatMap((folder) =>
    readdirSync(join(SCENARIOS, folder)).map((file) => [
      `${folder}/${file}`,
      readFileSync(join(SCENARIOS, folder, file), 'utf8'),
    ]),
  ),
);

const HOLIDAYS = { [`data/${HOLIDAYS_FILE}`]: holidaysText() };

/** A library of the shipped files, and others beside or instead of them. */
export function libraryWith(others: Texts): Library {
  return memoryLibrary({ ...HOLIDAYS, ...SHIPPED, ...others });
}

/** A scenario of the Lister with changes, which begin in line 5 and column 3. */
export function changes(body: string): string {
  const indented = body.split('\n').map((line) => `  ${line}`);
  return `${scenario('changes:')}${indented.join('\n')}\n`;
}

/** A scenario of the Lister with more lines, which begin in line 4. */
export function scenario(lines: string): string {
  return `winterflow: 1\nname: Mine\nsystem: lister-2017-18\n${lines}\n`;
}

/** Resolves a scenario text; fails with the lines of the refusal. */
export function accepted(text: string, others: Texts = {}): Resolved {
  return resolve(libraryWith({ ...others, [MINE]: text }), { scenario: MINE });
}

/** The lines and the exit code with which a scenario text is refused. */
export function refusalOf(text: string, others: Texts = {}): { lines: string[]; code: number } {
  try {
    accepted(text, others);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { lines: problemLines(error.problems), code: exitCodeOf(error.problems) };
  }
  return { lines: [], code: 0 };
}

/** A test that a text is refused with exactly these lines; `mine.yaml:` is left out of them. */
export function refuses(what: string, text: string, ...lines: string[]): void {
  it(`refuses ${what}`, () => {
    expect(refusalOf(text)).toEqual({ lines: lines.map((line) => `${MINE}:${line}`), code: 65 });
  });
}

/** A test that a text is accepted. */
export function accepts(what: string, text: string): void {
  it(`accepts ${what}`, () => {
    expect(refusalOf(text)).toEqual({ lines: [], code: 0 });
  });
}

function holidaysText(): string {
  return readFileSync(join(SCENARIOS, 'data', HOLIDAYS_FILE), 'utf8');
}
