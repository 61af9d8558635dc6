// web/state/scenario-texts.ts: a project as scenario files, the same that the command line reads. What
// the library holds unchanged is asked for by name, so that its hash and its name stay as they are.

import { stringify } from 'yaml';
import type { Library, SourceText } from '../../sim/scenario/library.js';
import type { Request } from '../../sim/scenario/resolve.js';
import { FORMAT_VERSION } from '../../sim/scenario/schema.js';
import { optionOf } from './choices.js';
import { type PlanParts, partsOf, partsTogether } from './plan-parts.js';
import { type Fields, nameOfPlan, type Plan, type Project } from './project.js';

/** One scenario of a project. */
export interface Asked {
  /** Id of its plan; null for the base and for the plans together. */
  plan: string | null;
  request: Request;
  /** Its file, where the library does not hold it as it is. */
  file: SourceText | null;
  name: string;
}

/** What the project asks for: the base, each plan, and perhaps the plans together. */
export function askedOf(library: Library, project: Project): Asked[] {
  const { plans, together } = project;
  const isOwn = Object.keys(project.changes).length > 0;
  const alone = plans.map((plan) => askedFor(library, project, plan, isOwn));
  const all = together && plans.length > 1 ? [togetherOf(library, project, isOwn)] : [];
  return [baseOf(library, project, isOwn), ...alone, ...all];
}

/** A library that also holds the files of a project. */
export function withFiles(library: Library, asked: readonly Asked[]): Library {
  const files = new Map(asked.flatMap(({ file }) => (file === null ? [] : [[file.file, file]])));
  return { ...library, read: (kind, name) => files.get(name) ?? library.read(kind, name) };
}

function baseOf(library: Library, { system, winter, changes }: Project, isOwn: boolean): Asked {
  const label = optionOf(library, 'system', system).label;
  if (!isOwn) return { plan: null, request: { system, winter }, file: null, name: label };
  const name = `${label}, own inputs`;
  return asFile('base', null, name, { system, winter }, { ...changes });
}

function askedFor(library: Library, project: Project, plan: Plan, isOwn: boolean): Asked {
  const { system, winter, changes } = project;
  const name = nameOfPlan(library, plan);
  if (plan.interventions === null && plan.name.trim() === '' && !isOwn) {
    return {
      plan: plan.id,
      request: { system, winter, plans: [plan.library] },
      file: null,
      name,
    };
  }
  const isChanged = plan.interventions !== null;
  const header = { system, winter, ...(isChanged ? {} : { plans: [plan.library] }) };
  const parts = isChanged ? changesOf(partsOf(library, plan)) : {};
  return asFile(`plan-${plan.id}`, plan.id, name, header, { ...changes, ...parts });
}

function togetherOf(library: Library, project: Project, isOwn: boolean): Asked {
  const { system, winter, changes, plans } = project;
  const name = plans.map((plan) => nameOfPlan(library, plan)).join(' + ');
  const names = plans.map((plan) => plan.library);
  const isChanged = plans.some(({ interventions }) => interventions !== null);
  if (!isOwn && !isChanged && plans.every((plan) => plan.name.trim() === '')) {
    return { plan: null, request: { system, winter, plans: names }, file: null, name };
  }
  const header = { system, winter, ...(isChanged ? {} : { plans: names }) };
  const parts = partsTogether(plans.map((plan) => partsOf(library, plan)));
  return asFile('together', null, name, header, {
    ...changes,
    ...(isChanged ? changesOf(parts) : {}),
  });
}

function changesOf({ interventions, policy }: PlanParts): Fields {
  return { interventions, ...(policy === null ? {} : { policy }) };
}

function asFile(
  file: string,
  plan: string | null,
  name: string,
  header: Fields,
  changes: Fields,
): Asked {
  const empty = Object.keys(changes).length === 0;
  const value = { winterflow: FORMAT_VERSION, name, ...header, ...(empty ? {} : { changes }) };
  const path = `${file}.yaml`;
  const text = stringify(value, { lineWidth: 100, aliasDuplicateObjects: false });
  return { plan, name, request: { scenario: path }, file: { file: path, text } };
}
