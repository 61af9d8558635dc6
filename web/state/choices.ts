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

/** Kinds of files that are offered. */
export const KINDS = ['system', 'winter', 'plan'] as const;

const known = new WeakMap<Library, Map<string, Option>>();

/** Reads names and descriptions at the heads of a library's files: a parser takes a second for them all. */
export function giveNames(library: Library): void {
  const options = known.get(library) ?? new Map<string, Option>();
  known.set(library, options);
  for (const kind of KINDS) {
    for (const value of library.names(kind)) {
      options.set(`${kind} ${value}`, readHead(value, library.read(kind, value)?.text ?? ''));
    }
  }
}

/** Files of a library whose heads are not written as giveNames reads them: the page may have none. */
export function misread(library: Library): string[] {
  return KINDS.flatMap((kind) =>
    library.names(kind).filter((value) => {
      const { label, hint } = readOption(library, kind, value);
      const head = readHead(value, library.read(kind, value)?.text ?? '');
      return head.label !== label || head.hint !== hint;
    }),
  );
}

/** A file as a choice, from its first lines: a name, and a description on one line or folded over some. */
function readHead(value: string, text: string): Option {
  const label = /^name: (.*)$/m.exec(text)?.[1] ?? value;
  const found = /^description: (?:>-\n((?: {2}.*\n)+)|"(.*)"$|(.*)$)/m.exec(text) ?? [];
  const words = found.slice(1).find((part) => part !== undefined) ?? '';
  return { value, label, hint: plainDescription(words.trim().replaceAll('\n  ', ' ')) };
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
    const head = library.read('system', name)?.text ?? '';
    const quick = /^winter: ([\w-]+)$/m.exec(head)?.[1]; // so that the page opens without a parser
    if (quick !== undefined) return quick;
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
