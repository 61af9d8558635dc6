// tools/documents/parameter-table.ts: every number of a scenario file with its source, as Markdown.

import type { Library } from '../../sim/scenario/library.js';
import { parseFile } from '../../sim/scenario/parse.js';
import type { FileKind } from '../../sim/scenario/schema.js';

const VALUE_LENGTH_MAX = 60;

interface SourceEntry {
  source: string;
  confidence: string;
}

/** Rows: path, value, source and confidence, one for each entry of the file's `sources`. */
export function parameterTable(library: Library, kind: FileKind, name: string): string {
  const found = library.read(kind, name);
  if (found === null) throw new Error(`There is no ${kind} "${name}".`);
  const value = parseFile(found.file, found.text).value as Record<string, unknown>;
  const sources = Object.entries(value.sources as Record<string, SourceEntry>);
  const rows = sources.map(([path, { source, confidence }]) => {
    const shown = sources.some(([other]) => other.startsWith(`${path}.`))
      ? 'the rest'
      : shortText(valueAt(value, path));
    return `| \`${path}\` | ${shown} | ${cell(source)} | ${confidence} |`;
  });
  return ['| value | set to | source | confidence |', '|---|---|---|---|', ...rows].join('\n');
}

/** How many entries have each confidence, most first. */
export function confidenceCounts(library: Library, kind: FileKind, name: string): string {
  const found = library.read(kind, name);
  if (found === null) throw new Error(`There is no ${kind} "${name}".`);
  const value = parseFile(found.file, found.text).value as { sources: object };
  const counts = new Map<string, number>();
  for (const { confidence } of Object.values(value.sources) as SourceEntry[]) {
    counts.set(confidence, (counts.get(confidence) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, n], [b, m]) => m - n || a.localeCompare(b, 'en'))
    .map(([confidence, count]) => `${count} ${confidence}`)
    .join(', ');
}

function valueAt(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], value);
}

function shortText(value: unknown): string {
  const text = cell(
    JSON.stringify(value)
      .replace(/[{}"]/g, '')
      .replace(/([:,])(?=\S)/g, '$1 '),
  );
  return text.length <= VALUE_LENGTH_MAX ? text : `${text.slice(0, VALUE_LENGTH_MAX - 1)}…`;
}

function cell(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/\s+/g, ' ').trim();
}
