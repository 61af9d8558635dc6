// web/state/project.ts: what a person works on: a base, up to five plans, and how to run them. Every
// page reads it and changes it; it holds values as they were typed, and no results.

import type { Library } from '../../sim/scenario/library.js';
import type { PackChoices } from '../export/pack-choices.js';
import { optionOf, ownWinter } from './choices.js';
import EXAMPLE from './example.json' with { type: 'json' };
import { type Fields, isFields, libraryParts } from './plan-parts.js';

export type { Fields } from './plan-parts.js';

/** A plan that is compared with the base. */
export interface Plan {
  /** The same as long as the plan exists, whatever it is called: "0", "1" … */
  id: string;
  /** Name in the library of the plan that it is or began as; empty for one built from nothing. */
  library: string;
  /** Its own name; empty for that of the library. */
  name: string;
  /** Settings by intervention once they are changed; null while they are those of the library. */
  interventions: Fields | null;
}

/** The current project. */
export interface Project {
  /** Name of the system in the library, or code of a trust. */
  system: string;
  winter: string;
  /** Values of the base that are not as in the library, as in `changes:` of a scenario file. */
  changes: Fields;
  plans: readonly Plan[];
  /** Also simulate the plans put together. */
  together: boolean;
  /** Number of winters; the most, when winters are added until the result is precise. */
  replications: string;
  /** Days by which mean days over 92 % may be off, to run until then; empty for a fixed number. */
  precision: string;
  seed: string;
  /** What was chosen and written for the board pack; absent while nothing was. */
  pack?: PackChoices;
}

export const PLANS_MOST = 5;
export const REPLICATIONS_MOST = 500;
export const SEED_LENGTH_MOST = 200;

/** The project that the page opens with: that of the example. */
export function firstProject(library: Library): Project {
  const { system, plans, replications, seed } = EXAMPLE;
  const first: Project = {
    system,
    winter: ownWinter(library, system),
    changes: {},
    plans: [],
    together: false,
    replications: String(replications),
    precision: '',
    seed,
  };
  return plans.reduce(withPlan, first);
}

/** Whether two projects simulate the same: what is said of the results changes none. */
export function simulateSame(one: Project, other: Project): boolean {
  const { pack: _, ...ofOne } = one;
  const { pack: __, ...ofOther } = other;
  return JSON.stringify(ofOne) === JSON.stringify(ofOther);
}

/** The project with another base; what was changed of the old one goes. */
export function withSystem(project: Project, library: Library, system: string): Project {
  return { ...project, system, winter: ownWinter(library, system), changes: {} };
}

/** The project with one more plan of the library, after the others. */
export function withPlan(project: Project, library: string): Project {
  const plan: Plan = { id: freeId(project.plans), library, name: '', interventions: null };
  return { ...project, plans: [...project.plans, plan] };
}

/** The project with some fields of a plan changed. */
export function withPlanChanged(project: Project, id: string, fields: Partial<Plan>): Project {
  const plans = project.plans.map((plan) => (plan.id === id ? { ...plan, ...fields } : plan));
  return { ...project, plans };
}

/** The project with a copy of a plan behind it, under a name of its own. */
export function withCopy(project: Project, library: Library, id: string): Project {
  const plans = project.plans.flatMap((plan) => {
    if (plan.id !== id) return [plan];
    const name = freeName(project, library, `${nameOfPlan(library, plan)}, copy`);
    return [plan, { ...plan, id: freeId(project.plans), name }];
  });
  return { ...project, plans };
}

/** The project without a plan. */
export function withoutPlan(project: Project, id: string): Project {
  return { ...project, plans: project.plans.filter((plan) => plan.id !== id) };
}

/** The project with other plans of the library, in order; plans that stay keep what they are. */
export function withPlans(project: Project, names: readonly string[]): Project {
  const stay = project.plans.filter(({ library }) => names.includes(library));
  const added = names.filter((name) => !stay.some(({ library }) => library === name));
  const { plans } = added.reduce(withPlan, { ...project, plans: stay });
  const at = ({ library }: Plan): number => names.indexOf(library);
  return { ...project, plans: [...plans].sort((one, other) => at(one) - at(other)) };
}

/**
 * What a plan is called: its own name, else that of the library, in which the numbers that were changed
 * are changed too ("24 escalation beds" with 20 beds is "20 escalation beds").
 */
export function nameOfPlan(library: Library, plan: Plan): string {
  const { name, library: origin, interventions } = plan;
  if (name.trim() !== '') return name.trim();
  if (origin === '') return 'New plan';
  const { label } = optionOf(library, 'plan', origin);
  if (interventions === null) return label;
  const before = libraryParts(library, origin).interventions;
  if (JSON.stringify(before) === JSON.stringify(interventions)) return label;
  const moved = numbersMoved(before, interventions).find(([from]) => hasNumber(label, from));
  return moved === undefined
    ? `${label}, changed`
    : label.replace(String(moved[0]), String(moved[1]));
}

/** Whole numbers that stand at the same place in both, and differ. */
function numbersMoved(before: unknown, after: unknown): [number, number][] {
  if (typeof before === 'number' && typeof after === 'number') {
    return before !== after && before > 1 ? [[before, after]] : [];
  }
  if (!isFields(before) || !isFields(after)) return [];
  return Object.keys(before).flatMap((key) => numbersMoved(before[key], after[key]));
}

function hasNumber(label: string, value: number): boolean {
  return new RegExp(`(^|\\D)${value}(\\D|$)`).test(label);
}

function freeName({ plans }: Project, library: Library, wanted: string): string {
  const taken = plans.map((plan) => nameOfPlan(library, plan));
  for (let n = 1; ; n++) {
    const name = n === 1 ? wanted : `${wanted} ${n}`;
    if (!taken.includes(name)) return name;
  }
}

function freeId(plans: readonly Plan[]): string {
  for (let n = 0; ; n++) {
    const id = n.toString(36);
    if (!plans.some((plan) => plan.id === id)) return id;
  }
}
