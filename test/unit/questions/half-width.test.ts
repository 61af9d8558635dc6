// test/unit/questions/half-width.test.ts: how well means are known, beside the intervals of batches.

import { describe, expect, it } from 'vitest';
import { interval } from '../../../sim/outcomes/intervals.js';
import { halfWidth, halfWidths, sdOf, wintersFor } from '../../../sim/questions/half-width.js';

const VALUES = [171, 160, 182, 175, 168, 177, 190, 150];

describe('half-widths', () => {
  it('are those of the intervals of the first winters', () => {
    const widths = halfWidths(VALUES);
    expect(widths.length).toBe(VALUES.length - 1);
    widths.forEach((width, i) => {
      const { mean, high95 } = interval(Float64Array.from(VALUES.slice(0, i + 2)));
      expect(width).toBeCloseTo((high95 ?? 0) - (mean ?? 0), 10);
    });
  });

  it('give back the deviation that made them', () => {
    const estimate = interval(Float64Array.from(VALUES));
    const sd = sdOf(estimate, VALUES.length) ?? 0;
    expect(halfWidth(sd, VALUES.length)).toBeCloseTo(
      (estimate.high95 ?? 0) - (estimate.mean ?? 0),
      10,
    );
    expect(sdOf(interval(Float64Array.of(5)), 1)).toBeNull();
  });

  it('leave out winters without a value', () => {
    expect(halfWidths([1, Number.NaN, 3, 2])).toEqual(halfWidths([1, 3, 2]));
  });
});

describe('winters for a half-width', () => {
  it.each([10, 3, 1, 0.2])('of %d are the fewest that reach it', (wanted) => {
    const winters = wintersFor(12, wanted) ?? 0;
    expect(halfWidth(12, winters)).toBeLessThanOrEqual(wanted);
    expect(winters === 2 || halfWidth(12, winters - 1) > wanted).toBe(true);
  });

  it('are two at least, and unknown where no number is enough', () => {
    expect(wintersFor(0, 1)).toBe(2);
    expect(wintersFor(12, 0)).toBeNull();
    expect(wintersFor(1e6, 0.001)).toBeNull();
  });
});
