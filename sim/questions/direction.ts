// sim/questions/direction.ts: which end of a range of values helps a target, by winters that both ends meet.

import { studentQuantile } from '../engine/special.js';
import { Tally } from '../engine/statistics.js';
import { CONFIDENCE } from '../outcomes/intervals.js';
import type { SolveProblem } from './solve.js';

/** Winters of a first look at both ends. */
const FIRST_WINTERS = 8;
const UPPER = 1 - (1 - CONFIDENCE) / 2;

/** What the ends of a range tell. */
export interface Direction {
  /** Whether higher values help; null when both ends give the same in every winter. */
  moreHelps: boolean | null;
  /** False when winters differ so much that the 95 % interval of the difference holds 0. */
  isSure: boolean;
}

/**
 * Tells which end helps: by few winters if they suffice to be sure, else by all. A winter in which the
 * outcome is undefined at one of the ends tells nothing.
 */
export async function directionOf({
  values,
  target,
  winters,
  sample,
}: Pick<SolveProblem, 'values' | 'target' | 'winters' | 'sample'>): Promise<Direction> {
  const ends = [values[0], values[values.length - 1]];
  const differences = new Tally();
  for (const [from, to] of [
    [0, Math.min(FIRST_WINTERS, winters)],
    [Math.min(FIRST_WINTERS, winters), winters],
  ]) {
    const these = Array.from({ length: to - from }, (_, i) => from + i);
    const [first, last] = await Promise.all(ends.map((value) => sample(value, these)));
    for (const [i, value] of first.entries()) {
      const difference = last[i] - value;
      if (!Number.isNaN(difference)) differences.add(difference);
    }
    if (isSure(differences)) break;
  }
  const gain = target.atMost === undefined ? differences.mean : -differences.mean;
  const isSame = differences.count === 0 || (gain === 0 && differences.sd === 0);
  return { moreHelps: isSame ? null : gain >= 0, isSure: isSure(differences) };
}

/** Whether the interval of the mean holds no 0. */
function isSure({ count, mean, sd }: Tally): boolean {
  if (count < 2) return false;
  return Math.abs(mean) > (studentQuantile(UPPER, count - 1) * sd) / Math.sqrt(count);
}
