// cli/list.ts: `winterflow list`: what there is to simulate and to hold it against, one line each.

import { trustsOf } from '../sim/calibration/trusts.js';
import { INTERVENTIONS } from '../sim/interventions/registry.js';
import { TARGET_LINES } from '../sim/outcomes/targets.js';
import type { FileKind } from '../sim/scenario/schema.js';
import { described, shocks, type Use, usesOf } from '../sim/scenario/uses.js';
import { DONE } from './exit-codes.js';
import { openNodeLibrary } from './node-library.js';

type Entry = readonly [string, string];

const FILES: readonly [FileKind, string][] = [
  ['system', 'Systems'],
  ['winter', 'Winters'],
  ['plan', 'Plans'],
];

/** Prints systems, winters, plans, interventions, shocks and targets. */
export function list(): number {
  process.stdout.write(listText(widthWanted()));
  return DONE;
}

/** The whole list; lines longer than `columns` are cut, with … at their end. */
export function listText(columns: number): string {
  const library = openNodeLibrary();
  const uses = usesOf(library);
  const sections: [string, Entry[]][] = [
    ...FILES.map(([kind, title]): [string, Entry[]] => [
      title,
      described(library, kind).map(({ id, name, description }) => [id, description || name]),
    ]),
    [
      'Trusts (grade of the fit: A best; run them by code or by part of a name)',
      trustsOf(library).map(({ code, name, grade, reasons }) => [
        code,
        `${name} [${grade}${reasons === '' ? '' : `: ${reasons}`}]`,
      ]),
    ],
    [
      'Interventions (evidence of their plans: A trials, B studies, C single sites, D assumed)',
      INTERVENTIONS.map(({ id, title }) => [id, `${title} ${gradesOf(uses.get(id))}`]),
    ],
    ['Shocks', shocks().map(({ id, text }) => [id, text])],
    ['Targets', TARGET_LINES.map(({ id, text, source }) => [id, `${text} (${source})`])],
  ];
  const texts = sections.map(([title, entries]) => section(title, entries, columns));
  return `${texts.join('\n\n')}\n`;
}

/** "[B]", "[C, D]", or that no plan uses it. */
function gradesOf(uses: readonly Use[] = []): string {
  const grades = [...new Set(uses.map(({ evidence }) => evidence))].sort();
  return grades.length > 0 ? `[${grades.join(', ')}]` : '[no plan]';
}

function section(title: string, entries: readonly Entry[], columns: number): string {
  const width = Math.max(0, ...entries.map(([name]) => name.length));
  const lines = entries.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`.trimEnd());
  return [title, ...lines].map((line) => cut(line, columns)).join('\n');
}

function cut(line: string, columns: number): string {
  const letters = [...line];
  return letters.length <= columns ? line : `${letters.slice(0, columns - 1).join('')}…`;
}

/** The width of a terminal, or COLUMNS; what goes into a pipe or a file is not cut. */
function widthWanted(): number {
  const asked = Number(process.env.COLUMNS);
  return process.stdout.columns ?? (asked > 0 ? asked : Number.POSITIVE_INFINITY);
}
