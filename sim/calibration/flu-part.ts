// sim/calibration/flu-part.ts: patients of the flu wave that a model brings by itself. Returns count
// them among all others, so that they are taken out of what a return says before it is put in.

import { dayNumberOf } from '../engine/time.js';
import { waveStart } from '../scenario/compile-season.js';
import type { Model } from '../scenario/schema.js';
import { daysInMonth, mean } from './defects.js';
import type { EmergencyMonth } from './history.js';

/**
 * Admissions with flu a day, January first: means of the months of the winter that the model is of.
 * All of them come through A&E.
 */
export function fluByMonth({ season, catchmentPeople, period }: Model): number[] {
  const { weeklyAdmissionsPer100k, scale } = season.flu;
  const perWeek = (catchmentPeople / 1e5) * scale;
  const start = waveStart(period.firstDay);
  const autumn = Number(period.firstDay.slice(0, 4)) - (period.firstDay.slice(5) < '07-01' ? 1 : 0);
  return Array.from({ length: 12 }, (_, i) => {
    const year = i >= 6 ? autumn : autumn + 1;
    const first = dayNumberOf(`${year}-${String(i + 1).padStart(2, '0')}-01`);
    const next = i === 11 ? `${year + 1}-01-01` : `${year}-${String(i + 2).padStart(2, '0')}-01`;
    const days = dayNumberOf(next) - first;
    let sum = 0;
    for (let day = first; day < first + days; day++) {
      sum += weeklyAdmissionsPer100k[Math.floor((day - start) / 7)] ?? 0;
    }
    return ((sum / days) * perWeek) / 7;
  });
}

/** Attendances a day and the share admitted without flu, of a month that had so many with it. */
export function withoutFlu(
  attendances: number,
  admitted: number,
  flu: number,
): { attendances: number; admitted: number } {
  const others = Math.max(attendances / 2, attendances - flu);
  const share = (admitted * attendances - flu) / others;
  return { attendances: others, admitted: Math.max(admitted / 2, share) };
}

/** Months of a return without the patients whom the flu wave brings to a hospital of that size. */
export function monthsWithoutFlu(base: Model, months: readonly EmergencyMonth[]): EmergencyMonth[] {
  if (months.length === 0) return [];
  const perDay = (month: EmergencyMonth) => month.attendances / daysInMonth(month.month);
  const ratio = mean(months.map(perDay)) / base.demand.attendancesPerDay;
  const flu = fluByMonth({ ...base, catchmentPeople: base.catchmentPeople * ratio });
  return months.map((month) => {
    const share = month.admissions / month.attendances;
    const part = flu[Number(month.month.slice('YYYY-'.length)) - 1];
    const others = withoutFlu(perDay(month), share, part);
    const attendances = others.attendances * daysInMonth(month.month);
    return { ...month, attendances, admissions: others.admitted * attendances };
  });
}
