// sim/outcomes/intervals.ts: many replications become a mean, its interval, and percentiles.

import { quantileSorted } from 'simple-statistics';
import { studentQuantile } from '../engine/special.js';
import { Tally } from '../engine/statistics.js';

/** How quantiles are computed, as named in results (Hyndman and Fan's type 7, as in R and Excel). */
export const QUANTILE_METHOD = 'type 7';
export const CONFIDENCE = 0.95;

/** What a batch says of one outcome; null where it is undefined. */
export interface Estimate {
  mean: number | null;
  /** 95 % t-interval of the mean; null below two replications. */
  low95: number | null;
  high95: number | null;
  /** Percentiles over replications: how winters differ, not how sure the mean is. */
  p5: number | null;
  p25: number | null;
  p50: number | null;
  p75: number | null;
  p95: number | null;
}

/** A paired difference: scenario less base, replication by replication. */
export interface DifferenceEstimate {
  mean: number | null;
  low95: number | null;
  high95: number | null;
  /** Share of replications in which the scenario is the better one; ties count half. */
  chanceBetter: number | null;
}

/** Mean, interval and percentiles of one outcome over replications; undefined ones are left out. */
export function estimate(values: Float64Array): Estimate {
  const { mean, low95, high95 } = interval(values);
  const [p5, p25, p50, p75, p95] = percentiles(values, [0.05, 0.25, 0.5, 0.75, 0.95]);
  return { mean, low95, high95, p5, p25, p50, p75, p95 };
}

/** Student's t-interval of a mean at 95 %. */
export function interval(values: Float64Array): Pick<Estimate, 'mean' | 'low95' | 'high95'> {
  const tally = new Tally();
  for (const value of values) if (!Number.isNaN(value)) tally.add(value);
  if (tally.count === 0) return { mean: null, low95: null, high95: null };
  if (tally.count === 1) return { mean: tally.mean, low95: null, high95: null };
  const half =
    studentQuantile(1 - (1 - CONFIDENCE) / 2, tally.count - 1) *
    (tally.sd / Math.sqrt(tally.count));
  return { mean: tally.mean, low95: tally.mean - half, high95: tally.mean + half };
}

/** A copy of the values that are numbers. */
export function definedOf(values: Float64Array): Float64Array {
  const defined = new Float64Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (!Number.isNaN(value)) defined[count++] = value;
  }
  return defined.subarray(0, count);
}

/** Percentiles of the defined values, null when there are none. */
export function percentiles(values: Float64Array, shares: readonly number[]): (number | null)[] {
  const sorted = definedOf(values).sort();
  if (sorted.length === 0) return shares.map(() => null);
  return shares.map((share) => quantileSorted(sorted as unknown as number[], share));
}

/**
 * Paired difference of two scenarios met by the same patients.
 * @param better which sign is the better one; null when neither is
 * @throws RangeError when the two do not have the same replications
 */
export function difference(
  scenario: Float64Array,
  base: Float64Array,
  better: 'lower' | 'higher' | null,
): DifferenceEstimate {
  if (scenario.length !== base.length) {
    throw new RangeError(`Pairs of ${scenario.length} and ${base.length} replications.`);
  }
  const differences = scenario.map((value, i) => value - base[i]);
  const { mean, low95, high95 } = interval(differences);
  return { mean, low95, high95, chanceBetter: chanceBetter(differences, better) };
}

function chanceBetter(differences: Float64Array, better: 'lower' | 'higher' | null): number | null {
  if (better === null) return null;
  let wins = 0;
  let count = 0;
  for (const difference of differences) {
    if (Number.isNaN(difference)) continue;
    count++;
    if (better === 'higher' ? difference > 0 : difference < 0) wins += 1;
    else if (difference === 0) wins += 0.5;
  }
  return count > 0 ? wins / count : null;
}
