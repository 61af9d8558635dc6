// cli/question-options.ts: options that solve, sweep, sensitivity and best share.

import { type Command, InvalidArgumentError } from 'commander';
import { OUTCOMES, type Outcome } from '../sim/outcomes/keys.js';
import type { Factor } from '../sim/questions/vary.js';
import { varied } from '../sim/questions/vary.js';
import type { Library } from '../sim/scenario/library.js';
import { nearestName } from '../sim/scenario/problems.js';
import type { Resolved } from '../sim/scenario/resolve.js';
import { BAD_INPUT, CommandError } from './exit-codes.js';
import {
  collect,
  once,
  SEED_DEFAULT,
  seedPhrase,
  WORKERS_MAX,
  wholeNumber,
  workersDefault,
} from './options.js';

/** Values of the options that all of them share. */
export interface AnswerFlags {
  seed?: string;
  workers: number;
  json?: boolean;
  quiet?: boolean;
  /** Folder of winters that were simulated; not of a sweep, which has a folder of its own. */
  keep?: string;
}

/** Values of the shared options of questions about a scenario that the command line names. */
export interface QuestionFlags extends AnswerFlags {
  winter?: string;
  plan: string[];
}

/** Adds seed, workers, output and what scenario is meant. */
export function addQuestionOptions(command: Command, { winter = true } = {}): Command {
  if (winter) command.option('--winter <name>', 'winter of the system', once);
  command.option('--plan <name>', 'a plan, A+B for plans together', collect, []);
  return addAnswerOptions(addKeep(command));
}

/** Adds seed, workers and output; what scenario is meant stands in the file of an experiment. */
export function addAnswerOptions(command: Command): Command {
  return command
    .option('--seed <phrase>', `seed phrase (default: "${SEED_DEFAULT}")`, seedPhrase)
    .option('--workers <n>', 'threads', wholeNumber(1, WORKERS_MAX), workersDefault())
    .option('--json', 'print JSON with provenance instead of text')
    .option('--quiet', 'no progress');
}

/** Adds the folder of winters that were simulated. */
export function addKeep(command: Command): Command {
  return command.option(
    '--keep <dir>',
    'folder of simulated winters: this question goes on after a stop, others use them too',
    once,
  );
}

/** Values between two, as FROM..TO. */
export function rangeOf(text: string, previous?: unknown): { from: number; to: number } {
  if (previous !== undefined) throw new InvalidArgumentError('it is given twice; give it once.');
  const [, from, to] = (/^(-?[\d.]+)\.\.(-?[\d.]+)$/.exec(text) ?? []).map(Number);
  if (!Number.isFinite(from) || !Number.isFinite(to) || from >= to) {
    throw new InvalidArgumentError('allowed: FROM..TO, the lower first, for example 120..180.');
  }
  return { from, to };
}

/** A number above a least one and up to a most. */
export function numberBetween(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() === '' || !(value >= least && value <= most)) {
      throw new InvalidArgumentError(`allowed: a number from ${least} to ${most}.`);
    }
    return value;
  };
}

/** An outcome by its key. */
export function outcomeOf(text: string): Outcome {
  const outcome = OUTCOMES.find(({ key }) => key === text);
  if (outcome !== undefined) return outcome.key;
  const near = nearestName(
    text,
    OUTCOMES.map(({ key }) => key),
  );
  throw new InvalidArgumentError(
    near === null ? 'allowed: the key of an outcome.' : `did you mean ${near}?`,
  );
}

/** A scenario with factors at values; what is not possible ends the command with a sentence. */
export function variedOrRefused(
  library: Library,
  base: Resolved,
  factors: readonly Factor[],
  values: readonly number[],
): Resolved {
  return orRefused(() => varied(base, factors, values, library.bankHolidays()));
}

/** What a function gives; where it finds values impossible, its sentence ends the command. */
export function orRefused<T>(of: () => T): T {
  try {
    return of();
  } catch (error) {
    if (error instanceof RangeError) throw new CommandError(BAD_INPUT, error.message);
    throw error;
  }
}

/** Calls `note` on a terminal or in a log, at most every second, unless quiet. */
export function counterOf(quiet: boolean | undefined, what: string): (count: number) => void {
  let shownAt = performance.now();
  return (count) => {
    if (quiet === true || performance.now() - shownAt < 5000) return;
    shownAt = performance.now();
    process.stderr.write(`${count} ${what}\n`);
  };
}
