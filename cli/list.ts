// cli/list.ts: `winterflow list`: what there is to simulate, one line each.

import { INTERVENTIONS } from '../sim/interventions/registry.js';
import type { Library } from '../sim/scenario/library.js';
import { parseFile } from '../sim/scenario/parse.js';
import type { FileKind } from '../sim/scenario/schema.js';
import { DONE } from './exit-codes.js';
import { openNodeLibrary } from './node-library.js';

const TITLES: readonly [FileKind, string][] = [
  ['system', 'Systems'],
  ['winter', 'Winters'],
  ['plan', 'Plans'],
];

/** Prints systems, winters, plans and interventions. */
export function list(): number {
  const library = openNodeLibrary();
  const sections = TITLES.map(([kind, title]) => section(title, entriesOf(library, kind)));
  sections.push(
    section(
      'Interventions',
      INTERVENTIONS.map(({ id, summary }) => [id, summary]),
    ),
  );
  process.stdout.write(`${sections.join('\n\n')}\n`);
  return DONE;
}

function entriesOf(library: Library, kind: FileKind): [string, string][] {
  return library.names(kind).map((name) => {
    const source = library.read(kind, name);
    const value = source ? parseFile(source.file, source.text).value : undefined;
    const text = value?.description ?? value?.name ?? '';
    return [name, String(text).trim().replace(/\s+/g, ' ')];
  });
}

function section(title: string, entries: readonly (readonly [string, string])[]): string {
  const width = Math.max(...entries.map(([name]) => name.length));
  return [title, ...entries.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`)].join('\n');
}
