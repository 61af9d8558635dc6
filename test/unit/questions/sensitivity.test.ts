// test/unit/questions/sensitivity.test.ts: shares of variance and ranks that are known, and designs.

import { describe, expect, it } from 'vitest';
import { grid, latinHypercube, steps } from '../../../sim/questions/designs.js';
import { rankCorrelation, varianceShares } from '../../../sim/questions/sensitivity.js';

const POINTS = 4000;

/** Shares of a function of three factors between 0 and 1, one of which it may ignore. */
function sharesOf(f: (x: readonly number[]) => number) {
  const a = latinHypercube(POINTS, 3, 'a');
  const b = latinHypercube(POINTS, 3, 'b');
  const mixed = [0, 1, 2].map((i) =>
    a.map((row, j) => f(row.map((value, k) => (k === i ? b[j][i] : value)))),
  );
  return varianceShares(a.map(f), b.map(f), mixed);
}

describe('shares of variance', () => {
  it('of a sum are those of its parts: 1 to 4', () => {
    const [one, two, none] = sharesOf(([x, y]) => x + 2 * y);
    expect(one.first).toBeCloseTo(0.2, 1);
    expect(two.first).toBeCloseTo(0.8, 1);
    expect(two.total).toBeCloseTo(0.8, 1);
    expect(none.total).toBe(0);
  });

  it('of the Ishigami function are as published: 0.314, 0.442, 0 alone; 0.558, 0.442, 0.244 in all', () => {
    const at = (u: number) => Math.PI * (2 * u - 1);
    const shares = sharesOf(([x, y, z]) => {
      return Math.sin(at(x)) + 7 * Math.sin(at(y)) ** 2 + 0.1 * at(z) ** 4 * Math.sin(at(x));
    });
    const published = [
      [0.314, 0.558],
      [0.442, 0.442],
      [0, 0.244],
    ];
    shares.forEach(({ first, total }, i) => {
      expect(Math.abs(first - published[i][0])).toBeLessThan(0.06);
      expect(Math.abs(total - published[i][1])).toBeLessThan(0.06);
    });
  });
});

describe('a rank correlation', () => {
  it('is 1 for whatever rises, and counts ties as their mean rank', () => {
    expect(rankCorrelation([1, 2, 3, 4], [1, 10, 100, 1000])).toBeCloseTo(1);
    expect(rankCorrelation([1, 2, 3, 4], [9, 3, 2, 1])).toBeCloseTo(-1);
    expect(rankCorrelation([1, 2, 3, 4], [1, 1, 2, 2])).toBeCloseTo(0.8944, 4);
    expect(rankCorrelation([1, 2], [5, 5])).toBeNaN();
  });
});

describe('a design', () => {
  it('of a grid has all combinations', () => {
    expect(grid([steps(0, 1, 3), [7, 8]])).toEqual([
      [0, 7],
      [0, 8],
      [0.5, 7],
      [0.5, 8],
      [1, 7],
      [1, 8],
    ]);
  });

  it('of a Latin hypercube has one point in each part of each range, repeatably', () => {
    const points = latinHypercube(10, 3, 'seed');
    for (const factor of [0, 1, 2]) {
      const parts = points.map((point) => Math.floor(point[factor] * 10)).sort((a, b) => a - b);
      expect(parts).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }
    expect(latinHypercube(10, 3, 'seed')).toEqual(points);
    expect(latinHypercube(10, 3, 'other')).not.toEqual(points);
  });
});
