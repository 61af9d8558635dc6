// sim/calibration/backtest/plan.ts: beds and demand of a winter, month by month: as they were known,
// or as the years before lead one to expect.

import { POOLS } from '../../hospital/categories.js';
import type { Model } from '../../scenario/schema.js';
import { type BedDay, daysInMonth, mean } from '../defects.js';
import { fluByMonth, withoutFlu } from '../flu-part.js';
import type { EmergencyMonth } from '../history.js';
import { daysLater, yearOf } from './winters.js';

/** Beds and type 1 demand of a winter by month of the year; NaN where unknown. */
export interface Plan {
  /** Mean beds open of each month (YYYY-MM) of the winter. */
  open: Map<string, number>;
  /** Attendances a day and share admitted, January first. */
  attendances: number[];
  admitted: number[];
}

/** Yearly growth, as ratios: 1.02 is 2 % a year. */
export interface Growth {
  attendances: number;
  admitted: number;
  /** What it was learnt from, in words. */
  basis: string;
}

const PAIRS_LEAST = 3; // months of the year before beside those of the year after
const GROWTH_MOST = 1.08;
const DAYS_LEAST = 5; // of a month, for its own mean of open beds

/** The middle of the growth of organisations between months a year apart. */
export function growthOf(organisations: readonly (readonly EmergencyMonth[])[]): Growth {
  const attendances: number[] = [];
  const admitted: number[] = [];
  for (const months of organisations) {
    const known = new Map(months.map((month) => [month.month, month]));
    let [before, after, admittedBefore, admittedAfter, pairs] = [0, 0, 0, 0, 0];
    for (const month of months) {
      const earlier = known.get(yearBefore(month.month));
      if (earlier === undefined || !(month.admissions > 0) || !(earlier.admissions > 0)) continue;
      before += earlier.attendances;
      after += month.attendances;
      admittedBefore += earlier.admissions;
      admittedAfter += month.admissions;
      pairs++;
    }
    if (pairs < PAIRS_LEAST) continue;
    attendances.push(after / before);
    admitted.push(admittedAfter / after / (admittedBefore / before));
  }
  if (attendances.length === 0) {
    return { attendances: 1, admitted: 1, basis: 'no month is known in two years: no growth' };
  }
  return {
    attendances: limited(middle(attendances)),
    admitted: limited(middle(admitted)),
    basis: `median of ${attendances.length} organisations, months a year apart`,
  };
}

/** Attendances a day and share admitted of each month of the year as one winter had them. */
export function demandOf(
  months: readonly EmergencyMonth[],
): Pick<Plan, 'attendances' | 'admitted'> {
  const attendances = new Array<number>(12).fill(Number.NaN);
  const admitted = new Array<number>(12).fill(Number.NaN);
  for (const month of months) {
    const i = Number(month.month.slice('YYYY-'.length)) - 1;
    attendances[i] = month.attendances / daysInMonth(month.month);
    admitted[i] = month.admissions / month.attendances;
  }
  return { attendances, admitted };
}

/** Demand expected of a winter: the latest such month known, with growth for the years between. */
export function expectedDemand(
  months: readonly EmergencyMonth[],
  winter: string,
  growth: Growth,
): Pick<Plan, 'attendances' | 'admitted'> {
  const found = demandOf([]);
  const target = Number(winter.slice(0, 4));
  for (const month of months) {
    const one = demandOf([month]);
    const i = one.attendances.findIndex((value) => !Number.isNaN(value));
    const years = target - yearOf(`${month.month}-01`);
    found.attendances[i] = one.attendances[i] * growth.attendances ** years;
    if (Number.isNaN(one.admitted[i])) continue;
    found.admitted[i] = Math.min(0.95, one.admitted[i] * growth.admitted ** years);
  }
  return found;
}

/** One where it is known, else the other. */
export function orElse(first: readonly number[], second: readonly number[]): number[] {
  return first.map((value, i) => (Number.isNaN(value) ? second[i] : value));
}

/** Mean open beds by month; months with few days take the mean of all. */
export function bedsByMonth(
  days: readonly BedDay[],
  months: readonly string[],
): Map<string, number> {
  const all = mean(days.map(({ open }) => open));
  return new Map(
    months.map((month) => {
      const inside = days.filter(({ date }) => date.startsWith(month));
      const enough = inside.length >= DAYS_LEAST;
      return [month, enough ? mean(inside.map(({ open }) => open)) : all];
    }),
  );
}

/** Beds of a winter's months as those of the same months of another; its mean where it had none. */
export function bedsAsBefore(
  days: readonly BedDay[],
  months: readonly string[],
): Map<string, number> {
  const before = bedsByMonth(days, [...new Set(days.map(({ date }) => date.slice(0, 7)))]);
  const all = mean(days.map(({ open }) => open));
  const byMonth = new Map([...before].map(([month, open]) => [month.slice(5), open]));
  return new Map(months.map((month) => [month, byMonth.get(month.slice(5)) ?? all]));
}

/**
 * A copy of a model with a winter's demand and beds.
 * @param usualOpen mean open beds at which the model's core beds were fitted
 */
export function withPlan(model: Model, plan: Plan, usualOpen: number): Model {
  const planned = structuredClone(model);
  setDemand(planned, plan);
  planned.beds.changes = [...plan.open].flatMap(([month, open]) =>
    changesOf(planned, month, Math.round(open - usualOpen)),
  );
  return planned;
}

/** Attendances and share admitted; the flu wave of the model comes on top, and is taken out. */
function setDemand(model: Model, { attendances, admitted }: Plan): void {
  const { demand, patients } = model;
  const usual = demand.monthIndex.map(
    (index) => (demand.attendancesPerDay * index) / mean(demand.monthIndex),
  );
  const flu = fluByMonth(model);
  const others = attendances.map((value, i) => withoutFlu(value, admitted[i], flu[i]));
  const perDay = orElse(
    others.map((month) => month.attendances),
    usual,
  );
  demand.attendancesPerDay = mean(perDay);
  demand.monthIndex = perDay.map((value) => value / mean(perDay));
  const { admission } = patients;
  const shares = admission.monthIndex.map(
    (index) => (admission.overallShare * index) / mean(admission.monthIndex),
  );
  const share = orElse(
    others.map((month) => month.admitted),
    shares,
  );
  admission.overallShare = mean(share);
  admission.monthIndex = share.map((value) => value / mean(share));
}

/** Beds of a month beyond the usual ones, or fewer, over the pools by their core beds. */
function changesOf(model: Model, month: string, beds: number): Model['beds']['changes'] {
  if (beds === 0 || Number.isNaN(beds)) return [];
  const total = POOLS.reduce((sum, pool) => sum + (model.beds[pool]?.core ?? 0), 0);
  const from = `${month}-01`;
  const to = daysLater(from, daysInMonth(month) - 1);
  let [given, whole] = [0, 0];
  return POOLS.flatMap((pool) => {
    whole += ((model.beds[pool]?.core ?? 0) / total) * Math.abs(beds);
    const own = Math.round(whole) - given;
    given += own;
    if (own === 0) return [];
    return [{ pool, kind: beds > 0 ? 'flex' : 'closed', from, to, beds: own } as const];
  });
}

/** The months (YYYY-MM) of a stretch of days. */
export function monthsBetween(firstDay: string, lastDay: string): string[] {
  const months: string[] = [];
  for (let day = firstDay; day <= lastDay; day = daysLater(day, 1)) {
    const month = day.slice(0, 'YYYY-MM'.length);
    if (months[months.length - 1] !== month) months.push(month);
  }
  return months;
}

function yearBefore(month: string): string {
  return `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;
}

function limited(ratio: number): number {
  return Math.max(1 / GROWTH_MOST, Math.min(GROWTH_MOST, ratio));
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
