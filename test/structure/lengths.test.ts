// test/structure/lengths.test.ts: a file holds one concept, so it is short; the exceptions say why.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDERS = ['sim', 'workers', 'cli', 'web', 'bench', 'tools', 'test'];
const LINES_MOST = 250;

const ONE_LOOP = 'one class with flat state: its methods share fields in the hot path';
const ONE_PAGE = 'a page is opened once for all its checks, which saves minutes';
/** Longer files, how long they may be, and why they are not cut. */
const LONGER: Readonly<Record<string, readonly [lines: number, why: string]>> = {
  'sim/engine/calendar.ts': [340, ONE_LOOP],
  'sim/hospital/beds.ts': [260, ONE_LOOP],
  'sim/hospital/department.ts': [360, ONE_LOOP],
  'sim/hospital/discharge.ts': [360, ONE_LOOP],
  'sim/hospital/observed.ts': [
    340,
    'a field for each series, named twice: as type and at its birth',
  ],
  'sim/hospital/policy.ts': [260, ONE_LOOP],
  'sim/hospital/simulate.ts': [280, ONE_LOOP],
  'sim/hospital/system.ts': [410, ONE_LOOP],
  'sim/verification/station.ts': [280, 'one simulation in one class'],
  'web/controls/plan-card.tsx': [260, 'one form'],
  'web/pages/scenarios.tsx': [270, 'one page'],
  'test/model/shocks.test.ts': [370, 'its tests share batches, which saves minutes'],
  'test/unit/engine/calendar.test.ts': [340, 'the tests of one class'],
  'test/web/refusals.test.ts': [300, ONE_PAGE],
  'test/web/question.test.ts': [290, ONE_PAGE],
  'test/web/results-pages.test.ts': [340, ONE_PAGE],
};

function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder)).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (statSync(join(ROOT, path)).isDirectory()) return filesUnder(path);
    return /\.(tsx?|mjs)$/.test(name) ? [path] : [];
  });
}

const linesOf = (path: string): number =>
  readFileSync(join(ROOT, path), 'utf8').trimEnd().split('\n').length;

const files = FOLDERS.flatMap(filesUnder).map((path) => ({ path, lines: linesOf(path) }));

describe('each file', () => {
  it(`has at most ${LINES_MOST} lines, or stands among the exceptions`, () => {
    const long = files
      .filter(({ path, lines }) => lines > (LONGER[path]?.[0] ?? LINES_MOST))
      .map(({ path, lines }) => `${path}: ${lines} lines`);
    expect(long).toEqual([]);
  });

  it('begins with its path and what it is for', () => {
    const silent = files
      .map(({ path }) => ({
        path,
        first: readFileSync(join(ROOT, path), 'utf8').split('\n', 1)[0],
      }))
      .filter(({ path, first }) => !first.startsWith(`// ${path}: `) && !first.startsWith('#!'))
      .map(({ path }) => path);
    expect(silent).toEqual([]);
  });
});

it('exceptions are files that need to be', () => {
  const long = files.filter(({ lines }) => lines > LINES_MOST).map(({ path }) => path);
  expect(Object.keys(LONGER).filter((path) => !long.includes(path))).toEqual([]);
});
