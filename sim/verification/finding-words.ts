// sim/verification/finding-words.ts: figures of findings in words, the same on terminal and page.

import type { Expected, Finding } from './check.js';
import type { Report } from './verify.js';

const DIGITS = 4;
const DECIMALS_MOST = 8;

/** What is expected: "0.8", "1.20 to 1.40", "below 3". */
export function expectedText(expected: Expected): string {
  if (typeof expected === 'number') return numberText(expected);
  const [low, high] = expected;
  if (low === Number.NEGATIVE_INFINITY) return `below ${numberText(high)}`;
  if (high === Number.POSITIVE_INFINITY) return `above ${numberText(low)}`;
  return rangeText(low, high, DIGITS - 1);
}

/** The 95 % interval of a finding, or "exact". */
export function intervalText({ exact, low95, high95 }: Finding): string {
  return exact ? 'exact' : rangeText(low95, high95, DIGITS);
}

/** As many digits as matter, and all of a whole number. */
export function numberText(value: number): string {
  return value.toFixed(decimalsOf(Math.abs(value), DIGITS)).replace('-', '−');
}

/** "24 of 24 checks hold." */
export function checksHoldText({ checks }: Report): string {
  const holding = checks.filter(({ holds }) => holds).length;
  const [noun, verb] = checks.length === 1 ? ['check', 'holds'] : ['checks', 'hold'];
  return `${holding} of ${checks.length} ${noun} ${verb}.`;
}

/** "190 of 190 findings hold." */
export function findingsHoldText({ checks }: Report): string {
  const findings = checks.flatMap((check) => check.findings);
  const holding = findings.filter(({ verdict }) => verdict === 'holds').length;
  const [noun, verb] = findings.length === 1 ? ['finding', 'holds'] : ['findings', 'hold'];
  return `${holding} of ${findings.length} ${noun} ${verb}.`;
}

/** Both ends with the decimals of the larger one. */
function rangeText(low: number, high: number, digits: number): string {
  const decimals = decimalsOf(Math.max(Math.abs(low), Math.abs(high)), digits);
  return `${low.toFixed(decimals)} to ${high.toFixed(decimals)}`.replaceAll('-', '−');
}

function decimalsOf(size: number, digits: number): number {
  if (size === 0) return 0;
  return Math.min(DECIMALS_MOST, Math.max(0, digits - 1 - Math.floor(Math.log10(size))));
}
