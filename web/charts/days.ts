// web/charts/days.ts: dates on an axis: ISO dates, day numbers and their words, without any clock.

import { utcFormat } from 'd3';
import { dateOf, dayNumberOf, monthOf } from '../../sim/engine/time.js';

const MS_PER_DAY = 86_400_000;
const JANUARY = 1;
const dayAndMonth = utcFormat('%-d %b');
const dayMonthYear = utcFormat('%-d %b %Y');
const monthOnly = utcFormat('%b');
const monthAndYear = utcFormat('%b %Y');

/** "12 Jan" */
export function shortDate(iso: string): string {
  return dayAndMonth(utc(dayNumberOf(iso)));
}

/** "12 Jan 2018" */
export function longDate(iso: string): string {
  return dayMonthYear(utc(dayNumberOf(iso)));
}

export interface MonthTick {
  /** Day number of the first of the month, or of the start of the axis. */
  day: number;
  label: string;
}

/**
 * The first day and the first days of months up to the last; the year is named at the start and in
 * January.
 */
export function monthTicks(first: number, last: number, roomForYears: boolean): MonthTick[] {
  const ticks: MonthTick[] = [];
  for (let day = first; day <= last; day++) {
    if (day !== first && !dateOf(day).endsWith('-01')) continue;
    const withYear = roomForYears && (ticks.length === 0 || monthOf(day) === JANUARY);
    ticks.push({ day, label: (withYear ? monthAndYear : monthOnly)(utc(day)) });
  }
  return ticks;
}

/**
 * Splits positions into runs of consecutive days, so that a line breaks where days are missing.
 * @param step days from one value to the next: 1 for daily series, 7 for weekly ones
 */
export function runsOf(days: readonly number[], step: number): number[][] {
  const runs: number[][] = [];
  days.forEach((day, i) => {
    const last = runs[runs.length - 1];
    if (last !== undefined && day - days[i - 1] <= step) last.push(i);
    else runs.push([i]);
  });
  return runs;
}

/** Day numbers of ISO dates. */
export function dayNumbers(dates: readonly string[]): number[] {
  return dates.map(dayNumberOf);
}

function utc(dayNumber: number): Date {
  return new Date(dayNumber * MS_PER_DAY);
}
