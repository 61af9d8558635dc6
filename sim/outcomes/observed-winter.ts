// sim/outcomes/observed-winter.ts: a winter as it was: daily beds and monthly A&E of one trust.

import { csvParseRows } from 'd3-dsv';

/** Beds of one day; NaN where the trust did not report. */
export interface ObservedDay {
  date: string;
  open: number;
  occupied: number;
  over7: number;
  over21: number;
  handover30To60: number;
  handoverOver60: number;
}

/** Type 1 A&E of one month. */
export interface ObservedMonth {
  /** YYYY-MM. */
  month: string;
  attendances: number;
  breaches: number;
  admissions: number;
}

export interface ObservedWinter {
  org: string;
  days: ObservedDay[];
  months: ObservedMonth[];
}

/** Daily situation reports by winter: the file that holds the days of a period. */
const SITREP_FILES: readonly { from: string; to: string; file: string }[] = [
  { from: '2016-12-01', to: '2017-03-12', file: 'sitrep_daily_2016_17.csv' },
  { from: '2017-11-20', to: '2018-03-04', file: 'sitrep_daily_2017_18.csv' },
];
const GAP_SHARE = 0.7;
const MONTHLY_FILE = 'ae_monthly_trust_2016_2019.csv';

/** Data files that are read here, and the columns of them that are; other columns may be left out. */
export const OBSERVED_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    SITREP_FILES.map(({ file }) => [
      file,
      [
        'date',
        'org_code',
        'ga_beds_open',
        'ga_beds_occupied',
        'beds_stay_over_7d',
        'beds_stay_over_21d',
        'amb_delay_30_60',
        'amb_delay_over_60',
      ],
    ]),
  ),
  [MONTHLY_FILE]: [
    'month',
    'org_code',
    'dept_type',
    'attendances',
    'breaches_over_4h',
    'emergency_admissions',
  ],
};

/**
 * Reads what was observed of a trust between two dates. Zero occupied beds are missing reports, and
 * so are zero long stays (scenarios/data/README.md).
 * @param data gives the text of a data file, or null
 */
export function observedWinter(
  org: string,
  firstDay: string,
  lastDay: string,
  data: (file: string) => string | null,
): ObservedWinter {
  const days = SITREP_FILES.filter(({ from, to }) => from <= lastDay && to >= firstDay).flatMap(
    ({ file }) => daysOf(data(file), org),
  );
  const months = monthsOf(data(MONTHLY_FILE), org);
  return {
    org,
    days: days.filter(({ date }) => date >= firstDay && date <= lastDay),
    months: complete(months).filter(
      ({ month }) => month >= firstDay.slice(0, 7) && month <= lastDay, // "2018-01" < "2018-01-31"
    ),
  };
}

function daysOf(text: string | null, org: string): ObservedDay[] {
  return rowsOf(text)
    .filter((row) => row.org_code === org)
    .map((row) => ({
      date: row.date ?? '',
      open: positive(row.ga_beds_open),
      occupied: positive(row.ga_beds_occupied),
      over7: positive(row.beds_stay_over_7d),
      over21: positive(row.beds_stay_over_21d),
      handover30To60: present(row.amb_delay_30_60),
      handoverOver60: present(row.amb_delay_over_60),
    }));
}

function monthsOf(text: string | null, org: string): ObservedMonth[] {
  return rowsOf(text)
    .filter((row) => row.org_code === org && row.dept_type === '1')
    .map((row) => ({
      month: (row.month ?? '').slice(0, 7),
      attendances: present(row.attendances),
      breaches: present(row.breaches_over_4h),
      admissions: present(row.emergency_admissions),
    }));
}

/** Rows by column name. d3's own way makes a function from text, which a strict page forbids. */
function rowsOf(text: string | null): Partial<Record<string, string>>[] {
  if (text === null) return [];
  const [header, ...rows] = csvParseRows(text);
  return rows.map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i]])));
}

/** Leaves out months with a gap in the records: far fewer attendances than the median month. */
function complete(months: readonly ObservedMonth[]): ObservedMonth[] {
  const sorted = months.map(({ attendances }) => attendances).sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return months.filter(({ attendances }) => attendances >= GAP_SHARE * median);
}

function present(text: string | undefined): number {
  return text === '' ? Number.NaN : Number(text); // of a column that is not there: NaN too
}

/** Zero means not reported. */
function positive(text: string | undefined): number {
  const value = present(text);
  return value > 0 ? value : Number.NaN;
}
