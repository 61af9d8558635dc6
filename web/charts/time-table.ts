// web/charts/time-table.ts: fans of one series as a table: a row for each date, columns by scenario.

import type { OutcomeKey } from '../../sim/outcomes/keys.js';
import type { Fan } from '../../sim/outcomes/summary.js';
import { plainValue } from '../../sim/outcomes/words.js';
import type { TableData } from './data-table.js';
import { longDate } from './days.js';

export interface TimeTableOptions {
  caption: string;
  rowHeader: string;
  fans: readonly Fan[];
  /** Name of each column under a scenario, and its text at a position of a fan. */
  columns: readonly (readonly [string, (fan: Fan, i: number) => string])[];
}

/** All dates of all fans in order; a scenario without a value on a date has a dash. */
export function timeTable({ caption, rowHeader, fans, columns }: TimeTableOptions): TableData {
  const dates = [...new Set(fans.flatMap((fan) => fan.dates))].sort();
  const positions = fans.map((fan) => new Map(fan.dates.map((date, i) => [date, i])));
  return {
    caption,
    rowHeader,
    groups: fans.map(({ scenario }) => ({
      name: scenario,
      columns: columns.map(([name]) => name),
    })),
    rows: dates.map((date) => ({
      header: longDate(date),
      cells: fans.flatMap((fan, f) => {
        const i = positions[f].get(date);
        return columns.map(([, text]) => (i === undefined ? '–' : text(fan, i)));
      }),
    })),
  };
}

/** "94.1 to 97.0" */
export function rangeText(low: number, high: number, unit: OutcomeKey['unit']): string {
  return `${plainValue(low, unit)} to ${plainValue(high, unit)}`;
}
