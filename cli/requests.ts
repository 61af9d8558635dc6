// cli/requests.ts: names on the command line become the scenarios of a batch; the first is the base.

import type { Library } from '../sim/scenario/library.js';
import { InputError, problemLines } from '../sim/scenario/problems.js';
import {
  MissingInputError,
  type Request,
  type Resolved,
  resolve,
} from '../sim/scenario/resolve.js';
import { BAD_INPUT, CommandError, MISSING_INPUT, USAGE } from './exit-codes.js';

export interface Wanted {
  scenarios: readonly string[];
  winter?: string;
  plans: readonly string[];
}

/**
 * Resolves what a command asks for.
 * Scenario files stand for themselves; one system with plans gives itself and one scenario a plan,
 * where A+B puts plans together.
 */
export function resolveWanted(library: Library, wanted: Wanted): Resolved[] {
  const requests = requestsOf(wanted);
  const resolved: Resolved[] = [];
  const problems: InputError['problems'][number][] = [];
  for (const request of requests) {
    try {
      resolved.push(resolve(library, request));
    } catch (error) {
      if (error instanceof MissingInputError) throw new CommandError(MISSING_INPUT, error.message);
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) {
    const seen = new Set<string>();
    const unique = problems.filter((problem) => {
      const key = JSON.stringify(problem);
      return seen.has(key) ? false : seen.add(key);
    });
    throw new CommandError(BAD_INPUT, problemLines(unique).join('\n'));
  }
  refuseTwins(resolved);
  return resolved;
}

function requestsOf({ scenarios, winter, plans }: Wanted): Request[] {
  if (scenarios.length === 0) {
    throw new CommandError(
      USAGE,
      'Name a scenario file or a system, for example: winterflow run lister-2017-18',
    );
  }
  if (winter === undefined && plans.length === 0) {
    return scenarios.map((scenario) => ({ scenario }));
  }
  if (scenarios.length > 1) {
    throw new CommandError(
      USAGE,
      `--winter and --plan go with one system; ${scenarios.length} are named: ${scenarios.join(', ')}.`,
    );
  }
  const [system] = scenarios;
  const base = { system, ...(winter === undefined ? {} : { winter }) };
  return [base, ...plans.map((plan) => ({ ...base, plans: plan.split('+').map((p) => p.trim()) }))];
}

/** Two scenarios of one name cannot be told apart in a table. */
function refuseTwins(resolved: readonly Resolved[]): void {
  resolved.forEach(({ name, hash }, i) => {
    const twin = resolved.findIndex((other) => other.name === name);
    if (twin === i) return;
    const same = resolved[twin].hash === hash;
    throw new CommandError(
      USAGE,
      same
        ? `The scenario "${name}" is given twice; give it once.`
        : `Two scenarios have the name "${name}"; give each a name of its own.`,
    );
  });
}
