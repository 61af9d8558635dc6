// test/unit/engine/quantile-table.test.ts: one draw becomes one value: near the exact quantile, far
// into both tails, never falling, and with the right mean.

import { describe, expect, it } from 'vitest';
import { type Distribution, meanOf, quantileFunction } from '../../../sim/engine/distributions.js';
import { Draws } from '../../../sim/engine/draws.js';
import {
  lengthBiased,
  quantileOf,
  tableMean,
  tabulate,
} from '../../../sim/engine/quantile-table.js';
import { seedOf } from '../../../sim/engine/seed.js';
import { SMOOTH, STEPS, WITH_ZERO } from './samples.js';

const ERROR_SHARE = 0.01; // of the exact quantile, far out
const MIDDLE_ERROR_SHARE = 5e-4; // between the 1st and the 99th percentile
const MEAN_ERROR_SHARE = 1e-4;
const PAIRS = 1_000_000;

/** Probabilities from 1e-9 to 1 - 1e-9, evenly by logarithm on each side. */
const SHARES = Array.from({ length: 901 }, (_, i) => 0.5 * 10 ** (-8.7 * (i / 900)));

/** The draw of probability p and the exact probability of that draw. */
function drawAt(p: number): { bits: number; exact: number } {
  const draw = Math.min(Math.floor(p * 2 ** 32), 2 ** 32 - 1);
  return { bits: draw | 0, exact: (draw + 0.5) * 2 ** -32 };
}

describe('edges of the draw', () => {
  const quantile = quantileFunction({ distribution: 'exponential', mean: 5 });
  const table = tabulate(quantile);

  it('draw 0 gives the smallest value, draw -1 (all bits set) the largest', () => {
    expect(quantileOf(table, 0) / quantile(2 ** -33)).toBeCloseTo(1, 0);
    expect(quantileOf(table, 0)).toBeGreaterThan(0);
    expect(quantileOf(table, -1) / quantile(1 - 2 ** -33)).toBeCloseTo(1, 2);
    expect(Number.isFinite(quantileOf(table, -1))).toBe(true);
  });

  it('the two draws beside the median meet there', () => {
    const below = quantileOf(table, 0x7fffffff);
    const above = quantileOf(table, 0x80000000 | 0);
    expect(below).toBeLessThan(above);
    expect(below).toBeCloseTo(5 * Math.LN2, 8);
    expect(above).toBeCloseTo(5 * Math.LN2, 8);
  });

  it('neighbouring draws at every power of two differ little and never fall', () => {
    for (let bit = 1; bit < 32; bit++) {
      for (const draw of [2 ** bit, 2 ** 32 - 2 ** bit]) {
        const [a, b] = [quantileOf(table, (draw - 1) | 0), quantileOf(table, draw | 0)];
        expect(b).toBeGreaterThanOrEqual(a);
        expect(b - a).toBeLessThanOrEqual(1.5 * Math.max(a, 1e-8));
      }
    }
  });
});

describe('special tables', () => {
  it('of one value give that value at every draw', () => {
    const table = tabulate(() => 7);
    for (const bits of [0, 1, -1, 0x7fffffff, 0x80000000 | 0, 12345]) {
      expect(quantileOf(table, bits)).toBe(7);
    }
    expect(tableMean(table)).toBeCloseTo(7, 12);
    expect(tableMean(lengthBiased(table))).toBeCloseTo(7, 12);
  });

  it('of nothing but zeros stay zero when found by length', () => {
    expect(lengthBiased(tabulate(() => 0)).every((value) => value === 0)).toBe(true);
  });

  it('of an exponential found by length is an Erlang of two phases', () => {
    const table = lengthBiased(
      tabulate(quantileFunction({ distribution: 'exponential', mean: 1 })),
    );
    const erlang = quantileFunction({ distribution: 'gamma', mean: 2, cv: Math.SQRT1_2 });
    for (const p of [0.01, 0.1, 0.5, 0.9, 0.99, 0.999]) {
      expect(quantileOf(table, drawAt(p).bits) / erlang(p)).toBeCloseTo(1, 2);
    }
  });

  it('of a share of zeros never find a zero stay: nobody is found in a stay of no length', () => {
    const table = lengthBiased(tabulate(quantileFunction(WITH_ZERO)));
    expect(quantileOf(table, drawAt(0.001).bits)).toBeGreaterThan(0);
  });

  it('of steps have the weighted mean up to the half cell that a step may straddle', () => {
    const jumps = STEPS.values.reduce((sum, x, i) => sum + (i ? x - STEPS.values[i - 1] : 0), 0);
    const error = tableMean(tabulate(quantileFunction(STEPS))) - meanOf(STEPS);
    expect(Math.abs(error)).toBeLessThan(jumps / 512);
  });
});

describe.each(SMOOTH)('table of %s', (_, of, square) => {
  const quantile = quantileFunction(of);
  const table = tabulate(quantile);
  const mean = meanOf(of);

  it('is within 1 % of the exact quantile from 1e-9 to 1 - 1e-9', () => {
    const wrong = SHARES.flatMap((p) => [p, 1 - p]).filter((p) => {
      const { bits, exact } = drawAt(p);
      const value = quantile(exact);
      // Quantiles below a millionth of the mean need not be relatively right.
      return Math.abs(quantileOf(table, bits) - value) > ERROR_SHARE * value + 1e-6 * mean;
    });
    expect(wrong).toEqual([]);
  });

  it('is within 0.05 % of the exact quantile between the 1st and 99th percentile', () => {
    const wrong = SHARES.filter((p) => p > 0.01)
      .flatMap((p) => [p, 1 - p])
      .filter((p) => {
        const { bits, exact } = drawAt(p);
        const value = quantile(exact);
        return Math.abs(quantileOf(table, bits) - value) > MIDDLE_ERROR_SHARE * value;
      });
    expect(wrong).toEqual([]);
  });

  it('has its mean within 1e-4', () => {
    expect(Math.abs(tableMean(table) / mean - 1)).toBeLessThan(MEAN_ERROR_SHARE);
  });

  it('has the mean of its own values over evenly spread draws', () => {
    // The last 64 draws of each end are weighed one by one, the rest in cells of 2^14.
    let sum = 0;
    const step = 2 ** 14;
    for (let draw = step; draw < 2 ** 32 - step; draw += step) {
      sum += quantileOf(table, (draw + step / 2) | 0) * step;
    }
    for (let i = 0; i < step; i++) sum += quantileOf(table, i) + quantileOf(table, ~i);
    expect(sum / 2 ** 32 / tableMean(table)).toBeCloseTo(1, 4);
  });

  it('found by length has the mean E[X²] ÷ E[X] within 1 %', () => {
    expect(Math.abs(tableMean(lengthBiased(table)) / (square / mean) - 1)).toBeLessThan(0.01);
  });
});

const ALL: readonly (readonly [string, Distribution])[] = [
  ...SMOOTH.map(([name, of]) => [name, of] as const),
  ['steps', STEPS],
  ['a zero atom', WITH_ZERO],
];

describe.each(ALL)('table of %s, over a million ordered pairs of draws', (_, of) => {
  it.each([
    ['itself', tabulate(quantileFunction(of))],
    ['found by length', lengthBiased(tabulate(quantileFunction(of)))],
  ])('never falls: %s', (_name, table) => {
    const draws = new Draws(seedOf('pairs'), 0);
    let falls = 0;
    for (let i = 0; i < PAIRS; i++) {
      const a = draws.block(i, 0) >>> 0;
      // Pairs at all distances: a shift of the second number makes it close to the first.
      const b = i & 1 ? draws.other >>> 0 : Math.min(2 ** 32 - 1, a + (draws.other >>> (i % 31)));
      const low = quantileOf(table, Math.min(a, b) | 0);
      const high = quantileOf(table, Math.max(a, b) | 0);
      if (!(low <= high)) falls++;
    }
    expect(falls).toBe(0);
  });
});
