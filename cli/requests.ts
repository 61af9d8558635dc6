// cli/requests.ts: names on the command line become the scenarios of a batch; the first is the base.

import type { Library } from '../sim/scenario/library.js';
import { InputError, type Problem, problemLines, unique } from '../sim/scenario/problems.js';
import { type Request, type Resolved, resolve } from '../sim/scenario/resolve.js';
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
  const problems: Problem[] = [];
  for (const request of requests) {
    try {
      resolved.push(resolve(library, request));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      refuseScenarioFile(library, request);
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) {
    throw new CommandError(exitCodeOf(problems), problemLines(unique(problems)).join('\n'));
  }
  refuseTwins(resolved, requests);
  return resolved;
}

/** A file that is not there is another matter than one that is wrong. */
export function exitCodeOf(problems: readonly Problem[]): number {
  return problems.some(({ absent }) => absent) ? MISSING_INPUT : BAD_INPUT;
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

/** A file that is a whole scenario, named where a system is needed, is said to be one. */
function refuseScenarioFile(library: Library, request: Request): void {
  if ('scenario' in request) return;
  const { system } = request;
  if (isPossible(library, { system }) || !isPossible(library, { scenario: system })) return;
  throw new CommandError(
    USAGE,
    `${system} is a scenario, with a winter and plans of its own; --winter and --plan go with a system.`,
  );
}

function isPossible(library: Library, request: Request): boolean {
  try {
    resolve(library, request);
    return true;
  } catch {
    return false;
  }
}

/** Two scenarios of one name cannot be told apart in a table. */
function refuseTwins(resolved: readonly Resolved[], requests: readonly Request[]): void {
  resolved.forEach(({ name, hash }, i) => {
    const twin = resolved.findIndex((other) => other.name === name);
    if (twin === i) return;
    if (resolved[twin].hash === hash) {
      throw new CommandError(USAGE, `The scenario "${name}" is given twice; give it once.`);
    }
    const [one, other] = [requests[twin], requests[i]].map(textOf);
    throw new CommandError(
      BAD_INPUT,
      `${one} and ${other} have the same name, "${name}"; give each a name of its own.`,
    );
  });
}

function textOf(request: Request): string {
  if ('scenario' in request) return request.scenario;
  return [request.system, ...(request.plans ?? [])].join(' + ');
}
