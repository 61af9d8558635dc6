// sim/outcomes/beside-observed.ts: simulated beside observed, on the days that were reported.

import { dayNumberOf, WEEKDAYS, weekdayOf } from '../engine/time.js';
import { percentiles } from './intervals.js';
import { DAILY, type DailySeriesKey } from './keys.js';
import type { Measured } from './measures.js';
import { monthLines } from './observed-months.js';
import type { ObservedDay, ObservedWinter } from './observed-winter.js';
import type { ScenarioRuns } from './summary.js';

/** One line of the comparison. */
export interface Comparison {
  label: string;
  unit: 'share' | 'beds' | 'days' | 'count' | 'weekday';
  observed: number;
  /** Mean over replications. */
  simulated: number;
  /** 5th and 95th percentile over replications. */
  low: number;
  high: number;
  /** Weekday (0 Monday) or month (YYYY-MM) of a line about one; a line about the winter has neither. */
  weekday?: number;
  month?: string;
  /** Largest difference that counts as met, in the unit; null when nothing was promised. */
  tolerance: number | null;
}

/** Daily series that the comparison needs, with those of its months. */
export const OBSERVED_SERIES: readonly DailySeriesKey[] = [
  'occupancy0800Share',
  'bedsOccupied0800',
  'bedsOpen0800',
  'stays7Beds0800',
  'stays21Beds0800',
  'handoverOver30',
  'handoverOver60',
  'attendances',
  'admissionsType1',
  'within4hShare',
];

const CHRISTMAS_FROM = '12-18'; // to the end of the year
// Stretches of days whose mean beds are compared, as MM-DD.
const BEFORE_CHRISTMAS = ['12-11', '12-17'] as const;
const AT_CHRISTMAS = ['12-24', '12-26'] as const;
const IN_JANUARY = ['01-08', '01-21'] as const;
const POINT = 0.01;

/** Compares a batch of one scenario with the winter as it was; what nobody reported has no line. */
export function besideObserved(
  runs: ScenarioRuns,
  dates: readonly string[],
  observed: ObservedWinter,
): Comparison[] {
  const days = observed.days.filter(({ date, open, occupied }) => {
    return dates.includes(date) && open > 0 && occupied > 0;
  });
  const index = new Map(dates.map((date, day) => [date, day]));
  const at = (run: Measured, key: DailySeriesKey, date: string): number =>
    run.daily[DAILY.findIndex((series) => series.key === key)][index.get(date) as number];
  const line = (
    label: string,
    unit: Comparison['unit'],
    tolerance: number | null,
    real: (days: readonly ObservedDay[]) => number,
    simulated: (run: Measured) => number,
  ): Comparison => {
    const values = Float64Array.from(runs.replications, simulated);
    const [low, high] = percentiles(values, [0.05, 0.95]);
    return {
      label,
      unit,
      observed: real(days),
      simulated: mean([...values]),
      low: low ?? Number.NaN,
      high: high ?? Number.NaN,
      tolerance,
    };
  };
  const shares = (run: Measured, of: readonly ObservedDay[]) =>
    of.map(({ date }) => at(run, 'occupancy0800Share', date));
  const long = (run: Measured, key: 'stays7Beds0800' | 'stays21Beds0800', of: ObservedDay[]) =>
    mean(of.map(({ date }) => at(run, key, date) / at(run, 'bedsOccupied0800', date)));
  const christmas = days.filter(({ date }) => date.slice(5) >= CHRISTMAS_FROM);
  const within = ([from, to]: readonly [string, string]) =>
    days.filter(({ date }) => date.slice(5) >= from && date.slice(5) <= to);
  /** Mean beds occupied of one stretch of days less those of another. */
  const change = (label: string, of: readonly [string, string], than: typeof of) => {
    const [later, before] = [within(of), within(than)];
    const simulated = (run: Measured, some: readonly ObservedDay[]) =>
      mean(some.map(({ date }) => at(run, 'bedsOccupied0800', date)));
    const real = (some: readonly ObservedDay[]) => mean(some.map(({ occupied }) => occupied));
    return line(
      label,
      'beds',
      null,
      () => real(later) - real(before),
      (run) => simulated(run, later) - simulated(run, before),
    );
  };
  const with7 = days.filter(({ over7 }) => !Number.isNaN(over7));
  const with21 = days.filter(({ over21 }) => !Number.isNaN(over21));
  const lines = [
    line(
      'Beds open',
      'beds',
      null,
      (of) => mean(of.map((day) => day.open)),
      (run) => mean(days.map(({ date }) => at(run, 'bedsOpen0800', date))),
    ),
    line(
      'Beds occupied',
      'beds',
      null,
      (of) => mean(of.map((day) => day.occupied)),
      (run) => mean(days.map(({ date }) => at(run, 'bedsOccupied0800', date))),
    ),
    line(
      'Occupancy at 08:00, mean',
      'share',
      POINT,
      (of) => mean(of.map(occupancy)),
      (run) => mean(shares(run, days)),
    ),
    line(
      'Occupancy, sd between days',
      'share',
      null,
      (of) => sd(of.map(occupancy)),
      (run) => sd(shares(run, days)),
    ),
    line(
      'Occupancy, maximum',
      'share',
      null,
      (of) => Math.max(...of.map(occupancy)),
      (run) => Math.max(...shares(run, days)),
    ),
    line(
      `Days over 92 %, of ${days.length} reported`,
      'days',
      null,
      (of) => of.filter((day) => occupancy(day) > 0.92).length,
      (run) => shares(run, days).filter((share) => share > 0.92).length,
    ),
    line(
      'Occupancy, lowest 18-31 December',
      'share',
      4 * POINT,
      () => Math.min(...christmas.map(occupancy)),
      (run) => Math.min(...shares(run, christmas)),
    ),
    change('Beds occupied, 24-26 December less 11-17 December', AT_CHRISTMAS, BEFORE_CHRISTMAS),
    change('Beds occupied, 8-21 January less 24-26 December', IN_JANUARY, AT_CHRISTMAS),
    line(
      'Occupied by stays over 7 days',
      'share',
      3 * POINT,
      () => mean(with7.map((day) => day.over7 / day.occupied)),
      (run) => long(run, 'stays7Beds0800', with7),
    ),
    line(
      'Occupied by stays over 21 days',
      'share',
      3 * POINT,
      () => mean(with21.map((day) => day.over21 / day.occupied)),
      (run) => long(run, 'stays21Beds0800', with21),
    ),
    line(
      'Handovers of 30-60 min, a day',
      'count',
      null,
      (of) => mean(of.map((day) => day.handover30To60)),
      (run) =>
        mean(
          days.map(({ date }) => at(run, 'handoverOver30', date) - at(run, 'handoverOver60', date)),
        ),
    ),
    line(
      'Handovers over 60 min, a day',
      'count',
      null,
      (of) => mean(of.map((day) => day.handoverOver60)),
      (run) => mean(days.map(({ date }) => at(run, 'handoverOver60', date))),
    ),
    ...WEEKDAYS.map((name, weekday) => {
      const of = days.filter(({ date }) => weekdayOf(dayNumberOf(date)) === weekday);
      const weekdayLine = line(
        `Occupancy on ${name}s`,
        'share',
        null,
        () => mean(of.map(occupancy)),
        (run) => mean(shares(run, of)),
      );
      return { ...weekdayLine, weekday };
    }),
  ];
  lines.push(weekdayOfMaximum(lines.slice(-WEEKDAYS.length)));
  const daily = days.length > 0 ? lines : []; // a count of no days would be 0, which nobody observed
  return [...daily, ...monthLines(runs, dates, { ...observed, days })].filter(
    ({ observed: value }) => Number.isFinite(value),
  );
}

/**
 * The weekday with the highest mean occupancy, observed and in the mean of all replications, of the
 * weekdays on which somebody reported.
 */
function weekdayOfMaximum(lines: readonly Comparison[]): Comparison {
  const highest = (value: (line: Comparison) => number) => {
    const values = lines.map(value);
    const place = values.indexOf(Math.max(...values.filter((share) => !Number.isNaN(share))));
    return place < 0 ? Number.NaN : place;
  };
  const simulated = highest((line) => line.simulated);
  return {
    label: 'Weekday of the highest occupancy',
    unit: 'weekday',
    observed: highest((line) => line.observed),
    simulated,
    low: simulated,
    high: simulated,
    tolerance: 0,
  };
}

function occupancy({ open, occupied }: ObservedDay): number {
  return occupied / open;
}

function mean(values: readonly number[]): number {
  const defined = values.filter((value) => !Number.isNaN(value));
  return defined.reduce((a, b) => a + b, 0) / defined.length; // 0 ÷ 0 of none
}

function sd(values: readonly number[]): number {
  const centre = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}
