// sim/calibration/backtest/long-stays.ts: shares of beds with long stays expected of a winter, from the
// winter before and from those of all organisations.

import { mean, median } from '../defects.js';
import { type History, meanOfDays } from '../history.js';
import { DAYS_LEAST, PAIRS_LEAST, type WinterPair } from './level.js';

/** Of occupied beds: stays over 7 and over 21 days. */
export interface LongStays {
  over7: number;
  over21: number;
}

/** Expected share = last + shrink × (toward − last). */
export interface LongStayRule {
  shrink: number;
  toward: LongStays;
  /** What it was learnt from, in words. */
  basis: string;
}

const SHRINKS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6];

/** Shares of a winter; NaN where they were not reported on enough days. */
export function longStaysOf({ days }: History): LongStays {
  const share = (of: (day: History['days'][number]) => number) => {
    const known = days.filter((day) => !Number.isNaN(of(day)));
    return known.length < DAYS_LEAST ? Number.NaN : meanOfDays(known, of);
  };
  return {
    over7: share((day) => day.over7 / day.occupied),
    over21: share((day) => day.over21 / day.occupied),
  };
}

/**
 * Learns the rule.
 * @param lasts the last winter before the target, of each organisation
 * @param pairs earlier winters one after the other; few give the usual shrinking
 * @param usual the rule where no organisation, or few, have reported long stays before
 */
export function learnLongStays(
  lasts: readonly History[],
  pairs: readonly WinterPair[],
  usual: LongStayRule,
): LongStayRule {
  const known = lasts.map(longStaysOf).filter(({ over7 }) => !Number.isNaN(over7));
  if (known.length < PAIRS_LEAST) return usual;
  const middle = (of: (stays: LongStays) => number) =>
    median(known.map(of).filter((value) => !Number.isNaN(value)));
  const toward = { over7: middle((s) => s.over7), over21: middle((s) => s.over21) };
  const both = pairs
    .map(([before, after]) => [longStaysOf(before).over7, longStaysOf(after).over7])
    .filter((shares) => shares.every((share) => !Number.isNaN(share)));
  const basis = `${known.length} organisations`;
  if (both.length < PAIRS_LEAST) return { shrink: usual.shrink, toward, basis };
  const centre = median(both.map(([before]) => before));
  const missed = (shrink: number) =>
    mean(both.map(([before, now]) => Math.abs(now - before - shrink * (centre - before))));
  const best = SHRINKS.reduce((one, tried) => (missed(tried) < missed(one) ? tried : one));
  const shrink = (best + usual.shrink) / 2; // one pair of winters is not the last word
  return { shrink, toward, basis: `${basis}, ${both.length} pairs of earlier winters` };
}

/** Shares expected after a winter with `last`; those of all where it reported none. */
export function expectedLongStays(last: LongStays, { shrink, toward }: LongStayRule): LongStays {
  const one = (before: number, middle: number) =>
    Number.isNaN(before) ? middle : before + shrink * (middle - before);
  return { over7: one(last.over7, toward.over7), over21: one(last.over21, toward.over21) };
}
