// test/golden/golden.test.ts: results are what they were, to the last bit, or the list of changes
// says why they moved.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REFERENCE } from '../../sim/verification/reference.js';
import { changelogStart, markOf, movesBetween, readGolden } from './files.js';
import { GOLDEN_SCENARIOS, type Golden, runGolden } from './scenarios.js';

const HINT = 'see and keep what moved by: npm run golden -- --reason "why they moved"';
const stored = readGolden(resolve(import.meta.dirname, 'results'));

describe('golden results', () => {
  it('are reproduced to the last bit', async () => {
    const found = await runGolden();
    expect(movesBetween(stored, found), HINT).toEqual([]);
    expect(found, HINT).toEqual(stored);
  });

  it('are there for each scenario, at least twelve', () => {
    expect(Object.keys(stored).sort()).toEqual(Object.keys(GOLDEN_SCENARIOS).sort());
    expect(Object.keys(stored).length).toBeGreaterThanOrEqual(12);
  });

  it('have a line in CHANGELOG.md that names this very set and says why', () => {
    const lines = readFileSync(resolve(import.meta.dirname, '../../CHANGELOG.md'), 'utf8');
    const start = changelogStart(markOf(stored, REFERENCE));
    const line = lines.split('\n').find((text) => text.startsWith(start));
    expect(line, `no line "${start}…": ${HINT}`).toBeDefined();
    expect(line?.slice(start.length).trim().length).toBeGreaterThan(10);
  });
});

describe('what moved', () => {
  const [[name, golden]] = Object.entries(stored);
  const now = (change: Partial<Golden>) => ({ ...stored, [name]: { ...golden, ...change } });

  it('is said by scenario and outcome, with old, new and the change in %', () => {
    const outcomes = { ...golden.outcomes, stayMeanDays: 8.8, dtocShareMean: null };
    const before = { ...golden.outcomes, stayMeanDays: 8, dtocShareMean: 0.03 };
    expect(movesBetween(now({ outcomes: before }), now({ outcomes }))).toEqual([
      `${name}: stayMeanDays 8 -> 8.8 (+10.0 %)`,
      `${name}: dtocShareMean 0.03 -> undefined`,
    ]);
  });

  it('is said when no rounded mean shows it', () => {
    expect(movesBetween(stored, now({ sha256: '0' }))).toEqual([
      `${name}: only digits beyond the sixth, or daily series`,
    ]);
  });

  it('gives the set another mark, for results and for the reference run', () => {
    const mark = markOf(stored, REFERENCE);
    expect(markOf(now({ sha256: '0' }), REFERENCE)).not.toBe(mark);
    expect(markOf(stored, { ...REFERENCE, results: '0' })).not.toBe(mark);
    expect(markOf(stored, { ...REFERENCE })).toBe(mark);
  });
});
