// sim/calibration/first-fit-numbers.ts: numbers of a first fit: in proportion, whole, rounded and told.

import { mean } from './defects.js';
import type { FittedNumber } from './fitted-number.js';

/** A number of people or rooms in proportion: at least one where the base has any. */
export function sized(value: number, ratio: number): number {
  return value === 0 ? 0 : Math.max(1, Math.round(value * ratio));
}

/** Whole numbers near the given ones that add up to a total. */
export function largestRemainder(values: readonly number[], total: number): number[] {
  const whole = values.map(Math.floor);
  const order = values.map((value, i) => ({ i, rest: value - whole[i] }));
  order.sort((a, b) => b.rest - a.rest || a.i - b.i);
  let left = total - whole.reduce((sum, value) => sum + value, 0);
  for (const { i } of order) {
    if (left-- <= 0) break;
    whole[i]++;
  }
  return whole;
}

export function kept(path: string, value: number, why: string): FittedNumber {
  return { path, value, low: null, high: null, basis: why, confidence: 'default' };
}

export function derived(path: string, value: number, basis: string): FittedNumber {
  return { path, value, low: null, high: null, basis, confidence: 'derived' };
}

/** A list of numbers: the report shows its range. */
export function series(
  path: string,
  values: readonly number[],
  basis: string,
  confidence: FittedNumber['confidence'] = 'computed',
): FittedNumber {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return {
    path,
    value: round(mean(values), 3),
    low: round(low, 3),
    high: round(high, 3),
    basis,
    confidence,
  };
}

export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
