// web/charts/days.ts: dates on an axis: ISO dates, day numbers and their words, without any clock.

import { dateOf, dayNumberOf, monthOf } from '../../sim/engine/time.js';

const JANUARY = 1;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** "12 Jan" */
export function shortDate(iso: string): string {
  return `${Number(iso.slice(8, 10))} ${monthName(iso)}`;
}

/** "12 Jan 2018" */
export function longDate(iso: string): string {
  return `${shortDate(iso)} ${iso.slice(0, 4)}`;
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
    const iso = dateOf(day);
    if (day !== first && !iso.endsWith('-01')) continue;
    const withYear = roomForYears && (ticks.length === 0 || monthOf(day) === JANUARY);
    ticks.push({ day, label: withYear ? `${monthName(iso)} ${iso.slice(0, 4)}` : monthName(iso) });
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

function monthName(iso: string): string {
  return MONTHS[Number(iso.slice(5, 7)) - 1];
}
