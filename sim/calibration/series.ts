// sim/calibration/series.ts: a data file becomes daily and monthly series of each organisation.
//
// Every problem of the file is said, and then nothing of it is used. What is odd but not wrong is
// handled by rule and noted (defects.ts).

import { nearestName, type Problem, valueText } from '../scenario/problems.js';
import { type Cell, type DateOrder, dateCell, hourCell, monthCell, numberCell } from './cells.js';
import {
  COLUMNS,
  type Column,
  columnOf,
  DEPARTMENT,
  type Grain,
  looksLikeIdentity,
  plainName,
  WHEN,
  WHO,
} from './columns.js';
import { readTextTable, type TextTable } from './text-table.js';

const IDENTITY_SAMPLE = 200; // rows looked at

/** One value of a series: a day (YYYY-MM-DD), a month (YYYY-MM) or an hour (YYYY-MM-DDTHH). */
export interface Point {
  when: string;
  value: number;
}

/** Series of one organisation by column, in order of time, without what is missing. */
export interface OrganisationSeries {
  org: string;
  series: Map<string, Point[]>;
}

/** What was read of one file. */
export interface SeriesFile {
  organisations: OrganisationSeries[];
  problems: Problem[];
  /** What was left out or put in order, in words. */
  notes: string[];
}

export interface SeriesOptions {
  /** Order of day and month in dates that are not ISO. */
  dates: DateOrder;
  /** Only this organisation; all when left out. */
  org?: string;
}

/** Reads the columns that calibration knows; others are left out and named in a note. */
export function readSeries(file: string, text: string, options: SeriesOptions): SeriesFile {
  return seriesOfTable(readTextTable(file, text), options);
}

/** The same of a table already read, or of what is wrong with it. */
export function seriesOfTable(
  { table, problems }: { table: TextTable | null; problems: Problem[] },
  options: SeriesOptions,
): SeriesFile {
  if (table === null) return { organisations: [], problems, notes: [] };
  const layout = layoutOf(table, problems);
  if (layout === null || problems.length > 0) return { organisations: [], problems, notes: [] };
  const notes = notesOf(table, layout);
  const organisations = rowsInto(table, layout, options, problems, notes);
  return { organisations: problems.length > 0 ? [] : organisations, problems, notes };
}

/** Whether a column tells when a row is. */
export function hasDates({ header }: TextTable): boolean {
  const known: readonly string[] = [...WHEN.day, ...WHEN.month];
  return header.some((name) => known.includes(plainName(name)));
}

interface Layout {
  when: number;
  grain: Grain;
  /** Column of the hour; -1 for days and months. */
  hour: number;
  who: number;
  department: number;
  columns: { index: number; column: Column }[];
  identity: string[];
  unknown: string[];
}

function layoutOf(table: TextTable, problems: Problem[]): Layout | null {
  const names = table.header.map(plainName);
  const find = (known: readonly string[]) => names.findIndex((name) => known.includes(name));
  const [day, month] = [find(WHEN.day), find(WHEN.month)];
  const sample = table.rows.slice(0, IDENTITY_SAMPLE);
  const isIdentity = table.header.map((header, i) =>
    looksLikeIdentity(
      header,
      sample.map(({ cells }) => cells[i]),
    ),
  );
  const hour = day >= 0 ? find(WHEN.hour) : -1;
  const columns = table.header.flatMap((header, index) => {
    const column = isIdentity[index] ? null : columnOf(header);
    const isKnown = column !== null && (column.grain === 'hour') === hour >= 0;
    return isKnown ? [{ index, column }] : [];
  });
  const add = (message: string) =>
    problems.push({ file: table.file, line: 1, column: 1, path: '', message });
  if (day < 0 && month < 0) {
    const near = names.map((name) => nearestName(name, ['date', 'month'])).find(Boolean);
    const hint = near ? `; did you mean ${near}?` : ' (with dates as YYYY-MM-DD).';
    add(`No column is named date or month${hint}`);
  }
  if (columns.length === 0) {
    const known = COLUMNS.filter(({ grain }) => (grain === 'hour') === hour >= 0);
    add(`No column is known; known: ${known.map(({ name }) => name).join(', ')}.`);
  }
  if (problems.length > 0) return null;
  const used = new Set([
    day,
    month,
    hour,
    find(WHO),
    find(DEPARTMENT),
    ...columns.map((c) => c.index),
  ]);
  return {
    when: day >= 0 ? day : month,
    grain: hour >= 0 ? 'hour' : day >= 0 ? 'day' : 'month',
    hour,
    who: find(WHO),
    department: find(DEPARTMENT),
    columns,
    identity: table.header.filter((_, i) => isIdentity[i]),
    unknown: table.header.filter((_, i) => !used.has(i) && !isIdentity[i]),
  };
}

function notesOf({ file }: TextTable, { identity, unknown }: Layout): string[] {
  const quoted = (names: readonly string[]) => names.map((name) => valueText(name)).join(', ');
  const notes: string[] = [];
  if (identity.length > 0) {
    notes.push(
      `${file}: ${quoted(identity)} may tell who a person is; nothing of it was kept. ` +
        'Winterflow needs sums by day or month only.',
    );
  }
  if (unknown.length > 0) notes.push(`${file}: not used: ${quoted(unknown)}.`);
  return notes;
}

function rowsInto(
  table: TextTable,
  layout: Layout,
  options: SeriesOptions,
  problems: Problem[],
  notes: string[],
): OrganisationSeries[] {
  const found = new Map<string, Map<string, Point[]>>();
  const seen = new Map<string, number>();
  let isSorted = true;
  const last = new Map<string, string>();
  for (const { line, cells } of table.rows) {
    const say = (index: number, message: string) =>
      problems.push({
        file: table.file,
        line,
        column: index + 1,
        path: table.header[index],
        message: `${table.header[index]} ${message}`,
      });
    const org = layout.who < 0 ? '' : cells[layout.who].trim();
    if (options.org !== undefined && layout.who >= 0 && org !== options.org) continue;
    if (layout.department >= 0 && cells[layout.department].trim() !== '1') continue;
    const when = momentIn(layout, cells, options.dates, say);
    if (when === null) continue;
    const key = `${org} ${when}`;
    const before = seen.get(key);
    if (before !== undefined) {
      say(layout.when, `is ${when} for a second time (first in line ${before}); allowed: once.`);
      continue;
    }
    seen.set(key, line);
    isSorted &&= (last.get(org) ?? '') <= when;
    last.set(org, when);
    let series = found.get(org);
    if (series === undefined) {
      series = new Map();
      found.set(org, series);
    }
    for (const { index, column } of layout.columns) {
      const value = valueIn(numberCell(cells[index], column, table.decimalComma), index, say);
      if (value === null || (value === 0 && column.zeroIsMissing)) continue;
      const points = series.get(column.name) ?? [];
      points.push({ when, value });
      series.set(column.name, points);
    }
  }
  if (!isSorted)
    notes.push(`${table.file}: rows are not in order of time; they were put in order.`);
  return [...found].map(([org, series]) => {
    for (const points of series.values()) points.sort((a, b) => (a.when < b.when ? -1 : 1));
    return { org, series };
  });
}

/** When a row is: a day, a month, or an hour of a day; what is refused is said. */
function momentIn(
  layout: Layout,
  cells: readonly string[],
  dates: DateOrder,
  say: (index: number, message: string) => void,
): string | null {
  const read = layout.grain === 'month' ? monthCell : dateCell;
  const day = valueIn(read(cells[layout.when], dates), layout.when, say);
  if (day === null || layout.grain !== 'hour') return day;
  const hour = valueIn(hourCell(cells[layout.hour]), layout.hour, say);
  return hour === null ? null : `${day}T${String(hour).padStart(2, '0')}`;
}

/** The value of a cell; what is refused is said. */
function valueIn<T>(
  cell: Cell<T>,
  index: number,
  say: (index: number, message: string) => void,
): T | null {
  if ('value' in cell) return cell.value;
  say(index, cell.refused);
  return null;
}
