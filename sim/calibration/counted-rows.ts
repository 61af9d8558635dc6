// sim/calibration/counted-rows.ts: rows of single patients become counts by month and by day; what
// leaves this file is sums.

import { dateOf, dayNumberOf, MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../engine/time.js';

/** Longer stays than this are taken for a wrong date. */
export const STAY_DAYS_MAX = 1825;
/** So are days in A&E. */
export const DEPARTMENT_DAYS_MAX = 14;

const CENSUS_MINUTE = 8 * MINUTES_PER_HOUR;
const TARGET_MINUTES = 240;
const LONG_DAYS = 7;
const VERY_LONG_DAYS = 21;

/** An attendance: minutes since 1970, and whether it ended in a bed. */
export interface Attendance {
  arrived: number;
  left: number;
  admitted: boolean;
}

/** A stay: minutes since 1970; null while still in bed. */
export interface Stay {
  admitted: number;
  discharged: number | null;
}

type Row = (string | number)[];

/**
 * Attendances, those over 4 hours and admissions by month of arrival, for whole months of the period.
 * @param from,to first and last day, as YYYY-MM-DD
 */
export function countMonths(
  attendances: Iterable<Attendance>,
  from: string,
  to: string,
  hasAdmitted: boolean,
): { header: string[]; rows: Row[] } {
  const counts = new Map<string, [number, number, number]>();
  for (const month of wholeMonths(from, to)) counts.set(month, [0, 0, 0]);
  for (const { arrived, left, admitted } of attendances) {
    const month = dateOf(Math.floor(arrived / MINUTES_PER_DAY)).slice(0, 'YYYY-MM'.length);
    const count = counts.get(month);
    if (count === undefined) continue;
    count[0]++;
    if (left - arrived > TARGET_MINUTES) count[1]++;
    if (admitted) count[2]++;
  }
  const header = ['month', 'attendances', 'breaches_over_4h'];
  if (hasAdmitted) header.push('emergency_admissions');
  const rows = [...counts].map(([month, [all, over, admitted]]): Row => {
    return hasAdmitted ? [month, all, over, admitted] : [month, all, over];
  });
  return { header, rows };
}

/** Patients who came, by hour of each day of the period; hours in which nobody came are 0. */
export function countHours(
  attendances: Iterable<Attendance>,
  from: string,
  to: string,
): { header: string[]; rows: Row[] } {
  const first = dayNumberOf(from);
  const counts = new Int32Array((dayNumberOf(to) - first + 1) * 24);
  for (const { arrived } of attendances) {
    const hour = Math.floor(arrived / MINUTES_PER_HOUR) - first * 24;
    if (hour >= 0 && hour < counts.length) counts[hour]++;
  }
  const rows = Array.from(counts, (count, i): Row => {
    return [dateOf(first + Math.floor(i / 24)), i % 24, count];
  });
  return { header: ['date', 'hour', 'arrivals'], rows };
}

/** Patients in bed at 08:00 of each day, those there over 7 and 21 days, and who left that day. */
export function countDays(
  stays: Iterable<Stay>,
  from: string,
  to: string,
): { header: string[]; rows: Row[] } {
  const [first, last] = [dayNumberOf(from), dayNumberOf(to)];
  const days = last - first + 1;
  const occupied = new Int32Array(days);
  const long = new Int32Array(days);
  const veryLong = new Int32Array(days);
  const left = new Int32Array(days);
  for (const { admitted, discharged } of stays) {
    const until = discharged ?? Number.POSITIVE_INFINITY;
    if (discharged !== null) {
      const day = Math.floor(discharged / MINUTES_PER_DAY) - first;
      if (day >= 0 && day < days) left[day]++;
    }
    // In bed at 08:00 of a day: came at or before it, and leaves after it.
    const since = Math.ceil((admitted - CENSUS_MINUTE) / MINUTES_PER_DAY) - first;
    for (let day = Math.max(0, since); day < days; day++) {
      const census = (first + day) * MINUTES_PER_DAY + CENSUS_MINUTE;
      if (until <= census) break;
      occupied[day]++;
      if (census - admitted > LONG_DAYS * MINUTES_PER_DAY) long[day]++;
      if (census - admitted > VERY_LONG_DAYS * MINUTES_PER_DAY) veryLong[day]++;
    }
  }
  return {
    header: ['date', 'ga_beds_occupied', 'beds_stay_over_7d', 'beds_stay_over_21d', 'discharges'],
    rows: Array.from({ length: days }, (_, day): Row => {
      return [dateOf(first + day), occupied[day], long[day], veryLong[day], left[day]];
    }),
  };
}

function wholeMonths(from: string, to: string): string[] {
  const months: string[] = [];
  for (let day = dayNumberOf(from); day <= dayNumberOf(to); day++) {
    const month = dateOf(day).slice(0, 'YYYY-MM'.length);
    if (months[months.length - 1] !== month) months.push(month);
  }
  const isWhole = (month: string) => {
    const begin = dayNumberOf(`${month}-01`);
    const end = dayNumberOf(`${nextMonth(month)}-01`) - 1;
    return begin >= dayNumberOf(from) && end <= dayNumberOf(to);
  };
  return months.filter(isWhole);
}

function nextMonth(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
