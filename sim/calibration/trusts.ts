// sim/calibration/trusts.ts: the library of trusts: a table with what was known and fitted of each,
// a row of which becomes a system.
//
// Only what makes a trust differ from the base is kept, so that a hundred trusts take no more room
// than a few systems. The same steps size the system here and in the fit.

import { stringify } from 'yaml';
import type { Library, SourceText } from '../scenario/library.js';
import { resolve } from '../scenario/resolve.js';
import type { Model } from '../scenario/schema.js';
import { daysInMonth } from './defects.js';
import { firstFit } from './first-fit.js';
import type { FittedNumber } from './fitted-number.js';
import type { History } from './history.js';
import { LEVERS, type Lever, movedModel } from './levers.js';
import { systemFile } from './system-file.js';
import { runTightly, tightnessOf } from './tightness.js';

export const TRUST_BASE = 'england-average';

export const GRADES = ['A', 'B', 'C', 'D'] as const;
export type Grade = (typeof GRADES)[number];

/** What is known and fitted of a trust. */
export interface TrustRow {
  code: string;
  name: string;
  grade: Grade;
  /** Why it is not a better grade, in words. */
  reasons: string;
  /** Winter that it is fitted to, such as 2017-18. */
  winter: string;
  /** Type 1 attendances a day and share admitted by month, January first; NaN where unknown. */
  attendances: number[];
  admitted: number[];
  /** Beds open, their spread between days, and occupied ÷ open: means of the winter. */
  open: number;
  openSd: number;
  occupancy: number;
  /** Levers of the fit, on their logarithmic scale. */
  levers: Record<Lever['id'], number>;
}

const COLUMNS = [
  'code',
  'name',
  'grade',
  'reasons',
  'winter',
  'attendances_a_day',
  'admitted_share',
  'open_beds',
  'open_sd',
  'occupancy',
  ...LEVERS.map(({ id }) => `lever_${id}`),
] as const;

/** The table as text. Nothing in it holds a comma but the table itself. */
export function trustTable(rows: readonly TrustRow[]): string {
  const lines = rows.map((row) =>
    [
      row.code,
      plain(row.name),
      row.grade,
      plain(row.reasons),
      row.winter,
      listText(row.attendances, 1),
      listText(row.admitted, 4),
      row.open.toFixed(1),
      row.openSd.toFixed(1),
      row.occupancy.toFixed(4),
      ...LEVERS.map(({ id }) => row.levers[id].toFixed(3)),
    ].join(','),
  );
  return `${[COLUMNS.join(','), ...lines].join('\n')}\n`;
}

/** The rows of a table; the text is this project's own, so that a wrong one is a fault. */
export function trustRows(text: string): TrustRow[] {
  const lines = text.trim().split('\n').slice(1);
  return lines.map((line) => {
    const cells = line.split(',');
    if (cells.length !== COLUMNS.length) {
      throw new Error(
        `A row of trusts has ${cells.length} cells; it should have ${COLUMNS.length}.`,
      );
    }
    const [code, name, grade, reasons, winter, attendances, admitted, open, openSd, occupancy] =
      cells;
    const levers = LEVERS.map(({ id }, i) => [
      id,
      Number(cells[COLUMNS.length - LEVERS.length + i]),
    ]);
    return {
      code,
      name,
      grade: GRADES.find((known) => known === grade) ?? 'D',
      reasons,
      winter,
      attendances: listOf(attendances),
      admitted: listOf(admitted),
      open: Number(open),
      openSd: Number(openSd),
      occupancy: Number(occupancy),
      levers: Object.fromEntries(levers) as TrustRow['levers'],
    };
  });
}

/** The model of a trust before its levers are moved. */
export function sizedTrust(base: Model, row: TrustRow): Model {
  const model = firstFit(base, historyAs(row)).model;
  runTightly(model, base, tightnessOf(row.occupancy), row.open);
  return model;
}

/** The model of a trust. */
export function trustModel(base: Model, row: TrustRow): Model {
  return movedModel(
    sizedTrust(base, row),
    LEVERS,
    LEVERS.map(({ id }) => row.levers[id]),
  );
}

/** The rows that a word means: a code, else a part of names. */
export function trustsNamed(rows: readonly TrustRow[], word: string): TrustRow[] {
  const wanted = word.trim().toLowerCase();
  if (wanted === '') return [];
  const coded = rows.filter(({ code }) => code.toLowerCase() === wanted);
  if (coded.length > 0) return coded;
  return rows.filter(({ name }) => name.toLowerCase().includes(wanted));
}

/** The system file of a trust, as it would be written by hand. */
export function trustFile(library: Library, row: TrustRow): SourceText {
  const base = resolve(library, { system: TRUST_BASE }).model;
  const words =
    `Fitted to ${row.code} in ${row.winter}, grade ${row.grade}` +
    (row.reasons === '' ? '.' : `: ${row.reasons}.`);
  const contents = systemFile(
    { name: row.name, description: words, base: TRUST_BASE, winter: undefined },
    base,
    { ...trustModel(base, row), uncertainty: UNCERTAINTY },
    sourcesOf(row),
  );
  return { file: `trusts/${row.code}`, text: stringify(contents) };
}

/** The trusts of a library, in the order of their codes. */
export function trustsOf(library: Library): TrustRow[] {
  const table = library.trusts?.() ?? null;
  return table === null ? [] : trustRows(table);
}

/** A library in which trusts of a table can be asked for as systems, by code or part of a name. */
export function withTrusts(library: Library): Library {
  const rows = trustsOf(library);
  return {
    ...library,
    read(kind, name) {
      const own = library.read(kind, name);
      if (own !== null || kind !== 'system') return own;
      const found = trustsNamed(rows, name);
      return found.length === 1 ? trustFile(library, found[0]) : null;
    },
    alike: (word) => trustsNamed(rows, word).map(({ code, name }) => `${code} (${name})`),
  };
}

/**
 * How sure the numbers of a trust are for a winter to come. Stays of 4 % more or fewer move mean
 * occupancy by about 1.2 points, which is how far levels of about 100 trusts moved between winters.
 */
const UNCERTAINTY: Model['uncertainty'] = {
  attendances: 0.02,
  admission: 0.02,
  stays: 0.04,
  consult: 0.05,
};

const PARTS: readonly [string, string, FittedNumber['confidence']][] = [
  ['catchmentPeople', 'in proportion to attendances', 'derived'],
  ['demand', 'monthly type 1 attendances of the trust, less the flu wave', 'computed'],
  ['patients', 'type 1 admissions ÷ attendances of the trust', 'computed'],
  ['department', 'staff by attendances; time of a look to type 1 within 4 hours', 'fitted'],
  ['beds', 'beds open at 08:00 and their spread; split as in the base', 'fitted'],
  ['stays', 'beds occupied at 08:00, and by stays over 7 and over 21 days', 'fitted'],
  ['electives', 'as in the base, by beds', 'derived'],
  ['community', 'as in the base, by admissions', 'derived'],
  [
    'uncertainty',
    'changes of levels between winters of about 100 trusts; the rest chosen',
    'derived',
  ],
];

function sourcesOf({ code, winter }: TrustRow): FittedNumber[] {
  return PARTS.map(([path, what, confidence]) => ({
    path,
    value: 0,
    low: null,
    high: null,
    basis: `${what}; NHS England daily situation reports and monthly A&E, ${code}, ${winter}`,
    confidence,
  }));
}

/** The figures of a row as if they were its return: what sizes a system sees nothing else. */
function historyAs(row: TrustRow): History {
  const spread = row.openSd / Math.SQRT2; // of two days either side of the mean
  const year = Number(row.winter.slice(0, 4));
  const months = row.attendances.flatMap((perDay, i) => {
    if (Number.isNaN(perDay)) return [];
    const month = `${i >= 6 ? year : year + 1}-${String(i + 1).padStart(2, '0')}`;
    const attendances = perDay * daysInMonth(month);
    return [
      { month, attendances, breaches: Number.NaN, admissions: attendances * row.admitted[i] },
    ];
  });
  const days = [-spread, spread].map((by, i) => ({
    date: `${year}-12-0${i + 1}`,
    open: row.open + by,
    occupied: row.occupancy * (row.open + by),
    over7: Number.NaN,
    over21: Number.NaN,
  }));
  const inOrder = [...months].sort((a, b) => (a.month < b.month ? -1 : 1));
  return { org: row.code, days, months: inOrder, notes: [], isPinned: false };
}

function plain(text: string): string {
  return text.replaceAll(',', ';').replaceAll('\n', ' ');
}

function listText(values: readonly number[], digits: number): string {
  return values.map((value) => (Number.isNaN(value) ? '' : value.toFixed(digits))).join('|');
}

function listOf(text: string): number[] {
  return text.split('|').map((part) => (part === '' ? Number.NaN : Number(part)));
}
