// sim/outcomes/single-winters.ts: what charts need of single winters and not only of their means: on
// which days beds are over 92 % full, and how many beds would have been enough.

import { DAILY, type DailySeriesKey } from './keys.js';
import type { ScenarioRuns } from './summary.js';

export const LIMIT = 0.92;
/** Shares of days on which a number of beds must be enough, from every day to half of them. */
export const DAY_SHARES = [1, 0.95, 0.9, 0.75, 0.5] as const;
export type DayShare = (typeof DAY_SHARES)[number];

/** Single winters of one scenario. */
export interface SingleWinters {
  scenario: string;
  /** ISO dates of the reported days. */
  dates: readonly string[];
  /** For each date, the share of winters in which more than 92 % of open beds are occupied at 08:00. */
  overShare: readonly (number | null)[];
  /**
   * For each share of days in the order of DAY_SHARES, and each winter: the fewest open beds of which
   * patients in a bed or waiting for one at 08:00 would fill at most 92 % on that share of days.
   */
  bedsNeeded: readonly (readonly number[])[];
}

/**
 * Single winters of a scenario.
 * @param dates ISO dates of its reported days
 */
export function singleWinters(runs: ScenarioRuns, dates: readonly string[]): SingleWinters {
  const share = placeOf('occupancy0800Share');
  const occupied = placeOf('bedsOccupied0800');
  const waiting = placeOf('awaitingBed0800');
  const wanted = runs.replications.map(({ daily }) =>
    Float64Array.from(daily[occupied], (beds, day) => beds + daily[waiting][day]).sort(),
  );
  return {
    scenario: runs.name,
    dates,
    overShare: dates.map((_, day) =>
      shareOver(runs.replications.map(({ daily }) => daily[share][day])),
    ),
    bedsNeeded: DAY_SHARES.map((dayShare) => wanted.map((rising) => bedsOf(rising, dayShare))),
  };
}

/** Places in DAILY of the series that single winters are made of. */
export const SINGLE_WINTER_SERIES: readonly DailySeriesKey[] = [
  'occupancy0800Share',
  'bedsOccupied0800',
  'awaitingBed0800',
];

/**
 * The fewest beds of which the patients of a share of days fill at most 92 %.
 * @param wanted patients in a bed or waiting for one, by day
 * @returns NaN without a day
 */
export function bedsFor(wanted: ArrayLike<number>, dayShare: number): number {
  return bedsOf(Float64Array.from(wanted).sort(), dayShare);
}

function bedsOf(rising: Float64Array, dayShare: number): number {
  if (rising.length === 0) return Number.NaN;
  const days = Math.max(1, Math.ceil(dayShare * rising.length - 1e-9));
  return Math.ceil(rising[days - 1] / LIMIT - 1e-9);
}

/** Share of winters in which so many beds would have been enough. */
export function chanceEnough(needed: readonly number[], beds: number): number {
  return needed.filter((one) => one <= beds).length / needed.length;
}

/**
 * The fewest beds that would have been enough in a share of winters.
 * @returns NaN without a winter
 */
export function bedsForChance(needed: readonly number[], chance: number): number {
  const rising = [...needed].sort((a, b) => a - b);
  const winters = Math.max(1, Math.ceil(chance * rising.length - 1e-9));
  return rising[winters - 1] ?? Number.NaN;
}

/** Share of the values that are over the limit; null when none is defined. */
function shareOver(values: readonly number[]): number | null {
  const defined = values.filter((value) => !Number.isNaN(value));
  if (defined.length === 0) return null;
  return defined.filter((value) => value > LIMIT).length / defined.length;
}

function placeOf(key: DailySeriesKey): number {
  return DAILY.findIndex((series) => series.key === key);
}
