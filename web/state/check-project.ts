// web/state/check-project.ts: the project becomes scenarios to simulate, or sentences about what is
// wrong: those of the command line, each with the field that it is about.

import type { Library } from '../../sim/scenario/library.js';
import { InputError, type Problem, problemLine, valueText } from '../../sim/scenario/problems.js';
import { filesRead, type Resolved, resolve } from '../../sim/scenario/resolve.js';
import { partsOf } from './plan-parts.js';
import {
  nameOfPlan,
  PLANS_MOST,
  type Project,
  REPLICATIONS_MOST,
  SEED_LENGTH_MOST,
} from './project.js';
import { type Asked, askedOf, withFiles } from './scenario-texts.js';
import { nextTask } from './turns.js';

/**
 * The field that a sentence is about: `winter`, `plans`, `replications`, `seed`, `plan-0.` with the
 * path of a setting, or `input.` with the path of a value of the base.
 */
export type Field = string;

/** One sentence about one field. */
export interface FieldError {
  field: Field;
  message: string;
}

/** A project in order, ready to run; the first scenario is the base. */
export interface CheckedProject {
  scenarios: Resolved[];
  replications: number;
  /** Half-width of the mean of days over 92 % to reach; null for a fixed number of winters. */
  precisionDays: number | null;
  seed: string;
}

/** Checks every field and resolves the scenarios; all errors come together. */
export async function checkProject(
  library: Library,
  project: Project,
): Promise<CheckedProject | FieldError[]> {
  const errors = [...runErrors(project), ...planErrors(library, project)];
  const replications = wholeNumber(project.replications);
  const scenarios = await resolveAll(library, project, errors);
  if (errors.length > 0 || replications === null) return errors;
  const precisionDays = project.precision === '' ? null : Number(project.precision);
  return { scenarios, replications, precisionDays, seed: project.seed };
}

/** What is wrong with the number of winters and the seed phrase. */
function runErrors({ replications, precision, seed }: Project): FieldError[] {
  const errors: FieldError[] = [];
  if (wholeNumber(replications) === null) {
    const message =
      `Number of winters: ${valueText(replications)} is not allowed; give a whole number ` +
      `from 1 to ${REPLICATIONS_MOST}, without commas.`;
    errors.push({ field: 'replications', message });
  }
  if (precision !== '' && !isDays(precision)) {
    const message =
      `Precision: ${valueText(precision)} is not allowed; give a number of days above 0, ` +
      'such as 1 or 0.5.';
    errors.push({ field: 'precision', message });
  }
  if (seed.length < 1 || seed.length > SEED_LENGTH_MOST) {
    const message = `Seed phrase: give 1 to ${SEED_LENGTH_MOST} characters; there are ${seed.length}.`;
    errors.push({ field: 'seed', message });
  }
  return errors;
}

function planErrors(library: Library, project: Project): FieldError[] {
  const { plans, together } = project;
  if (plans.length > PLANS_MOST) {
    const message = `Plans: choose up to ${PLANS_MOST}; ${plans.length} are chosen.`;
    return [{ field: 'plans', message }];
  }
  if (together && plans.length < 2) {
    const message = 'Plans: choose two or more plans to put together, or leave that out.';
    return [{ field: 'plans', message }];
  }
  return together ? overlapErrors(library, project) : [];
}

/** Two plans that set the same intervention cannot be put together. */
function overlapErrors(library: Library, { plans }: Project): FieldError[] {
  const owner = new Map<string, string>();
  return plans.flatMap((plan) => {
    const name = nameOfPlan(library, plan);
    return Object.keys(partsOf(library, plan).interventions).flatMap((id) => {
      const other = owner.get(id);
      owner.set(id, name);
      if (other === undefined) return [];
      const message =
        `The plans ${valueText(other)} and ${valueText(name)} both set ${id}, ` +
        'for the same patients at the same time; choose one of them.';
      return [{ field: 'plans', message }];
    });
  });
}

/** Resolves each scenario; what is wrong with several of them is said once. */
async function resolveAll(
  library: Library,
  project: Project,
  errors: FieldError[],
): Promise<Resolved[]> {
  if (errors.some(({ field }) => field === 'plans')) return [];
  const asked = askedOf(library, project);
  const files = withFiles(library, asked);
  const resolved: Resolved[] = [];
  const said = new Set<string>();
  for (const each of asked) {
    // The page stays responsive.
    for (const _ of filesRead(files, each.request)) await nextTask();
    await nextTask();
    try {
      resolved.push(resolve(files, each.request));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      for (const problem of error.problems) {
        const found = fieldError(each, problem);
        if (!said.has(found.message)) errors.push(found);
        said.add(found.message);
      }
    }
  }
  resolved.forEach(({ name }, i) => {
    if (resolved.findIndex((other) => other.name === name) === i) return;
    const message = `Two scenarios have the name ${valueText(name)}; give one of them another name.`;
    errors.push({ field: 'plans', message });
  });
  return resolved;
}

/** The sentence of a problem without the place in a file that nobody wrote. */
function fieldError({ plan, file }: Asked, problem: Problem): FieldError {
  if (file === null || problem.file !== file.file) {
    return { field: 'plans', message: problemLine(problem) };
  }
  const path = problem.path.replace(/^changes\./, '');
  const message = problem.message.replace(/^changes\./, '');
  const ofPlan = plan !== null && /^(interventions|policy|name)\b/.test(path);
  return { field: ofPlan ? `plan-${plan}.${path}` : `input.${path}`, message };
}

function isDays(text: string): boolean {
  return /^\s*(\d{1,3}(\.\d{1,3})?|\.\d{1,3})\s*$/.test(text) && Number(text) > 0;
}

function wholeNumber(text: string): number | null {
  if (!/^\s*\d{1,6}\s*$/.test(text)) return null;
  const value = Number(text);
  return value >= 1 && value <= REPLICATIONS_MOST ? value : null;
}
