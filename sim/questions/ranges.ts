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
    const { from, to } = factor;
    const value = (share: number) => from + share * (to - from);
    const whole = wholeEnds(model, factor);
    return whole === null
      ? (share: number) => Number(value(share).toPrecision(DIGITS))
      : (share: number) => wholeNear(value(share), whole);
  });
  return (shares) => shares.map((share, f) => ofShare[f](share));
}

/**
 * Values of a grid between two ends, made whole where the model asks for it; none comes twice.
 * @throws RangeError when whole numbers are asked for and the range has none
 */
export function valuesOfSteps(model: Model, factor: Range, steps: readonly number[]): number[] {
  const whole = wholeEnds(model, factor);
  if (whole === null) return [...steps];
  return [...new Set(steps.map((value) => wholeNear(value, whole)))];
}

interface Ends {
  least: number;
  most: number;
}

/** The whole numbers at the ends of a range of what is set; null where any number may stand. */
function wholeEnds(model: Model, { name, way, paths, from, to }: Range): Ends | null {
  const path = way === 'set' ? paths.find((one) => isWholeAt(model, one)) : undefined;
  if (path === undefined) return null;
  const [least, most] = [Math.ceil(from), Math.floor(to)];
  if (least > most) {
    throw new RangeError(
      `${name} goes from ${from} to ${to}, but ${path} is a whole number, and none lies there.`,
    );
  }
  return { least, most };
}

function wholeNear(value: number, { least, most }: Ends): number {
  return Math.min(most, Math.max(least, Math.round(value)));
}
