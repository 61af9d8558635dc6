// web/charts/chart-words.ts: what charts say in words: a headline with the message, and a text
// alternative with range, peak and crossings. Every sentence is computed from the numbers shown.

import { maxIndex, minIndex } from 'd3';
import { type Outcome, outcomeOf } from '../../sim/outcomes/keys.js';
import type { DifferenceSummary, Fan, Summary } from '../../sim/outcomes/summary.js';
import { differenceWord, judgement, plainValue } from '../../sim/outcomes/words.js';
import { longDate, shortDate } from './days.js';

export const LINE_92 = 0.92;

/**
 * Message of the occupancy chart: days over 92 % without and with the plan that changes them most.
 * @param days of the winter; 0 when it is not known
 */
export function occupancyHeadline(summary: Summary, days: number): string {
  const best = clearestFor(summary, 'daysOver92Count');
  const base = valueIn(summary, 0, 'daysOver92Count');
  const of = days > 0 ? `${base} of ${days} days` : `${base} days`;
  const start = `Beds are over 92 % full on ${of} of an average winter`;
  if (summary.differences.length === 0) return start;
  if (best === null) return `${start}; no plan clearly changes that`;
  return `${start}; with ${best.name} on ${best.value}`;
}

/** Message of the 4-hour chart. */
export function fourHourHeadline(summary: Summary, fans: readonly Fan[]): string {
  const base = valueIn(summary, 0, 'within4hType1Share');
  const best = clearestFor(summary, 'within4hType1Share');
  const reached = fans.filter(({ p50 }) => p50.some((share) => share >= 0.9));
  const ninety =
    reached.length === 0
      ? 'no scenario reaches 90 % in any week'
      : `${reached.length} of ${fans.length} scenarios reach 90 % in some week`;
  const start = `${base} % leave A&E within 4 hours`;
  const middle = best === null ? '' : `, ${best.value} % with ${best.name}`;
  return `${start}${middle}; ${ninety.replace('1 of 1 scenarios reach', 'it reaches')}`;
}

/** Message of the chart of delayed patients. */
export function delaysHeadline(summary: Summary): string {
  const base = valueIn(summary, 0, 'notMeetingCriteriaToResideMean');
  const best = clearestFor(summary, 'notMeetingCriteriaToResideMean');
  const start = `On an average day ${base} beds hold patients who no longer need them`;
  if (summary.differences.length === 0) return start;
  return best === null
    ? `${start}; no plan clearly changes that`
    : `${start}; ${best.value} with ${best.name}`;
}

/** Message of the difference charts: which plans clearly lower the days over 92 %. */
export function differencesHeadline(summary: Summary): string {
  const over = outcomeOf('daysOver92Count');
  const clear = summary.differences.filter(
    ({ outcomes }) => judgement(outcomes.daysOver92Count, over.better) === 'better',
  );
  if (clear.length === 0) return 'No plan clearly lowers the days over 92 %';
  const names = listText(clear.map(({ scenario }) => scenario));
  return `${names} clearly ${clear.length === 1 ? 'lowers' : 'lower'} the days over 92 %`;
}

/** The fan of an occupancy series in words. */
export function occupancySentence(fan: Fan): string {
  const { dates, p50, p5, p95 } = fan;
  if (dates.length === 0) return `${fan.scenario}: no values.`;
  const over = dates.filter((_, i) => p50[i] > LINE_92);
  const wide = widestAt(p5, p95);
  const crossing =
    over.length === 0
      ? 'never over 92 %'
      : over.length === dates.length
        ? `over 92 % on all ${dates.length} days`
        : `over 92 % on ${over.length} of ${dates.length} days (first ${shortDate(over[0])}, last ` +
          `${shortDate(over[over.length - 1])})`;
  return (
    `${fan.scenario}: the median runs from ${extremesText(fan, percent)}, and is ${crossing}. ` +
    `Winters differ most on ${shortDate(dates[wide])}: 9 in 10 between ${percent(p5[wide])} and ` +
    `${percent(p95[wide])}.`
  );
}

/** A series of shares or beds in words: range and peak. */
export function seriesSentence(fan: Fan, unit: 'share' | 'beds'): string {
  if (fan.dates.length === 0) return `${fan.scenario}: no values.`;
  const text = unit === 'share' ? percent : (value: number) => `${plainValue(value, 'beds')} beds`;
  return `${fan.scenario}: the median runs from ${extremesText(fan, text)}.`;
}

function extremesText({ dates, p50 }: Fan, text: (value: number) => string): string {
  const low = minIndex(p50);
  const high = maxIndex(p50);
  return (
    `${text(p50[low])} (${longDate(dates[low])}) to ${text(p50[high])} ` +
    `(${longDate(dates[high])})`
  );
}

function widestAt(low: readonly number[], high: readonly number[]): number {
  return maxIndex(low, (value, i) => high[i] - value);
}

/** The plan with the largest clear change for the better, with its value. */
function clearestFor(summary: Summary, key: Outcome): { name: string; value: string } | null {
  const { better, unit } = outcomeOf(key);
  let found: { name: string; value: string } | null = null;
  let largest = 0;
  summary.differences.forEach(({ scenario, outcomes }: DifferenceSummary, i) => {
    const change = outcomes[key];
    const clear = differenceWord(change, unit) !== 'no clear difference';
    if (!clear || judgement(change, better) !== 'better') return;
    const size = Math.abs(change.mean ?? 0);
    if (size <= largest) return;
    largest = size;
    found = { name: scenario, value: valueIn(summary, i + 1, key) };
  });
  return found;
}

function valueIn(summary: Summary, position: number, key: Outcome): string {
  const estimate = summary.scenarios[position]?.outcomes[key];
  return plainValue(estimate?.mean ?? null, outcomeOf(key).unit);
}

/** "A", "A and B", "A, B and C" */
export function listText(names: readonly string[]): string {
  const last = names[names.length - 1];
  return names.length < 2 ? (last ?? '') : `${names.slice(0, -1).join(', ')} and ${last}`;
}

function percent(share: number): string {
  return `${plainValue(share, 'share')} %`;
}
