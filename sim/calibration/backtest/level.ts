// sim/calibration/backtest/level.ts: how the mean occupancy of a winter follows from the winter
// before, and how far it may lie from that, learnt from earlier winters of all organisations.

import type { BedDay } from '../defects.js';
import { mean, median } from '../defects.js';
import type { History } from '../history.js';
import { dayOfWinter, type Winter, winterOf } from './winters.js';

/** Expected level = last + shrink × (toward − last); changes are what came beyond that. */
export interface LevelRule {
  shrink: number;
  toward: number;
  /** Equally likely errors of the rule at the usual spread of days, sorted, as shares of open beds. */
  changes: number[];
  /** What it was learnt from, in words. */
  basis: string;
}

/** Two winters of one organisation, the earlier first. */
export type WinterPair = readonly [History, History];

export const DAYS_LEAST = 25;
export const PAIRS_LEAST = 20;
const QUANTILES = 41;
// Levels move back towards the middle of trusts; over three pairs of winters of about 100 trusts no
// share between 0 and 0.2 was the best in all of them.
const SHRINK = 0.05;
const USUAL_SPREAD = 0.025; // of days of one winter: the middle of trusts
const SPREAD_LEAST = 0.006;
// The middle of trusts moved by 0.9 to 1.3 points between four winters, by 5 to 7 into and out of 2020-21.
const JUMP = 0.03;
const NORMAL_80 = 2.563; // standard deviations between the 10th and the 90th percentile

/** Mean occupancy of the days of a winter that fall between two days of the year. */
export function alignedLevel(days: readonly BedDay[], dates: readonly string[]): number {
  return mean(alignedDays(days, dates).map(({ open, occupied }) => occupied / open));
}

/** The days of a winter between two days of the year; all of them where those are few. */
export function alignedDays(days: readonly BedDay[], dates: readonly string[]): readonly BedDay[] {
  const reach = dates.map(dayOfWinter);
  const [first, last] = [Math.min(...reach), Math.max(...reach)];
  const inside = days.filter(({ date }) => {
    const day = dayOfWinter(date);
    return day >= first && day <= last;
  });
  return inside.length >= DAYS_LEAST ? inside : days;
}

/**
 * How much farther than others the level of an organisation may move: the root of the spread of its
 * days. A hospital that reports 99 % on all days stays there; one that swings moves between winters.
 */
export function mobility(days: readonly BedDay[]): number {
  const shares = days.map(({ open, occupied }) => occupied / open).sort((a, b) => a - b);
  const spread = (quantile(shares, 0.9) - quantile(shares, 0.1)) / NORMAL_80;
  return Math.sqrt(Math.max(SPREAD_LEAST, spread) / USUAL_SPREAD);
}

/** How a level moved from one winter to the next. */
interface Change {
  /** The later winter. */
  winter: Winter;
  last: number;
  now: number;
  mobility: number;
}

/**
 * Learns the rule from pairs of winters, none of which may be the one to be predicted. Winters into
 * which the level of most organisations jumped, such as those of COVID-19, are left out. Too few
 * pairs give the rule handed over.
 */
export function learnLevels(pairs: readonly WinterPair[], otherwise: LevelRule): LevelRule {
  const all = pairs.flatMap(([before, after]): Change[] => {
    if (before.days.length < DAYS_LEAST || after.days.length < DAYS_LEAST) return [];
    const dates = after.days.map(({ date }) => date);
    return [
      {
        winter: winterOf(dates[0]),
        last: alignedLevel(before.days, dates),
        now: alignedLevel(after.days, dates),
        mobility: mobility(before.days),
      },
    ];
  });
  const levels = withoutJumps(all);
  if (levels.length < PAIRS_LEAST) return otherwise;
  const toward = median(levels.map(({ now }) => now));
  const errors = levels.map(
    (level) => (level.now - expectedLevel(level.last, { shrink: SHRINK, toward })) / level.mobility,
  );
  return {
    shrink: SHRINK,
    toward,
    changes: symmetric(errors),
    basis: `${levels.length} pairs of earlier winters in the files`,
  };
}

function withoutJumps(changes: readonly Change[]): Change[] {
  const sizes = new Map<Winter, number[]>();
  for (const { winter, last, now } of changes) {
    sizes.set(winter, [...(sizes.get(winter) ?? []), Math.abs(now - last)]);
  }
  return changes.filter(({ winter }) => median(sizes.get(winter) ?? [0]) <= JUMP);
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
