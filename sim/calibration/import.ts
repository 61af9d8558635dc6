// sim/calibration/import.ts: an analyst's own extract becomes a file that calibration reads, and
// nothing that could tell who a person is goes into it.

import { csvFormatRows } from 'd3-dsv';
import { nearestName, type Problem, valueText } from '../scenario/problems.js';
import { type Cell, type DateOrder, dateCell, monthCell, numberCell } from './cells.js';
import { COLUMNS, looksLikeIdentity } from './columns.js';
import {
  type Attendance,
  countDays,
  countHours,
  countMonths,
  DEPARTMENT_DAYS_MAX,
  STAY_DAYS_MAX,
  type Stay,
} from './counted-rows.js';
import type { Mapping } from './mapping.js';
import { momentCell } from './moments.js';
import type { TextTable } from './text-table.js';

const IDENTITY_SAMPLE = 200;
const MINUTES_PER_DAY = 1440;

/** What became of an extract: the text of a CSV file, or problems; and notes either way. */
export interface Imported {
  text: string | null;
  rowsCount: number;
  problems: Problem[];
  notes: string[];
}

type Say = (line: number, index: number, message: string) => null;

/** Turns an extract into daily or monthly figures. A wrong row refuses the whole file. */
export function importTable(table: TextTable, mapping: Mapping): Imported {
  const problems: Problem[] = [];
  const say: Say = (line, index, message) => {
    const path = table.header[index] ?? '';
    problems.push({ file: table.file, line, column: index + 1, path, message });
    return null;
  };
  const places = placesOf(table, mapping, say);
  const notes = notesOf(table, places);
  const refused = { text: null, rowsCount: 0, problems, notes };
  if (problems.length > 0) return refused;
  const { header, rows } = rowsOf(table, mapping, places, say);
  if (problems.length > 0) return refused;
  if (rows.length === 0) {
    say(1, 0, 'No whole month lies between "from" and "to" of the mapping.');
    return refused;
  }
  const withOrg = rows.map(([when, ...values]) => [when, mapping.org, ...values].map(String));
  const text = `${csvFormatRows([[header[0], 'org_code', ...header.slice(1)], ...withOrg])}\n`;
  return { text, rowsCount: rows.length, problems, notes };
}

/** Index of each mapped column; a header that is not there, or tells who a person is, is said. */
function placesOf(table: TextTable, { columns }: Mapping, say: Say): Map<string, number> {
  const places = new Map<string, number>();
  for (const [name, header] of Object.entries(columns)) {
    if (header === undefined) continue;
    const index = table.header.indexOf(header.trim());
    if (index < 0) {
      const near = nearestName(header, table.header);
      const hint =
        near === null ? `; there are ${quoted(table.header)}` : `; did you mean ${near}?`;
      say(1, 0, `No column is named ${valueText(header)} (mapped to ${name})${hint}`);
    } else if (isIdentity(table, index)) {
      say(1, index, `${valueText(header)} may tell who a person is; it is not read.`);
    } else places.set(name, index);
  }
  return places;
}

function isIdentity({ header, rows }: TextTable, index: number): boolean {
  const sample = rows.slice(0, IDENTITY_SAMPLE).map(({ cells }) => cells[index]);
  return looksLikeIdentity(header[index], sample);
}

function notesOf(table: TextTable, places: ReadonlyMap<string, number>): string[] {
  const used = new Set(places.values());
  const unused = table.header.filter((_, i) => !used.has(i));
  const identity = unused.filter((header) => isIdentity(table, table.header.indexOf(header)));
  const other = unused.filter((header) => !identity.includes(header));
  return [
    ...(identity.length > 0
      ? [
          `${table.file}: ${quoted(identity)} may tell who a person is; nothing of it was kept. ` +
            'Take such columns out of an extract before you pass it on.',
        ]
      : []),
    ...(other.length > 0 ? [`${table.file}: not used: ${quoted(other)}.`] : []),
  ];
}

function rowsOf(
  table: TextTable,
  mapping: Mapping,
  places: ReadonlyMap<string, number>,
  say: Say,
): { header: string[]; rows: (string | number)[][] } {
  switch (mapping.rows) {
    case 'attendance': {
      const { from, to, by = 'month' } = mapping;
      const attendances = attendancesOf(table, mapping, places, say);
      if (by === 'hour') return countHours(attendances, from, to);
      return countMonths(attendances, from, to, places.has('admitted'));
    }
    case 'spell':
      return countDays(staysOf(table, mapping, places, say), mapping.from, mapping.to);
    default:
      return seriesOf(table, mapping, places, say);
  }
}

/** Rows of a day or a month under our names; what is missing stays empty. */
function seriesOf(
  table: TextTable,
  mapping: Mapping & { rows: 'day' | 'month' },
  places: ReadonlyMap<string, number>,
  say: Say,
): { header: string[]; rows: (string | number)[][] } {
  const when = mapping.rows === 'day' ? 'date' : 'month';
  const read = mapping.rows === 'day' ? dateCell : monthCell;
  const columns = COLUMNS.filter(({ name }) => places.has(name));
  if (columns.length === 0) say(1, 0, 'The mapping names no column beside the date.');
  const seen = new Map<string, number>();
  const rows = table.rows.flatMap(({ line, cells }) => {
    const at = places.get(when) ?? 0;
    const date = heldBy(read(cells[at], mapping.dates ?? null), table, line, at, say);
    if (date === null) return [];
    const before = seen.get(date);
    if (before !== undefined) {
      say(line, at, `${table.header[at]} is ${date} for a second time (first in line ${before}).`);
      return [];
    }
    seen.set(date, line);
    const values = columns.map((column) => {
      const index = places.get(column.name) ?? 0;
      const cell = numberCell(cells[index], column, table.decimalComma);
      return heldBy(cell, table, line, index, say) ?? '';
    });
    return [[date, ...values]];
  });
  rows.sort(([a], [b]) => (a < b ? -1 : 1));
  return { header: [when, ...columns.map(({ name }) => name)], rows };
}

function attendancesOf(
  table: TextTable,
  mapping: Mapping & { rows: 'attendance' },
  places: ReadonlyMap<string, number>,
  say: Say,
): Attendance[] {
  const chosen = (name: string, values: readonly string[] | undefined, cells: string[]) => {
    const index = places.get(name);
    return index === undefined || (values ?? []).includes(cells[index].trim());
  };
  for (const [name, values] of [
    ['admitted', mapping.admittedValues],
    ['type', mapping.typeValues],
  ] as const) {
    if (places.has(name) && values === undefined) {
      say(1, places.get(name) ?? 0, `${name} is mapped; say which values count in ${name}Values.`);
    }
  }
  return table.rows.flatMap(({ line, cells }) => {
    if (!chosen('type', mapping.typeValues, cells)) return [];
    const ends = spanOf(table, line, cells, places, ['arrived', 'left'], mapping.dates, say);
    if (ends === null) return [];
    const [arrived, left] = ends;
    if (left === null) return [];
    const admitted = places.has('admitted') && chosen('admitted', mapping.admittedValues, cells);
    return [{ arrived, left, admitted }];
  });
}

function staysOf(
  table: TextTable,
  mapping: Mapping & { rows: 'spell' },
  places: ReadonlyMap<string, number>,
  say: Say,
): Stay[] {
  const ward = places.get('ward');
  if (ward !== undefined && mapping.wardValues === undefined) {
    say(1, ward, 'ward is mapped; say which values count in wardValues.');
  }
  return table.rows.flatMap(({ line, cells }) => {
    if (ward !== undefined && !(mapping.wardValues ?? []).includes(cells[ward].trim())) return [];
    const ends = spanOf(table, line, cells, places, ['admitted', 'discharged'], mapping.dates, say);
    return ends === null ? [] : [{ admitted: ends[0], discharged: ends[1] }];
  });
}

/** Beginning and end of a row; a beginning is needed, and an end may not come before it. */
function spanOf(
  table: TextTable,
  line: number,
  cells: readonly string[],
  places: ReadonlyMap<string, number>,
  [begin, end]: readonly ['arrived', 'left'] | readonly ['admitted', 'discharged'],
  dates: DateOrder | undefined,
  say: Say,
): [number, number | null] | null {
  const [from, to] = [places.get(begin) ?? 0, places.get(end) ?? 0];
  const moment = (index: number) => momentCell(cells[index], dates ?? null);
  const [first, last] = [moment(from), moment(to)];
  const start = heldBy(first, table, line, from, say);
  const stop = heldBy(last, table, line, to, say);
  if ('refused' in first || 'refused' in last) return null;
  if (start === null) return say(line, from, `${table.header[from]} is empty; it is needed.`);
  if (stop === null) return [start, null];
  const days = (stop - start) / MINUTES_PER_DAY;
  const most = begin === 'arrived' ? DEPARTMENT_DAYS_MAX : STAY_DAYS_MAX;
  if (days < 0) return say(line, to, `${table.header[to]} is before ${table.header[from]}.`);
  if (days > most) {
    return say(line, to, `The row lasts ${Math.round(days)} days; allowed: at most ${most}.`);
  }
  return [start, stop];
}

function heldBy<T>(
  cell: Cell<T>,
  { header }: TextTable,
  line: number,
  index: number,
  say: Say,
): T | null {
  return 'value' in cell ? cell.value : say(line, index, `${header[index]} ${cell.refused}`);
}

function quoted(names: readonly string[]): string {
  return names.map((name) => valueText(name)).join(', ');
}
