// sim/outcomes/true-words.ts: whether a sentence that somebody wrote still agrees with a batch: every
// number in it must be one that the batch gives, for a scenario that the sentence names.

import type { Estimate } from './intervals.js';
import { OUTCOMES, type Outcome, type OutcomeKey } from './keys.js';
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
/** A number, and the word behind it that says its unit. */
const NUMBER =
  /(\d[\d,]*(?:\.\d+)?)(?:\s?(%|points?|(?:fewer |more )?(?:bed days?|days?|beds?)))?/g;

/** A number with its unit; "any" where no unit is said. */
type Kind = 'share' | 'days' | 'beds' | 'bed days' | 'any';

/**
 * Numbers of a text that the batch does not give, as they are written.
 * @param days of the winter; a sentence may name them, and the days that are left of them
 */
export function numbersNotOf(text: string, summary: Summary, days = 0): string[] {
  const { rest: words, named } = withoutNames(text, summary);
  let rest = words;
  const outcomes = outcomesMeant(rest);
  for (const pattern of NAMED) rest = rest.replace(pattern, ' ');
  const found = [...rest.matchAll(NUMBER)];
  if (found.length === 0) return [];
  const known = knownNumbers(named, summary, days, outcomes);
  return found.flatMap(([, number, unit]) =>
    known.has(`${kindOf(unit)} ${bare(number)}`) ? [] : [number],
  );
}

function kindOf(unit: string | undefined): Kind {
  const word = unit?.replace(/^(fewer|more) /, '').replace(/s$/, '');
  if (word === '%' || word === 'point') return 'share';
  if (word === 'bed day') return 'bed days';
  return word === 'day' ? 'days' : word === 'bed' ? 'beds' : 'any';
}

/** A text that speaks of 92 % means days over 92 % when it says days, not those over 95 %. */
function outcomesMeant(text: string): readonly OutcomeKey[] {
  const limits = ['92', '95', '98'].filter((limit) => new RegExp(`\\b${limit}\\s?%`).test(text));
  if (limits.length === 0) return OUTCOMES;
  return OUTCOMES.filter(
    ({ key, unit }) => unit !== 'days' || limits.some((limit) => key.includes(`Over${limit}`)),
  );
}

/** What a text says beside the names of scenarios, and which of them it names. */
function withoutNames(text: string, { scenarios }: Summary): { rest: string; named: Set<string> } {
  // The longest names first: one may be the beginning of another.
  const names = scenarios.map(({ name }) => name).sort((a, b) => b.length - a.length);
  const named = new Set<string>();
  let rest = text;
  for (const name of names) {
    const whole = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, 'gu');
    const without = rest.replace(whole, ' ');
    if (without !== rest) named.add(name);
    rest = without;
  }
  return { rest, named };
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** Numbers of the scenarios that are named, and of the base; of all when none is. */
function knownNumbers(
  named: ReadonlySet<string>,
  summary: Summary,
  days: number,
  outcomes: readonly OutcomeKey[],
): Set<string> {
  const known = new Set<string>();
  keep(known, String(summary.replications), 'count');
  if (days > 0) keep(known, String(days), 'days');
  const isNamed = ({ name }: { name: string }) => named.has(name);
  const isAboutSome = summary.scenarios.slice(1).some(isNamed);
  summary.scenarios.forEach((scenario, position) => {
    if (isAboutSome && position > 0 && !isNamed(scenario)) return;
    for (const { key, unit } of outcomes) {
      const estimate = scenario.outcomes[key as Outcome];
      add(known, estimate, unit);
      if (days > 0 && /^daysOver/.test(key)) add(known, leftOf(days, estimate), unit);
      const change = summary.differences[position - 1]?.outcomes[key as Outcome];
      if (change === undefined) continue;
      add(known, change, unit);
      const { chanceBetter } = change;
      if (chanceBetter !== null) keep(known, String(Math.round(chanceBetter * 100)), 'share');
    }
    for (const { share } of scenario.chances) keep(known, String(Math.round(share * 100)), 'share');
  });
  return known;
}

type Interval = Pick<Estimate, 'mean' | 'low95' | 'high95'>;

/** Days of the winter that are not counted. */
function leftOf(days: number, { mean, low95, high95 }: Interval): Interval {
  const left = (value: number | null) => (value === null ? null : days - value);
  return { mean: left(mean), low95: left(high95), high95: left(low95) };
}

/** A mean and the ends of its interval, as tables show them, and rounded as people say them. */
function add(
  known: Set<string>,
  { mean, low95, high95 }: Interval,
  unit: OutcomeKey['unit'],
): void {
  for (const value of [mean, low95, high95]) {
    if (value === null) continue;
    const size = Math.abs(value);
    keep(known, plainValue(size, unit), unit);
    keep(known, String(Math.round(unit === 'share' ? size * 100 : size)), unit);
  }
}

/** A number may stand with its own unit, or with none. */
function keep(known: Set<string>, number: string, unit: OutcomeKey['unit']): void {
  known.add(`${unit} ${bare(number)}`);
  known.add(`any ${bare(number)}`);
}

/** "1,200.0" and "1200" are one number. */
function bare(text: string): string {
  return String(Number(text.replaceAll(',', '')));
}
