// sim/outcomes/planning.ts: the monthly activity table of a planning submission (SYS4): E.M.11, E.M.12,
// E.M.23 and E.M.26 in whole numbers with 95 % intervals.
//
// Measures as in appendix 1 of the phase 3 submission guidance (004 L494-590, L675-702); whole
// numbers as its validations ask (004 L408-449).

import { dayNumberOf } from '../engine/time.js';
import { interval } from './intervals.js';
import { DAILY, type DailySeriesKey } from './keys.js';
import type { Measured } from './measures.js';
import type { ScenarioRuns } from './summary.js';

/** A figure of one month. */
export interface PlanningCell {
  /** Rounded mean over winters; null when it is undefined. */
  mean: number | null;
  low95: number | null;
  high95: number | null;
}

export interface PlanningRow {
  /** Reference of the measure, as in the guidance. */
  measure: string;
  name: string;
  unit: 'spells' | 'attendances' | 'conveyances' | 'beds' | '%';
  cells: PlanningCell[];
}

/** A month of the reported period, and how many of its days are reported. */
export interface PlanningMonth {
  month: string;
  days: number;
  whole: boolean;
}

export interface PlanningTable {
  scenario: string;
  months: PlanningMonth[];
  rows: PlanningRow[];
}

/** How a row is made from daily series: their sum over the month, or means of beds. */
interface Line {
  measure: string;
  name: string;
  unit: PlanningRow['unit'];
  /** Keys whose monthly sums are added. */
  add: readonly DailySeriesKey[];
  /** Keys whose monthly sums are taken off. */
  less?: readonly DailySeriesKey[];
  /** Divide by the days of the month (beds), or by the monthly sum of another series, in %. */
  per?: 'day' | DailySeriesKey;
  /** Left out when the model has none of it. */
  optional?: true;
}

const SPELLS = { measure: 'E.M.11', unit: 'spells' } as const;
const ATTENDANCES = { measure: 'E.M.12', unit: 'attendances' } as const;
const BEDS = { measure: 'E.M.26', unit: 'beds', per: 'day' } as const;
const SPELL_KEYS = ['spellsZeroDay', 'spellsOneDayPlus'] as const;

const LINES: readonly Line[] = [
  { ...SPELLS, name: 'Non-elective spells', add: SPELL_KEYS },
  { ...SPELLS, name: 'of these 0 days', add: ['spellsZeroDay'] },
  { ...SPELLS, name: 'of these 1 day or more', add: ['spellsOneDayPlus'] },
  { ...SPELLS, name: '0 days, COVID', add: ['spellsZeroDayCovid'], optional: true },
  {
    ...SPELLS,
    name: '0 days, not COVID',
    add: ['spellsZeroDay'],
    less: ['spellsZeroDayCovid'],
    optional: true,
  },
  {
    ...SPELLS,
    name: '1 day or more, COVID',
    add: ['spellsOneDayPlusCovid'],
    optional: true,
  },
  {
    ...SPELLS,
    name: '1 day or more, not COVID',
    add: ['spellsOneDayPlus'],
    less: ['spellsOneDayPlusCovid'],
    optional: true,
  },
  { ...ATTENDANCES, name: 'A&E attendances, type 1', add: ['attendances'] },
  {
    ...ATTENDANCES,
    name: 'A&E attendances, types 3 and 4',
    add: ['attendancesType3'],
    optional: true,
  },
  {
    ...ATTENDANCES,
    name: 'A&E attendances, all in the model',
    add: ['attendances', 'attendancesType3'],
    optional: true,
  },
  { measure: 'E.M.23', name: 'Ambulance conveyances', unit: 'conveyances', add: ['conveyances'] },
  { ...BEDS, name: 'G&A beds available at 08:00, mean', add: ['bedsOpen0800'] },
  { ...BEDS, name: 'G&A beds occupied at 08:00, mean', add: ['bedsOccupied0800'] },
  {
    measure: 'E.M.26',
    name: 'G&A bed occupancy',
    unit: '%',
    add: ['bedsOccupied0800'],
    per: 'bedsOpen0800',
  },
];

/** What the table leaves out, in sentences. */
export const PLANNING_NOTES: readonly string[] = [
  'Type 2 departments are not in the model.',
  'Beds are those open and occupied at 08:00, critical care and maternity left out.',
];

/**
 * The planning table of a scenario.
 * @param dates ISO dates of its reported days
 */
export function planningOf(runs: ScenarioRuns, dates: readonly string[]): PlanningTable {
  const months = monthsOf(dates);
  const days = months.map(({ month }) =>
    dates.flatMap((date, day) => (date.startsWith(month) ? [day] : [])),
  );
  const rows = LINES.flatMap((line) => {
    const row = rowOf(line, runs.replications, days);
    const isEmpty = row.cells.every(({ mean }) => mean === null || mean === 0);
    return line.optional && (isEmpty || saysNothing(line, runs)) ? [] : [row];
  });
  return { scenario: runs.name, months, rows };
}

/** A sum says nothing where there is nothing to add, nor a rest where nothing is taken off. */
function saysNothing({ add, less = [] }: Line, { replications }: ScenarioRuns): boolean {
  const others = [...add.slice(1), ...less];
  return (
    others.length > 0 &&
    others.every((key) =>
      replications.every(({ daily }) => daily[seriesAt(key)].every((value) => value === 0)),
    )
  );
}

function rowOf(
  { measure, name, unit, add, less = [], per }: Line,
  replications: readonly Measured[],
  days: readonly (readonly number[])[],
): PlanningRow {
  const cells = days.map((of) => {
    const values = Float64Array.from(replications, ({ daily }) => {
      const total = (key: DailySeriesKey) =>
        of.reduce((sum, day) => sum + daily[seriesAt(key)][day], 0);
      const sum = add.reduce((all, key) => all + total(key), 0);
      const rest = sum - less.reduce((all, key) => all + total(key), 0);
      if (per === undefined) return rest;
      return per === 'day' ? rest / of.length : (100 * rest) / total(per);
    });
    const { mean, low95, high95 } = interval(values);
    return { mean: whole(mean), low95: whole(low95), high95: whole(high95) };
  });
  return { measure, name, unit, cells };
}

/** Keys of the daily series that the table needs. */
export const PLANNING_SERIES: readonly DailySeriesKey[] = [
  ...new Set(
    LINES.flatMap(({ add, less = [], per = 'day' }) => {
      return [...add, ...less, ...(per === 'day' ? [] : [per])];
    }),
  ),
];

function whole(value: number | null): number | null {
  return value === null ? null : Math.round(value) + 0;
}

function seriesAt(key: DailySeriesKey): number {
  return DAILY.findIndex((series) => series.key === key);
}

function monthsOf(dates: readonly string[]): PlanningMonth[] {
  const months = [...new Set(dates.map((date) => date.slice(0, 'YYYY-MM'.length)))];
  return months.map((month) => {
    const days = dates.filter((date) => date.startsWith(month)).length;
    return { month, days, whole: days === daysIn(month) };
  });
}

function daysIn(month: string): number {
  const [year, number] = month.split('-').map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return dayNumberOf(`${next}-01`) - dayNumberOf(`${month}-01`);
}
