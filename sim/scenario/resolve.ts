// sim/scenario/resolve.ts: system + winter + plans + changes become one checked model.

import { readValue } from './check.js';
import { checkConsistency } from './consistency.js';
import { checkBetweenSites } from './consistency-sites.js';
import { hashOf } from './hash.js';
import type { Library } from './library.js';
import { type Layer, mergeLayers } from './merge.js';
import {
  ASKED,
  chainRead,
  type Named,
  nameOf,
  namesIn,
  type Opened,
  Opener,
  overlaps,
  textField,
} from './open.js';
import { InputError, type Place, type Problem, unique } from './problems.js';
import { type Model, modelSchema } from './schema.js';
import { layersOfSite, siteIds } from './sites.js';

/** What to simulate: a scenario file, or a system with a winter and plans. */
export type Request =
  | { scenario: string }
  | { system: string; winter?: string; plans?: readonly string[] };

/** A model ready to compile, and what it is called. */
export interface Resolved {
  name: string;
  /** Name of the system, of its winter, and of its plans. */
  system: string;
  winter: string;
  plans: string[];
  model: Model;
  /** Hash of the model: equal models have equal hashes. */
  hash: string;
  /** Files it was made of, in order. */
  files: string[];
  /** Data file of the winter as it was, if the system names one. */
  observed: string | null;
}

/** Raised when a named file does not exist; other problems of the request may stand beside it. */
export class MissingInputError extends InputError {
  constructor(problems: readonly Problem[]) {
    super(problems);
    this.name = 'MissingInputError';
  }
}

/**
 * Reads the files of a request one by one, and rests after each: `resolve` is then quick, and whoever
 * has other things to do can do them in between. What is wrong with them is said by `resolve`.
 */
export function* filesRead(library: Library, request: Request): Generator<void> {
  if ('scenario' in request) {
    yield* chainRead(library, 'scenario', request.scenario);
    return;
  }
  yield* chainRead(library, 'system', request.system);
  if (request.winter !== undefined) yield* chainRead(library, 'winter', request.winter);
  for (const plan of request.plans ?? []) yield* chainRead(library, 'plan', plan);
}

const HEADER = [
  'plans',
  'winterflow',
  'kind',
  'name',
  'description',
  'extends',
  'sources',
  'winter',
  'observed',
];

/**
 * Resolves a request against a library.
 * @throws MissingInputError when a named file does not exist, InputError when something else is
 *   wrong; both with all problems found
 */
export function resolve(library: Library, request: Request): Resolved {
  const problems: Problem[] = [];
  const open = new Opener(library, problems);
  const top = 'scenario' in request ? open.asked(request.scenario) : null;
  const wanted = 'scenario' in request ? wantedBy(top, problems) : wantedDirectly(request);
  const systemFile =
    top?.kind === 'system' ? top : wanted.system && open.file('system', wanted.system);
  const winterNamed = wanted.winter ?? (systemFile && namedIn(systemFile, 'winter'));
  const winter = (winterNamed && open.file('winter', winterNamed)) ?? null;
  const plans = open.plans(wanted.plans);
  problems.push(...overlaps(plans));
  if (problems.length > 0 || !systemFile) throw refusal(problems);
  const layers = [
    ...systemFile.layers,
    ...(winter?.layers ?? []),
    ...plans.flatMap((plan) => plan.layers),
    ...(top?.kind === 'scenario' ? changesOf(top) : []),
  ];
  const planNames = plans.filter(({ namedAt }) => isIn(wanted.plans, namedAt)).map(nameOf);
  const named = top?.kind === 'scenario' ? nameOf(top) : planNames.join(' + ');
  const model = modelOf(layers, library.bankHolidays());
  return {
    name: named === '' ? nameOf(systemFile) : named,
    system: nameOf(systemFile),
    winter: winter === null ? '' : nameOf(winter),
    plans: planNames,
    model,
    hash: hashOf(model),
    files: [...new Set(layers.map((layer) => layer.parsed.file))],
    observed: textField(systemFile, 'observed') ?? null,
  };
}

/** The names of what a scenario is made of. */
interface Wanted {
  system?: Named;
  winter?: Named;
  plans: readonly Named[];
}

function wantedDirectly(request: Exclude<Request, { scenario: string }>): Wanted {
  const asked = (name: string): Named => ({ name, at: { ...ASKED } });
  return {
    system: asked(request.system),
    winter: request.winter === undefined ? undefined : asked(request.winter),
    plans: (request.plans ?? []).map(asked),
  };
}

/** What a scenario file names; a system file names itself. */
function wantedBy(top: Opened | null, problems: Problem[]): Wanted {
  if (top === null || top.kind !== 'scenario') return { plans: [] };
  const merged = mergeLayers(top.layers);
  if (top.parsed.value !== undefined && merged.value.system === undefined) {
    const message = 'The scenario names no system; add "system: NAME".';
    problems.push({ ...top.parsed.placeOf([]), path: 'system', message });
  }
  return {
    system: namedIn(top, 'system'),
    winter: namedIn(top, 'winter'),
    plans: namesIn(merged, 'plans'),
  };
}

function namedIn(opened: Opened, key: string): Named | undefined {
  const name = textField(opened, key);
  return name === undefined || name === ''
    ? undefined
    : { name, at: mergeLayers(opened.layers).placeOf([key]) };
}

function isIn(named: readonly Named[], place: Place): boolean {
  return named.some(({ at }) => at === place);
}

/** Lays the layers over one another and checks the whole. */
function modelOf(layers: readonly Layer[], bankHolidays: readonly string[]): Model {
  const merged = mergeLayers(layers.map((layer) => withoutHeader(layer)));
  const { value: model, problems } = readValue(merged.value, modelSchema, merged);
  if (problems !== null) throw refusal(problems);
  const inconsistent = checkConsistency(model, merged, bankHolidays);
  if (inconsistent.length > 0) throw refusal(inconsistent);
  checkSites(model, layers, bankHolidays);
  const between = checkBetweenSites(model, merged);
  if (between.length > 0) throw refusal(between);
  return model;
}

/** Each site must be right as a whole; the sentence names the place in whichever file set it. */
function checkSites(model: Model, layers: readonly Layer[], bankHolidays: readonly string[]): void {
  const problems = siteIds(model).flatMap((id) => {
    const merged = mergeLayers(layersOfSite(layers.map(withoutHeader), id));
    const read = readValue(merged.value, modelSchema, merged);
    return read.problems ?? checkConsistency(read.value, merged, bankHolidays);
  });
  if (problems.length > 0) throw refusal(unique(problems));
}

function refusal(problems: readonly Problem[]): InputError {
  return problems.some(({ absent }) => absent)
    ? new MissingInputError(problems)
    : new InputError(problems);
}

function changesOf(top: Opened): Layer[] {
  return top.layers.flatMap(({ parsed, value }) => {
    const { changes } = value;
    if (typeof changes !== 'object' || changes === null) return [];
    return [{ parsed, path: ['changes'], value: changes as Record<string, unknown> }];
  });
}

function withoutHeader(layer: Layer): Layer {
  if (layer.path.length > 0) return layer;
  const entries = Object.entries(layer.value).filter(([key]) => !HEADER.includes(key));
  return { ...layer, value: Object.fromEntries(entries) };
}
