// web/charts/batch.ts: a finished batch as charts and tables read it, and the axes they share.

import { max, min } from 'd3';
import type { DailySeriesKey } from '../../sim/outcomes/keys.js';
import type { SingleWinters } from '../../sim/outcomes/single-winters.js';
import type { Fan, Summary } from '../../sim/outcomes/summary.js';
import { dayNumbers } from './days.js';

/** The results of a batch: run in this page, read from files, or handed over by the command line. */
export interface Batch {
  summary: Summary;
  fans: readonly Fan[];
  /** ISO dates; those outside the winter are left out of charts. */
  bankHolidays: readonly string[];
  /** Single winters of each scenario, in their order; absent where only their means are known. */
  singles?: readonly SingleWinters[];
}

/** The fan of one series of one scenario; without dates when the batch has none. */
export function fanOf({ fans }: Batch, scenario: string, series: DailySeriesKey): Fan {
  const found = fans.find((fan) => fan.scenario === scenario && fan.series === series);
  return (
    found ?? { scenario, series, dates: [], mean: [], p5: [], p25: [], p50: [], p75: [], p95: [] }
  );
}

/** The fans of one series, in the order of the scenarios. */
export function fansOfSeries(batch: Batch, series: DailySeriesKey): Fan[] {
  return batch.summary.scenarios.map(({ name }) => fanOf(batch, name, series));
}

/** First and last day number of all fans; a single day when there are none. */
export function daysOfFans(fans: readonly Fan[]): [number, number] {
  const days = fans.flatMap(({ dates }) => dayNumbers(dates));
  return [min(days) ?? 0, max(days) ?? 0];
}

/** An axis that holds all bands and the values that must be on it, in whole steps. */
export function domainOfFans(
  fans: readonly Fan[],
  include: readonly number[],
  step: number,
): [number, number] {
  const low = min([...include, ...fans.flatMap(({ p5 }) => p5)]) ?? 0;
  const high = max([...include, ...fans.flatMap(({ p95 }) => p95)]) ?? step;
  // Whole numbers of steps: sums of 0.05 would end as 0.9500000000000001.
  const lowSteps = Math.floor(low / step + 1e-9);
  const highSteps = Math.max(lowSteps + 1, Math.ceil(high / step - 1e-9));
  return [steps(lowSteps, step), steps(highSteps, step)];
}

function steps(count: number, step: number): number {
  return step < 1 ? count / Math.round(1 / step) : count * step;
}

/** Where the numbers of a chart come from, for the line under it. */
export function sourceOf({ summary }: Batch): string {
  const { version, replications, seed, scenarios } = summary;
  const hash = scenarios[0]?.hash.slice(0, HASH_SHOWN);
  return (
    `Winterflow ${version}, scenario ${hash ?? 'none'}, ${winters(replications)} of each scenario, ` +
    `seed “${seed}”, data: ${dataOf(summary)}`
  );
}

/** The data of the base: names of its system and winter. */
export function dataOf({ scenarios }: Pick<Summary, 'scenarios'>): string {
  const madeOf = scenarios[0]?.madeOf;
  const names = madeOf === undefined ? [] : [madeOf.system, madeOf.winter];
  return names.filter((name) => name !== '').join(', ') || 'not named in these results';
}

/** Letters of a scenario's hash that tell it from others. */
export const HASH_SHOWN = 12;

/** "1 simulated winter", "40 simulated winters" */
export function winters(count: number): string {
  return count === 1 ? '1 simulated winter' : `${count} simulated winters`;
}
