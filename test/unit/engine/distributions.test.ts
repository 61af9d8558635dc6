// test/unit/engine/distributions.test.ts: quantiles, distribution functions and means agree.

import { describe, expect, it } from 'vitest';
import {
  type Distribution,
  distributionFunction,
  exponentialQuantile,
  lognormalQuantile,
  meanOf,
  quantileFunction,
} from '../../../sim/engine/distributions.js';
import { SMOOTH, STEPS, WITH_ZERO } from './samples.js';

const SHARES = [1e-6, 1e-3, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999, 1 - 1e-6];

describe.each(SMOOTH)('%s', (_, of, square) => {
  const quantile = quantileFunction(of);
  const chance = distributionFunction(of);

  it.each(SHARES)('gives back %d as the chance of its quantile', (p) => {
    expect(Math.abs(chance(quantile(p)) - p)).toBeLessThan(1e-8 * Math.min(1, 1e3 * p));
  });

  it('has quantiles that rise and a chance of 0 below and 1 above them all', () => {
    const values = SHARES.map(quantile);
    expect(values.every((value, i) => i === 0 || value > values[i - 1])).toBe(true);
    expect([chance(-1), chance(0), chance(1e300)]).toEqual([0, 0, 1]);
  });

  it('has the mean and mean square that its quantiles have', () => {
    // Midpoints of 64 cells in each octave of probability, from the median to 1e-15 of either end.
    let sum = 0;
    let squares = 0;
    for (let width = 0.25; width > 1e-15; width /= 2) {
      for (let i = 0; i < 64; i++) {
        const p = width * (1 + (i + 0.5) / 64);
        for (const value of [quantile(p), quantile(1 - p)]) {
          sum += (value * width) / 64;
          squares += (value ** 2 * width) / 64;
        }
      }
    }
    expect(sum / meanOf(of)).toBeCloseTo(1, 4);
    expect(squares / square).toBeCloseTo(1, 2);
  });
});

describe('values from elsewhere (SciPy 1.17, or by hand)', () => {
  it.each([
    [0.1, 0.9749899545828479],
    [0.5, 4.161156778081232],
    [0.9, 17.75938885358029],
    [0.999, 137.67726568853564],
  ])('lognormal of mean 7.9 and sd 12.749: quantile of %d', (p, value) => {
    expect(lognormalQuantile(7.9, 12.749 / 7.9)(p) / value).toBeCloseTo(1, 9);
  });

  it.each([
    [0.1, 0.07810625852697864],
    [0.5, 1.8041187654726512],
    [0.9, 13.342857154365712],
    [0.999, 83.26278396026541],
  ])('Weibull of mean 5 and shape 0.6: quantile of %d', (p, value) => {
    const of: Distribution = { distribution: 'weibull', mean: 5, shape: 0.6 };
    expect(quantileFunction(of)(p) / value).toBeCloseTo(1, 9);
  });

  it.each([
    [0.01, 5 * 0.2058121715863463],
    [0.9, 5 * 1.6701957670639662],
  ])('gamma of mean 5 and cv 1/2: quantile of %d', (p, value) => {
    const of: Distribution = { distribution: 'gamma', mean: 5, cv: 0.5 };
    expect(quantileFunction(of)(p) / value).toBeCloseTo(1, 9);
  });

  it('exponential: half of all are below mean × ln 2', () => {
    expect(exponentialQuantile(5)(0.5)).toBeCloseTo(5 * Math.LN2, 12);
    const chance = distributionFunction({ distribution: 'exponential', mean: 5 });
    expect(chance(5)).toBeCloseTo(1 - Math.exp(-1), 14);
  });

  it('lognormal given by its median has that median, and the cv that follows', () => {
    const of: Distribution = { distribution: 'lognormal', mean: 6, median: 3 };
    expect(quantileFunction(of)(0.5)).toBeCloseTo(3, 9);
    expect(lognormalQuantile(6, Math.sqrt(3))(0.8)).toBeCloseTo(quantileFunction(of)(0.8), 9);
  });

  it('triangular: the share below the likely value is its part of the width', () => {
    const of: Distribution = { distribution: 'triangular', low: 1, likely: 3, high: 9 };
    expect(distributionFunction(of)(3)).toBeCloseTo(0.25, 14);
    expect(quantileFunction(of)(0.25)).toBeCloseTo(3, 12);
    expect(meanOf(of)).toBeCloseTo(13 / 3, 14);
  });
});

describe('empirical', () => {
  const quantile = quantileFunction(STEPS);
  const chance = distributionFunction(STEPS);

  it('takes each value with the share of its weight', () => {
    expect([0.1, 0.29, 0.31, 0.49, 0.51, 0.69, 0.71, 0.89, 0.91, 0.999].map(quantile)).toEqual([
      0, 0, 1, 1, 2, 2, 5, 5, 30, 30,
    ]);
  });

  it('counts values at or below x', () => {
    expect([-1, 0, 0.5, 1, 4.9, 5, 29, 30].map(chance)).toEqual([
      0, 0.3, 0.3, 0.5, 0.7, 0.9, 0.9, 1,
    ]);
  });

  it('has the weighted mean', () => {
    expect(meanOf(STEPS)).toBeCloseTo((0 * 3 + 1 * 2 + 2 * 2 + 5 * 2 + 30 * 1) / 10, 14);
  });

  it('takes the next value from the very chance on, and the last where rounding leaves a gap', () => {
    const halves: Distribution = { distribution: 'empirical', values: [1, 2], weights: [1, 1] };
    expect([0.5 - 2 ** -54, 0.5, 1].map(quantileFunction(halves))).toEqual([1, 2, 2]);
    const tenths = Array.from({ length: 10 }, (_, i) => i);
    const weights = tenths.map(() => 0.1); // which sum to a little less than 1
    const of: Distribution = { distribution: 'empirical', values: tenths, weights };
    expect(quantileFunction(of)(1 - 2 ** -53)).toBe(9);
  });

  it('never takes a value of weight 0', () => {
    const of: Distribution = { distribution: 'empirical', values: [1, 2, 3], weights: [1, 0, 1] };
    expect([1e-9, 0.4999, 0.5001, 1 - 1e-9].map(quantileFunction(of))).toEqual([1, 1, 3, 3]);
  });
});

describe('mixture', () => {
  it('has the weighted mean and chances of its parts, whatever the sum of the shares', () => {
    const half: Distribution = { distribution: 'exponential', mean: 2 };
    const other: Distribution = { distribution: 'uniform', low: 4, high: 6 };
    const parts = [
      { share: 3, of: half },
      { share: 1, of: other },
    ];
    const of: Distribution = { distribution: 'mixture', parts };
    expect(meanOf(of)).toBeCloseTo((3 * 2 + 5) / 4, 14);
    expect(distributionFunction(of)(5)).toBeCloseTo(0.75 * (1 - Math.exp(-2.5)) + 0.25 * 0.5, 14);
  });

  it('is zero for the share of its atom at zero, and then rises', () => {
    const quantile = quantileFunction(WITH_ZERO);
    expect([1e-9, 0.1, 0.309].map(quantile)).toEqual([0, 0, 0]);
    expect(quantile(0.32)).toBeGreaterThan(0);
    expect(quantile(0.655)).toBeCloseTo(lognormalQuantile(7, 1.2)(0.5), 8);
    expect(meanOf(WITH_ZERO)).toBeCloseTo(0.69 * 7, 12);
  });

  it('leaves out parts of share 0', () => {
    const parts = [
      { share: 0, of: { distribution: 'fixed', value: 1000 } as const },
      { share: 1, of: { distribution: 'fixed', value: 3 } as const },
    ];
    expect(quantileFunction({ distribution: 'mixture', parts })(0.999)).toBe(3);
  });

  it('may hold a mixture', () => {
    const inner: Distribution = WITH_ZERO;
    const of: Distribution = { distribution: 'mixture', parts: [{ share: 1, of: inner }] };
    expect(quantileFunction(of)(0.8)).toBeCloseTo(quantileFunction(inner)(0.8), 8);
  });
});

describe('degenerate distributions', () => {
  it.each([
    { distribution: 'fixed', value: 4 },
    { distribution: 'uniform', low: 4, high: 4 },
    { distribution: 'triangular', low: 4, likely: 4, high: 4 },
    { distribution: 'lognormal', mean: 4 },
    { distribution: 'lognormal', mean: 4, cv: 0 },
    { distribution: 'lognormal', mean: 4, median: 4 },
    { distribution: 'empirical', values: [4], weights: [2] },
  ] as Distribution[])('$distribution of one value is always that value', (of) => {
    for (const p of SHARES) expect(quantileFunction(of)(p)).toBeCloseTo(4, 12);
    expect([3.999, 4.000001].map(distributionFunction(of))).toEqual([0, 1]);
    expect(meanOf(of)).toBe(4);
  });

  it('of one value count that value as reached', () => {
    const ends = { low: 4, high: 4 };
    expect(distributionFunction({ distribution: 'fixed', value: 4 })(4)).toBe(1);
    expect(distributionFunction({ distribution: 'lognormal', mean: 4, cv: 0 })(4)).toBe(1);
    expect(distributionFunction({ distribution: 'uniform', ...ends })(4)).toBe(1);
    expect(distributionFunction({ distribution: 'triangular', ...ends, likely: 4 })(4)).toBe(1);
  });

  it('triangular with its likely value at an end is a ramp', () => {
    const low: Distribution = { distribution: 'triangular', low: 0, likely: 0, high: 2 };
    const high: Distribution = { distribution: 'triangular', low: 0, likely: 2, high: 2 };
    expect(quantileFunction(low)(0.75)).toBeCloseTo(1, 12);
    expect(quantileFunction(high)(0.25)).toBeCloseTo(1, 12);
    expect([distributionFunction(low)(1), distributionFunction(high)(1)]).toEqual([0.75, 0.25]);
  });
});
