// sim/calibration/arrival-profile.ts: arrivals by weekday and hour of the day from hourly counts.

import { dayNumberOf, SATURDAY, weekdayOf } from '../engine/time.js';
import type { Model } from '../scenario/schema.js';
import { mean, median, sd } from './defects.js';
import type { FittedNumber } from './fitted-number.js';
import type { History } from './history.js';
import type { Point } from './series.js';

const HOURS = 24;
/** Whole days from which a profile is taken: eight of each weekday. */
export const PROFILE_DAYS_LEAST = 56;
const NORMAL_95 = 1.96;
const MEDIAN_FACTOR = 1.2533; // standard error of a median ÷ that of a mean, for a normal spread

/** Arrivals of one day by hour. */
interface Day {
  weekday: number;
  hours: number[];
}

export interface ArrivalProfile {
  /** Arrivals by weekday relative to their mean, Monday first. */
  weekdayIndex: number[];
  /** Shares of a day by hour, Monday to Friday, and at weekends. */
  weekday: number[];
  weekend: number[];
  days: number;
  /** Largest half-width of a 95 % interval, relative to its value. */
  weekdayError: number;
  hourError: number;
}

/**
 * The profile of hourly counts; null with fewer than PROFILE_DAYS_LEAST days that have all their
 * hours. Weekdays are medians, so that bank holidays do not count as Mondays.
 * @param points counts by YYYY-MM-DDTHH
 */
export function arrivalProfile(points: readonly Point[]): ArrivalProfile | null {
  const days = wholeDays(points);
  if (days.length < PROFILE_DAYS_LEAST) return null;
  const totals = Array.from({ length: 7 }, (_, weekday) =>
    days.filter((day) => day.weekday === weekday).map(({ hours }) => total(hours)),
  );
  if (totals.some((values) => values.length < 2)) return null;
  const typical = totals.map(median);
  const weekdayIndex = typical.map((value) => value / mean(typical));
  const errors = totals.map(
    (values, i) => (NORMAL_95 * MEDIAN_FACTOR * sd(values)) / Math.sqrt(values.length) / typical[i],
  );
  const [weekday, weekend] = [false, true].map((isWeekend) =>
    sharesOf(days.filter((day) => day.weekday >= SATURDAY === isWeekend)),
  );
  const counts = total(days.filter((day) => day.weekday >= SATURDAY).map((d) => total(d.hours)));
  const least = Math.min(...weekend);
  return {
    weekdayIndex,
    weekday,
    weekend,
    days: days.length,
    weekdayError: Math.max(...errors),
    hourError: NORMAL_95 / Math.sqrt(counts * least), // of the quietest hour, a Poisson count
  };
}

/** Takes the profile into a model; says so, or why not. */
export function fitArrivals(model: Model, { org, arrivals }: History): FittedNumber[] {
  const { demand } = model;
  const keep = (path: string, value: number, basis: string): FittedNumber => {
    return { path, value, low: null, high: null, basis, confidence: 'default' };
  };
  const profile = arrivals === undefined ? null : arrivalProfile(arrivals);
  if (profile === null) {
    const why =
      arrivals === undefined
        ? 'no arrivals by hour in the files'
        : `fewer than ${PROFILE_DAYS_LEAST} days with arrivals in all their hours`;
    return [keep('demand.weekdayIndex', 1, why), keep('demand.hourShare', 1 / HOURS, why)];
  }
  const { weekdayIndex, weekday, weekend, days, weekdayError, hourError } = profile;
  demand.weekdayIndex = weekdayIndex.map((value) => Number(value.toFixed(4)));
  demand.hourShare = {
    weekday: weekday.map((value) => Number(value.toFixed(5))),
    weekend: weekend.map((value) => Number(value.toFixed(5))),
  };
  const listed = (path: string, values: readonly number[], what: string, error: number) => ({
    path,
    value: Number(mean(values).toFixed(4)),
    low: Number(Math.min(...values).toFixed(4)),
    high: Number(Math.max(...values).toFixed(4)),
    basis: `${what} of ${org}, ${days} days; each within ${Math.ceil(error * 100)} %`,
    confidence: 'computed' as const,
  });
  return [
    listed('demand.weekdayIndex', weekdayIndex, 'arrivals by weekday', weekdayError),
    listed('demand.hourShare', [...weekday, ...weekend], 'arrivals by hour', hourError),
  ];
}

function wholeDays(points: readonly Point[]): Day[] {
  const byDay = new Map<string, Map<number, number>>();
  for (const { when, value } of points) {
    const [date, hour] = when.split('T');
    const hours = byDay.get(date) ?? new Map<number, number>();
    byDay.set(date, hours.set(Number(hour), value));
  }
  return [...byDay].flatMap(([date, hours]) => {
    if (hours.size < HOURS) return [];
    const counts = Array.from({ length: HOURS }, (_, hour) => hours.get(hour) ?? 0);
    return [{ weekday: weekdayOf(dayNumberOf(date)), hours: counts }];
  });
}

function sharesOf(days: readonly Day[]): number[] {
  const all = total(days.map(({ hours }) => total(hours)));
  return Array.from({ length: HOURS }, (_, hour) => total(days.map((d) => d.hours[hour])) / all);
}

function total(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
