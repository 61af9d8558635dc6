// sim/outcomes/department-time.ts: how long patients are in A&E, as the shares that have left by each hour.

import type { Observed } from '../hospital/observed.js';
import { DEPARTMENT_HOURS } from './keys-time-in-department.js';

export type DepartmentHours = (typeof DEPARTMENT_HOURS)[number];
/** Key of the outcome at an hour, such as `within4hType1Share`. */
export type WithinOutcome = `within${DepartmentHours}hType1Share`;

const MINUTES_PER_HOUR = 60;

export function withinOutcome(hours: DepartmentHours): WithinOutcome {
  return `within${hours}hType1Share`;
}

/** Share of the attendances timed that left within each number of hours; NaN where none is timed. */
export function departmentShares({
  departmentMinutes,
}: Pick<Observed, 'departmentMinutes'>): Record<WithinOutcome, number> {
  const timed = departmentMinutes.reduce((sum, count) => sum + count, 0);
  const shares = DEPARTMENT_HOURS.map((hours) => {
    const limit = hours * MINUTES_PER_HOUR;
    const left = departmentMinutes.subarray(0, limit + 1).reduce((sum, count) => sum + count, 0);
    return [withinOutcome(hours), left / timed];
  });
  return Object.fromEntries(shares);
}
