// cli/data-files.ts: data files of the command line, read and refused with sentences.

import { basename } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { DATE_ORDERS, type DateOrder } from '../sim/calibration/cells.js';
import {
  hasDates,
  type SeriesFile,
  type SeriesOptions,
  seriesOfTable,
} from '../sim/calibration/series.js';
import { problemLines, valueText } from '../sim/scenario/problems.js';
import { readTables } from './data-tables.js';
import { BAD_INPUT, CommandError } from './exit-codes.js';

/** Codes under which the returns give sums or means of organisations. */
const NOT_ONE_TRUST = ['', 'ENG', 'MEAN', '-'];
const ATTENDANCES_LEAST = 1000; // a month, median: less is no A&E of an acute hospital

/**
 * Reads data files: tables as text, and each sheet of Excel workbooks. Sheets of a workbook without
 * dates, such as notes, are left out and named, as long as another has them.
 * @throws CommandError with all problems of a file
 */
export async function readDataFiles(
  paths: readonly string[],
  options: SeriesOptions,
): Promise<SeriesFile[]> {
  const files = await Promise.all(paths.map((path) => readDataFile(path, options)));
  return files.flat();
}

async function readDataFile(path: string, options: SeriesOptions): Promise<SeriesFile[]> {
  const tables = await readTables(path);
  const read = tables.map((table) => ({ ...table, file: seriesOfTable(table, options) }));
  const dated = read.filter(({ table }) => table !== null && hasDates(table));
  const used = tables.length > 1 && dated.length > 0 ? dated : read;
  const problems = used.flatMap(({ file }) => file.problems);
  if (problems.length > 0) throw new CommandError(BAD_INPUT, problemLines(problems).join('\n'));
  const left = read.filter((one) => !used.includes(one)).map(({ sheet }) => valueText(sheet));
  const files = used.map(({ file }) => file);
  if (left.length > 0) {
    files[0].notes.push(
      `${basename(path)}: sheets without dates were left out: ${left.join(', ')}.`,
    );
  }
  return files;
}

/** The value of --dates. */
export function dateOrder(text: string): DateOrder {
  const order = DATE_ORDERS.find((known) => known === text);
  if (!order) throw new InvalidArgumentError(`allowed: ${DATE_ORDERS.join(', ')}.`);
  return order;
}

/**
 * Organisations asked for, or all that have beds and, where the files have attendances at all, an
 * A&E of their own.
 */
export function organisationsIn(
  files: readonly SeriesFile[],
  wanted: readonly string[] | null,
): string[] {
  const beds = new Set<string>();
  const attendances = new Map<string, number[]>();
  for (const { organisations } of files) {
    for (const { org, series } of organisations) {
      if ((series.get('ga_beds_open') ?? []).length > 0) beds.add(org);
      const months = series.get('attendances') ?? [];
      const seen = attendances.get(org) ?? [];
      if (months.length > 0) attendances.set(org, [...seen, ...months.map(({ value }) => value)]);
    }
  }
  if (wanted !== null) {
    const unknown = wanted.filter((org) => !beds.has(org));
    if (unknown.length === 0) return [...new Set(wanted)];
    const known = [...beds].filter((org) => org !== '').sort();
    const hint = known.length > 0 ? ` Known: ${known.slice(0, 20).join(', ')}.` : '';
    throw new CommandError(BAD_INPUT, `The files hold nothing of ${unknown.join(', ')}.${hint}`);
  }
  const hasDepartment = (org: string) => {
    const values = [...(attendances.get(org) ?? [])].sort((a, b) => a - b);
    return attendances.size === 0 || values[Math.floor(values.length / 2)] >= ATTENDANCES_LEAST;
  };
  return [...beds].filter((org) => !NOT_ONE_TRUST.includes(org) && hasDepartment(org)).sort();
}
