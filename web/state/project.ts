// web/state/project.ts: what a person works on: a base, up to five plans, and how to run them. Every
// page reads it and changes it; it holds texts as they were typed, and no results.

import type { Library } from '../../sim/scenario/library.js';
import type { Request } from '../../sim/scenario/resolve.js';
import { ownWinter } from './choices.js';

/** Values of a scenario file by field, as deep as they are changed. */
export type Fields = Readonly<Record<string, unknown>>;

/** A plan that is compared with the base. */
export interface Plan {
  /** The same as long as the plan exists, whatever it is called: "a", "b" … */
  id: string;
  /** Name in the library of the plan that it is, or that it began as. */
  library: string;
}

/** The current project. */
export interface Project {
  /** Name of the system in the library, or code of a trust. */
  system: string;
  winter: string;
  plans: readonly Plan[];
  /** Also simulate the plans put together. */
  together: boolean;
  replications: string;
  seed: string;
}

export const PLANS_MOST = 5;
export const REPLICATIONS_MOST = 500;
export const SEED_LENGTH_MOST = 200;

const FIRST_SYSTEM = 'lister-2017-18';
const FIRST_PLANS = ['discharge-to-assess', 'frailty-in-reach-70h'];
const FIRST_REPLICATIONS = '20';
const FIRST_SEED = 'winterflow';

/** The project that the page opens with. */
export function firstProject(library: Library): Project {
  const systems = library.names('system');
  const system = systems.includes(FIRST_SYSTEM) ? FIRST_SYSTEM : (systems[0] ?? '');
  const known = library.names('plan');
  const first: Project = {
    system,
    winter: ownWinter(library, system),
    plans: [],
    together: false,
    replications: FIRST_REPLICATIONS,
    seed: FIRST_SEED,
  };
  return FIRST_PLANS.filter((plan) => known.includes(plan)).reduce(withPlan, first);
}

/** The project with one more plan of the library, after the others. */
export function withPlan(project: Project, library: string): Project {
  return { ...project, plans: [...project.plans, { id: freeId(project.plans), library }] };
}

/** The project with other plans of the library, in order; plans that stay keep their id. */
export function withPlans(project: Project, names: readonly string[]): Project {
  const stay = project.plans.filter(({ library }) => names.includes(library));
  const added = names.filter((name) => !stay.some(({ library }) => library === name));
  const { plans } = added.reduce(withPlan, { ...project, plans: stay });
  const at = ({ library }: Plan): number => names.indexOf(library);
  return { ...project, plans: [...plans].sort((one, other) => at(one) - at(other)) };
}

function freeId(plans: readonly Plan[]): string {
  for (let n = 0; ; n++) {
    const id = n.toString(36);
    if (!plans.some((plan) => plan.id === id)) return id;
  }
}

/** What the project asks for: the base, each plan, and perhaps the plans together. */
export function requestsOf({ system, winter, plans, together }: Project): Request[] {
  const base = { system, winter };
  const names = plans.map(({ library }) => library);
  const combined = together && names.length > 1 ? [{ ...base, plans: names }] : [];
  return [base, ...names.map((name) => ({ ...base, plans: [name] })), ...combined];
}

/** The command that runs the same batch without a browser. */
export function commandOf(project: Project): string {
  const { system, winter, plans, together, replications, seed } = project;
  const quoted = `'${seed.replace(/'/g, "'\\''")}'`;
  const names = plans.map(({ library }) => library);
  const each = names.map((name) => `--plan ${name}`);
  if (together && names.length > 1) each.push(`--plan ${names.join('+')}`);
  return [
    `npx winterflow run ${system} --winter ${winter}`,
    ...each,
    `--replications ${replications.trim()} --seed ${quoted} --out results-folder`,
  ].join(' ');
}
