// sim/scenario/tables.ts: small steps from a scenario's lists to tables by hour, day and cell.

import { type Distribution, quantileFunction } from '../engine/distributions.js';
import { type QuantileTable, tabulate } from '../engine/quantile-table.js';
import {
  type Days,
  dateOfDay,
  dayOfDate,
  HOURS_PER_WEEK,
  SATURDAY,
  SUNDAY,
} from '../engine/time.js';

const DAY = 1440;
const TABLES_KEPT = 400;
const kept = new Map<string, QuantileTable>();

/** Longest duration, 190 years: what lasts longer than any run is all the same, and the calendar ends. */
export const DURATION_MINUTES_MAX = 1e8;

/** Quantile table of a distribution, in units of `minutesPerUnit`; built once per process. */
export function tableOf(of: Distribution, minutesPerUnit = 1): QuantileTable {
  const key = `${minutesPerUnit} ${JSON.stringify(of)}`;
  let table = kept.get(key);
  if (table === undefined) {
    const quantile = quantileFunction(of);
    table = tabulate((p) => Math.min(DURATION_MINUTES_MAX, minutesPerUnit * quantile(p)));
    if (kept.size >= TABLES_KEPT) kept.clear();
    kept.set(key, table);
  }
  return table;
}

export function daysTable(of: Distribution): QuantileTable {
  return tableOf(of, DAY);
}

/** A random factor of mean 1 with the given variation. */
export function effectTable(cv: number): QuantileTable {
  return tableOf(
    cv > 0 ? { distribution: 'gamma', mean: 1, cv } : { distribution: 'fixed', value: 1 },
  );
}

/** Running sums of shares, scaled to end at one. */
export function cumulative(shares: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(shares.length);
  let sum = 0;
  for (let i = 0; i < shares.length; i++) {
    sum += shares[i];
    sums[i] = sum;
  }
  if (sum > 0) for (let i = 0; i < sums.length; i++) sums[i] /= sum;
  return sums;
}

/** Running sums within each row of a table. */
export function cumulativeRows(rows: ArrayLike<number>[]): Float64Array {
  const width = rows[0].length;
  const table = new Float64Array(rows.length * width);
  rows.forEach((row, i) => {
    table.set(cumulative(row), i * width);
  });
  return table;
}

/** Weekday of a day, or Sunday on a bank holiday. */
export function serviceWeekday(days: Days, day: number): number {
  return days.bankHoliday[day] ? SUNDAY : days.weekday[day];
}

/** Hours of a week from a rota of weekdays and weekends. */
export function weekOf(rota: { weekday: number[]; weekend: number[] }): Float64Array {
  return Float64Array.from({ length: HOURS_PER_WEEK }, (_, hour) => {
    const day = Math.floor(hour / 24);
    return (day >= SATURDAY ? rota.weekend : rota.weekday)[hour % 24];
  });
}

/** Value of each day of a run from a list of days of the year (MM-DD); 1 where none is listed. */
export function byDate(days: Days, list: readonly { day: string; value: number }[]): Float64Array {
  const values = new Map(list.map(({ day, value }) => [day, value]));
  return Float64Array.from(
    { length: days.count },
    (_, day) => values.get(dateOfDay(days, day).slice(5)) ?? 1,
  );
}

export function meanOfValues(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

/** Days of the run between two dates, both included. */
export function daysBetween(days: Days, from: string, to: string): number[] {
  const first = Math.max(0, dayOfDate(days, from));
  const last = Math.min(days.count - 1, dayOfDate(days, to));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}
