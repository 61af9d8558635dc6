// sim/calibration/backtest/days.ts: from simulated winters to what a trust may report on each day: how
// its days differ from those simulated was seen in the winter before.
//
// Simulated days lack what makes a return of one hospital: its own week, its own Christmas, and the
// scatter of counts. The winter before has all three. Dressing the members of an ensemble with the
// errors seen before: Roulston and Smith (2003), "Combining dynamical and statistical ensembles",
// Tellus A 55:16.

import { dayNumberOf, weekdayOf } from '../../engine/time.js';
import { type BedDay, mean, sd } from '../defects.js';
import type { Ensemble } from '../scores.js';
import { quantile } from './level.js';
import { yearOf } from './winters.js';

/** How the days of one winter of an organisation differ from its level, in shares of open beds. */
export interface DayPattern {
  /** Mean difference of each weekday, Monday first; NaN where there were too few. */
  weekday: number[];
  /** Difference of the days around Christmas by days since Christmas Day. */
  christmas: Map<number, number>;
  /** What is left on ordinary days, sorted, with mean 0. */
  rest: number[];
}

/** Days about Christmas that are compared with the same days of the year, not of the week. */
const CHRISTMAS = { from: -7, to: 12 };
const OF_A_WEEKDAY_LEAST = 3;
/** Weight of a hospital's own last winter beside the simulated days, and of both together. */
const OWN = 0.5;
const BOTH = 0.9;
/** Values that stand for the scatter of a day around each simulated one. */
const SCATTER = 6;
const FULL = 1;

/** The pattern of a winter. */
export function dayPatternOf(days: readonly BedDay[]): DayPattern {
  const seen = days.map(({ date, open, occupied }) => ({ date, value: occupied / open }));
  const ordinary = seen.filter(({ date }) => christmasDay(date) === null);
  const used = ordinary.length > 0 ? ordinary : seen;
  const level = mean(used.map(({ value }) => value));
  const weekday = Array.from({ length: 7 }, (_, i) => {
    const values = used.filter(({ date }) => weekdayOfDate(date) === i);
    if (values.length < OF_A_WEEKDAY_LEAST) return Number.NaN;
    return mean(values.map(({ value }) => value)) - level;
  });
  const christmas = new Map<number, number>();
  for (const { date, value } of seen) {
    const day = christmasDay(date);
    if (day !== null) christmas.set(day, value - level);
  }
  const rest = used.map(({ date, value }) => {
    const own = weekday[weekdayOfDate(date)];
    return value - level - (Number.isNaN(own) ? 0 : own);
  });
  const middle = mean(rest);
  return { weekday, christmas, rest: rest.map((value) => value - middle).sort((a, b) => a - b) };
}

/**
 * Possible values of each day, [day][value]; the values of one place make up one possible winter.
 * @param members simulated days, [member][day]
 * @param levels the mean of each member
 */
export function reportedDays(
  members: readonly (readonly number[])[],
  levels: readonly number[],
  dates: readonly string[],
  own: DayPattern,
): Ensemble[] {
  const apart = members.map((days) => {
    const level = mean(days);
    return days.map((value) => value - level);
  });
  const shared = dates.map((_, i) => mean(apart.map((days) => days[i])));
  const scatter = apart.map((days) => days.map((value, i) => value - shared[i]));
  const pattern = blended(shared, dates, own);
  // The scatter of simulated days is kept as far as the hospital's own goes; what lacks is added.
  const simulated = sd(scatter.flat()) || 0;
  const wanted = own.rest.length < 2 ? simulated : sd(own.rest);
  const kept = simulated > wanted ? wanted / simulated : 1;
  const added = simulated < wanted ? Math.sqrt(1 - (simulated / wanted) ** 2) : 0;
  return dates.map((_, i) =>
    members.flatMap((_, k) =>
      Array.from({ length: SCATTER }, (_, j) => {
        const more = added === 0 ? 0 : added * quantile(own.rest, orderOf(j, i + k) / SCATTER);
        return Math.min(FULL, levels[k] + pattern[i] + kept * scatter[k][i] + more);
      }),
    ),
  );
}

/** Middle of one of SCATTER parts: each day has them in another order, so that none is always high. */
function orderOf(j: number, day: number): number {
  const step = 1 + (day % SCATTER);
  return (((j + 1) * step) % (SCATTER + 1)) - 0.5; // SCATTER + 1 is a prime
}

/** Differences of days from their level, with mean 0: as simulated, and as the hospital had them. */
function blended(shared: readonly number[], dates: readonly string[], own: DayPattern): number[] {
  const values = shared.map((simulated, i) => {
    const day = christmasDay(dates[i]);
    const seen = day === null ? own.weekday[weekdayOfDate(dates[i])] : own.christmas.get(day);
    const known = seen !== undefined && !Number.isNaN(seen);
    return BOTH * (known ? (1 - OWN) * simulated + OWN * seen : simulated);
  });
  const middle = mean(values);
  return values.map((value) => value - middle);
}

/** Days since Christmas Day of dates near it, else null. */
function christmasDay(date: string): number | null {
  const day = dayNumberOf(date) - dayNumberOf(`${yearOf(date)}-12-25`);
  return day >= CHRISTMAS.from && day <= CHRISTMAS.to ? day : null;
}

function weekdayOfDate(date: string): number {
  return weekdayOf(dayNumberOf(date));
}
