// web/state/check-project.ts: the project becomes scenarios to simulate, or sentences about what is wrong.

import type { Library } from '../../sim/scenario/library.js';
import { InputError, problemLines, valueText } from '../../sim/scenario/problems.js';
import { MissingInputError, type Resolved, resolve } from '../../sim/scenario/resolve.js';
import {
  PLANS_MOST,
  type Project,
  REPLICATIONS_MOST,
  requestsOf,
  SEED_LENGTH_MOST,
} from './project.js';

export type Field = 'system' | 'winter' | 'plans' | 'replications' | 'seed';

/** One sentence about one field. */
export interface FieldError {
  field: Field;
  message: string;
}

/** A project in order, ready to run; the first scenario is the base. */
export interface CheckedProject {
  scenarios: Resolved[];
  replications: number;
  seed: string;
}

/** Checks every field and resolves the scenarios; all errors come together. */
export function checkProject(library: Library, project: Project): CheckedProject | FieldError[] {
  const errors: FieldError[] = [];
  const replications = wholeNumber(project.replications);
  if (replications === null) {
    errors.push({
      field: 'replications',
      message:
        `Number of winters: ${valueText(project.replications)} is not allowed; give a whole number ` +
        `from 1 to ${REPLICATIONS_MOST}, without commas.`,
    });
  }
  if (project.seed.length < 1 || project.seed.length > SEED_LENGTH_MOST) {
    errors.push({
      field: 'seed',
      message: `Seed phrase: give 1 to ${SEED_LENGTH_MOST} characters; there are ${project.seed.length}.`,
    });
  }
  errors.push(...planErrors(project));
  const scenarios = errors.some(({ field }) => field === 'plans')
    ? []
    : resolveAll(library, project, errors);
  if (errors.length > 0 || replications === null) return errors;
  return { scenarios, replications, seed: project.seed };
}

function planErrors({ plans, together }: Project): FieldError[] {
  if (plans.length > PLANS_MOST) {
    const message = `Plans: choose up to ${PLANS_MOST}; ${plans.length} are chosen.`;
    return [{ field: 'plans', message }];
  }
  if (together && plans.length < 2) {
    const message = 'Plans: choose two or more plans to put together, or leave that out.';
    return [{ field: 'plans', message }];
  }
  return [];
}

/** Resolves each request; what is wrong with a file is said once. */
function resolveAll(library: Library, project: Project, errors: FieldError[]): Resolved[] {
  const resolved: Resolved[] = [];
  const messages = new Set<string>();
  for (const request of requestsOf(project)) {
    try {
      resolved.push(resolve(library, request));
    } catch (error) {
      if (error instanceof InputError) {
        for (const line of problemLines(error.problems)) messages.add(line);
      } else if (error instanceof MissingInputError) messages.add(error.message);
      else throw error;
    }
  }
  resolved.forEach(({ name }, i) => {
    if (resolved.findIndex((other) => other.name === name) === i) return;
    messages.add(`Two scenarios have the name "${name}"; choose one of them.`);
  });
  for (const message of messages) errors.push({ field: 'plans', message });
  return resolved;
}

function wholeNumber(text: string): number | null {
  if (!/^\s*\d{1,6}\s*$/.test(text)) return null;
  const value = Number(text);
  return value >= 1 && value <= REPLICATIONS_MOST ? value : null;
}
