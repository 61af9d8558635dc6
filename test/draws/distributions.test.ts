// test/draws/distributions.test.ts: a million draws of each distribution have its mean, variance
// and quantiles, also at the edges of what a scenario may ask for.
//
// Draws are fixed, so the tests are too; ERROR is the chance that true draws of some other seed
// were refused, over all figures of this file together (Holm: the smallest of FIGURES p-values is
// held against ERROR ÷ FIGURES).

import { describe, expect, it } from 'vitest';
import {
  type Distribution,
  distributionFunction,
  meanOf,
  quantileFunction,
} from '../../sim/engine/distributions.js';
import { Draws, tagOf } from '../../sim/engine/draws.js';
import { quantileOf, tabulate } from '../../sim/engine/quantile-table.js';
import { seedOf } from '../../sim/engine/seed.js';
import { SMOOTH, STEPS, WITH_ZERO } from '../unit/engine/samples.js';
import { normalTwoSided } from './statistics.js';

const DRAWS = 1_000_000;
const ERROR = 1e-3;
const SHARES = [0.001, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 0.999];
const CUT = 0.999; // means and variances up to here too: far tails have no variance to speak of

/** At the edges: nearly fixed, heavy of tail, shares of 0 and 1. */
const EDGES: readonly (readonly [string, Distribution])[] = [
  ['lognormal, cv 0.01', { distribution: 'lognormal', mean: 6, cv: 0.01 }],
  ['lognormal, cv 6', { distribution: 'lognormal', mean: 6, cv: 6 }],
  ['gamma, cv 0.05', { distribution: 'gamma', mean: 5, cv: 0.05 }],
  ['gamma, cv 3', { distribution: 'gamma', mean: 5, cv: 3 }],
  ['weibull, shape 0.4', { distribution: 'weibull', mean: 5, shape: 0.4 }],
  ['weibull, shape 8', { distribution: 'weibull', mean: 5, shape: 8 }],
  ['uniform from 0', { distribution: 'uniform', low: 0, high: 1e-3 }],
  ['triangular, likely at low', { distribution: 'triangular', low: 0, likely: 0, high: 6 }],
  ['triangular, likely at high', { distribution: 'triangular', low: 0, likely: 6, high: 6 }],
  [
    'mixture with a share of 0',
    {
      distribution: 'mixture',
      parts: [
        { share: 0, of: { distribution: 'fixed', value: 900 } },
        { share: 1, of: { distribution: 'exponential', mean: 5 } },
      ],
    },
  ],
];
const CASES = [...SMOOTH.map(([name, of]) => [name, of] as const), ...EDGES];
const FIGURES = CASES.length * (SHARES.length + 3);

interface Moments {
  mean: number;
  variance: number;
  fourth: number;
}

/** Values of a million draws. */
function sample(of: Distribution): Float64Array {
  const draws = new Draws(seedOf('distributions'), 0);
  const table = tabulate(quantileFunction(of));
  const tag = tagOf(1, 22);
  const values = new Float64Array(DRAWS);
  for (let i = 0; i < DRAWS; i++) values[i] = quantileOf(table, draws.bits(i, tag));
  return values;
}

/** Moments of min(X, cut), from the quantile function: 64 midpoints an octave on both sides. */
function exactMoments(of: Distribution, cut: number): Moments {
  const quantile = quantileFunction(of);
  const points: [value: number, width: number][] = [];
  for (let width = 0.25; width > 1e-12; width /= 2) {
    for (let i = 0; i < 64; i++) {
      const p = width * (1 + (i + 0.5) / 64);
      for (const q of [p, 1 - p]) points.push([Math.min(cut, quantile(q)), width / 64]);
    }
  }
  const over = (f: (x: number) => number) => points.reduce((sum, [x, w]) => sum + w * f(x), 0);
  const mean = over((x) => x);
  return {
    mean,
    variance: over((x) => (x - mean) ** 2),
    fourth: over((x) => (x - mean) ** 4),
  };
}

/** Mean and variance of min(X, cut) over values. */
function momentsOf(values: Float64Array, cut: number): { mean: number; variance: number } {
  let sum = 0;
  for (let i = 0; i < DRAWS; i++) sum += Math.min(cut, values[i]);
  const mean = sum / DRAWS;
  let squares = 0;
  for (let i = 0; i < DRAWS; i++) squares += (Math.min(cut, values[i]) - mean) ** 2;
  return { mean, variance: squares / (DRAWS - 1) };
}

/** p-values by figure: what is found beside what the distribution says. */
function pValuesOf(of: Distribution, values: Float64Array): Record<string, number> {
  const quantile = quantileFunction(of);
  const cut = quantile(CUT);
  const exact = exactMoments(of, cut);
  const whole = exactMoments(of, Number.POSITIVE_INFINITY);
  const found = momentsOf(values, cut);
  const chance = (difference: number, variance: number) =>
    normalTwoSided(difference / Math.sqrt(variance / DRAWS));
  const all: Record<string, number> = {
    mean: chance(momentsOf(values, Number.POSITIVE_INFINITY).mean - meanOf(of), whole.variance),
    'mean up to the cut': chance(found.mean - exact.mean, exact.variance),
    'variance up to the cut': chance(
      found.variance - exact.variance,
      exact.fourth - exact.variance ** 2,
    ),
  };
  for (const p of SHARES) {
    const at = quantile(p);
    let below = 0;
    for (let i = 0; i < DRAWS; i++) if (values[i] <= at) below++;
    all[`quantile ${p}`] = chance(below / DRAWS - p, p * (1 - p));
  }
  return all;
}

describe('a million draws', () => {
  it.each(CASES)('of %s have its mean, variance and quantiles', (_, of) => {
    const found = Object.entries(pValuesOf(of, sample(of)));
    expect(found.filter(([, p]) => !(p > ERROR / FIGURES))).toEqual([]);
  });

  it('of a distribution one part in a hundred too long are refused', () => {
    const of: Distribution = { distribution: 'gamma', mean: 5, cv: 1 };
    const long: Distribution = { distribution: 'gamma', mean: 5.05, cv: 1 };
    const found = pValuesOf(of, sample(long));
    for (const figure of ['mean', 'variance up to the cut', 'quantile 0.5']) {
      expect(found[figure]).toBeLessThan(ERROR / FIGURES);
    }
  });

  it.each([
    ['steps', STEPS],
    ['a zero atom', WITH_ZERO],
  ] as const)('of %s take each value as often as its share says', (_, of) => {
    const values = sample(of);
    const chance = distributionFunction(of);
    for (const at of of === STEPS ? STEPS.values : [0, 1, 5, 20]) {
      const p = chance(at);
      const below = values.reduce((n, value) => n + Number(value <= at), 0) / DRAWS;
      // A step that falls inside a cell of the table is a ramp there: up to 1/256 of its share.
      const slack = (1 - p) / 256;
      expect(Math.abs(below - p)).toBeLessThanOrEqual(4 * Math.sqrt((p * (1 - p)) / DRAWS) + slack);
    }
  });
});

describe('the outermost draws', () => {
  it.each([...CASES, ['steps', STEPS] as const, ['a zero atom', WITH_ZERO] as const])(
    'of %s are finite, not negative, and no further out than one draw in 2^34',
    (_, of) => {
      const quantile = quantileFunction(of);
      const table = tabulate(quantile);
      const [least, most] = [quantileOf(table, 0), quantileOf(table, -1)];
      expect(least).toBeGreaterThanOrEqual(0);
      expect(least).toBeLessThanOrEqual(quantile(2 ** -32));
      expect(Number.isFinite(most)).toBe(true);
      expect(most).toBeGreaterThanOrEqual(quantile(1 - 2 ** -32) * (1 - 1e-9));
      expect(most).toBeLessThanOrEqual(quantile(1 - 2 ** -34) * (1 + 1e-9));
    },
  );
});
