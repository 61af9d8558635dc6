// sim/scenario/resolve.ts: system + winter + plans + changes become one checked model.

import { checkFile, checkValue } from './check.js';
import { checkConsistency } from './consistency.js';
import { hashOf } from './hash.js';
import type { Library } from './library.js';
import { type Layer, mergeLayers } from './merge.js';
import { type ParsedFile, parseFile } from './parse.js';
import { InputError, nearestName, type Problem } from './problems.js';
import { type FileKind, type Model, modelSchema, SCHEMAS } from './schema.js';

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

/** Raised when a named file does not exist. */
export class MissingInputError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'MissingInputError';
  }
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
const EXTENDS_MAX = 8;

/**
 * Resolves a request against a library.
 * @throws MissingInputError when a file is not there, InputError with all problems otherwise
 */
export function resolve(library: Library, request: Request): Resolved {
  const problems: Problem[] = [];
  const open = new Opener(library, problems);
  let top: Opened | null = null;
  let wanted: { system?: string; winter?: string; plans: readonly string[] };
  if ('scenario' in request) {
    top = open.any(request.scenario);
    if (top.kind === 'system') wanted = { system: request.scenario, plans: [] };
    else wanted = scenarioParts(top);
  } else wanted = { ...request, plans: request.plans ?? [] };
  if (wanted.system === undefined) {
    throw new InputError([
      ...problems,
      {
        ...open.placeOfTop(top),
        path: 'system',
        message: 'The scenario names no system; add "system: NAME".',
      },
    ]);
  }
  const system = top?.kind === 'system' ? top : open.file('system', wanted.system);
  const winterName = wanted.winter ?? textField(system, 'winter');
  const winter = winterName === undefined ? null : open.file('winter', winterName);
  const plans = wanted.plans.map((name) => open.file('plan', name));
  const parts = plans.flatMap((plan) => open.partsOf(plan));
  problems.push(...overlaps(parts));
  if (problems.length > 0) throw new InputError(problems);
  const layers = [
    ...system.layers,
    ...(winter?.layers ?? []),
    ...parts.flatMap((plan) => plan.layers),
    ...(top !== null && top.kind === 'scenario' ? changesOf(top) : []),
  ];
  const merged = mergeLayers(layers.map((layer) => withoutHeader(layer)));
  const found = checkValue(merged.value, modelSchema, merged);
  if (found.length > 0) throw new InputError(found);
  const model = modelSchema.parse(merged.value);
  const inconsistent = checkConsistency(model, merged.placeOf);
  if (inconsistent.length > 0) throw new InputError(inconsistent);
  const planNames = plans.map((plan) => nameOf(plan));
  const named = top !== null && top.kind === 'scenario' ? nameOf(top) : planNames.join(' + ');
  return {
    name: named === '' ? nameOf(system) : named,
    system: nameOf(system),
    winter: winter === null ? '' : nameOf(winter),
    plans: planNames,
    model,
    hash: hashOf(model),
    files: [...new Set(layers.map((layer) => layer.parsed.file))],
    observed: textField(system, 'observed') ?? null,
  };
}

interface Opened {
  kind: FileKind;
  parsed: ParsedFile;
  /** The file over the files it extends, base first. */
  layers: Layer[];
}

/** Opens files and collects their problems. */
class Opener {
  constructor(
    private readonly library: Library,
    private readonly problems: Problem[],
  ) {}

  /** A file of whichever kind it says it is: a scenario unless it says otherwise. */
  any(name: string): Opened {
    for (const kind of ['scenario', 'system'] as const) {
      if (this.library.read(kind, name) !== null) return this.file(kind, name);
    }
    const known = [...this.library.names('system'), ...this.library.names('scenario')];
    throw missing('scenario or system', name, known);
  }

  file(expected: FileKind, name: string, depth = 0): Opened {
    const source = this.library.read(expected, name);
    if (source === null) throw missing(expected, name, this.library.names(expected));
    const parsed = parseFile(source.file, source.text);
    this.problems.push(...parsed.problems);
    const value = parsed.value ?? {};
    const kind = kindOf(value.kind, expected);
    if (parsed.value !== undefined) {
      if (kind !== expected && !(expected === 'scenario' && kind === 'system')) {
        const message = `The file is a ${kind}; a ${expected} is wanted here.`;
        this.problems.push({ ...parsed.placeOf(['kind']), path: 'kind', message });
      }
      this.problems.push(...checkFile(parsed, SCHEMAS[kind]));
    }
    const base = typeof value.extends === 'string' ? value.extends : null;
    if (base !== null && depth >= EXTENDS_MAX) {
      const message = `extends goes on for more than ${EXTENDS_MAX} files; perhaps two files extend each other.`;
      this.problems.push({ ...parsed.placeOf(['extends']), path: 'extends', message });
    }
    const under =
      base !== null && depth < EXTENDS_MAX ? this.file(kind, base, depth + 1).layers : [];
    return { kind, parsed, layers: [...under, { parsed, path: [], value }] };
  }

  /** A plan that puts others together, as those and itself. */
  partsOf(plan: Opened, depth = 0): Opened[] {
    const names = mergeLayers(plan.layers).value.plans;
    if (!Array.isArray(names) || depth > EXTENDS_MAX) return [plan];
    const texts = names.filter((name): name is string => typeof name === 'string');
    return [...texts.flatMap((name) => this.partsOf(this.file('plan', name), depth + 1)), plan];
  }

  placeOfTop(top: Opened | null) {
    return top?.parsed.placeOf([]) ?? { file: 'scenario', line: 1, column: 1 };
  }
}

function kindOf(value: unknown, expected: FileKind): FileKind {
  return typeof value === 'string' && value in SCHEMAS ? (value as FileKind) : expected;
}

function scenarioParts(top: Opened): { system?: string; winter?: string; plans: string[] } {
  const { value } = mergeLayers(top.layers);
  const text = (key: string) =>
    typeof value[key] === 'string' ? (value[key] as string) : undefined;
  const plans = Array.isArray(value.plans)
    ? value.plans.filter((plan) => typeof plan === 'string')
    : [];
  return { system: text('system'), winter: text('winter'), plans };
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

function nameOf(opened: Opened): string {
  return textField(opened, 'name') ?? opened.parsed.file;
}

function textField(opened: Opened, key: string): string | undefined {
  const value = mergeLayers(opened.layers).value[key];
  return typeof value === 'string' ? value : undefined;
}

/** Two plans that set the same intervention would overwrite each other: refused. */
function overlaps(plans: readonly Opened[]): Problem[] {
  const problems: Problem[] = [];
  const owner = new Map<string, Opened>();
  for (const plan of plans) {
    const { interventions } = mergeLayers(plan.layers).value;
    for (const id of Object.keys((interventions as object | undefined) ?? {})) {
      const other = owner.get(id);
      if (other !== undefined) {
        const path = ['interventions', id];
        problems.push({
          ...plan.parsed.placeOf(path),
          path: path.join('.'),
          message:
            `The plans "${nameOf(other)}" and "${nameOf(plan)}" both set ${id}, for the same ` +
            'patients at the same time; choose one of them.',
        });
      }
      owner.set(id, plan);
    }
  }
  return problems;
}

function missing(kind: string, name: string, known: readonly string[]): MissingInputError {
  const near = nearestName(name, known);
  const hint = near === null ? `known: ${known.join(', ') || 'none'}` : `did you mean "${near}"?`;
  return new MissingInputError(`There is no ${kind} "${name}"; ${hint}${near === null ? '.' : ''}`);
}
