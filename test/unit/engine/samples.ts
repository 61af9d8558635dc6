// test/unit/engine/samples.ts: distributions of every kind, as the tests of this folder use them.

import type { Distribution } from '../../../sim/engine/distributions.js';

const exponential: Distribution = { distribution: 'exponential', mean: 0.3 };
const lognormal: Distribution = { distribution: 'lognormal', mean: 7, cv: 1.2 };

/** E[X²] of a distribution given by its mean and coefficient of variation. */
const squareOf = (mean: number, cv: number) => mean ** 2 * (1 + cv ** 2);
const weibullSquare = (mean: number, a: number, b: number) => (mean ** 2 * a) / b ** 2;

/** Distributions whose distribution function has no steps and no flat parts, and their E[X²]. */
export const SMOOTH: readonly (readonly [string, Distribution, number])[] = [
  ['exponential', { distribution: 'exponential', mean: 5 }, 50],
  ['lognormal, cv 0.5', { distribution: 'lognormal', mean: 6, cv: 0.5 }, squareOf(6, 0.5)],
  [
    'lognormal of stays',
    { distribution: 'lognormal', mean: 7.9, cv: 12.749 / 7.9 },
    7.9 ** 2 + 12.749 ** 2,
  ],
  ['lognormal, cv 3', { distribution: 'lognormal', mean: 6, cv: 3 }, squareOf(6, 3)],
  [
    'lognormal by its median',
    { distribution: 'lognormal', mean: 6, median: 3 },
    squareOf(6, Math.sqrt(3)),
  ],
  ['gamma, cv 0.3', { distribution: 'gamma', mean: 5, cv: 0.3 }, squareOf(5, 0.3)],
  ['gamma, cv 1', { distribution: 'gamma', mean: 5, cv: 1 }, squareOf(5, 1)],
  ['gamma, cv 2', { distribution: 'gamma', mean: 5, cv: 2 }, squareOf(5, 2)],
  [
    'weibull, shape 0.6',
    { distribution: 'weibull', mean: 5, shape: 0.6 },
    weibullSquare(5, 9.260528, 1.504575),
  ],
  [
    'weibull, shape 2',
    { distribution: 'weibull', mean: 5, shape: 2 },
    weibullSquare(5, 1, 0.8862269255),
  ],
  ['uniform', { distribution: 'uniform', low: 2, high: 9 }, (81 + 18 + 4) / 3],
  [
    'triangular',
    { distribution: 'triangular', low: 1, likely: 2, high: 9 },
    (1 + 4 + 81 + 2 + 9 + 18) / 6,
  ],
  [
    'mixture',
    {
      distribution: 'mixture',
      parts: [
        { share: 0.3, of: exponential },
        { share: 0.7, of: lognormal },
      ],
    },
    0.3 * squareOf(0.3, 1) + 0.7 * squareOf(7, 1.2),
  ],
];

export const STEPS: Distribution & { distribution: 'empirical' } = {
  distribution: 'empirical',
  values: [0, 1, 2, 5, 30],
  weights: [3, 2, 2, 2, 1],
};

/** A share of stays is zero: an atom below a smooth part. */
export const WITH_ZERO: Distribution = {
  distribution: 'mixture',
  parts: [
    { share: 0.31, of: { distribution: 'fixed', value: 0 } },
    { share: 0.69, of: lognormal },
  ],
};
