// test/unit/calibration/expected-winter.test.ts: long stays and days expected of a winter, by hand.

import { describe, expect, it } from 'vitest';
import { dayPatternOf, reportedDays } from '../../../sim/calibration/backtest/days.js';
import {
  expectedLongStays,
  learnLongStays,
  longStaysOf,
} from '../../../sim/calibration/backtest/long-stays.js';
import { daysLater } from '../../../sim/calibration/backtest/winters.js';
import { type BedDay, mean, sd } from '../../../sim/calibration/defects.js';
import type { History } from '../../../sim/calibration/history.js';

/** Sixty days from 1 November, a Wednesday in 2017. */
const days = (of: (i: number, date: string) => Partial<BedDay>, count = 60): BedDay[] =>
  Array.from({ length: count }, (_, i) => {
    const date = daysLater('2017-11-01', i);
    return { date, open: 100, occupied: 90, over7: Number.NaN, over21: Number.NaN, ...of(i, date) };
  });
const history = (over7: number): History => ({
  org: 'RXX',
  days: days(() => ({ over7, over21: over7 / 3 })),
  months: [],
  notes: [],
  isPinned: false,
});

describe('long stays', () => {
  it('are means of shares of the days that report them, if these are enough', () => {
    const some = days((i) => (i < 30 ? { over7: 45 } : {}));
    expect(longStaysOf({ ...history(0), days: some })).toEqual({ over7: 0.5, over21: Number.NaN });
    const few = days((i) => (i < 20 ? { over7: 45 } : {}));
    expect(longStaysOf({ ...history(0), days: few }).over7).toBeNaN();
  });

  it('are those of the winter before, moved towards the middle of all', () => {
    const rule = { shrink: 0.4, toward: { over7: 0.45, over21: 0.15 }, basis: '' };
    const expected = expectedLongStays({ over7: 0.55, over21: Number.NaN }, rule);
    expect(expected.over7).toBeCloseTo(0.51, 12);
    expect(expected.over21).toBe(0.15);
  });

  it('move towards what the files hold, and by what earlier pairs of winters show', () => {
    const lasts = Array.from({ length: 21 }, (_, i) => history(30 + i));
    const usual = { shrink: 0.35, toward: { over7: 0.46, over21: 0.16 }, basis: 'elsewhere' };
    const rule = learnLongStays(lasts, [], usual);
    expect(rule.toward.over7).toBeCloseTo(40 / 90, 12);
    expect(rule.shrink).toBe(0.35);
    const pairs = lasts.map((last, i) => [last, history(40 + 0.9 * (i - 10))] as const);
    expect(learnLongStays(lasts, pairs, usual).shrink).toBeCloseTo((0.1 + 0.35) / 2, 12);
    expect(learnLongStays(lasts.slice(0, 19), [], usual)).toBe(usual);
  });
});

describe('the days of a return', () => {
  const weekend = (date: string) => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
  const own = dayPatternOf(
    days((i, date) => ({
      occupied: date === '2017-12-25' ? 60 : (weekend(date) ? 83 : 93) + (i % 2 === 0 ? 2 : -2),
    })),
  );

  it('differ by the day of the week, around Christmas by the day of the year', () => {
    expect(own.weekday[5] - own.weekday[0]).toBeCloseTo(-0.1, 1);
    expect(own.christmas.get(0)).toBeLessThan(-0.28);
    expect(own.christmas.has(-8)).toBe(false);
    expect(mean(own.rest)).toBeCloseTo(0, 12);
    expect(sd(own.rest)).toBeCloseTo(0.02, 2);
  });

  it('have the levels of their members, and the scatter of the winter before', () => {
    const dates = days(() => ({})).map(({ date }) => date);
    const levels = [0.8, 0.7];
    const flat = levels.map(() => dates.map(() => 0.5));
    const forecast = reportedDays(flat, levels, dates, own);
    const places = forecast[0].length / 2;
    const one = Array.from({ length: places }, (_, j) => forecast.map((day) => day[j]));
    expect(mean(one.map(mean))).toBeCloseTo(0.8, 2);
    const christmas = dates.indexOf('2017-12-25');
    expect(mean(forecast[christmas])).toBeLessThan(0.75 - 0.1);
    const scatter = forecast.map((day) => sd(day.slice(0, places)));
    expect(mean(scatter)).toBeCloseTo(0.02, 2);
    // No possible winter has the higher values of all days.
    const sums = one.map((path) => mean(path));
    expect(Math.max(...sums) - Math.min(...sums)).toBeLessThan(0.01);
  });

  it('are never beyond full, and scatter no more than the hospital does', () => {
    const dates = days(() => ({})).map(({ date }) => date);
    const wild = [0, 1].map((k) => dates.map((_, i) => 0.9 + ((i + k) % 2 === 0 ? 0.1 : -0.1)));
    const forecast = reportedDays(wild, [0.9, 0.9], dates, own);
    expect(mean(forecast.map(sd))).toBeLessThan(0.03);
    const full = reportedDays(wild, [1.05, 1.05], dates, own).flat();
    expect(Math.max(...full)).toBe(1);
  });
});
