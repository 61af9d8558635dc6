// test/unit/engine/special.test.ts: transcendental functions against values from elsewhere.

import { describe, expect, it } from 'vitest';
import {
  gammaCdf,
  gammaFunction,
  gammaQuantile,
  normalCdf,
  normalQuantile,
  studentQuantile,
} from '../../../sim/engine/special.js';

const RELATIVE = 1e-7;

function expectNear(value: number, expected: number): void {
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(RELATIVE * Math.abs(expected));
}

describe('quantile of Student’s t', () => {
  // Tables of t, and SciPy 1.17 for the digits.
  it.each([
    [1, 3.0776835371752544, 12.706204736174694, 63.656741162871526],
    [2, 1.8856180831641272, 4.302652729749462, 9.924843200918287],
    [4, 1.533206274058944, 2.7764451051977934, 4.604094871349992],
    [9, 1.3830287383966329, 2.262157162798205, 3.249835541592126],
    [29, 1.311433647301551, 2.045229642132703, 2.756385903670605],
    [199, 1.2858202092594093, 1.9719565442517533, 2.600760216058516],
  ])('with %i degrees of freedom at 90, 97.5 and 99.5 %%', (degrees, p90, p975, p995) => {
    expectNear(studentQuantile(0.9, degrees), p90);
    expectNear(studentQuantile(0.975, degrees), p975);
    expectNear(studentQuantile(0.995, degrees), p995);
  });

  it('nears the normal quantile with many degrees, and is wider than it with few', () => {
    expectNear(studentQuantile(0.975, 1e6), 1.959966356814107);
    expect(studentQuantile(0.975, 1000)).toBeGreaterThan(normalQuantile(0.975) * 1.001);
  });
});

describe('normal distribution', () => {
  it.each([
    [1e-10, -6.361340902404056],
    [1e-6, -4.753424308822899],
    [0.01, -2.3263478740408408],
    [0.9, 1.2815515655446004],
    [0.975, 1.959963984540054],
    [0.999999, 4.753424308817087],
  ])('quantile of %d', (p, value) => {
    expectNear(normalQuantile(p), value);
  });

  it.each([
    [-2.5, 0.006209665325776132],
    [-0.5, 0.3085375387259869],
    [0, 0.5],
    [1, 0.8413447460685429],
    [2.5, 0.9937903346742238],
  ])('chance of at most %d', (x, chance) => {
    expectNear(normalCdf(x), chance);
  });
});

describe('gamma distribution of mean 1', () => {
  it.each([
    [0.01, 0.25, 2.699879171823384e-8],
    [0.5, 0.25, 0.1746952094114936],
    [0.999999, 0.25, 42.75127030564393],
    [0.01, 4, 0.2058121715863463],
    [0.999999, 4, 5.337614240809736],
    [1e-6, 1 / 0.09, 0.14696351669098662],
    [0.9, 1 / 0.09, 1.3985511684042198],
  ])('quantile of %d with shape %d', (p, shape, value) => {
    expectNear(gammaQuantile(p, shape), value);
  });

  it('has the Erlang distribution function where the shape is whole', () => {
    for (const x of [0.1, 0.5, 1, 2.5, 4]) {
      const a = 4 * x;
      expectNear(gammaCdf(x, 4), 1 - Math.exp(-a) * (1 + a + a ** 2 / 2 + a ** 3 / 6));
    }
  });

  it.each([
    [0.5, 0.25, 0.6401572060830844],
    [2.5, 0.25, 0.87688573996339],
  ])('chance of at most %d with shape %d', (x, shape, chance) => {
    expectNear(gammaCdf(x, shape), chance);
  });
});

describe('gamma function', () => {
  it('is the factorial one below, and √π at a half', () => {
    expectNear(gammaFunction(1), 1);
    expectNear(gammaFunction(5), 24);
    expectNear(gammaFunction(11), 3628800);
    expectNear(gammaFunction(0.5), Math.sqrt(Math.PI));
    expectNear(gammaFunction(1.5), Math.sqrt(Math.PI) / 2);
  });
});
