// test/unit/engine/special.test.ts: transcendental functions against values from elsewhere.

import { describe, expect, it } from 'vitest';
import {
  gammaCdf,
  gammaFunction,
  gammaQuantile,
  logarithm,
  normalCdf,
  normalQuantile,
  poissonQuantile,
  power,
  studentCdf,
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

  it('is odd about the median, which is 0', () => {
    expectNear(studentQuantile(0.025, 9), -2.262157162798205);
    expectNear(studentQuantile(0.1, 4), -1.533206274058944);
    expect(studentQuantile(0.5, 9)).toBe(0);
  });

  it('has its closed forms with one degree and with two', () => {
    for (const p of [0.501, 0.6, 0.75, 0.99, 0.9999, 1 - 1e-7]) {
      expectNear(studentQuantile(p, 1), Math.tan(Math.PI * (p - 0.5)));
      expectNear(studentQuantile(p, 2), (2 * p - 1) / Math.sqrt(2 * p * (1 - p)));
    }
  });

  it('is the same however many others were asked for in between', () => {
    const first = studentQuantile(0.975, 30);
    for (let degrees = 1; degrees <= 1500; degrees++) studentQuantile(0.9, degrees);
    expect(studentQuantile(0.975, 30)).toBe(first);
    expectNear(first, 2.0422724563012373);
  });

  it('nears the normal quantile with many degrees, and is wider than it with few', () => {
    expectNear(studentQuantile(0.975, 1e6), 1.959966356814107);
    expect(studentQuantile(0.975, 1000)).toBeGreaterThan(normalQuantile(0.975) * 1.001);
  });
});

describe('distribution function of Student’s t', () => {
  it.each([
    [0, 7, 0.5],
    [12.706204736174694, 1, 0.975],
    [-2.262157162798205, 9, 0.025],
    [2.600760216058516, 199, 0.995],
  ])('at %d with %i degrees of freedom', (t, degrees, chance) => {
    expectNear(studentCdf(t, degrees), chance);
  });
});

describe('a power', () => {
  it('is that of exp and log, and 0 of 0', () => {
    expectNear(power(2, 10), 1024);
    expectNear(power(0.25, 0.5), 0.5);
    expectNear(power(7, 1), 7);
    expect([power(0, 2), power(0, 0.1)]).toEqual([0, 0]);
  });
});

it('the logarithm is the natural one', () => {
  expect(logarithm(1)).toBe(0);
  expectNear(logarithm(Math.E ** 3), 3);
});

describe('quantile of a Poisson number', () => {
  // Mean 2: chances of 0 to 4 add up to 0.1353, 0.4060, 0.6767, 0.8571 and 0.9473.
  it.each([
    [0, 0],
    [0.135, 0],
    [0.136, 1],
    [0.4, 1],
    [0.41, 2],
    [0.67, 2],
    [0.68, 3],
    [0.86, 4],
    [0.94, 4],
    [0.95, 5],
  ])('of mean 2 at %d is %i', (p, n) => {
    expect(poissonQuantile(p, 2)).toBe(n);
  });

  it('is passed by a share that is reached exactly', () => {
    expect(poissonQuantile(Math.exp(-0.5), 0.5)).toBe(1);
  });

  it('of mean 100 has the places that sums of 60 digits give', () => {
    expect([0.25, 0.5, 0.75, 0.975].map((p) => poissonQuantile(p, 100))).toEqual([
      93, 100, 107, 120,
    ]);
  });

  it('of nobody is nobody', () => {
    expect(poissonQuantile(0.999, 0)).toBe(0);
  });

  it('ends at 1000', () => {
    expect(poissonQuantile(1, 0.5)).toBe(1000);
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

  const SHARES = [6e-11, 1e-9, 1e-6, 1e-3, 0.03, 0.1, 0.3, 0.5, 0.8, 0.97, 0.999, 1 - 1e-6];

  it.each([0.1, 0.25, 0.5, 0.7, 0.9, 1, 1.05, 1.5, 2, 4, 5.5, 6, 6.5, 11, 100, 1000, 10_000])(
    'has the quantiles of its chances, far into both tails, with shape %d',
    (shape) => {
      for (const p of SHARES) {
        const error = gammaCdf(gammaQuantile(p, shape), shape) - p;
        expect(Math.abs(error)).toBeLessThan(1e-10 * Math.min(p, 1e3 * (1 - p)));
      }
    },
  );

  it('has its closed form where the shape is 1', () => {
    for (const p of SHARES) expectNear(gammaQuantile(p, 1), -Math.log1p(-p));
  });

  it.each([0.1, 1, 4])('begins at 0 with shape %d', (shape) => {
    expect(gammaQuantile(0, shape)).toBe(0);
  });

  it('has quantiles of 0 where they are too small for a number', () => {
    expect([gammaQuantile(1e-12, 0.01), gammaQuantile(1e-300, 0.25)]).toEqual([0, 0]);
  });

  it('ends its search where the quantile is too small to be told to the last digit', () => {
    expect(gammaQuantile(1.1e-10, 0.0313)).toBeLessThan(1e-250);
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
