// test/unit/calibration/scores.test.ts: scores by hand, and simple forecasts that are what they say.

import { describe, expect, it } from 'vitest';
import {
  crps,
  lastWeek,
  persistence,
  predicted,
  sameLevel,
  samePattern,
  scoresOf,
  skill,
} from '../../../sim/calibration/scores.js';

describe('crps', () => {
  it('of one value is the distance', () => {
    expect(crps([0.95], 0.93)).toBeCloseTo(0.02, 12);
  });

  it('of a few values by hand', () => {
    // mean |x - y| = (1 + 0 + 2) / 3; half mean |x - x'| = (1 + 3 + 2) x 2 / 9 / 2
    expect(crps([1, 2, 4], 2)).toBeCloseTo(1 - 2 / 3, 12);
    expect(crps([4, 1, 2], 2)).toBeCloseTo(1 - 2 / 3, 12);
  });

  it('is lowest for the spread that the values really have', () => {
    const seen = Array.from({ length: 200 }, (_, i) => (i - 99.5) / 100);
    const score = (spread: number) =>
      seen.reduce(
        (sum, y) =>
          sum +
          crps(
            seen.map((x) => x * spread),
            y,
          ),
        0,
      );
    expect(score(1)).toBeLessThan(score(0.6));
    expect(score(1)).toBeLessThan(score(1.6));
  });
});

describe('scoresOf', () => {
  const seen = [
    { date: '2018-01-01', value: 9.4 },
    { date: '2018-01-02', value: 14 },
  ];
  const forecast = [
    [9, 10, 11, 12, 13],
    [20, 21, 22, 23, 24],
  ];

  it('compares mean, spread and peak of each member with the days', () => {
    const scores = scoresOf(forecast, seen);
    expect(scores.days).toBe(2);
    expect(scores.meanError).toBeCloseTo(16.5 - 11.7, 12);
    expect(scores.sdError).toBeCloseTo((11 - 4.6) / Math.SQRT2, 12);
    expect(scores.peakError).toBeCloseTo(22 - 14, 12);
  });

  it('counts days inside the bands', () => {
    const scores = scoresOf(forecast, seen);
    expect([scores.cover50, scores.cover90]).toEqual([0, 0.5]);
  });
});

describe('predicted', () => {
  it('leaves as many of the values to come outside as it says', () => {
    // Of six like values in random order the last is below the first of the five others once in six.
    expect(predicted([1, 2, 3, 4, 5], 1 / 6)).toBeCloseTo(1, 12);
    expect(predicted([1, 2, 3, 4, 5], 0.5)).toBe(3);
    expect(predicted([1, 2, 3, 4, 5], 0.25)).toBeCloseTo(1.5, 12);
    expect(predicted([1, 2, 3, 4, 5], 0.99)).toBe(5);
  });
});

describe('simple forecasts', () => {
  // Seven weeks of a plain weekday pattern, and a dip at Christmas.
  const last = Array.from({ length: 60 }, (_, i) => {
    const date = new Date(Date.UTC(2016, 10, 21 + i)).toISOString().slice(0, 10);
    const christmas = date === '2016-12-25' ? -10 : 0;
    return { date, value: 90 + (i % 7) + christmas };
  });

  it('same level: every day may be any of last winter', () => {
    const [first] = sameLevel(last, ['2017-12-01']);
    expect(first).toHaveLength(60);
  });

  it('same pattern: the weekday of the new date, and the day of the year at Christmas', () => {
    const [friday, christmas] = samePattern(last, ['2018-01-12', '2017-12-25']);
    expect(new Set(friday)).toEqual(new Set([94])); // Monday is 90
    expect(new Set(christmas)).toEqual(new Set([86])); // 2016-12-25, a Sunday: 96 - 10
  });

  it('the last week known goes on, with the deviations of the winter', () => {
    const days = Array.from({ length: 14 }, (_, i) => ({
      date: `2017-01-${String(i + 1).padStart(2, '0')}`,
      value: i < 7 ? 80 : 90,
    }));
    const [first, second] = lastWeek(days, ['2018-01-12', '2017-12-25']);
    expect(first).toEqual([...new Array(7).fill(85), ...new Array(7).fill(95)]);
    expect(second).toEqual(first);
  });

  it('persistence: the day before with the steps of last winter', () => {
    const seen = [
      { date: '2017-12-01', value: 50 },
      { date: '2017-12-02', value: 60 },
    ];
    const [first, second] = persistence(last.slice(0, 3), seen);
    expect(first).toEqual([93, 93]); // 92 and two steps of 1
    expect(second).toEqual([51, 51]);
  });

  it('skill is above 0 for the better forecast', () => {
    expect(skill(1, 2)).toBe(0.5);
    expect(skill(2, 1)).toBe(-1);
  });
});
