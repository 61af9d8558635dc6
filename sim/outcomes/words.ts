// sim/outcomes/words.ts: numbers in plain words: units always spelt, no difference claimed that is
// not clear.

import type { DifferenceEstimate, Estimate } from './intervals.js';
import { type OutcomeKey, outcomeOf } from './keys.js';
import type { Summary } from './summary.js';

/** A value with its unit: "96.1 %", "84 days", "558 beds". */
export function valueWithUnit(value: number | null, { unit }: Pick<OutcomeKey, 'unit'>): string {
  if (value === null) return 'undefined';
  const words = {
    share: ' %',
    days: ' days',
    beds: ' beds',
    'bed days': ' bed days',
    count: '',
    minutes: ' min',
    pounds: ' pounds',
  };
  return `${plainValue(value, unit)}${words[unit]}`;
}

/** A value without its unit; shares as percentages. */
export function plainValue(value: number | null, unit: OutcomeKey['unit']): string {
  if (value === null) return '–';
  const shown = unit === 'share' ? value * 100 : value;
  return withCommas(shown, digitsFor(shown, unit));
}

/** Mean with its interval: "51 (47 to 55)". */
export function estimateText(
  { mean, low95, high95 }: Pick<Estimate, 'mean' | 'low95' | 'high95'>,
  unit: OutcomeKey['unit'],
): string {
  if (mean === null) return 'undefined';
  if (low95 === null || high95 === null) return plainValue(mean, unit);
  return `${plainValue(mean, unit)} (${plainValue(low95, unit)} to ${plainValue(high95, unit)})`;
}

/** A difference with its interval and signs: "−12 (−14 to −10)". */
export function signedRange(
  { mean, low95, high95 }: DifferenceEstimate,
  unit: OutcomeKey['unit'],
): string {
  if (mean === null) return 'undefined';
  if (low95 === null || high95 === null) return signed(mean, unit);
  return `${signed(mean, unit)} (${signed(low95, unit)} to ${signed(high95, unit)})`;
}

export type DifferenceWord = 'fewer' | 'more' | 'lower' | 'higher' | 'no clear difference';

/** Fewer, more, or no clear difference: by whether the interval leaves out zero. */
export function differenceWord(
  { mean, low95, high95 }: DifferenceEstimate,
  unit: OutcomeKey['unit'],
): DifferenceWord {
  if (mean === null || low95 === null || high95 === null) return 'no clear difference';
  const counts = unit !== 'share' && unit !== 'minutes';
  if (high95 < 0) return counts ? 'fewer' : 'lower';
  if (low95 > 0) return counts ? 'more' : 'higher';
  return 'no clear difference';
}

/** Better, worse, or neither: for marks beside the words, never colour alone. */
export function judgement(
  estimate: DifferenceEstimate,
  better: OutcomeKey['better'],
): 'better' | 'worse' | 'neither' {
  const { low95, high95 } = estimate;
  if (better === null || low95 === null || high95 === null) return 'neither';
  if (high95 < 0) return better === 'lower' ? 'better' : 'worse';
  if (low95 > 0) return better === 'higher' ? 'better' : 'worse';
  return 'neither';
}

/** A difference in words: "12 days fewer (9 to 15)". */
export function differenceText(
  estimate: DifferenceEstimate,
  outcome: Pick<OutcomeKey, 'unit'>,
): string {
  const { mean, low95, high95 } = estimate;
  const { unit } = outcome;
  if (mean === null) return 'undefined';
  if (mean === 0 && (low95 ?? 0) === 0 && (high95 ?? 0) === 0) return 'no difference';
  const word = differenceWord(estimate, unit);
  if (low95 === null || high95 === null) return `${signed(mean, unit)}`;
  if (word === 'no clear difference') {
    return `no clear difference (${signed(low95, unit)} to ${signed(high95, unit)})`;
  }
  const [least, most] = [Math.abs(low95), Math.abs(high95)].sort((a, b) => a - b);
  const size = fineValue(Math.abs(mean), unit);
  const name = {
    share: ' points',
    days: ' days',
    beds: ' beds',
    'bed days': ' bed days',
    count: '',
    minutes: ' min',
    pounds: ' pounds',
  };
  return `${size}${name[unit]} ${word} (${fineValue(least, unit)} to ${fineValue(most, unit)})`;
}

/** One plain sentence that says what the plans buy, true to the numbers. */
export function headline(summary: Summary): string {
  const [base] = summary.scenarios;
  const over = outcomeOf('daysOver92Count');
  const days = base.outcomes.daysOver92Count;
  const start =
    `${base.name}: ${estimateText(days, over.unit)} days over 92 % and ` +
    `${estimateText(base.outcomes.within4hType1Share, 'share')} % within 4 hours`;
  if (summary.differences.length === 0) return `${start}.`;
  const parts = summary.differences.map(({ scenario, outcomes }) => {
    const bedDays = differenceText(outcomes.daysOver92Count, over);
    const fourHour = differenceText(outcomes.within4hType1Share, { unit: 'share' });
    return `${scenario}: ${withWhat(bedDays, 'over 92 %')}, 4-hour performance ${fourHour}`;
  });
  return `${start}. ${parts.join('. ')}.`;
}

function withWhat(text: string, what: string): string {
  return text.startsWith('no ')
    ? text.replace('difference', `difference in days ${what}`)
    : text.replace(/ days (fewer|more)/, ` $1 days ${what}`);
}

function signed(value: number, unit: OutcomeKey['unit']): string {
  const text = plainValue(value, unit);
  return /^[^−]*[1-9]/.test(text) ? `+${text}` : text; // no sign on what reads as nothing
}

/** A size with a digit more where it would read as nothing: a clear difference is not "0.0". */
function fineValue(value: number, unit: OutcomeKey['unit']): string {
  const text = plainValue(value, unit);
  if (/[1-9]/.test(text)) return text;
  const shown = unit === 'share' ? value * 100 : value;
  return shown < 0.005 ? 'under 0.01' : withCommas(shown, 2);
}

function digitsFor(value: number, unit: OutcomeKey['unit']): number {
  if (unit === 'share') return 1;
  const size = Math.abs(value);
  return size < 10 ? 1 : 0;
}

/** A number with thousands in groups; the sign is a true minus. */
export function withCommas(value: number, digits: number): string {
  const fixed = value.toFixed(digits);
  const [whole, part] = fixed.replace('-', '').split('.');
  const grouped = whole.length > 3 ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  const text = part === undefined ? grouped : `${grouped}.${part}`;
  return fixed.startsWith('-') && /[1-9]/.test(fixed) ? `−${text}` : text;
}
