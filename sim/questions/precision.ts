// sim/questions/precision.ts: how many winters a stated precision needs, by Stein's two stages.
//
// A pilot of n0 winters gives the standard deviation s0. Then N = (t s0 / h)², rounded up and at least
// n0, with t of Student's distribution with n0 - 1 degrees of freedom and h the half-width asked for. The
// interval is mean of all N ± t s0 / √N, with the deviation of the pilot: for normal outcomes it covers
// in exactly 95 % of repeats (Stein, Annals of Mathematical Statistics 16, 1945), because s0 is
// independent of the mean. Stopping as soon as an ordinary interval is narrow enough covers less.

import { studentQuantile } from '../engine/special.js';
import { Tally } from '../engine/statistics.js';
import { CONFIDENCE } from '../outcomes/intervals.js';
import { OUTCOMES, type Outcome, type OutcomeKey } from '../outcomes/keys.js';

/** Winters of the pilot when nothing else is asked. */
export const PILOT = 30;
const UPPER = 1 - (1 - CONFIDENCE) / 2;

/** A precision that is asked for: a half-width in units of the outcome, or as a share of its mean. */
export interface Wanted {
  key: Outcome;
  halfWidth: number;
  relative: boolean;
}

/** What one outcome of one scenario needs, and why. */
export interface Need {
  /** Winters that the rule asks for; at least the pilot. */
  replications: number;
  pilot: number;
  /** Winters of the pilot in which the outcome has a value. */
  pilotDefined: number;
  pilotSd: number;
  /** Student's quantile that it used. */
  t: number;
  /** The half-width asked for, in units of the outcome. */
  halfWidthAsked: number;
}

/** A mean with the interval of the rule. */
export interface Reached {
  mean: number;
  low95: number;
  high95: number;
  /** The half-width that there is. */
  halfWidth: number;
}

/** Suffixes of a precision, by the unit of the outcome; the factor turns them into its own unit. */
const SUFFIXES: Readonly<Record<OutcomeKey['unit'], Readonly<Record<string, number>>>> = {
  share: { '': 1, pp: 0.01 },
  days: { '': 1, d: 1, days: 1 },
  beds: { '': 1, beds: 1 },
  'bed days': { '': 1, d: 1, 'bed days': 1 },
  count: { '': 1 },
  minutes: { '': 1, min: 1 },
  pounds: { '': 1, '£': 1 },
};

/**
 * Reads "daysOver92Count=1d" (absolute), "within4hShare=0.5pp" or "dtocBedDays=2%" (of the mean).
 * @throws RangeError with a sentence that says what is wrong
 */
export function parsePrecision(text: string): Wanted {
  const [, name = '', number = '', suffix = ''] =
    /^\s*([A-Za-z0-9]+)\s*=\s*([0-9.]+)\s*(.*?)\s*$/.exec(text) ?? [];
  const outcome = OUTCOMES.find(({ key }) => key === name);
  const size = Number(number);
  if (name === '')
    throw new RangeError('allowed: OUTCOME=HALF-WIDTH, for example daysOver92Count=1d.');
  if (outcome === undefined) throw new RangeError(`there is no outcome "${name}".`);
  if (!(size > 0)) throw new RangeError(`"${number}" is not a number above 0.`);
  if (suffix === '%') return { key: outcome.key, halfWidth: size / 100, relative: true };
  const factors = SUFFIXES[outcome.unit];
  if (!Object.hasOwn(factors, suffix)) {
    const allowed = [...Object.keys(factors).filter((known) => known !== ''), '% (of the mean)'];
    throw new RangeError(`"${suffix}" is no unit of ${name}; allowed: ${allowed.join(', ')}.`);
  }
  const halfWidth = size * factors[suffix];
  if (outcome.unit === 'share' && halfWidth > 1) {
    const points = suffix === '' ? size : 100;
    throw new RangeError(`${name} is a share from 0 to 1; write ${points}pp or ${points / 100}.`);
  }
  return { key: outcome.key, halfWidth, relative: false };
}

/**
 * Winters that a precision needs.
 * @param pilot values of the first winters
 * @param mean of all winters so far, for a relative precision
 * @returns null when the pilot has fewer than two defined values, or a relative one a mean of 0
 */
export function needOf(
  pilot: readonly number[],
  wanted: Pick<Wanted, 'halfWidth' | 'relative'>,
  mean?: number,
): Need | null {
  const tally = tallyOf(pilot);
  if (tally.count < 2) return null;
  const halfWidthAsked = wanted.relative
    ? wanted.halfWidth * Math.abs(mean ?? tally.mean)
    : wanted.halfWidth;
  if (!(halfWidthAsked > 0)) return null;
  const t = studentQuantile(UPPER, tally.count - 1);
  const exact = ((t * tally.sd) / halfWidthAsked) ** 2;
  // Undefined winters say nothing: as many more are run as their share in the pilot.
  const replications = Math.ceil((exact * pilot.length) / tally.count - 1e-9);
  return {
    replications: Math.max(pilot.length, replications),
    pilot: pilot.length,
    pilotDefined: tally.count,
    pilotSd: tally.sd,
    t,
    halfWidthAsked,
  };
}

/** Mean of all winters with the interval of the rule: the deviation is that of the pilot. */
export function reached(values: readonly number[], pilot: number): Reached {
  const first = tallyOf(values.slice(0, pilot));
  const all = tallyOf(values);
  const halfWidth = (studentQuantile(UPPER, first.count - 1) * first.sd) / Math.sqrt(all.count);
  return { mean: all.mean, low95: all.mean - halfWidth, high95: all.mean + halfWidth, halfWidth };
}

function tallyOf(values: readonly number[]): Tally {
  const tally = new Tally();
  for (const value of values) if (!Number.isNaN(value)) tally.add(value);
  return tally;
}
