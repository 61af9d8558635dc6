// web/packed/table.ts: a table of plain cells (no quotes) as columns, packed, from which its text comes back
// letter for letter. Cells may be lists, parted by a stroke, of as many entries in each row.

import { dateOf, dayNumberOf } from '../../sim/engine/time.js';
import { type PackedNumbers, packNumbers, unpackDefined } from './numbers.js';

/**
 * A column: its cells; days; or whole numbers of units of the last digit, with the places of empty entries,
 * where trailing zeros are written or not.
 */
export type PackedColumn =
  | { cells: readonly string[] }
  | { days: PackedNumbers }
  | { each: number; digits: number; zeros: boolean; units: PackedNumbers; empty: PackedNumbers };

export interface PackedTable {
  header: readonly string[];
  columns: readonly PackedColumn[];
}

const LIST = '|';
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Packs a table of lines that end with a line feed.
 * @throws Error when it would not come back letter for letter
 */
export function packTable(text: string): PackedTable {
  const [header, ...rows] = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  const columns = header.map((_, at) => packColumn(rows.map((row) => row[at] ?? '')));
  const packed = { header, columns };
  if (tableText(packed) !== text) throw new Error('A table does not come back as it was.');
  return packed;
}

/** The text of a packed table. */
export function tableText({ header, columns }: PackedTable): string {
  const cells = columns.map(cellsOf);
  const rows = (cells[0] ?? []).map((_, row) => cells.map((column) => column[row]).join(','));
  return `${[header.join(','), ...rows].join('\n')}\n`;
}

function packColumn(cells: readonly string[]): PackedColumn {
  if (cells.every((cell) => ISO_DATE.test(cell)))
    return { days: packNumbers(cells.map(dayNumberOf)) };
  const lists = cells.map((cell) => cell.split(LIST));
  const each = lists[0]?.length ?? 0;
  const entries = lists.flat();
  const digits = Math.max(...entries.map((entry) => (entry.split('.')[1] ?? '').length));
  const known = entries.filter((entry) => entry !== '');
  const written = [true, false].find((zeros) =>
    known.every((entry) => entryText(Number(entry), digits, zeros) === entry),
  );
  if (written === undefined || known.length === 0 || entries.length !== each * cells.length) {
    return { cells };
  }
  let before = 0;
  const units = entries.map((entry) => {
    if (entry !== '') before = Math.round(Number(entry) * 10 ** digits);
    return before; // of an empty entry the one before it, which costs least
  });
  const empty = entries.flatMap((entry, i) => (entry === '' ? [i] : []));
  return { each, digits, zeros: written, units: packNumbers(units), empty: packNumbers(empty) };
}

function cellsOf(column: PackedColumn): readonly string[] {
  if ('cells' in column) return column.cells;
  if ('days' in column) return unpackDefined(column.days).map(dateOf);
  const { each, digits, zeros } = column;
  const entries = unpackDefined(column.units).map((unit) =>
    entryText(unit / 10 ** digits, digits, zeros),
  );
  for (const i of unpackDefined(column.empty)) entries[i] = '';
  return Array.from({ length: entries.length / each }, (_, row) =>
    entries.slice(row * each, (row + 1) * each).join(LIST),
  );
}

function entryText(value: number, digits: number, zeros: boolean): string {
  return zeros ? value.toFixed(digits) : String(value);
}
