// sim/calibration/figures.ts: simulated winters summed up just as the data are: on the same days.

import { dayNumberOf, SATURDAY, weekdayOf } from '../engine/time.js';
import { DAILY, type DailySeriesKey, OUTCOME_KEYS } from '../outcomes/keys.js';
import type { Measured } from '../outcomes/measures.js';
import type { Goal } from './broyden.js';
import { mean } from './defects.js';
import { type History, meanOfDays } from './history.js';

/** A figure that both the data and the simulation have. */
export type FigureId = 'occupied' | 'open' | 'over7' | 'over21' | 'within4h' | 'nctr' | 'weekend';

export interface Target extends Goal {
  id: FigureId;
  words: string;
  unit: 'beds' | 'share';
}

const WEEKEND = OUTCOME_KEYS.indexOf('weekendDischargeShare');
const WEEKEND_DAYS_LEAST = 8;
const TOLERANCE = {
  occupied: 0.004,
  open: 0.004,
  over7: 0.008,
  over21: 0.006,
  within4h: 0.008,
  nctr: 0.006,
  weekend: 0.015,
};

/** The targets that a history gives. */
export function targetsOf({ days, months }: History, simulatedMonths: readonly string[]): Target[] {
  const targets: Target[] = [];
  const add = (id: FigureId, words: string, unit: Target['unit'], values: readonly number[]) => {
    const known = values.filter((value) => !Number.isNaN(value));
    if (known.length === 0) return;
    const target = mean(known);
    const tolerance = unit === 'beds' ? TOLERANCE[id] * target : TOLERANCE[id];
    targets.push({ id, words, unit, target, tolerance });
  };
  const each = (of: (day: (typeof days)[number]) => number) => days.map(of);
  add(
    'open',
    'beds open at 08:00',
    'beds',
    each((day) => day.open),
  );
  add(
    'occupied',
    'beds occupied at 08:00',
    'beds',
    each((day) => day.occupied),
  );
  add(
    'over7',
    'occupied beds over 7 days',
    'share',
    each((day) => day.over7 / day.occupied),
  );
  add(
    'over21',
    'occupied beds over 21 days',
    'share',
    each((day) => day.over21 / day.occupied),
  );
  const inRun = months.filter(({ month }) => simulatedMonths.includes(month));
  const shares = inRun.map(({ attendances, breaches }) => 1 - breaches / attendances);
  add('within4h', 'within 4 hours, type 1', 'share', shares);
  add(
    'nctr',
    'occupied beds not meeting the criteria to reside',
    'share',
    each((day) => (day.nctr ?? Number.NaN) / day.occupied),
  );
  const weekend = weekendShareOf(days);
  if (weekend !== null) {
    add('weekend', 'discharges on a day of the weekend ÷ on a weekday', 'share', [weekend]);
  }
  return targets;
}

/**
 * The same figures of simulated winters: means over replications of the days, and for 4 hours of
 * the months, that the data have. Long stays that were never reported: on all days.
 * @param dates ISO dates of the reported days of the run
 */
export function figuresOf(
  runs: readonly Measured[],
  dates: readonly string[],
  { days, months }: History,
): Record<FigureId, number> {
  const position = new Map(dates.map((date, i) => [date, i]));
  const at = (of: typeof days) => of.flatMap(({ date }) => position.get(date) ?? []);
  const onDays = at(days);
  const reported = at(days.filter(({ over7 }) => !Number.isNaN(over7)));
  const onLong = reported.length > 0 ? reported : onDays;
  const onReady = at(days.filter(({ nctr }) => nctr !== undefined && !Number.isNaN(nctr)));
  const over = (of: readonly number[], value: (i: number, run: Measured) => number) =>
    mean(runs.flatMap((run) => of.map((i) => value(i, run))));
  const occupied = (i: number, run: Measured) => daily(run, 'bedsOccupied0800')[i];
  return {
    occupied: over(onDays, occupied),
    open: over(onDays, (i, run) => daily(run, 'bedsOpen0800')[i]),
    over7: over(onLong, (i, run) => daily(run, 'stays7Beds0800')[i] / occupied(i, run)),
    over21: over(onLong, (i, run) => daily(run, 'stays21Beds0800')[i] / occupied(i, run)),
    nctr: over(onReady, (i, run) => daily(run, 'delayed0800')[i] / occupied(i, run)),
    weekend: mean(runs.map((run) => run.outcomes[WEEKEND])),
    within4h: mean(
      months.flatMap(({ month }) => {
        const inMonth = dates.flatMap((date, i) => (date.startsWith(month) ? [i] : []));
        return inMonth.length === 0 ? [] : [mean(runs.map((run) => within4h(run, inMonth)))];
      }),
    ),
  };
}

function within4h(run: Measured, days: readonly number[]): number {
  const [shares, attendances] = [daily(run, 'within4hShare'), daily(run, 'attendances')];
  let [part, whole] = [0, 0];
  for (const i of days) {
    if (Number.isNaN(shares[i])) continue;
    part += shares[i] * attendances[i];
    whole += attendances[i];
  }
  return part / whole;
}

/** Discharges a day at weekends ÷ on weekdays, Christmas and New Year apart; null for few weeks. */
function weekendShareOf(days: History['days']): number | null {
  const known = days.flatMap(({ date, discharges }) => {
    const day = date.slice('YYYY-'.length);
    if (discharges === undefined || Number.isNaN(discharges)) return [];
    if (day >= '12-24' || day <= '01-02') return [];
    return [{ isWeekend: weekdayOf(dayNumberOf(date)) >= SATURDAY, discharges }];
  });
  const [weekend, weekdays] = [true, false].map((wanted) =>
    known.filter(({ isWeekend }) => isWeekend === wanted).map((day) => day.discharges),
  );
  return weekend.length < WEEKEND_DAYS_LEAST ? null : mean(weekend) / mean(weekdays);
}

/** Occupied ÷ open beds at 08:00 of one reported day of a run. */
export function occupancyOf(run: Measured, day: number): number {
  return daily(run, 'bedsOccupied0800')[day] / daily(run, 'bedsOpen0800')[day];
}

/** A daily series of a run. */
export function daily(run: Measured, key: DailySeriesKey): Float64Array {
  return run.daily[DAILY.findIndex((series) => series.key === key)];
}

/** Mean occupancy at 08:00 of the days of a history. */
export function observedOccupancy({ days }: History): number {
  return meanOfDays(days, ({ open, occupied }) => occupied / open);
}
