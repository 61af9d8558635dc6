// sim/outcomes/planning-csv.ts: the monthly table as a file of results, planning.csv, and back, exactly.

import { csvFormatRow, csvParseRows } from 'd3-dsv';
import type { PlanningRow, PlanningTable } from './planning.js';

const HEADER = 'scenario,measure,name,unit,month,days,wholeMonth,mean,low95,high95';

/** One row for each scenario, measure and month. */
export function planningCsv(tables: readonly PlanningTable[]): string {
  const lines = [HEADER];
  for (const { scenario, months, rows } of tables) {
    for (const { measure, name, unit, cells } of rows) {
      cells.forEach(({ mean, low95, high95 }, i) => {
        const { month, days, whole: isWhole } = months[i];
        const numbers = [mean, low95, high95].map((value) => (value === null ? '' : String(value)));
        const head = [scenario, measure, name, unit, month, String(days), isWhole ? 'yes' : 'no'];
        lines.push(csvFormatRow([...head, ...numbers]));
      });
    }
  }
  return `${lines.join('\n')}\n`;
}

/**
 * Reads planning.csv back.
 * @throws RangeError naming the line that does not fit
 */
export function parsePlanningCsv(text: string): PlanningTable[] {
  const [header, ...lines] = csvParseRows(text.replace(/^\uFEFF/, ''));
  if (header?.join(',') !== HEADER) {
    throw new RangeError(`planning.csv:1: the header is not "${HEADER}".`);
  }
  const tables: PlanningTable[] = [];
  lines.forEach((cells, i) => {
    const [scenario, measure, name, unit, month, days, isWhole, ...figures] = cells;
    const [mean, low95, high95] = figures.map((cell) => (cell === '' ? null : Number(cell)));
    const wrong = [mean, low95, high95, Number(days)].some((value) => Number.isNaN(value));
    if (cells.length !== 10 || wrong) {
      throw new RangeError(
        `planning.csv:${i + 2}: "${cells.join(',')}" is not a row of the table.`,
      );
    }
    let table = tables.find((known) => known.scenario === scenario);
    if (!table) {
      table = { scenario, months: [], rows: [] };
      tables.push(table);
    }
    if (!table.months.some((known) => known.month === month)) {
      table.months.push({ month, days: Number(days), whole: isWhole === 'yes' });
    }
    let row = table.rows.find((known) => known.name === name);
    if (!row) {
      row = { measure, name, unit: unit as PlanningRow['unit'], cells: [] };
      table.rows.push(row);
    }
    row.cells.push({ mean, low95, high95 });
  });
  return tables;
}
