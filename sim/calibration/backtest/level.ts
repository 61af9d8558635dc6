// sim/calibration/backtest/level.ts: how the mean occupancy of a winter follows from the winter
// before, and how far it may lie from that, learnt from earlier winters of all organisations.

import type { BedDay } from '../defects.js';
import { mean } from '../defects.js';
import type { History } from '../history.js';
import { dayOfWinter } from './winters.js';

/** Expected level = last + shrink × (toward − last); changes are what came beyond that. */
export interface LevelRule {
  shrink: number;
  toward: number;
  /** Equally likely errors of the rule, sorted, as shares of open beds. */
  changes: number[];
  /** What it was learnt from, in words. */
  basis: string;
}

/** Two winters of one organisation, the earlier first. */
export type WinterPair = readonly [History, History];

const DAYS_LEAST = 25;
const PAIRS_LEAST = 20;
const SHRINKS = [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3];
const QUANTILES = 41;

/** Mean occupancy of the days of a winter that fall between two days of the year. */
export function alignedLevel(days: readonly BedDay[], dates: readonly string[]): number {
  const reach = dates.map(dayOfWinter);
  const [first, last] = [Math.min(...reach), Math.max(...reach)];
  const inside = days.filter(({ date }) => {
    const day = dayOfWinter(date);
    return day >= first && day <= last;
  });
  const used = inside.length >= DAYS_LEAST ? inside : days;
  return mean(used.map(({ open, occupied }) => occupied / open));
}

/**
 * Learns the rule from pairs of winters, none of which may be the one to be predicted. Too few
 * pairs give the rule handed over.
 */
export function learnLevels(pairs: readonly WinterPair[], otherwise: LevelRule): LevelRule {
  const levels = pairs.flatMap(([before, after]) => {
    if (before.days.length < DAYS_LEAST || after.days.length < DAYS_LEAST) return [];
    const dates = after.days.map(({ date }) => date);
    return [{ last: alignedLevel(before.days, dates), now: alignedLevel(after.days, dates) }];
  });
  if (levels.length < PAIRS_LEAST) return otherwise;
  const toward = mean(levels.map(({ now }) => now));
  const errorsAt = (shrink: number) =>
    levels.map(({ last, now }) => now - expectedLevel(last, { shrink, toward }));
  const missed = (shrink: number) => mean(errorsAt(shrink).map(Math.abs));
  const shrink = SHRINKS.reduce((best, tried) => (missed(tried) < missed(best) ? tried : best));
  return {
    shrink,
    toward,
    changes: symmetric(errorsAt(shrink)),
    basis: `${levels.length} pairs of earlier winters in the files`,
  };
}

/** The level expected after a winter at `last`. */
export function expectedLevel(
  last: number,
  { shrink, toward }: Pick<LevelRule, 'shrink' | 'toward'>,
): number {
  return last + shrink * (toward - last);
}

/** Evenly spaced quantiles of errors and their opposites: which way is not known beforehand. */
function symmetric(errors: readonly number[]): number[] {
  const both = [...errors, ...errors.map((error) => -error)].sort((a, b) => a - b);
  return Array.from({ length: QUANTILES }, (_, i) => quantile(both, (i + 0.5) / QUANTILES));
}

/** Quantile of sorted values, linear between their middles. */
export function quantile(sorted: readonly number[], share: number): number {
  const position = Math.max(0, Math.min(sorted.length - 1, share * sorted.length - 0.5));
  const below = Math.floor(position);
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
}
