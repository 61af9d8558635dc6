// web/state/plan-parts.ts: the interventions that a plan of the library sets, and those of a plan that
// was changed here.

import type { Library } from '../../sim/scenario/library.js';
import { mergeFields, mergeLayers } from '../../sim/scenario/merge.js';
import { ASKED, Opener } from '../../sim/scenario/open.js';

/** Values of a scenario file by field, as deep as they are set. */
export type Fields = Readonly<Record<string, unknown>>;

/** What a plan sets: interventions by id, and the fields of its pressure policy. */
export interface PlanParts {
  interventions: Fields;
  policy: Fields | null;
}

/** The parts of a plan as it stands. */
export function partsOf(
  library: Library,
  plan: { library: string; interventions: Fields | null },
): PlanParts {
  const own = plan.library === '' ? NOTHING : libraryParts(library, plan.library);
  return plan.interventions === null ? own : { ...own, interventions: plan.interventions };
}

const NOTHING: PlanParts = { interventions: {}, policy: null };

const known = new WeakMap<Library, Map<string, PlanParts>>();

/** The parts of a plan of the library; each is read once. */
export function libraryParts(library: Library, name: string): PlanParts {
  const parts = known.get(library) ?? new Map<string, PlanParts>();
  known.set(library, parts);
  const found = parts.get(name) ?? readParts(library, name);
  parts.set(name, found);
  return found;
}

function readParts(library: Library, name: string): PlanParts {
  const opened = new Opener(library, []).plans([{ name, at: ASKED }]);
  const { interventions, policy } = mergeLayers(opened.flatMap(({ layers }) => layers)).value;
  return {
    interventions: isFields(interventions) ? interventions : {},
    policy: isFields(policy) ? policy : null,
  };
}

/** Several plans laid over one another. */
export function partsTogether(parts: readonly PlanParts[]): PlanParts {
  return parts.reduce((all, { interventions, policy }) => ({
    interventions: mergeFields({ ...all.interventions }, { ...interventions }),
    policy:
      all.policy === null || policy === null
        ? (policy ?? all.policy)
        : mergeFields({ ...all.policy }, { ...policy }),
  }));
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
