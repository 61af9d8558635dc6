// sim/outcomes/assumptions.ts: what a scenario rests on: every number of its files with its source and
// how far it can be trusted.

import type { Library } from '../scenario/library.js';
import { parseFile } from '../scenario/parse.js';
import type { Resolved } from '../scenario/resolve.js';
import type { FileKind } from '../scenario/schema.js';
import { withCommas } from './words.js';

/** One entry of the sources of a file. */
export interface Assumption {
  /** The file that says so. */
  file: string;
  /** Dotted path of the values in the file. */
  path: string;
  /** The values there, shortened. */
  value: string;
  source: string;
  confidence: string;
}

const KINDS = ['system', 'winter', 'plan', 'scenario'] as const satisfies readonly FileKind[];
const VALUES_SHOWN = 4;

/** Assumptions of scenarios, file by file; a file that several are made of stands once. */
export function assumptionsOf(
  library: Library,
  scenarios: readonly Pick<Resolved, 'files'>[],
): Assumption[] {
  const files = new Set(scenarios.flatMap(({ files: of }) => of));
  return [...files].flatMap((file) => assumptionsOfFile(library, file));
}

/** Assumptions of one file; none where it cannot be read. */
export function assumptionsOfFile(library: Library, file: string): Assumption[] {
  const found = KINDS.map((kind) => library.read(kind, nameOf(file))).find(
    (source) => source?.file === file,
  );
  const read = found ?? library.read('scenario', file);
  if (!read) return [];
  const value = parseFile(read.file, read.text).value ?? {};
  const { sources = {} } = value;
  const given = sources as Record<string, { source: unknown; confidence: string }>;
  return Object.entries(given).map(([path, { source, confidence }]) => ({
    file: read.file,
    path,
    value: valueText(at(value, path)),
    source: String(source).trim().replace(/\s+/g, ' '),
    confidence,
  }));
}

/** "demand.attendancesPerDay" as "demand: attendances per day". */
export function pathWords(path: string): string {
  return path
    .replace(/\[(\d+)\]/g, (_, place) => ` ${Number(place) + 1}`)
    .split('.')
    .map((part) =>
      part.replace(/([a-z])([A-Z])/g, (_, before, after) => `${before} ${after.toLowerCase()}`),
    )
    .join(': ')
    .replaceAll('-', ' ');
}

/** The numbers and words below a value: all of them when they are few, else how many. */
function valueText(value: unknown): string {
  const values = valuesIn(value);
  const shown = values.slice(0, VALUES_SHOWN).join(', ');
  return values.length <= VALUES_SHOWN ? shown : `${shown} … (${values.length} values)`;
}

function valuesIn(value: unknown): string[] {
  if (typeof value === 'number') return [numberText(value)];
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(valuesIn);
}

function numberText(value: number): string {
  return Number.isInteger(value) ? withCommas(value, 0) : String(value);
}

function at(value: unknown, path: string): unknown {
  let found = value;
  for (const key of path.replace(/\[(\d+)\]/g, '.$1').split('.')) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Record<string, unknown>)[key];
  }
  return found;
}

function nameOf(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.yaml$/, '');
}
