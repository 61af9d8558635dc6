// sim/calibration/text-table.ts: a CSV text becomes rows of cells, or sentences about what is wrong.
//
// Nothing is taken in part: a table with a problem is refused whole, with all its problems.

import Papa from 'papaparse';
import { counted, type Problem, valueText } from '../scenario/problems.js';

export const ROWS_MAX = 2_000_000;
/** Characters of a data file; ten million rows are more than any NHS extract that calibrates. */
export const DATA_LENGTH_MAX = 400_000_000;

export interface TextRow {
  /** Line of the file on which the row begins, from 1. */
  line: number;
  cells: string[];
}

/** A table of texts. Every row has as many cells as the header. */
export interface TextTable {
  file: string;
  header: string[];
  rows: TextRow[];
  /** True where a semicolon parts the cells, so that a comma parts whole from decimal digits. */
  decimalComma: boolean;
}

const NUL = '\u0000';

const BEGINNINGS: readonly [RegExp, string][] = [
  [
    new RegExp(`^PK${'\u0003'}${'\u0004'}`),
    'The file is a zip archive (perhaps an Excel workbook with another ending), not a table as text.',
  ],
  [/^%PDF/, 'The file is a PDF, not a table.'],
  [/^\uFEFF?\s*<(!doctype|html)\b/i, 'The file is a web page, not a table.'],
  [
    new RegExp(`^(\uFFFD\uFFFD|.?${NUL})`),
    'The file is encoded as UTF-16; save it as "CSV UTF-8" in Excel.',
  ],
];

/**
 * Reads a table with a header line. Commas, semicolons or tabs part its cells; blank rows at the
 * end, as Excel leaves them, do not count.
 * @returns the table, or null beside the problems
 */
export function readTextTable(
  file: string,
  text: string,
): { table: TextTable | null; problems: Problem[] } {
  const problems: Problem[] = [];
  const add = (line: number, column: number, message: string) =>
    problems.push({ file, line, column, path: '', message });
  const refused = refusal(text);
  if (refused !== null) {
    add(1, 1, refused);
    return { table: null, problems };
  }
  const parsed = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    delimitersToGuess: [',', ';', '\t'],
  });
  const rows = withLines(parsed.data).filter(({ cells }) =>
    cells.some((cell) => cell.trim() !== ''),
  );
  for (const { type, row } of parsed.errors) {
    if (type !== 'Quotes') continue;
    const line = rows[Math.min(row ?? 0, rows.length - 1)]?.line ?? 1;
    add(line, 1, 'A quotation mark opens here and is never closed.');
  }
  if (problems.length > 0) return { table: null, problems };
  return tableOfRows(file, rows, parsed.meta.delimiter === ';');
}

/**
 * A table of rows of cells, the first of which is the header; at least one row must be there.
 * @returns the table, or null beside the problems
 */
export function tableOfRows(
  file: string,
  [first, ...rest]: readonly TextRow[],
  decimalComma: boolean,
): { table: TextTable | null; problems: Problem[] } {
  const problems: Problem[] = [];
  const add = (line: number, column: number, message: string) =>
    problems.push({ file, line, column, path: '', message });
  const header = first.cells.map((cell) => cell.trim());
  checkHeader(header, first.line, rest.length, add);
  for (const { line, cells } of rest) {
    if (cells.length === header.length) continue;
    const found = counted(cells.length, 'cell');
    add(line, 1, `The row has ${found}; the header has ${header.length}.`);
  }
  return {
    table: problems.length > 0 ? null : { file, header, rows: rest, decimalComma },
    problems,
  };
}

/** Why a text is no table at all, or null. */
function refusal(text: string): string | null {
  if (text.length > DATA_LENGTH_MAX) {
    return `The file is longer than ${DATA_LENGTH_MAX} characters; give sums by day or month instead.`;
  }
  for (const [beginning, message] of BEGINNINGS) if (beginning.test(text)) return message;
  if (text.includes(NUL)) return 'The text holds a NUL byte; it is not a table.';
  return text.trim() === '' ? 'The file is empty; it should hold a header and rows.' : null;
}

/** Rows with the lines on which they begin: a quoted cell may hold line ends. */
function withLines(rows: readonly string[][]): TextRow[] {
  let line = 1;
  return rows.map((cells) => {
    const row = { line, cells };
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
    return row;
  });
}

function checkHeader(
  header: readonly string[],
  line: number,
  rowsCount: number,
  add: (line: number, column: number, message: string) => void,
): void {
  const values = header.filter((name) => /^[\d£%.,/:+-]+$/.test(name));
  if (values.length > 0) {
    add(
      line,
      1,
      `The first line holds ${valueText(values[0])}, a value; it should hold the names of columns.`,
    );
    return;
  }
  header.forEach((name, i) => {
    if (name === '') add(line, i + 1, `Column ${i + 1} has no name.`);
    const first = header.indexOf(name);
    if (name !== '' && first < i) {
      add(line, i + 1, `Column ${i + 1} is named ${valueText(name)}, as column ${first + 1} is.`);
    }
  });
  if (rowsCount === 0) add(line, 1, 'The file holds a header and no rows.');
  if (rowsCount > ROWS_MAX) {
    add(line, 1, `The file holds ${rowsCount} rows; allowed: at most ${ROWS_MAX}.`);
  }
}
