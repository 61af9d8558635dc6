// sim/calibration/fit-trust.ts: one trust of the library fitted from its returns, with a grade and the
// reasons for it.

import type { Model } from '../scenario/schema.js';
import { demandOf } from './backtest/plan.js';
import { type Calendar, fitLevers, periodOver, type SimulateOne } from './backtest/train.js';
import type { Winter } from './backtest/winters.js';
import { mean, sd } from './defects.js';
import { type FigureId, observedOccupancy, type Target } from './figures.js';
import type { EmergencyMonth, History } from './history.js';
import { GRADES, type Grade, sizedTrust, type TrustRow } from './trusts.js';

/** A row of the library, and how well each figure was met. */
export interface TrustFit {
  row: TrustRow;
  targets: (Target & { simulated: number })[];
  looks: number;
}

const LOOKS = { replications: 2, looksMost: 10 };
const DAYS_ENOUGH = 60;
const SEASON_MONTHS = 12;
const MISSES = [1.5, 4, 10]; // times the tolerance

/**
 * Fits a trust to one winter.
 * @param months of A&E, of that winter and others
 */
export async function fitTrust(
  base: Model,
  { code, name, winter }: { code: string; name: string; winter: Winter },
  history: History,
  months: readonly EmergencyMonth[],
  calendar: Calendar,
  simulate: SimulateOne,
): Promise<TrustFit> {
  const open = history.days.map((day) => day.open);
  const start: TrustRow = {
    code,
    name,
    grade: 'D',
    reasons: '',
    winter,
    ...demandOf(months),
    open: mean(open),
    openSd: sd(open),
    occupancy: observedOccupancy(history),
    levers: { stay: 0, tail: 0, longer: 0, beds: 0, department: 0, waits: 0, weekend: 0 },
  };
  const sized = sizedTrust(base, rounded(start));
  const dates = history.days.map(({ date }) => date);
  const planned = { ...sized, period: periodOver(dates, calendar.lagDays) };
  const fit = await fitLevers(planned, base, history, calendar, simulate, LOOKS);
  const levers = { ...start.levers };
  fit.levers.forEach(({ id }, i) => {
    levers[id] = Number(fit.fit.levers[i].toFixed(3));
  });
  const targets = fit.targets.map((target, i) => ({ ...target, simulated: fit.fit.figures[i] }));
  const judged = gradeOf(targets, history, months);
  return { row: rounded({ ...start, levers, ...judged }), targets, looks: fit.fit.looks };
}

/** Rounded as it is written, so that the system read from the table is the one that was fitted. */
function rounded(row: TrustRow): TrustRow {
  const to = (digits: number) => (value: number) => Number(value.toFixed(digits));
  return {
    ...row,
    attendances: row.attendances.map(to(1)),
    admitted: row.admitted.map(to(4)),
    open: to(1)(row.open),
    openSd: to(1)(row.openSd),
    occupancy: to(4)(row.occupancy),
  };
}

/**
 * A: all figures known and met. The figure that is missed most costs a grade from 1.5, 4 and 10
 * times its tolerance; each weakness of the returns costs one, and one that makes a fit a guess two.
 */
export function gradeOf(
  targets: readonly (Target & { simulated: number })[],
  { days, isPinned }: Pick<History, 'days' | 'isPinned'>,
  months: readonly EmergencyMonth[],
): { grade: Grade; reasons: string } {
  const weak: [number, string][] = [];
  const known = (id: FigureId) => targets.some((target) => target.id === id);
  const miss = ({ simulated, target, tolerance }: Target & { simulated: number }) =>
    Math.abs(simulated - target) / tolerance;
  for (const target of targets) {
    if (miss(target) > 4) weak.push([0, `far from ${target.words}`]);
    else if (miss(target) > 1.5) weak.push([0, `not quite ${target.words}`]);
  }
  const worst = Math.max(0, ...targets.map(miss));
  const steps = MISSES.filter((limit) => worst > limit).length;
  if (isPinned) weak.push([2, 'occupancy pinned near 100 %']);
  if (!known('over7')) weak.push([1, 'no long stays reported']);
  if (!known('within4h')) weak.push([1, 'no 4-hour standard reported']);
  if (days.length < DAYS_ENOUGH) weak.push([1, `${days.length} days of beds`]);
  if (months.length === 0) weak.push([2, 'no attendances reported']);
  else if (months.length < SEASON_MONTHS) weak.push([1, `${months.length} months of attendances`]);
  const cost = weak.reduce((sum, [own]) => sum + own, steps);
  return {
    grade: GRADES[Math.min(GRADES.length - 1, cost)],
    reasons: weak.map(([, words]) => words).join('; '),
  };
}
