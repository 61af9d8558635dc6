// test/unit/outcomes/daily-series.test.ts: sums, shares, runs, weeks and quantiles, by hand.

import { describe, expect, it } from 'vitest';
import { daysOf } from '../../../sim/engine/time.js';
import { Observed } from '../../../sim/hospital/observed.js';
import {
  byWeek,
  highest,
  histogramQuantile,
  longestRun,
  mean,
  ratio,
  sum,
} from '../../../sim/outcomes/daily-series.js';

const of = (...values: number[]) => Float64Array.from(values);

describe('weekly shares', () => {
  /** Days of a winter from a Sunday, after a lead-in of five. */
  const winter = (lastDay: string) => daysOf('2017-10-01', lastDay, 5, new Set());
  const defined = (weeks: Float64Array) =>
    [...weeks].flatMap((share, day) => (Number.isNaN(share) ? [] : [day]));

  it('stand on the Monday of whole weeks only', () => {
    const [clocked, within] = [new Float64Array(21).fill(10), new Float64Array(21).fill(9)];
    within.fill(8, 1, 8); // 2-8 October
    clocked[1] = 24;
    within[1] = 20;
    const weeks = byWeek(within, clocked, winter('2017-10-21'));
    expect(weeks).toHaveLength(21);
    expect(defined(weeks)).toEqual([1, 8]);
    expect(weeks[1]).toBeCloseTo((20 + 6 * 8) / (24 + 60), 12);
    expect(weeks[8]).toBeCloseTo(0.9, 12);
  });

  it('count a week that ends with the last day', () => {
    const [clocked, within] = [new Float64Array(22).fill(4), new Float64Array(22).fill(3)];
    const weeks = byWeek(within, clocked, winter('2017-10-22'));
    expect(defined(weeks)).toEqual([1, 8, 15]);
    expect(weeks[15]).toBe(0.75);
  });
});

describe('quantile of a histogram of minutes', () => {
  const counts = new Int32Array(1441);
  counts.set([0, 4, 0, 4, 2], 0);

  it('is linear within its minute', () => {
    expect(histogramQuantile(counts, 0.2)).toBeCloseTo(1.5, 12);
    expect(histogramQuantile(counts, 0.4)).toBeCloseTo(2, 12);
    expect(histogramQuantile(counts, 0.5)).toBeCloseTo(3.25, 12);
    expect(histogramQuantile(counts, 0.9)).toBeCloseTo(4.5, 12);
    expect(histogramQuantile(counts, 1)).toBeCloseTo(5, 12);
  });

  it('begins at the first minute that somebody waited', () => {
    expect(histogramQuantile(counts, 0)).toBe(1);
  });

  it('of nobody is undefined', () => {
    expect(histogramQuantile(new Int32Array(10), 0.5)).toBeNaN();
  });

  it.each([-0.01, 1.01, Number.NaN])('refuses a quantile of %d', (p) => {
    const sentence = `Quantile ${p}, not 0 to 1.`;
    expect(() => histogramQuantile(counts, p)).toThrow(new RangeError(sentence));
  });

  it('is near the quantile of the waits that were counted', () => {
    const observed = new Observed(1, [], []);
    for (let i = 0; i < 1000; i++) observed.addAssessmentWait((i / 1000) * 120);
    expect(Math.abs(histogramQuantile(observed.assessmentWaits, 0.5) - 60)).toBeLessThan(0.2);
    expect(Math.abs(histogramQuantile(observed.assessmentWaits, 0.95) - 114)).toBeLessThan(0.2);
  });
});

describe('the longest run', () => {
  it.each([
    [[], 0],
    [[0.92, 0.92], 0],
    [[0.93, 0.94, 0.5, 0.95], 2],
    [[0.93, 0.5, 0.94, 0.95, 0.96], 3],
    [[0.93, Number.NaN, 0.94], 1],
  ])('of %j over 0.92 is %i', (values, days) => {
    expect(longestRun(of(...values), 0.92)).toBe(days);
  });
});

describe('days that are undefined', () => {
  it('come from none of none, and are left out of means and of the highest', () => {
    const shares = ratio(of(90, 0, 60), of(100, 0, 80));
    expect([...shares]).toEqual([0.9, Number.NaN, 0.75]);
    expect(mean(shares)).toBeCloseTo(0.825, 12);
    expect(highest(shares)).toBe(0.9);
    expect(highest(of(9, 100, 20))).toBe(100);
  });

  it('leave nothing where there is no other', () => {
    expect(mean(of(Number.NaN))).toBeNaN();
    expect(highest(of(Number.NaN))).toBeNaN();
    expect(mean(of())).toBeNaN();
    expect(highest(of())).toBeNaN();
  });

  it('of nothing add up to 0', () => {
    expect(sum(of())).toBe(0);
    expect(sum(of(1, 2.5, -1))).toBe(2.5);
  });
});
