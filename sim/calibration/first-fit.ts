// sim/calibration/first-fit.ts: what the data say directly: demand, conversion, beds, and sizes that
// follow from them. Moments and closed forms; nothing is simulated yet.

import type { Model } from '../scenario/schema.js';
import { fitArrivals } from './arrival-profile.js';
import { daysInMonth, mean, sd } from './defects.js';
import { derived, kept, largestRemainder, round, series, sized } from './first-fit-numbers.js';
import type { FittedNumber } from './fitted-number.js';
import { monthsWithoutFlu } from './flu-part.js';
import { type EmergencyMonth, type History, meanOfDays } from './history.js';
import { admissionsPerDay } from './tightness.js';

export interface FirstFit {
  model: Model;
  numbers: FittedNumber[];
}

const MONTHS_FOR_SEASON = 12;
const POOLS = ['assessment', 'medical', 'surgical', 'olderPeople', 'children'] as const;
const ROTAS = [
  'assessmentNurses',
  'majorsClinicians',
  'minorsClinicians',
  'primaryCareClinicians',
] as const;
const NORMAL_95 = 1.96;

/**
 * Sizes a system like the one given to an organisation.
 * @param base a complete system whose shapes (ages, hours, pathways) are kept
 */
export function firstFit(base: Model, history: History): FirstFit {
  const model = structuredClone(base);
  const numbers: FittedNumber[] = [];
  const others = { ...history, months: monthsWithoutFlu(base, history.months) };
  const demandRatio = fitDemand(model, base, others, numbers);
  numbers.push(...fitArrivals(model, history));
  fitConversion(model, others, numbers);
  fitBeds(model, base, history, numbers);
  sizeDepartment(model, demandRatio, numbers);
  sizeCommunity(model, admissionsPerDay(model) / admissionsPerDay(base), numbers);
  return { model, numbers };
}

/** Attendances a day, by month where a whole year is known. Returns the ratio to the base. */
function fitDemand(
  model: Model,
  base: Model,
  { org, months }: History,
  numbers: FittedNumber[],
): number {
  const path = 'demand.attendancesPerDay';
  if (months.length === 0) {
    numbers.push(kept(path, base.demand.attendancesPerDay, 'no monthly attendances in the files'));
    return 1;
  }
  const perDay = (month: EmergencyMonth) => month.attendances / daysInMonth(month.month);
  const byMonth = seasonOf(months, perDay);
  const index = byMonth ?? base.demand.monthIndex;
  const level = mean(months.map((month) => perDay(month) / relative(index)[monthOf(month)]));
  const spread = sd(months.map((month) => perDay(month) / relative(index)[monthOf(month)]));
  const error = (NORMAL_95 * spread) / Math.sqrt(months.length);
  model.demand.attendancesPerDay = round(level, 1);
  const span = spanOf(months);
  numbers.push({
    path,
    value: round(level, 1),
    low: Number.isNaN(error) ? null : round(level - error, 1),
    high: Number.isNaN(error) ? null : round(level + error, 1),
    basis: `type 1 attendances of ${org} less flu, ${span}`,
    confidence: 'computed',
  });
  if (byMonth === null) {
    numbers.push(
      kept('demand.monthIndex', index[0], `${months.length} months do not show a season`),
    );
  } else {
    model.demand.monthIndex = byMonth.map((value) => round(value, 3));
    numbers.push(series('demand.monthIndex', byMonth, `attendances a day by month, ${span}`));
  }
  const ratio = level / base.demand.attendancesPerDay;
  model.catchmentPeople = Math.round(base.catchmentPeople * ratio);
  model.demand.referredPerDay = round(base.demand.referredPerDay * ratio, 2);
  numbers.push(derived('catchmentPeople', model.catchmentPeople, 'in proportion to attendances'));
  numbers.push(derived('demand.referredPerDay', model.demand.referredPerDay, 'in proportion'));
  return ratio;
}

/** Share of attendances admitted, by month where a whole year is known. */
function fitConversion(model: Model, { org, months }: History, numbers: FittedNumber[]): void {
  const { admission } = model.patients;
  const path = 'patients.admission.overallShare';
  const known = months.filter(({ admissions }) => admissions > 0);
  if (known.length === 0) {
    numbers.push(kept(path, admission.overallShare, 'no admissions through A&E in the files'));
    return;
  }
  const attended = known.reduce((sum, { attendances }) => sum + attendances, 0);
  const admitted = known.reduce((sum, { admissions }) => sum + admissions, 0);
  const byMonth = seasonOf(known, ({ admissions, attendances }) => admissions / attendances);
  // Some months of a year: what is above the mean of the year in them is the season of the base.
  const season = byMonth === null ? relative(admission.monthIndex) : null;
  const expected = known.reduce(
    (sum, month) => sum + month.attendances * (season?.[monthOf(month)] ?? 1),
    0,
  );
  const share = admitted / (season === null ? attended : expected);
  const error = NORMAL_95 * Math.sqrt((share * (1 - share)) / attended);
  admission.overallShare = round(share, 4);
  numbers.push({
    path,
    value: round(share, 4),
    low: round(share - error, 4),
    high: round(share + error, 4),
    basis: `admissions ÷ attendances, type 1 of ${org}, ${spanOf(known)}`,
    confidence: 'computed',
  });
  if (byMonth === null) return;
  admission.monthIndex = byMonth.map((value) => round(value, 3));
  numbers.push(
    series('patients.admission.monthIndex', byMonth, 'admissions ÷ attendances by month'),
  );
}

/** Beds open, split among the pools as in the base. Returns the ratio to the base. */
function fitBeds(
  model: Model,
  base: Model,
  { org, days }: History,
  numbers: FittedNumber[],
): number {
  const total = POOLS.reduce((sum, pool) => sum + base.beds[pool].core, 0);
  const wasOpen = total + base.beds.flex.most / 2;
  const open = meanOfDays(days, (day) => day.open);
  if (Number.isNaN(open)) {
    numbers.push(kept('beds', total, 'no beds open in the files'));
    return 1;
  }
  const ratio = open / wasOpen;
  const flex = Math.max(0, Math.round(2 * NORMAL_95 * sd(days.map((day) => day.open))));
  model.beds.flex.most = flex;
  const core = Math.round(open - flex / 2);
  const parts = largestRemainder(
    POOLS.map((pool) => (core * base.beds[pool].core) / total),
    core,
  );
  POOLS.forEach((pool, i) => {
    model.beds[pool].core = parts[i];
  });
  const basis = `beds open at ${org}, ${days.length} days`;
  numbers.push({ ...derived('beds', core, basis), confidence: 'computed' });
  numbers.push({
    ...derived('beds.flex.most', flex, `their spread, ${basis}`),
    confidence: 'computed',
  });
  model.electives.perDay = base.electives.perDay.map((value) => round(value * ratio, 2));
  numbers.push(
    series('electives.perDay', model.electives.perDay, 'in proportion to beds', 'derived'),
  );
  return ratio;
}

/** Staff and spaces in proportion to attendances; the time of a look is fitted later. */
function sizeDepartment(model: Model, ratio: number, numbers: FittedNumber[]): void {
  const { department } = model;
  for (const name of ROTAS) {
    for (const days of ['weekday', 'weekend'] as const) {
      department[name][days] = department[name][days].map((value) => sized(value, ratio));
    }
  }
  for (const area of ['resus', 'majors', 'minors'] as const) {
    department.spaces[area] = sized(department.spaces[area], ratio);
  }
  const size = round(ratio, 3);
  numbers.push(derived('department', size, 'staff and spaces of the base × this, by attendances'));
}

function sizeCommunity(model: Model, ratio: number, numbers: FittedNumber[]): void {
  for (const pathway of ['p1', 'p2', 'p3'] as const) {
    model.community[pathway].places = sized(model.community[pathway].places, ratio);
  }
  numbers.push(derived('community', round(ratio, 3), 'places of the base × this, by admissions'));
}

/** Levels by month of the year relative to their mean; null unless every month is known. */
function seasonOf(
  months: readonly EmergencyMonth[],
  of: (month: EmergencyMonth) => number,
): number[] | null {
  const byMonth = Array.from({ length: 12 }, (_, i) =>
    months.filter((month) => monthOf(month) === i).map(of),
  );
  if (months.length < MONTHS_FOR_SEASON || byMonth.some((values) => values.length === 0)) {
    return null;
  }
  return relative(byMonth.map(mean));
}

function relative(values: readonly number[]): number[] {
  const middle = mean(values);
  return values.map((value) => value / middle);
}

function monthOf({ month }: EmergencyMonth): number {
  return Number(month.slice('YYYY-'.length)) - 1;
}

function spanOf(months: readonly EmergencyMonth[]): string {
  return `${months[0].month} to ${months[months.length - 1].month}`;
}
