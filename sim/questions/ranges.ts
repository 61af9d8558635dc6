// sim/questions/ranges.ts: shares of the ranges of factors become values; whole where the model asks for it.

import type { Model } from '../scenario/schema.js';
import { type Factor, isWholeAt } from './vary.js';

const DIGITS = 6;

/** A factor with the ends of its range. */
export interface Range extends Factor {
  from: number;
  to: number;
}

/**
 * Turns shares of ranges, 0 to 1, into values. Beds, places and people that are set are whole.
 * @throws RangeError when whole numbers are asked for and a range has none
 */
export function valuesOfShares(
  model: Model,
  factors: readonly Range[],
): (shares: readonly number[]) => number[] {
  const ofShare = factors.map((factor) => {
    const { name, way, paths, from, to } = factor;
    const value = (share: number) => from + share * (to - from);
    const whole = way === 'set' ? paths.find((path) => isWholeAt(model, path)) : undefined;
    if (whole === undefined) return (share: number) => Number(value(share).toPrecision(DIGITS));
    const [least, most] = [Math.ceil(from), Math.floor(to)];
    if (least > most) {
      throw new RangeError(
        `${name} goes from ${from} to ${to}, but ${whole} is a whole number, and none lies there.`,
      );
    }
    return (share: number) => Math.min(most, Math.max(least, Math.round(value(share))));
  });
  return (shares) => shares.map((share, f) => ofShare[f](share));
}
