// sim/calibration/backtest/winters.ts: data files cut into winters: July to June, so that no year
// stands in the code.

import { dateOf, dayNumberOf } from '../../engine/time.js';
import { type History, historyOf } from '../history.js';
import type { SeriesFile } from '../series.js';

/** A winter by the years that it joins, such as 2017-18. */
export type Winter = string;

const FIRST_MONTH = 7; // July: far from any winter

/** The winter of a date or month (YYYY-MM…). */
export function winterOf(when: string): Winter {
  const year = yearOf(when);
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}`;
}

/** The year in which the winter of a date began. */
export function yearOf(when: string): number {
  const [year, month] = when.split('-').map(Number);
  return month >= FIRST_MONTH ? year : year - 1;
}

/** Winters of which the files have daily open beds, in order. */
export function wintersIn(files: readonly SeriesFile[]): Winter[] {
  const found = new Set<Winter>();
  for (const { organisations } of files) {
    for (const { series } of organisations) {
      for (const { when } of series.get('ga_beds_open') ?? []) found.add(winterOf(when));
    }
  }
  return [...found].sort();
}

/** What is known of an organisation in one winter: days and months of that winter only. */
export function historyOfWinter(
  org: string,
  files: readonly SeriesFile[],
  winter: Winter,
): History {
  const year = Number(winter.slice(0, 4));
  const [first, last] = [`${year}-07-01`, `${year + 1}-06-30`];
  const history = historyOf(org, files, first, last);
  const months = history.months.filter(({ month }) => winterOf(month) === winter);
  return { ...history, months };
}

/** A date so many days later. */
export function daysLater(date: string, days: number): string {
  return dateOf(dayNumberOf(date) + days);
}

/** Day of the winter by which two winters are laid side by side: days since 1 July. */
export function dayOfWinter(date: string): number {
  return dayNumberOf(date) - dayNumberOf(`${yearOf(date)}-07-01`);
}
