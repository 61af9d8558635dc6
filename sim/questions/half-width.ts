// sim/questions/half-width.ts: how well a mean is known with so many winters, and how many more a
// wanted precision needs.

import { studentQuantile } from '../engine/special.js';
import { Tally } from '../engine/statistics.js';
import { CONFIDENCE, type Estimate } from '../outcomes/intervals.js';

const UPPER = 1 - (1 - CONFIDENCE) / 2;
const WINTERS_MOST = 1_000_000;

/** Half of the 95 % interval of a mean: n winters with a standard deviation. */
export function halfWidth(sd: number, winters: number): number {
  return (studentQuantile(UPPER, winters - 1) * sd) / Math.sqrt(winters);
}

/** The standard deviation behind an estimate; null where its interval is not known. */
export function sdOf(
  { mean, high95 }: Pick<Estimate, 'mean' | 'high95'>,
  winters: number,
): number | null {
  if (mean === null || high95 === null || winters < 2) return null;
  return ((high95 - mean) * Math.sqrt(winters)) / studentQuantile(UPPER, winters - 1);
}

/** Half-widths as winters were added: a value for each number of winters from 2. */
export function halfWidths(values: readonly number[]): number[] {
  const tally = new Tally();
  const widths: number[] = [];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    tally.add(value);
    if (tally.count >= 2) widths.push(halfWidth(tally.sd, tally.count));
  }
  return widths;
}

/**
 * The fewest winters whose half-width is at most a wanted one, if the standard deviation stays.
 * @returns null when more than a million would be needed
 */
export function wintersFor(sd: number, wanted: number): number | null {
  if (!(wanted > 0) || !Number.isFinite(sd)) return null;
  if (halfWidth(sd, WINTERS_MOST) > wanted) return null;
  let low = 1;
  let high = WINTERS_MOST;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (halfWidth(sd, middle) <= wanted) high = middle;
    else low = middle;
  }
  return Math.max(2, high);
}
