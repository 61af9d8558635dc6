// cli/planning-table.ts: activity by month on a terminal, with the assumptions beneath.

import { PLANNING_NOTES, type PlanningCell, type PlanningTable } from '../sim/outcomes/planning.js';
import { withCommas } from '../sim/outcomes/words.js';
import { type Alignment, tableWidth, textTable, wrap } from './text-table.js';

/** The table of a scenario; months that do not fit beside one another come below. */
export function planningBlock(
  table: PlanningTable,
  assumptions: readonly string[],
  columns: number,
): string {
  const lines = wrap(`${table.scenario}: activity by month (± half of the 95 % interval)`, columns);
  let from = 0;
  while (from < table.months.length) {
    let to = table.months.length;
    while (to > from + 1 && tableWidth(rowsOf(table, from, to)) > columns) to--;
    const rows = rowsOf(table, from, to);
    const align = rows[0].map((_, c): Alignment => (c === 0 ? 'left' : 'right'));
    lines.push(...textTable(rows, columns, { align }));
    if (to < table.months.length) lines.push('');
    from = to;
  }
  lines.push(...PLANNING_NOTES.flatMap((note) => wrap(note, columns)));
  if (assumptions.length > 0) {
    lines.push('', 'What it rests on:');
    lines.push(...assumptions.flatMap((text) => bullet(text, columns)));
  }
  return lines.join('\n');
}

function rowsOf({ months, rows }: PlanningTable, from: number, to: number): string[][] {
  const heads = months.slice(from, to).map(({ month, days, whole }) => {
    return whole ? month : `${month} (${days} d)`;
  });
  return [
    ['', ...heads],
    ...rows.map(({ measure, name, unit, cells }) => [
      `${measure} ${name}${unit === '%' ? ', %' : ''}`,
      ...cells.slice(from, to).map(cellText),
    ]),
  ];
}

function cellText({ mean, low95, high95 }: PlanningCell): string {
  if (mean === null) return '–';
  if (low95 === null || high95 === null) return withCommas(mean, 0);
  return `${withCommas(mean, 0)} ±${withCommas((high95 - low95) / 2, 0)}`;
}

function bullet(text: string, columns: number): string[] {
  return wrap(text, Math.max(12, columns - 4)).map(
    (line, i) => `${i === 0 ? '  - ' : '    '}${line}`,
  );
}
