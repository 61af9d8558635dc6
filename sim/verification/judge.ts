// sim/verification/judge.ts: samples become findings, corrected for looking at many of them.
//
// A finding is off when both hold: its mean differs by more than the allowed bias (1 % of the
// expected figure, or the tolerance where that is smaller), and Holm's correction over all findings
// of the run leaves chance below 5 %. It is blunt when its interval is wider than the tolerance
// allows: a check that could not fail proves nothing. docs/verification.md gives the reasons.

import { studentCdf, studentQuantile } from '../engine/special.js';
import { Tally } from '../engine/statistics.js';
import type { ExactSample, Expected, Finding, MeanSample, Sample } from './check.js';

/** Chance of a run in which anything true is called off. */
export const FAMILY_ERROR = 0.05;
export const BIAS_SHARE = 0.01;
const STANDARD_ERRORS = 3; // the tolerance rule of the evidence

/** A sample and the check and case that it comes from. */
export interface Taken {
  check: string;
  title: string;
  sample: Sample;
}

/** Judges all samples of a run together. */
export function judge(taken: readonly Taken[]): Finding[] {
  const findings = taken.map((of) =>
    of.sample.kind === 'exact' ? judgeExact(of, of.sample) : measureMean(of, of.sample),
  );
  const means = findings.filter(({ exact }) => !exact);
  const corrected = holm(means.map(({ pValue }) => pValue));
  means.forEach((finding, i) => {
    finding.pHolm = corrected[i];
    const excess = distance(finding.simulated, finding.expected);
    const isOff = finding.pHolm < FAMILY_ERROR && excess > allowedBias(finding);
    if (isOff) finding.verdict = 'off'; // however wide the interval
  });
  return findings;
}

/**
 * Holm's step-down correction: the smallest of n chances is multiplied by n, the next by n - 1 ...,
 * never falling. Keeps the chance of any false alarm at the level, whatever depends on what.
 */
export function holm(pValues: readonly number[]): number[] {
  const order = pValues.map((_, i) => i).sort((a, b) => pValues[a] - pValues[b]);
  const corrected = new Array<number>(pValues.length);
  let most = 0;
  order.forEach((index, rank) => {
    most = Math.max(most, Math.min(1, pValues[index] * (pValues.length - rank)));
    corrected[index] = most;
  });
  return corrected;
}

/** How far a value lies from a number, or outside a range. */
export function distance(value: number, expected: Expected): number {
  if (typeof expected === 'number') return Math.abs(value - expected);
  const [low, high] = expected;
  return Math.max(0, low - value, value - high);
}

function allowedBias({ expected, tolerance }: Finding): number {
  if (typeof expected !== 'number') return 0;
  return Math.min(tolerance, BIAS_SHARE * Math.abs(expected));
}

function judgeExact({ check, title }: Taken, sample: ExactSample): Finding {
  const { figure, expected, simulated, tolerance } = sample;
  const within = Math.abs(simulated - expected) <= tolerance;
  return {
    check,
    title,
    figure,
    expected,
    simulated,
    low95: simulated,
    high95: simulated,
    tolerance,
    pValue: within ? 1 : 0,
    pHolm: within ? 1 : 0,
    exact: true,
    withinTolerance: within,
    verdict: within ? 'holds' : 'off',
  };
}

function measureMean({ check, title }: Taken, sample: MeanSample): Finding {
  const { figure, expected, tolerance, bluntness, values } = sample;
  const tally = new Tally();
  for (const value of values) tally.add(value);
  const degrees = values.length - 1;
  const error = tally.sd / Math.sqrt(values.length);
  const half = studentQuantile(0.975, degrees) * error;
  const excess = distance(tally.mean, expected);
  // Nothing that varies has an interval of no width; NaN compares false too.
  const sharp = half <= bluntness * tolerance && half > 0;
  const pValue = excess > 0 && error > 0 ? 2 * studentCdf(-excess / error, degrees) : 1;
  return {
    check,
    title,
    figure,
    expected,
    simulated: tally.mean,
    low95: tally.mean - half,
    high95: tally.mean + half,
    tolerance,
    pValue,
    pHolm: pValue,
    exact: false,
    withinTolerance: excess <= Math.max(tolerance, STANDARD_ERRORS * error),
    verdict: sharp ? 'holds' : 'blunt',
  };
}
