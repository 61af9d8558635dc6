// sim/calibration/scores.ts: how near a forecast of a winter came, and whether it beat simple ones.

import { dayNumberOf, weekdayOf } from '../engine/time.js';
import { mean, sd } from './defects.js';

/** What a forecast says of one day: equally likely values. */
export type Ensemble = readonly number[];

/** A day as it was. */
export interface Seen {
  date: string;
  value: number;
}

export interface Scores {
  days: number;
  /** Forecast minus seen: of the mean, the spread between days and the highest day. */
  meanError: number;
  sdError: number;
  peakError: number;
  /** Mean continuous ranked probability score, in the unit of the value. */
  crps: number;
  /** Shares of days inside the central 50 % and 90 % of the forecast. */
  cover50: number;
  cover90: number;
}

/**
 * Continuous ranked probability score of an ensemble: mean |x − y| − ½ mean |x − x'|; for one value
 * it is the distance. Gneiting and Raftery (2007), "Strictly proper scoring rules", J Am Stat Assoc
 * 102:359.
 */
export function crps(ensemble: Ensemble, seen: number): number {
  const sorted = [...ensemble].sort((a, b) => a - b);
  const n = sorted.length;
  let distance = 0;
  let pairs = 0;
  sorted.forEach((value, i) => {
    distance += Math.abs(value - seen);
    pairs += value * (2 * i - n + 1);
  });
  return distance / n - pairs / (n * n);
}

/**
 * Value below which the next of a row of like values falls with a chance: the k-th of n stands for
 * k ÷ (n + 1). Percentiles of the values themselves would hold too few of few values' successors.
 * @param sorted values in order
 */
export function predicted(sorted: Ensemble, share: number): number {
  const position = Math.max(0, Math.min(sorted.length - 1, share * (sorted.length + 1) - 1));
  const below = Math.floor(position);
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
}

/** Scores of a forecast over the days that were seen. */
export function scoresOf(forecast: readonly Ensemble[], seen: readonly Seen[]): Scores {
  const values = seen.map(({ value }) => value);
  const members = forecast[0]?.length ?? 0;
  const ofMember = Array.from({ length: members }, (_, m) => forecast.map((day) => day[m]));
  const inside = (share: number) =>
    mean(
      seen.map(({ value }, i) => {
        const sorted = [...forecast[i]].sort((a, b) => a - b);
        const [low, high] = [(1 - share) / 2, (1 + share) / 2].map((p) => predicted(sorted, p));
        return value >= low && value <= high ? 1 : 0;
      }),
    );
  return {
    days: seen.length,
    meanError: mean(ofMember.map(mean)) - mean(values),
    sdError: mean(ofMember.map(sd)) - sd(values),
    peakError: mean(ofMember.map((days) => Math.max(...days))) - Math.max(...values),
    crps: mean(seen.map(({ value }, i) => crps(forecast[i], value))),
    cover50: inside(0.5),
    cover90: inside(0.9),
  };
}

/** "Same as last winter" in its mean and spread: any of its days may come. */
export function sameLevel(last: readonly Seen[], dates: readonly string[]): Ensemble[] {
  const values = last.map(({ value }) => value);
  return dates.map(() => values);
}

const CHRISTMAS_DAYS = 12; // either side of Christmas Day

/**
 * "Same as last winter" in its pattern: the mean of the weekday, around Christmas the value of the
 * same day of the year, each with the deviations of last winter's other days from its pattern.
 */
export function samePattern(last: readonly Seen[], dates: readonly string[]): Ensemble[] {
  const ordinary = last.filter(({ date }) => !isNearChristmas(date));
  const level = mean(ordinary.map(({ value }) => value));
  const byWeekday = Array.from({ length: 7 }, (_, weekday) => {
    const values = ordinary.filter(({ date }) => weekdayOfDate(date) === weekday);
    return values.length > 0 ? mean(values.map(({ value }) => value)) : level;
  });
  const byDay = new Map(last.map(({ date, value }) => [date.slice('YYYY-'.length), value]));
  const deviations = ordinary.map(({ date, value }) => value - byWeekday[weekdayOfDate(date)]);
  return dates.map((date) => {
    const christmas = isNearChristmas(date) ? byDay.get(date.slice('YYYY-'.length)) : undefined;
    const expected = christmas ?? byWeekday[weekdayOfDate(date)];
    return deviations.map((deviation) => expected + deviation);
  });
}

const WEEK = 7;

/**
 * Persistence as it can be had before a winter: the last week known goes on, with the deviations of
 * last winter's days from its mean.
 */
export function lastWeek(last: readonly Seen[], dates: readonly string[]): Ensemble[] {
  const level = mean(last.map(({ value }) => value));
  const held = mean(last.slice(-WEEK).map(({ value }) => value));
  const values = last.map(({ value }) => held + value - level);
  return dates.map(() => values);
}

/** Persistence from day to day, which knows the winter predicted: each day is as the last one seen before it, with last winter's daily steps. */
export function persistence(last: readonly Seen[], seen: readonly Seen[]): Ensemble[] {
  const steps = last.slice(1).map(({ value }, i) => value - last[i].value);
  const start = last[last.length - 1]?.value ?? Number.NaN;
  return seen.map((_, i) => {
    const before = i === 0 ? start : seen[i - 1].value;
    return steps.map((step) => before + step);
  });
}

/** 1 − score ÷ score of the simple forecast: above 0 is better than it. */
export function skill(score: number, simple: number): number {
  return 1 - score / simple;
}

function isNearChristmas(date: string): boolean {
  const year = Number(date.slice(0, 4)) - (date.slice(5) < '07-01' ? 1 : 0);
  return Math.abs(dayNumberOf(date) - dayNumberOf(`${year}-12-25`)) <= CHRISTMAS_DAYS;
}

function weekdayOfDate(date: string): number {
  return weekdayOf(dayNumberOf(date));
}
