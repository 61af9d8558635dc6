// web/state/open-scenario.ts: scenario files of the command line become a project: their base, and a plan
// for each thing that they add to it. What the page could not simulate exactly the same is refused.

import type { Library, SourceText } from '../../sim/scenario/library.js';
import { mergeFields, mergeLayers } from '../../sim/scenario/merge.js';
import { Opener } from '../../sim/scenario/open.js';
import { InputError, problemLines, valueText } from '../../sim/scenario/problems.js';
import { type Request, type Resolved, resolve } from '../../sim/scenario/resolve.js';
import { optionOf, ownWinter } from './choices.js';
import { isFields, libraryParts } from './plan-parts.js';
import { type Fields, PLANS_MOST, type Plan, type Project } from './project.js';
import { askedOf, withFiles } from './scenario-texts.js';

/** Says why a file cannot be opened: a sentence, or one a line, as on the command line. */
export class ScenarioFileError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ScenarioFileError';
  }
}

/** A scenario file, checked and read. */
interface Read {
  file: string;
  name: string;
  resolved: Resolved;
  system: string;
  winter: string;
  plans: readonly string[];
  /** Changes of the hospital, and those of interventions. */
  base: Fields;
  interventions: Fields;
}

/**
 * The project of one or several scenario files, in the place of what `opening` compares.
 * @throws ScenarioFileError
 */
export function projectOfScenarios(
  library: Library,
  files: readonly SourceText[],
  opening: Project,
): Project {
  const all = files.map(({ file }) => readScenario(library, files, file));
  const [first, ...others] = all;
  for (const other of others) {
    if (baseText(other) !== baseText(first)) {
      throw new ScenarioFileError(
        `${valueText(first.file)} and ${valueText(other.file)} differ in more than their plans ` +
          '(system, winter or changes of the hospital); open one of them.',
      );
    }
  }
  const { system, winter, base: changes } = first;
  const added = all.filter((of) => of.plans.length > 0 || Object.keys(of.interventions).length > 0);
  const together = added.length === 1 && plansOf(library, added[0]).length > 1;
  const plans = added
    .flatMap((of) => (added.length === 1 ? plansOf(library, of) : [planOf(library, of)]))
    .map((plan, i) => ({ ...plan, id: i.toString(36) }));
  if (plans.length > PLANS_MOST) {
    throw new ScenarioFileError(
      `The files hold ${plans.length} plans; the page compares up to ${PLANS_MOST}.`,
    );
  }
  const project: Project = { ...opening, system, winter, changes, plans, together };
  refuseOther(library, project, all);
  return project;
}

function readScenario(library: Library, files: readonly SourceText[], file: string): Read {
  const own = new Map(files.map((each) => [each.file, each]));
  const both: Library = {
    ...library,
    read: (kind, name) => own.get(name) ?? library.read(kind, name),
  };
  const resolved = resolvedOf(both, { scenario: file });
  const opened = new Opener(both, []).asked(file);
  if (opened === null || opened.kind !== 'scenario') {
    throw new ScenarioFileError(
      `${file} is a ${opened?.kind ?? 'file of another kind'}; the page opens scenarios ` +
        '(system: …, winter: …, plans: […], changes: …). The command line runs it as it is.',
    );
  }
  const { value } = mergeLayers(opened.layers);
  const system = String(value.system);
  const winter = typeof value.winter === 'string' ? value.winter : ownWinter(both, system);
  const plans = Array.isArray(value.plans) ? value.plans.map(String) : [];
  refuseUnknown(library, file, { system: [system], winter: [winter], plan: plans });
  const { interventions = {}, ...base } = isFields(value.changes) ? value.changes : {};
  return {
    ...{ file, name: resolved.name, resolved, system, winter, plans, base },
    interventions: isFields(interventions) ? interventions : {},
  };
}

function resolvedOf(library: Library, request: Request): Resolved {
  try {
    return resolve(library, request);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new ScenarioFileError(problemLines(error.problems).join('\n'));
  }
}

/** What a file names must be in the page's library: a project holds names, not other files. */
function refuseUnknown(
  library: Library,
  file: string,
  named: Readonly<Record<'system' | 'winter' | 'plan', readonly string[]>>,
): void {
  for (const kind of ['system', 'winter', 'plan'] as const) {
    const unknown = named[kind].find((name) => library.read(kind, name) === null);
    if (unknown === undefined) continue;
    throw new ScenarioFileError(
      `${file} names the ${kind} ${valueText(unknown)}, a file of its own; the page opens ` +
        `scenarios of the systems, winters and plans in its library.`,
    );
  }
}

/** Plans of the only file that has any: each of the library by itself, what is set beside them as one more. */
function plansOf(library: Library, of: Read): Plan[] {
  const rest: Record<string, unknown> = { ...of.interventions };
  const plans = of.plans.map((name, i): Plan => {
    const { interventions } = libraryParts(library, name);
    const changed = Object.keys(rest).filter((id) => Object.hasOwn(interventions, id));
    const own = Object.fromEntries(changed.map((id) => [id, rest[id]]));
    for (const id of changed) delete rest[id];
    return {
      id: String(i),
      library: name,
      name: '',
      interventions: changed.length === 0 ? null : mergeFields({ ...interventions }, own),
    };
  });
  if (Object.keys(rest).length > 0) {
    const name = plans.length === 0 ? of.name : `${of.name}: own settings`;
    plans.push({ id: String(plans.length), library: '', name, interventions: rest });
  }
  if (plans.length === 1) return [{ ...plans[0], name: ownName(library, plans[0], of.name) }];
  return plans;
}

/** All that one of several files adds, as one plan under the name of the file. */
function planOf(library: Library, of: Read): Plan {
  const parts = plansOf(library, of);
  if (parts.length === 1) return parts[0];
  const interventions = parts.reduce<Record<string, unknown>>(
    (all, plan) =>
      mergeFields(all, {
        ...(plan.interventions ?? libraryParts(library, plan.library).interventions),
      }),
    {},
  );
  return { id: '0', library: '', name: of.name, interventions };
}

/** The name of a file, unless its plan is called so anyway. */
function ownName(library: Library, { library: origin }: Plan, name: string): string {
  return origin !== '' && optionOf(library, 'plan', origin).label === name ? '' : name;
}

function baseText({ system, winter, base }: Read): string {
  return JSON.stringify([system, winter, base]);
}

/** The page must simulate the very models of the files, or not open them. */
function refuseOther(library: Library, project: Project, all: readonly Read[]): void {
  const asked = askedOf(library, project);
  const own = withFiles(library, asked);
  const hashes = asked.map(({ request }) => resolvedOf(own, request).hash);
  const lost = all.find(({ resolved }) => !hashes.includes(resolved.hash));
  if (lost === undefined) return;
  throw new ScenarioFileError(
    `${lost.file} sets what the page cannot hold as it is (such as a pressure policy of a plan); ` +
      'run it with the command line, and open its results here.',
  );
}
