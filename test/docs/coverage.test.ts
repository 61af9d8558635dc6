// test/docs/coverage.test.ts: every system, target, intervention and shock of the planning documents
// has a line in docs/coverage.md whose files and tests exist.

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OUTCOME_KEYS } from '../../sim/outcomes/keys.js';

const ROOT = resolve(import.meta.dirname, '../..');

/** Ids of the requirements: a prefix and how many there are. */
const REQUIRED = { SYS: 4, T: 15, IV: 22, W: 6 };
const IDS = Object.entries(REQUIRED).flatMap(([prefix, count]) =>
  Array.from({ length: count }, (_, i) => `${prefix}${i + 1}`),
);

const rows = readFileSync(join(ROOT, 'docs/coverage.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| (SYS|T|IV|W)\d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, id, what, files, tests, source]) => ({ id, what, files, tests, source }));

const named = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name);

describe('docs/coverage.md', () => {
  it('has one line for each id, in order', () => {
    expect(rows.map(({ id }) => id)).toEqual(IDS);
  });

  it.each(rows)(
    '$id names files, tests and a source that exist',
    ({ files, tests, source, what }) => {
      expect(what.length).toBeGreaterThan(5);
      expect(source).toMatch(/00[0-4] L\d|00[0-4]\b|evidence/);
      const paths = named(files).filter((name) => name.includes('/'));
      expect(paths.length).toBeGreaterThan(0);
      expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
      const outcomes = named(files).filter((name) => /^[a-z][A-Za-z0-9]+$/.test(name));
      const facts = /Uptake|InReach|Assessed|electivesOfPlan/;
      expect(outcomes.filter((key) => !isOutcome(key) && !facts.test(key))).toEqual([]);
      expect(named(tests).length).toBeGreaterThan(0);
      expect(named(tests).filter((path) => !isTest(path))).toEqual([]);
    },
  );
});

function isOutcome(key: string): boolean {
  return (OUTCOME_KEYS as readonly string[]).includes(key);
}

function isTest(path: string): boolean {
  return /^test\/.*\.test\.tsx?$/.test(path) && existsSync(join(ROOT, path));
}
