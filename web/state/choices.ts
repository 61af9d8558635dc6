// web/state/choices.ts: the files that can be chosen, under the names that they give themselves.

import { TRUST_BASE } from '../../sim/calibration/trusts.js';
import type { Library } from '../../sim/scenario/library.js';
import { parseFile } from '../../sim/scenario/parse.js';
import { plainDescription } from '../../sim/scenario/plain-description.js';
import type { FileKind } from '../../sim/scenario/schema.js';

/** A file to choose: its name in the library, and what it calls itself. */
export interface Option {
  value: string;
  label: string;
  hint: string;
}

const EXTENDS_MOST = 8;

/** Files of a kind, under the names that they give themselves. */
export function optionsOf(library: Library, kind: FileKind): Option[] {
  return library.names(kind).map((value) => optionOf(library, kind, value));
}

/** Files by kind and name, as they are offered. */
export type Names = Readonly<Record<'system' | 'winter' | 'plan', readonly Option[]>>;

const known = new WeakMap<Library, Map<string, Option>>();

/** Every file that can be chosen. */
export function allOptions(library: Library): Names {
  const of = (kind: FileKind): Option[] => optionsOf(library, kind);
  return { system: of('system'), winter: of('winter'), plan: of('plan') };
}

/** Spares a library reading its files for their names. */
export function giveNames(library: Library, names: Names): void {
  const options = known.get(library) ?? new Map<string, Option>();
  known.set(library, options);
  for (const [kind, all] of Object.entries(names)) {
    for (const option of all) options.set(`${kind} ${option.value}`, option);
  }
}

/** One file as a choice; each is read once. */
export function optionOf(library: Library, kind: FileKind, value: string): Option {
  const options = known.get(library) ?? new Map<string, Option>();
  known.set(library, options);
  const key = `${kind} ${value}`;
  const found = options.get(key) ?? readOption(library, kind, value);
  options.set(key, found);
  return found;
}

function readOption(library: Library, kind: FileKind, value: string): Option {
  const fields = fieldsOf(library, kind, value);
  const text = (key: string) => (typeof fields[key] === 'string' ? fields[key].trim() : '');
  return { value, label: text('name') || value, hint: plainDescription(text('description')) };
}

/** The winter that a system, or the one it extends, names for itself. */
export function ownWinter(library: Library, system: string): string {
  let name: unknown = system;
  for (let depth = 0; depth <= EXTENDS_MOST && typeof name === 'string'; depth++) {
    const fields = fieldsOf(library, 'system', name);
    if (typeof fields.winter === 'string') return fields.winter;
    name = fields.extends;
  }
  return library.names('winter')[0] ?? '';
}

function fieldsOf(library: Library, kind: FileKind, name: string): Record<string, unknown> {
  const source = library.read(kind, name);
  return source === null ? {} : (parseFile(source.file, source.text).value ?? {});
}

/** First and last reported day of a system, as its file or one that it extends says. */
export function periodOf(library: Library, system: string): { firstDay: string; lastDay: string } {
  const known = library.names('system').includes(system);
  let name: unknown = known ? system : TRUST_BASE; // a trust has the winter of its base
  const found: Record<string, unknown> = {};
  for (let depth = 0; depth <= EXTENDS_MOST && typeof name === 'string'; depth++) {
    const fields = fieldsOf(library, 'system', name);
    for (const [key, value] of Object.entries((fields.period as object | undefined) ?? {})) {
      found[key] ??= value;
    }
    name = fields.extends;
  }
  return { firstDay: String(found.firstDay), lastDay: String(found.lastDay) };
}
