// cli/data-tables.ts: data files as tables: text (CSV), or the sheets of an Excel workbook.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import {
  DATA_LENGTH_MAX,
  readTextTable,
  type TextRow,
  type TextTable,
  tableOfRows,
} from '../sim/calibration/text-table.js';
import type { Problem } from '../sim/scenario/problems.js';
import { valueText } from '../sim/scenario/problems.js';
import { BAD_INPUT, CommandError, MISSING_INPUT } from './exit-codes.js';

/** Bytes of a workbook: it is unpacked in memory. */
const WORKBOOK_BYTES_MAX = 50_000_000;
const ZIP = 'PK\u0003\u0004';

/** A table of a file, or what is wrong with it. */
export interface TableRead {
  /** Name of the sheet; empty for a text. */
  sheet: string;
  table: TextTable | null;
  problems: Problem[];
}

/**
 * Reads the tables of a file: one of a text, one of each sheet of a workbook that is not empty.
 * @throws CommandError when there is no such file, or it cannot be read
 */
export async function readTables(path: string): Promise<TableRead[]> {
  if (!existsSync(path)) throw new CommandError(MISSING_INPUT, `There is no file ${path}.`);
  const { size } = statSync(path);
  if (statSync(path).isDirectory()) {
    throw new CommandError(BAD_INPUT, `${path} is a folder; give the files in it.`);
  }
  if (size > DATA_LENGTH_MAX) {
    throw new CommandError(
      BAD_INPUT,
      `${path} has ${size} bytes, allowed: at most ${DATA_LENGTH_MAX}; give sums by day or month.`,
    );
  }
  const bytes = readFileSync(path);
  const isWorkbook = /\.xls[xm]$/i.test(path) && bytes.subarray(0, 4).toString('latin1') === ZIP;
  if (!isWorkbook) {
    return [{ sheet: '', ...readTextTable(basename(path), bytes.toString('utf8')) }];
  }
  if (size > WORKBOOK_BYTES_MAX) {
    throw new CommandError(
      BAD_INPUT,
      `${path} has ${size} bytes, allowed for a workbook: at most ${WORKBOOK_BYTES_MAX}; save the sheet as CSV.`,
    );
  }
  return readWorkbook(path, bytes);
}

/** The one table that is meant: of a text, of the sheet named, or of the only sheet. */
export async function readTable(path: string, sheet: string | undefined): Promise<TableRead> {
  const tables = await readTables(path);
  const names = tables.map((table) => valueText(table.sheet)).join(', ');
  if (sheet === undefined) {
    if (tables.length === 1) return tables[0];
    throw new CommandError(BAD_INPUT, `${path} holds the sheets ${names}; say which with --sheet.`);
  }
  const found = tables.find((table) => table.sheet === sheet);
  if (found) return found;
  throw new CommandError(
    BAD_INPUT,
    `${path} has no sheet ${valueText(sheet)}; there are ${names}.`,
  );
}

async function readWorkbook(path: string, bytes: Buffer): Promise<TableRead[]> {
  const { default: readExcelFile } = await import('read-excel-file/node');
  const sheets = await readExcelFile(bytes).catch(() => {
    throw new CommandError(BAD_INPUT, `${path} cannot be read as an Excel workbook.`);
  });
  const tables = sheets.flatMap(({ sheet, data }) => {
    const rows = data
      .map((cells, i): TextRow => ({ line: i + 1, cells: cells.map(textOf) }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
    if (rows.length === 0) return [];
    return [{ sheet, ...tableOfRows(`${basename(path)} (${sheet})`, trimmed(rows), false) }];
  });
  if (tables.length === 0) throw new CommandError(BAD_INPUT, `${path} holds no filled sheet.`);
  return tables;
}

/** A cell as text: dates as YYYY-MM-DD with the time if there is one. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (!(cell instanceof Date)) return String(cell);
  if (Number.isNaN(cell.getTime())) return 'a date that cannot be read';
  // Excel keeps days as binary fractions; its times are right to the minute.
  const rounded = new Date(Math.round(cell.getTime() / 60_000) * 60_000).toISOString();
  const [date, time] = [rounded.slice(0, 10), rounded.slice(11, 16)];
  return time === '00:00' ? date : `${date} ${time}`;
}

/** Without columns on the right that have neither a header nor a value. */
function trimmed(rows: TextRow[]): TextRow[] {
  const width = Math.max(
    ...rows.map(({ cells }) => cells.findLastIndex((cell) => cell !== '') + 1),
  );
  return rows.map(({ line, cells }) => ({ line, cells: cells.slice(0, width) }));
}
