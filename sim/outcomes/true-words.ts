// sim/outcomes/true-words.ts: whether a sentence that somebody wrote still agrees with a batch: every
// number in it must be one that the batch gives, for a scenario that the sentence names.

import type { DifferenceEstimate, Estimate } from './intervals.js';
import { OUTCOMES, type OutcomeKey } from './keys.js';
import type { Summary } from './summary.js';
import { plainValue } from './words.js';

/** Numbers that belong to names of standards and clocks, not to results: "92 %", "4 hours". */
const NAMED: readonly RegExp[] = [
  /\b(?:92|95|98|90|85)\s?%/g,
  /\b(?:4|12)[ -]hours?\b/g,
  /\b(?:15|30|60)[ -]minutes?\b/g,
  /\b(?:7|14|21)[ -]days? stays?\b/g,
  /\bstays over (?:7|14|21) days\b/g,
  /\b(?:19|20)\d\d(?:-\d\d)?\b/g,
  /\b\d{1,2}:\d\d\b/g,
  /\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b/g,
];
const NUMBER = /\d[\d,]*(?:\.\d+)?/g;

/**
 * Numbers of a text that the batch does not give, as they are written.
 * @param others numbers that may stand in it as well, such as the days of the winter
 */
export function numbersNotOf(
  text: string,
  summary: Summary,
  others: readonly number[] = [],
): string[] {
  let rest = text;
  // The longest names first: one may be the beginning of another.
  const names = summary.scenarios.map(({ name }) => name).sort((a, b) => b.length - a.length);
  for (const name of names) rest = rest.split(name).join(' ');
  for (const pattern of NAMED) rest = rest.replace(pattern, ' ');
  const found = [...rest.matchAll(NUMBER)];
  if (found.length === 0) return [];
  const known = knownNumbers(text, summary, others);
  return found.map(([number]) => number).filter((number) => !known.has(bare(number)));
}

/** Numbers of the scenarios that the text names, and of the base; of all when it names none. */
function knownNumbers(text: string, summary: Summary, others: readonly number[]): Set<string> {
  const known = new Set([summary.replications, ...others].map(String));
  const isNamed = ({ name }: { name: string }) => text.includes(name);
  const isAboutSome = summary.scenarios.slice(1).some(isNamed);
  summary.scenarios.forEach((scenario, position) => {
    if (isAboutSome && position > 0 && !isNamed(scenario)) return;
    for (const outcome of OUTCOMES) {
      addEstimate(known, scenario.outcomes[outcome.key], outcome.unit);
      const change = summary.differences[position - 1]?.outcomes[outcome.key];
      if (change !== undefined) addDifference(known, change, outcome.unit);
    }
    for (const { share } of scenario.chances) known.add(String(Math.round(share * 100)));
  });
  return known;
}

function addEstimate(known: Set<string>, of: Estimate, unit: OutcomeKey['unit']): void {
  const { mean, low95, high95, p5, p25, p50, p75, p95 } = of;
  for (const value of [mean, low95, high95, p5, p25, p50, p75, p95]) add(known, value, unit);
}

function addDifference(
  known: Set<string>,
  { mean, low95, high95, chanceBetter }: DifferenceEstimate,
  unit: OutcomeKey['unit'],
): void {
  for (const value of [mean, low95, high95]) add(known, value, unit);
  if (chanceBetter !== null) known.add(String(Math.round(chanceBetter * 100)));
}

/** A value as tables show it, and rounded to a whole number as people say it. */
function add(known: Set<string>, value: number | null, unit: OutcomeKey['unit']): void {
  if (value === null) return;
  const size = Math.abs(value);
  known.add(bare(plainValue(size, unit)));
  known.add(String(Math.round(unit === 'share' ? size * 100 : size)));
}

/** "1,200.0" and "1200" are one number. */
function bare(text: string): string {
  return String(Number(text.replaceAll(',', '')));
}
