// cli/target-table.ts: the targets of the planning documents on a terminal, a line each.

import type { Summary } from '../sim/outcomes/summary.js';
import { targetTable } from '../sim/outcomes/target-words.js';
import { tableWidth, textTable, wrap } from './text-table.js';

const HELD = '\u00a0'; // a space at which no line is broken
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Targets of all scenarios; where their names are too long, letters stand for them. */
export function targetBlock(summary: Summary, columns: number): string {
  const { rows, absent } = targetTable(summary);
  const names = summary.scenarios.map(({ name }) => name);
  const short = (cell: string) => cell.replace(',', '');
  const cells = rows.map((row) => [row.id, row.text, ...row.cells.map(short)]);
  const lines = wrap(
    'Targets: met or not by the mean, and the share of winters that meet them',
    columns,
  );
  const named = [['', '', ...names], ...cells];
  if (tableWidth(named) <= columns || names.length === 1 || names.length > LETTERS.length) {
    lines.push(...textTable(oneColumn(named), columns));
  } else {
    const lettered = [['', '', ...names.map((_, i) => LETTERS[i])], ...cells];
    if (tableWidth(oneColumn(lettered)) <= columns) {
      lines.push(...textTable(oneColumn(lettered), columns));
    } else
      lines.push(...rows.flatMap(({ id, text, cells }) => inTwoLines(id, text, cells, columns)));
    lines.push(...names.flatMap((name, i) => wrap(`  ${LETTERS[i]}: ${name}`, columns)));
  }
  if (absent.length > 0) {
    lines.push(...wrap(`Targets that cannot be held here: ${absent.join(' ')}`, columns));
  }
  return lines.join('\n');
}

/** A target, and under it what each scenario says of it, for terminals too narrow for columns. */
function inTwoLines(id: string, text: string, cells: readonly string[], columns: number): string[] {
  const said = cells.map((cell, i) =>
    `${LETTERS[i]} ${cell.replace(',', '')}`.replaceAll(' ', HELD),
  );
  return [
    ...wrap(`${id} ${text}`, columns - 2).map((line) => `  ${line}`),
    ...wrap(said.join('; '), columns - 4).map((line) => `    ${line.replaceAll(HELD, ' ')}`),
  ];
}

/** Id and text in one cell, so that a row that does not fit begins with both. */
function oneColumn(rows: readonly (readonly string[])[]): string[][] {
  return rows.map(([id, text, ...rest]) => [`${id.padEnd(4)}${text}`.trimEnd(), ...rest]);
}
