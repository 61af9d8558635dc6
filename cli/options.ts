// cli/options.ts: the values of options, each checked with one sentence.

import { availableParallelism } from 'node:os';
import { InvalidArgumentError } from 'commander';

export const REPLICATIONS_MAX = 100_000;
export const WORKERS_MAX = 256;
export const SEED_LENGTH_MAX = 200;
export const REPLICATIONS_DEFAULT = 50;
export const SEED_DEFAULT = 'winterflow';
export const SYSTEM_DEFAULT = 'lister-2017-18';
/** The plans of the first look: few enough that each gets about a hundred winters in a minute. */
export const PLANS_FIRST_LOOK: readonly string[] = [
  'frailty-in-reach-50h',
  'frailty-in-reach-70h',
  'discharge-to-assess',
  'sdec-14h',
  'escalation-beds-24',
  'all-together',
];

/** A whole number in a range, or a sentence that says so. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() === '' || !Number.isInteger(value) || value < least || value > most) {
      throw new InvalidArgumentError(`allowed: a whole number from ${least} to ${most}.`);
    }
    return value;
  };
}

/** A seed phrase; given twice it is refused, because only one can be meant. */
export function seedPhrase(text: string, previous: string | undefined): string {
  if (previous !== undefined) throw new InvalidArgumentError('it is given twice; give one seed.');
  if (text.length < 1 || text.length > SEED_LENGTH_MAX) {
    throw new InvalidArgumentError(`allowed: a phrase of 1 to ${SEED_LENGTH_MAX} characters.`);
  }
  return text;
}

/** A value that may be given only once. */
export function once(text: string, previous: string | undefined): string {
  if (previous !== undefined) throw new InvalidArgumentError('it is given twice; give it once.');
  if (text.trim() === '') throw new InvalidArgumentError('allowed: a name that is not empty.');
  return text;
}

/** One of some words. */
export function oneOf<T extends string>(words: readonly T[]): (text: string) => T {
  return (text) => {
    const choice = words.find((word) => word === text);
    if (choice === undefined) throw new InvalidArgumentError(`allowed: ${words.join(', ')}.`);
    return choice;
  };
}

/** A part of a batch: 2/5 is the second of five. */
export function shardOf(text: string): { part: number; of: number } {
  const [, part, of] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number);
  if (!(part >= 1 && part <= of)) {
    throw new InvalidArgumentError('allowed: part/parts, for example 2/5.');
  }
  return { part, of };
}

/** Adds a repeated option to a list. */
export function collect(text: string, previous: readonly string[]): string[] {
  return [...previous, text];
}

/** Workers used when none are asked for: one for each core. */
export function workersDefault(): number {
  return availableParallelism();
}

const EXAMPLE = 'for example: winterflow run lister-2017-18';

/** Sentences for what commander says; what is not among them is said in its own words. */
const SENTENCES: readonly [RegExp, string][] = [
  [/^option '(?:-\w, )?(--\S+).*?' argument '(.*)' is invalid\. it is /s, '$1 is '],
  [/^option '(?:-\w, )?(--\S+).*?' argument '(.*)' is invalid\. /s, '$1 is "$2"; '],
  [/^option '(?:-\w, )?(--\S+).*?' argument missing$/, '$1 needs a value.'],
  [/^unknown option '(.*?)'\n\(Did you mean (.*)\?\)$/, 'There is no option $1; did you mean $2?'],
  [/^unknown option '(.*?)'$/, 'There is no option $1.'],
  [
    /^unknown command '(.*?)'\n\(Did you mean (.*)\?\)$/,
    'There is no command $1; did you mean $2?',
  ],
  [/^unknown command '(.*?)'$/, 'There is no command $1; see winterflow --help.'],
  [/^required option '(--\S+) (<.*>)' not specified$/, 'Give $1 $2.'],
  [/^missing required argument '(.*?)'$/, `Name a $1, ${EXAMPLE}`],
  [
    /^too many arguments for '(.*?)'\. Expected (\d+) arguments? but got (\d+)\.$/,
    '$1 takes $2 names, not $3.',
  ],
];

/** One sentence for a command line that cannot be understood. */
export function usageSentence(commanderMessage: string): string {
  const text = commanderMessage.replace(/^error: /, '').trimEnd();
  for (const [pattern, sentence] of SENTENCES) {
    if (pattern.test(text)) return `${text.replace(pattern, sentence)}\n`;
  }
  return `${text}\n`;
}
