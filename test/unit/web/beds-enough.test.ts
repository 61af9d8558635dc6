// test/unit/web/beds-enough.test.ts: lowest and highest beds of all winters, however many there are.

import { expect, it } from 'vitest';
import { DAY_SHARES, type SingleWinters } from '../../../sim/outcomes/single-winters.js';
import { bedsRange, stepsOf } from '../../../web/charts/beds-enough.js';

const winters = (scenario: string, needed: readonly number[]): SingleWinters => ({
  scenario,
  dates: [],
  overShare: [],
  bedsNeeded: DAY_SHARES.map((share) => (share === 0.9 ? needed : [])),
});

it('is found among all scenarios, and passes over winters without a number', () => {
  const all = [winters('Base', [620, 587, Number.NaN]), winters('Plan', [601, 633])];
  expect(bedsRange(all, 0.9)).toEqual([587, 633]);
  expect(bedsRange([winters('Base', [Number.NaN])], 0.9)).toEqual([0, 1]);
  expect(bedsRange(all, 1)).toEqual([0, 1]);
});

it('is found among 200,000 winters, more than a call takes arguments', () => {
  const needed = Array.from({ length: 10_000 }, (_, winter) => 500 + (winter % 200));
  const all = Array.from({ length: 20 }, (_, s) => winters(`Plan ${s}`, needed));
  expect(bedsRange(all, 0.9)).toEqual([500, 699]);
});

it('is drawn in one step a number of beds, counting the winters up to it', () => {
  const steps = stepsOf([610, 600, 610, Number.NaN, 605, 600, 600]);
  expect(steps).toEqual([
    [600, 3],
    [605, 4],
    [610, 6],
  ]);
  expect(stepsOf([])).toEqual([]);
});
