// sim/scenario/open.ts: opens the files that a scenario names, and collects what is wrong with them.

import { checkFile } from './check.js';
import type { Library, SourceText } from './library.js';
import { type Layer, type Merged, mergeLayers } from './merge.js';
import { type ParsedFile, parseFile } from './parse.js';
import { nearestName, type Place, type Problem, pathText, valueText } from './problems.js';
import { type FileKind, SCHEMAS } from './schema.js';

/** The place of what was asked for directly, not in a file. */
export const ASKED: Place = { file: '', line: 1, column: 1 };

const ALIKE_SHOWN = 8;
const FILES_KEPT = 100;

/** A name, and where it is written. */
export interface Named {
  name: string;
  at: Place;
}

/** A file that could be read, with the files it extends. */
export interface Opened {
  kind: FileKind;
  parsed: ParsedFile;
  /** The file over the files it extends, base first. */
  layers: Layer[];
  /** Where the file is named. */
  namedAt: Place;
}

/** Opens files and collects their problems. */
export class Opener {
  constructor(
    private readonly library: Library,
    private readonly problems: Problem[],
  ) {}

  /** What is asked for directly: a scenario or a system. */
  asked(name: string): Opened | null {
    for (const kind of ['scenario', 'system'] as const) {
      if (this.library.read(kind, name) !== null) return this.file(kind, { name, at: ASKED });
    }
    const known = [...this.library.names('system'), ...this.library.names('scenario')];
    this.absent('scenario or system', { name, at: ASKED }, known);
    return null;
  }

  /** The file of a name, or null when there is none. `above` are the files that extend it. */
  file(expected: FileKind, named: Named, above: readonly string[] = []): Opened | null {
    const source = this.library.read(expected, named.name);
    if (source === null) {
      this.absent(expected, named, this.library.names(expected));
      return null;
    }
    const path = 'extends';
    if (above.includes(source.file)) {
      const message = `extends is ${valueText(named.name)}, which leads back to this file; allowed: a file that does not extend it.`;
      this.problems.push({ ...named.at, path, message });
      return null;
    }
    const { parsed, kind, problems } = checkedFile(source, expected);
    this.problems.push(...problems);
    const value = parsed.value ?? {};
    const layer: Layer = { parsed, path: [], value };
    const opened: Opened = { kind, parsed, layers: [layer], namedAt: named.at };
    const base = value[path];
    if (typeof base === 'string' && base !== '') {
      const at = parsed.placeOf([path]);
      const under = this.file(kind, { name: base, at }, [...above, source.file]);
      opened.layers.unshift(...(under?.layers ?? []));
    }
    return opened;
  }

  /** Plans, each after those that it puts together; a plan that comes a second time is refused. */
  plans(named: readonly Named[]): Opened[] {
    const parts: Opened[] = [];
    const seen = new Set<string>();
    const visit = (plans: readonly Named[]): void => {
      for (const each of plans) {
        const plan = this.file('plan', each);
        if (plan === null) continue;
        if (seen.has(plan.parsed.file)) {
          const message = `The plan ${valueText(nameOf(plan))} is named a second time; name it once.`;
          this.problems.push({ ...each.at, path: 'plans', message });
          continue;
        }
        seen.add(plan.parsed.file);
        visit(namesIn(mergeLayers(plan.layers), 'plans'));
        parts.push(plan);
      }
    };
    visit(named);
    return parts;
  }

  private absent(kind: string, { name, at }: Named, known: readonly string[]): void {
    const alike =
      kind === 'system' || kind.endsWith('or system') ? (this.library.alike?.(name) ?? []) : [];
    if (alike.length > 1) {
      const message = `${valueText(name)} is a part of several names: ${alike.slice(0, ALIKE_SHOWN).join(', ')}; give more of it, or the code.`;
      this.problems.push({ ...at, path: '', message, absent: true });
      return;
    }
    const near = nearestName(name, known);
    const names = known.length > 0 ? `known: ${known.join(', ')}.` : 'none is known by name.';
    const hint = near === null ? names : `did you mean ${valueText(near)}?`;
    const message = `There is no ${kind} ${valueText(name)}; ${hint}`;
    this.problems.push({ ...at, path: '', message, absent: true });
  }
}

/** A file by itself: what it says, of which kind it is, and what is wrong with it. */
interface CheckedFile {
  text: string;
  parsed: ParsedFile;
  kind: FileKind;
  problems: readonly Problem[];
}

/** Files as they were checked last, by expected kind and path: most requests share most of them. */
const checkedFiles = new Map<string, CheckedFile>();

/** Parses and checks a file; one that has not changed since is not read again. */
function checkedFile({ file, text }: SourceText, expected: FileKind): CheckedFile {
  const key = `${expected} ${file}`;
  const known = checkedFiles.get(key);
  if (known?.text === text) return known;
  const parsed = parseFile(file, text);
  const problems = [...parsed.problems];
  const kind = parsed.value === undefined ? expected : kindOf(parsed, expected, problems);
  const checked = { text, parsed, kind, problems };
  if (checkedFiles.size >= FILES_KEPT) checkedFiles.clear();
  checkedFiles.set(key, checked);
  return checked;
}

/** Reads a file and those that it extends, and rests after each step; they are kept as they were read. */
export function* chainRead(library: Library, kind: FileKind, name: string): Generator<void> {
  const seen = new Set<string>();
  for (let next: unknown = name; typeof next === 'string'; ) {
    const source = library.read(kind, next);
    if (source === null || seen.has(source.file)) return;
    seen.add(source.file);
    parseFile(source.file, source.text);
    yield;
    next = checkedFile(source, kind).parsed.value?.extends;
    yield;
  }
}

/** Checks a file against the schema of its kind, which it may say itself. */
function kindOf(parsed: ParsedFile, expected: FileKind, problems: Problem[]): FileKind {
  const said = parsed.value?.kind;
  const known = Object.keys(SCHEMAS) as FileKind[];
  const kind = known.find((each) => each === said) ?? expected;
  const wanted = expected === 'scenario' ? ['scenario', 'system'] : [expected];
  const at = { ...parsed.placeOf(['kind']), path: 'kind' };
  if (!wanted.includes(kind)) {
    const message = `The file is a ${kind}; a ${wanted.join(' or a ')} is wanted here.`;
    problems.push({ ...at, message });
  } else if (said !== undefined && said !== kind) {
    const near = typeof said === 'string' ? nearestName(said, wanted) : null;
    const hint = near === null ? '.' : `; did you mean ${valueText(near)}?`;
    const message = `kind is ${valueText(said)}; allowed: ${wanted.join(' or ')}${hint}`;
    problems.push({ ...at, message });
  }
  const found = checkFile(parsed, SCHEMAS[kind]);
  const missing = said === undefined;
  problems.push(...found.filter((problem) => missing || problem.path !== 'kind'));
  return kind;
}

/** The names in a list of a merged file, each with its place. */
export function namesIn(merged: Merged, key: string): Named[] {
  const names = merged.value[key];
  if (!Array.isArray(names)) return [];
  return names.flatMap((name, i) =>
    typeof name === 'string' ? [{ name, at: merged.placeOf([key, i]) }] : [],
  );
}

/** What a file calls itself. */
export function nameOf(opened: Opened): string {
  return textField(opened, 'name') ?? opened.parsed.file;
}

/** A text field of a file or of those it extends. */
export function textField(opened: Opened, key: string): string | undefined {
  const value = mergeLayers(opened.layers).value[key];
  return typeof value === 'string' ? value : undefined;
}

/** Two plans that set the same intervention would overwrite each other: refused. */
export function overlaps(plans: readonly Opened[]): Problem[] {
  const problems: Problem[] = [];
  const owner = new Map<string, Opened>();
  for (const plan of plans) {
    const { interventions } = mergeLayers(plan.layers).value;
    if (typeof interventions !== 'object' || interventions === null) continue;
    for (const id of Object.keys(interventions)) {
      const other = owner.get(id);
      if (other !== undefined) {
        problems.push({
          ...plan.namedAt,
          path: pathText(['interventions', id]),
          message:
            `The plans ${valueText(nameOf(other))} and ${valueText(nameOf(plan))} both set ${id}, ` +
            'for the same patients at the same time; choose one of them.',
        });
      }
      owner.set(id, plan);
    }
  }
  return problems;
}
