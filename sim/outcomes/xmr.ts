// sim/outcomes/xmr.ts: an XmR chart of a series that was observed: its mean, its limits, and the values
// that are more than chance, by the rules of NHS England's Making Data Count.
//
// Only for what was observed, and for values that do not hang together from one to the next: days of a
// simulated winter do, and would give signals that mean nothing.

import { definedOf } from './intervals.js';

/** Limits lie so many mean moving ranges from the mean: 3 ÷ 1.128 (Shewhart's constant for pairs). */
const LIMIT_FACTOR = 2.66;
const NEAR_SHARE = 2 / 3; // of the way to a limit
const RUN = 7; // values of a shift or a trend
/** Fewer values than this give limits that will still move. */
export const VALUES_FOR_LIMITS = 12;
/** Fewer give none. */
export const VALUES_LEAST = 3;

/** Why a value is more than chance; the first that holds, in this order. */
export const SIGNALS = ['limits', 'trend', 'two of three', 'shift'] as const;
export type Signal = (typeof SIGNALS)[number];

export interface XmrPoint {
  value: number;
  /** Null where nothing but chance is seen. */
  signal: Signal | null;
  /** On which side of the mean a signal lies; of a trend, where it goes. 0 without one. */
  side: -1 | 0 | 1;
}

export interface Xmr {
  mean: number;
  /** Mean absolute difference from one value to the next. */
  movingRange: number;
  low: number;
  high: number;
  points: XmrPoint[];
}

/**
 * @param values in the order of time, each defined
 * @throws RangeError when there are fewer than three, or one is not a number
 */
export function xmrOf(values: readonly number[]): Xmr {
  const known = definedOf(Float64Array.from(values));
  if (known.length < VALUES_LEAST || known.length < values.length) {
    throw new RangeError(`An XmR chart of ${known.length} values of ${values.length}.`);
  }
  const mean = meanOf(values);
  const movingRange = meanOf(values.slice(1).map((value, i) => Math.abs(value - values[i])));
  const reach = LIMIT_FACTOR * movingRange;
  const sides = values.map((value) => sideOf(value - mean));
  const near = values.map((value) =>
    Math.abs(value - mean) > NEAR_SHARE * reach ? sideOf(value - mean) : 0,
  );
  const steps = values.map((value, i) => (i === 0 ? 0 : sideOf(value - values[i - 1])));
  const found: Record<Signal, readonly (-1 | 0 | 1)[]> = {
    limits: values.map((value) => (Math.abs(value - mean) > reach ? sideOf(value - mean) : 0)),
    trend: trends(steps),
    'two of three': twoOfThree(near),
    shift: runs(sides, RUN),
  };
  const points = values.map((value, i): XmrPoint => {
    const signal = SIGNALS.find((of) => found[of][i] !== 0) ?? null;
    return { value, signal, side: signal === null ? 0 : found[signal][i] };
  });
  return { mean, movingRange, low: mean - reach, high: mean + reach, points };
}

/** Values in runs of so many or more on one side; 0 for all others. */
function runs(sides: readonly (-1 | 0 | 1)[], least: number): (-1 | 0 | 1)[] {
  const marked = sides.map((): -1 | 0 | 1 => 0);
  let from = 0;
  for (let i = 1; i <= sides.length; i++) {
    if (sides[i] === sides[from]) continue; // beyond the last there is none
    if (i - from >= least) marked.fill(sides[from], from, i);
    from = i;
  }
  return marked;
}

/** Seven values that rise, or fall, are six steps; the value before the first step belongs to them. */
function trends(steps: readonly (-1 | 0 | 1)[]): (-1 | 0 | 1)[] {
  const marked = runs(steps, RUN - 1);
  return marked.map((side, i) => (side === 0 && i + 1 < marked.length ? marked[i + 1] : side));
}

/** Values near or beyond a limit of which at least two of three in a row are so, on one side. */
function twoOfThree(near: readonly (-1 | 0 | 1)[]): (-1 | 0 | 1)[] {
  // A window that would begin before the first value is empty.
  const isSo = (side: number, from: number): boolean =>
    near.slice(from, from + 3).filter((other) => other === side).length >= 2;
  return near.map((side, i) => ([i - 2, i - 1, i].some((from) => isSo(side, from)) ? side : 0));
}

function sideOf(difference: number): -1 | 0 | 1 {
  if (difference === 0) return 0;
  return difference > 0 ? 1 : -1;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
