// sim/calibration/columns.ts: the columns that calibration reads, what each may hold, and which
// columns must never be kept.

import type { NumberRange } from './cells.js';

/** How often a table has a row. */
export type Grain = 'day' | 'month' | 'hour';

export interface Column extends NumberRange {
  name: string;
  /** Other names that files use for it. */
  aliases: readonly string[];
  grain: Grain;
  /** Zero in a hospital that runs means that nothing was reported. */
  zeroIsMissing: boolean;
  words: string;
}

const BEDS = { least: 0, most: 200_000, whole: false, zeroIsMissing: true } as const;
const COUNT = { least: 0, most: 1e7, whole: true, zeroIsMissing: false } as const;

/** Columns of series, named as in the published statistics (scenarios/data/README.md). */
export const COLUMNS: readonly Column[] = [
  day('ga_beds_open', ['beds_open', 'ga_beds_available'], BEDS, 'general and acute beds open'),
  day('ga_beds_occupied', ['beds_occupied'], BEDS, 'general and acute beds occupied'),
  day('beds_stay_over_7d', ['stays_over_7_days'], BEDS, 'beds with stays over 7 days'),
  day('beds_stay_over_21d', ['stays_over_21_days'], BEDS, 'beds with stays over 21 days'),
  day('amb_arrivals', ['ambulance_arrivals'], COUNT, 'ambulances that arrived'),
  day('amb_delay_30_60', [], COUNT, 'handovers of 30 to 60 minutes'),
  day('amb_delay_over_60', [], COUNT, 'handovers over 60 minutes'),
  day('nctr_patients', [], BEDS, 'patients who no longer meet the criteria to reside'),
  day('discharges', [], { ...COUNT, zeroIsMissing: true }, 'patients discharged'),
  month('attendances', ['type1_attendances', 'total_attendances'], COUNT, 'attendances at A&E'),
  month(
    'breaches_over_4h',
    ['over_4h', 'attendances_over_4h'],
    COUNT,
    'attendances of more than 4 hours',
  ),
  month('emergency_admissions', [], COUNT, 'emergency admissions through A&E'),
  hour('arrivals', ['attendances_in_hour'], COUNT, 'patients who came to A&E in the hour'),
];

function day(
  name: string,
  aliases: readonly string[],
  range: Omit<Column, 'name' | 'aliases' | 'grain' | 'words'>,
  words: string,
): Column {
  return { name, aliases, grain: 'day', words, ...range };
}

function month(
  name: string,
  aliases: readonly string[],
  range: Omit<Column, 'name' | 'aliases' | 'grain' | 'words'>,
  words: string,
): Column {
  return { name, aliases, grain: 'month', words, ...range };
}

function hour(
  name: string,
  aliases: readonly string[],
  range: Omit<Column, 'name' | 'aliases' | 'grain' | 'words'>,
  words: string,
): Column {
  return { name, aliases, grain: 'hour', words, ...range };
}

/** Names of the columns that say when and of whom a row is. */
export const WHEN = { day: ['date', 'day'], month: ['month'], hour: ['hour'] } as const;
export const WHO = ['org_code', 'org', 'trust', 'trust_code'] as const;
export const DEPARTMENT = ['dept_type', 'department_type'] as const;

/** The column that a header means, by its name or another; null when it is none of them. */
export function columnOf(header: string): Column | null {
  const name = plainName(header);
  return COLUMNS.find((column) => column.name === name || column.aliases.includes(name)) ?? null;
}

/** A header in small letters with underscores. */
export function plainName(header: string): string {
  return header
    .trim()
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
}

const IDENTITY_NAMES =
  /^(nhs_?(no|num|number)|patient_?(name|id|number)|(fore|sur|first|last|family|given|full)_?name|name|dob|date_of_birth|birth_?date|post_?code|address|phone|email|hospital_?(no|number)|mrn|pas_?(id|number)|pseudonym(ised)?_?id)$/;

/**
 * Whether a column looks as if it told who a person is: by its name, or because it holds NHS
 * numbers (ten digits whose last is the check digit of the others).
 */
export function looksLikeIdentity(header: string, values: readonly string[]): boolean {
  if (IDENTITY_NAMES.test(plainName(header))) return true;
  const filled = values.filter((value) => value.trim() !== '');
  const numbers = filled.filter(isNhsNumber).length;
  return numbers > 0 && numbers * 2 > filled.length;
}

/** Ten digits with the modulus-11 check digit of the NHS number. */
export function isNhsNumber(text: string): boolean {
  const digits = text.replace(/[\s-]/g, '');
  if (!/^\d{10}$/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += Number(digits[i]) * (10 - i);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
}
