// sim/calibration/backtest/summary.ts: back-tests of many organisations in a few lines: medians,
// beside those of "same as last winter".

import { median } from '../defects.js';
import type { Backtest, Mode } from './backtest.js';
import { NAIVE, type Naive, type WinterFigures } from './score.js';
import type { Winter } from './winters.js';

/** One line of the summary: medians over organisations of a size of error. */
export interface ErrorLine {
  key: keyof WinterFigures;
  words: string;
  organisations: number;
  /** Median size of the error, in points (1 = 0.01). */
  forecast: number;
  last: number;
}

export interface BacktestSummary {
  target: Winter;
  learntFrom: Winter[];
  mode: Mode;
  organisations: number;
  errors: ErrorLine[];
  /** Median over organisations. */
  crpsPoints: number;
  cover50: number;
  cover90: number;
  skill: Record<Naive, number>;
  /** Organisations with a skill above 0, as a share. */
  better: Record<Naive, number>;
}

export const FIGURE_WORDS: Record<keyof WinterFigures, string> = {
  mean: 'occupancy, mean',
  sd: 'occupancy, sd between days',
  peak: 'occupancy, highest day',
  daysOver92Share: 'days over 92 %, share of days',
  over7Share: 'occupied by stays over 7 days',
  over21Share: 'occupied by stays over 21 days',
  within4hShare: 'within 4 hours, type 1',
};

/** Summaries by winter and mode, in order. */
export function summaries(results: readonly Backtest[]): BacktestSummary[] {
  const groups = new Map<string, Backtest[]>();
  for (const result of results) {
    const key = `${result.target} ${result.mode}`;
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  return [...groups.values()].map(summaryOf);
}

function summaryOf(results: readonly Backtest[]): BacktestSummary {
  const [{ target, mode }] = results;
  const each = (of: (result: Backtest) => number) => middle(results.map(of));
  const naive = (of: (name: Naive) => number) =>
    Object.fromEntries(NAIVE.map((name) => [name, of(name)])) as Record<Naive, number>;
  return {
    target,
    mode,
    learntFrom: [...new Set(results.map(({ learntFrom }) => learntFrom))].sort(),
    organisations: results.length,
    errors: (Object.keys(FIGURE_WORDS) as (keyof WinterFigures)[]).map((key) =>
      errorLine(key, results),
    ),
    crpsPoints: 100 * each(({ scores }) => scores.crps),
    cover50: each(({ scores }) => scores.cover50),
    cover90: each(({ scores }) => scores.cover90),
    skill: naive((name) => each(({ skill }) => skill[name])),
    better: naive((name) => results.filter(({ skill }) => skill[name] > 0).length / results.length),
  };
}

/** Both errors over the organisations of which the figure was reported in the winter predicted. */
function errorLine(key: keyof WinterFigures, results: readonly Backtest[]): ErrorLine {
  const known = results.filter(({ observed }) => isKnown(observed[key]));
  const errors = (of: (result: Backtest) => WinterFigures) =>
    middle(
      known.map((result) => 100 * Math.abs(difference(of(result)[key], result.observed[key]))),
    );
  return {
    key,
    words: FIGURE_WORDS[key],
    organisations: known.length,
    forecast: errors(({ forecast }) => forecast),
    last: errors(({ last }) => last),
  };
}

/** A number that was reported; results read from a file have null where it was not. */
export function isKnown(value: number | null): boolean {
  return value !== null && Number.isFinite(value);
}

function difference(value: number | null, other: number): number {
  return value === null ? Number.NaN : value - other;
}

/** Median of what is known; NaN of nothing. */
function middle(values: readonly number[]): number {
  const known = values.filter(isKnown);
  return known.length === 0 ? Number.NaN : median(known);
}
