// sim/outcomes/daily-series.ts: sums, shares, runs and quantiles of what was counted by day or minute.

import { type Days, MONDAY } from '../engine/time.js';

/** Share of each whole week, on its Monday; NaN on other days and in weeks cut off. */
export function byWeek(part: Float64Array, whole: Float64Array, days: Days): Float64Array {
  const shares = new Float64Array(part.length).fill(Number.NaN);
  for (let day = 0; day + 7 <= part.length; day++) {
    if (days.weekday[days.reportedFrom + day] !== MONDAY) continue;
    shares[day] = sum(part.subarray(day, day + 7)) / sum(whole.subarray(day, day + 7));
  }
  return shares;
}

/**
 * Quantile of a histogram of whole minutes, linear within a minute; NaN when it is empty.
 * @throws RangeError when p is not a share
 */
export function histogramQuantile(counts: Int32Array, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`Quantile ${p}, not 0 to 1.`);
  const total = counts.reduce((a, b) => a + b, 0);
  if (total === 0) return Number.NaN;
  let passed = 0;
  for (let minute = 0; ; minute++) {
    const next = passed + counts[minute];
    if (next >= p * total && counts[minute] > 0) {
      return minute + (p * total - passed) / counts[minute];
    }
    passed = next;
  }
}

export function longestRun(values: Float64Array, limit: number): number {
  let run = 0;
  let longest = 0;
  for (const value of values) {
    run = value > limit ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

export function ratio(part: Float64Array, whole: Float64Array): Float64Array {
  return part.map((value, i) => value / whole[i]);
}

export function sum(values: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i];
  return total;
}

/** Mean of the values that are defined; NaN when none is. */
export function mean(values: Float64Array): number {
  let total = 0;
  let count = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    total += value;
    count++;
  }
  return total / count;
}

/** Highest of the values that are defined; NaN when none is. */
export function highest(values: Float64Array): number {
  const rising = values.filter((value) => !Number.isNaN(value)).sort();
  return rising.at(-1) ?? Number.NaN;
}
