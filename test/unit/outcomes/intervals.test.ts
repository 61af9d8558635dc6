// test/unit/outcomes/intervals.test.ts: means with t-intervals, percentiles, paired differences.

import { describe, expect, it } from 'vitest';
import {
  CONFIDENCE,
  difference,
  estimate,
  interval,
  percentiles,
  QUANTILE_METHOD,
} from '../../../sim/outcomes/intervals.js';

const of = (...values: number[]) => Float64Array.from(values);
const NONE = Number.NaN;

describe('interval of a mean', () => {
  it('is Student’s for ten impact energies of a textbook', () => {
    // Charpy energies of Montgomery and Runger; the interval by SciPy: scipy.stats.t.interval.
    const { mean, low95, high95 } = interval(
      of(64.1, 64.7, 64.5, 64.6, 64.5, 64.3, 64.6, 64.8, 64.2, 64.3),
    );
    expect(mean).toBeCloseTo(64.46, 10);
    expect(low95).toBeCloseTo(64.29757214, 7);
    expect(high95).toBeCloseTo(64.62242786, 7);
  });

  it('of two values uses t with one degree of freedom, 12.7062', () => {
    const { mean, low95, high95 } = interval(of(10, 12));
    expect(mean).toBe(11);
    expect(low95).toBeCloseTo(11 - 12.706204736, 6);
    expect(high95).toBeCloseTo(11 + 12.706204736, 6);
  });

  it('of 200 values uses t with 199 degrees of freedom', () => {
    const values = Float64Array.from({ length: 200 }, (_, i) => i % 2);
    const { low95, high95 } = interval(values);
    const half = 1.97195654 * Math.sqrt(0.25 / 199);
    expect(low95).toBeCloseTo(0.5 - half, 8);
    expect(high95).toBeCloseTo(0.5 + half, 8);
  });

  it('is at 95 %', () => {
    expect(CONFIDENCE).toBe(0.95);
  });

  it('of one value has a mean and no width to tell', () => {
    expect(interval(of(7))).toEqual({ mean: 7, low95: null, high95: null });
  });

  it('of nobody is undefined: not 0 and not NaN', () => {
    const nothing = { mean: null, low95: null, high95: null };
    expect(interval(of())).toEqual(nothing);
    expect(interval(of(NONE, NONE))).toEqual(nothing);
  });

  it('leaves undefined values out, and does not count them', () => {
    expect(interval(of(10, NONE, 12))).toEqual(interval(of(10, 12)));
    expect(interval(of(NONE, 7))).toEqual({ mean: 7, low95: null, high95: null });
  });

  it('of equal values has no width', () => {
    expect(interval(of(3, 3, 3))).toEqual({ mean: 3, low95: 3, high95: 3 });
  });
});

describe('percentiles', () => {
  it('are of type 7, as R gives them by default', () => {
    // R: quantile(c(1,3,6,10,15,21,28,36,45,55), c(0,.05,.1,.25,.5,.75,.9,.95,1), type = 7)
    const values = of(36, 1, 55, 10, 3, 28, 21, 6, 45, 15);
    const shares = [0, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 1];
    const found = percentiles(values, shares);
    [1, 1.9, 2.8, 7, 18, 34, 46, 50.5, 55].forEach((value, i) => {
      expect(found[i]).toBeCloseTo(value, 10);
    });
    expect(QUANTILE_METHOD).toBe('type 7');
  });

  it('of an odd number of values interpolate too', () => {
    // R: quantile(c(2,4,8,16,32), c(.05,.25,.5,.6,.95)) is 2.4 4 8 11.2 28.8
    const found = percentiles(of(32, 2, 16, 4, 8), [0.05, 0.25, 0.5, 0.6, 0.95]);
    [2.4, 4, 8, 11.2, 28.8].forEach((value, i) => {
      expect(found[i]).toBeCloseTo(value, 10);
    });
  });

  it('sort by size, not as text, and leave the values as they were', () => {
    const values = of(100, 9, -20, 3);
    expect(percentiles(values, [0, 0.5, 1])).toEqual([-20, 6, 100]);
    expect([...values]).toEqual([100, 9, -20, 3]);
  });

  it('of one value are that value, and of nobody undefined', () => {
    expect(percentiles(of(4), [0.05, 0.5, 0.95])).toEqual([4, 4, 4]);
    expect(percentiles(of(NONE), [0.05, 0.5])).toEqual([null, null]);
  });

  it('leave undefined values out', () => {
    expect(percentiles(of(NONE, 1, NONE, 3), [0.5])).toEqual([2]);
  });
});

describe('estimate', () => {
  it('puts mean, interval and five percentiles together', () => {
    const values = Float64Array.from({ length: 101 }, (_, i) => i);
    const { mean, low95, high95, ...shares } = estimate(values);
    expect(mean).toBe(50);
    expect(shares).toEqual({ p5: 5, p25: 25, p50: 50, p75: 75, p95: 95 });
    expect([low95, high95]).toEqual([interval(values).low95, interval(values).high95]);
  });
});

describe('paired difference', () => {
  it('is the interval of the differences pair by pair, scenario less base', () => {
    const scenario = of(11, 22, 33, 45);
    const base = of(10, 20, 30, 40);
    const paired = interval(of(1, 2, 3, 5));
    expect(difference(scenario, base, null)).toEqual({ ...paired, chanceBetter: null });
  });

  it('is sharp where pairs move together, though the values scatter', () => {
    const base = of(100, 900, 300, 700);
    const { mean, low95, high95 } = difference(of(101, 901, 301, 701), base, 'lower');
    expect([mean, low95, high95]).toEqual([1, 1, 1]);
  });

  it('counts ties half in the chance of being better', () => {
    const base = of(5, 5, 5, 5);
    const scenario = of(4, 5, 6, 3);
    expect(difference(scenario, base, 'lower').chanceBetter).toBe((2 + 0.5) / 4);
    expect(difference(scenario, base, 'higher').chanceBetter).toBe((1 + 0.5) / 4);
    expect(difference(base, base, 'lower').chanceBetter).toBe(0.5);
  });

  it('leaves out pairs of which one is undefined', () => {
    const { mean, chanceBetter } = difference(of(1, NONE, 5), of(2, 2, NONE), 'lower');
    expect([mean, chanceBetter]).toEqual([-1, 1]);
  });

  it('of no defined pair is undefined', () => {
    expect(difference(of(NONE), of(1), 'lower')).toEqual({
      mean: null,
      low95: null,
      high95: null,
      chanceBetter: null,
    });
  });

  it('refuses scenarios with different numbers of replications, with both numbers', () => {
    const sentence = 'Pairs of 3 and 2 replications.';
    expect(() => difference(of(1, 2, 3), of(1, 2), null)).toThrow(new RangeError(sentence));
  });
});
