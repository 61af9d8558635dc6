// test/unit/outcomes/beside-observed.test.ts: each line of the comparison, on a winter small enough
// to be worked by hand.

import { describe, expect, it } from 'vitest';
import { dateOf, dayNumberOf } from '../../../sim/engine/time.js';
import { besideObserved, type Comparison } from '../../../sim/outcomes/beside-observed.js';
import type { DailySeriesKey } from '../../../sim/outcomes/keys.js';
import type { ObservedDay, ObservedMonth } from '../../../sim/outcomes/observed-winter.js';
import type { ScenarioRuns } from '../../../sim/outcomes/summary.js';
import { measured, runsOf } from './summary-of.js';

const NONE = Number.NaN;
/** 15 days of December, 31 of January, 28 of February. */
const DATES = Array.from({ length: 74 }, (_, day) => dateOf(dayNumberOf('2017-12-17') + day));
/** Three replications: mean 1/3; 5th percentile -1 + 0.1 × 1, 95th 2 - 0.1 × 2 (type 7). */
const SHIFTS = [-1, 0, 2];
const [MEAN, LOW, HIGH] = [1 / 3, -0.9, 1.8];

function day(date: string, occupied: number, more: Partial<ObservedDay> = {}): ObservedDay {
  const rest = { over7: NONE, over21: NONE, handover30To60: NONE, handoverOver60: NONE };
  return { date, open: 100, occupied, ...rest, ...more };
}

/** Days that count, in the order of the file; nobody reported on a Thursday. */
const REPORTED = [
  day('2017-12-17', 60), // Sunday, before Christmas begins
  day('2017-12-18', 88, { over7: 44, over21: 11, handover30To60: 7, handoverOver60: 1 }),
  day('2017-12-22', 92, { over7: 23 }), // Friday; exactly 92 % is not over 92 %
  day('2017-12-31', 84, { handover30To60: 9, handoverOver60: 5 }), // Sunday, the last of Christmas
  day('2018-01-01', 70, { over21: 7 }), // Monday, lower, but after Christmas
  day('2018-01-02', 98, { open: 112, handover30To60: 2, handoverOver60: 0 }), // Tuesday
  day('2018-01-03', 99), // Wednesday
  day('2018-01-06', 95), // Saturday
];
const NOT_COUNTED = [
  day('2017-12-16', 10), // not simulated
  day('2018-01-05', NONE),
  day('2018-01-08', 0),
  day('2018-01-09', 50, { open: 0 }),
  day('2018-01-10', 50, { open: NONE }),
];
const OPEN = [100, 100, 100, 100, 100, 112, 100, 100];
const OCCUPIED = [60, 88, 92, 84, 70, 98, 99, 95];
const SHARES = [0.6, 0.88, 0.92, 0.84, 0.7, 0.875, 0.99, 0.95];
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b) / values.length;

/** Series that are the observed, less or more by replication; absurd where nobody reported. */
function simulated(shift: number, more: Partial<Record<DailySeriesKey, number[]>> = {}) {
  const at = (value: (of: ObservedDay, i: number) => number) =>
    DATES.map((date) => {
      const i = REPORTED.findIndex((reported) => reported.date === date);
      return i < 0 ? 1e6 : value(REPORTED[i], i);
    });
  const daily = {
    bedsOpen0800: at(({ open }) => open + 3 * shift),
    bedsOccupied0800: at(() => 80 + 10 * shift),
    occupancy0800Share: at((_, i) => SHARES[i] + 0.03 * shift),
    stays7Beds0800: at((_, i) => (80 + 10 * shift) * (0.4 + 0.01 * i + 0.05 * shift)),
    stays21Beds0800: at((_, i) => (80 + 10 * shift) * (0.1 + 0.01 * i + 0.02 * shift)),
    handoverOver30: at((_, i) => 20 + i + 4 * shift),
    handoverOver60: at((_, i) => 8 + 2 * i + shift),
    ...more,
  };
  return measured({}, daily, DATES.length);
}

const linesOf = (
  runs: ScenarioRuns,
  days: ObservedDay[],
  months: ObservedMonth[] = [],
): Comparison[] => besideObserved(runs, DATES, { org: 'XYZ', days, months });

const runs = runsOf(
  'base',
  SHIFTS.map((shift) => simulated(shift)),
);

function lineOf(lines: readonly Comparison[], label: string): Comparison {
  const found = lines.find((line) => line.label === label);
  if (!found) throw new Error(`No line "${label}".`);
  return found;
}

const centre = mean(SHARES);
const sd = Math.sqrt(SHARES.reduce((sum, share) => sum + (share - centre) ** 2, 0) / 7);

describe('the winter as a whole', () => {
  const lines = () => linesOf(runs, [...NOT_COUNTED, ...REPORTED]);

  // Label, unit, observed, simulated without shift, change with a shift of 1, tolerance.
  it.each([
    ['Beds open', 'beds', mean(OPEN), mean(OPEN), 3, null],
    ['Beds occupied', 'beds', mean(OCCUPIED), 80, 10, null],
    ['Occupancy at 08:00, mean', 'share', centre, centre, 0.03, 0.01],
    ['Occupancy, sd between days', 'share', sd, sd, 0, null],
    ['Occupancy, maximum', 'share', 0.99, 0.99, 0.03, null],
    ['Occupancy, lowest 18-31 December', 'share', 0.84, 0.84, 0.03, 0.04],
    ['Occupied by stays over 7 days', 'share', (0.5 + 0.25) / 2, 0.415, 0.05, 0.03],
    ['Occupied by stays over 21 days', 'share', (0.125 + 0.1) / 2, 0.125, 0.02, 0.03],
    ['Handovers of 30-60 min, a day', 'count', 6, 12 - 3.5, 3, null],
    ['Handovers over 60 min, a day', 'count', 2, 8 + 7, 1, null],
    ['Occupancy on Mondays', 'share', 0.79, 0.79, 0.03, null],
    ['Occupancy on Tuesdays', 'share', 0.875, 0.875, 0.03, null],
    ['Occupancy on Wednesdays', 'share', 0.99, 0.99, 0.03, null],
    ['Occupancy on Fridays', 'share', 0.92, 0.92, 0.03, null],
    ['Occupancy on Saturdays', 'share', 0.95, 0.95, 0.03, null],
    ['Occupancy on Sundays', 'share', 0.72, 0.72, 0.03, null],
  ])('%s', (label, unit, observed, unshifted, shift, tolerance) => {
    const line = lineOf(lines(), label);
    expect([line.unit, line.tolerance, line.month]).toEqual([unit, tolerance, undefined]);
    expect(line.observed).toBeCloseTo(observed, 12);
    expect(line.simulated).toBeCloseTo(unshifted + MEAN * shift, 10);
    expect(line.low).toBeCloseTo(unshifted + LOW * shift, 10);
    expect(line.high).toBeCloseTo(unshifted + HIGH * shift, 10);
  });

  it('counts the days over 92 %, not those at it, of those reported', () => {
    const line = lineOf(lines(), 'Days over 92 %, of 8 reported');
    expect([line.observed, line.unit, line.tolerance]).toEqual([2, 'days', null]);
    // Shares less 0.03: one is over. As they are: two. With 0.06 more: 0.88, 0.92 and 0.875 also.
    expect(line.simulated).toBeCloseTo((1 + 2 + 5) / 3, 12);
    expect(line.low).toBeCloseTo(1 + 0.1, 12);
    expect(line.high).toBeCloseTo(5 - 0.1 * 3, 12);
  });

  it('says the weekday of lines about one, and leaves out those on which nobody reported', () => {
    const weekdays = lines().flatMap(({ weekday, label }) => (weekday === undefined ? [] : label));
    expect(weekdays.map((label) => label.slice('Occupancy on '.length, -1))).toEqual([
      'Monday',
      'Tuesday',
      'Wednesday',
      'Friday',
      'Saturday',
      'Sunday',
    ]);
    expect(lineOf(lines(), 'Occupancy on Fridays').weekday).toBe(4);
  });

  it('finds the weekday of the highest occupancy, also when nobody reported on Thursdays', () => {
    const line = lineOf(lines(), 'Weekday of the highest occupancy');
    expect(line).toMatchObject({ unit: 'weekday', observed: 2, simulated: 2, low: 2, high: 2 });
    expect(line.tolerance).toBe(0);
  });

  it('may have its highest occupancy on another weekday than it was', () => {
    const shares = DATES.map((date) => (date === '2018-01-06' ? 0.97 : 0.9)); // a Saturday
    const all = runsOf('base', [simulated(0, { occupancy0800Share: shares })]);
    const line = lineOf(linesOf(all, REPORTED), 'Weekday of the highest occupancy');
    expect([line.observed, line.simulated]).toEqual([2, 5]);
  });

  it('may have its highest occupancy on the first weekday of the list, a Monday', () => {
    const days = [day('2018-01-01', 99), day('2018-01-02', 50)];
    const line = lineOf(linesOf(runs, days), 'Weekday of the highest occupancy');
    expect(line.observed).toBe(0);
  });

  it('counts days of Christmas from the 18th, that included', () => {
    const days = [day('2017-12-17', 10), day('2017-12-18', 77), day('2017-12-20', 80)];
    const lowest = lineOf(linesOf(runs, days), 'Occupancy, lowest 18-31 December');
    expect(lowest.observed).toBe(0.77);
  });

  it('leaves undefined days out of a mean, and has no range where no replication is defined', () => {
    const beds = DATES.map((date) => (date === '2018-01-02' ? NONE : 90));
    const some = runsOf('base', [simulated(0, { bedsOpen0800: beds })]);
    expect(lineOf(linesOf(some, REPORTED), 'Beds open').simulated).toBe(90);
    const nothing = DATES.map(() => NONE);
    const none = runsOf('base', [
      simulated(0, { bedsOpen0800: nothing, occupancy0800Share: nothing }),
    ]);
    for (const label of ['Beds open', 'Weekday of the highest occupancy']) {
      const line = lineOf(linesOf(none, REPORTED), label);
      expect([line.simulated, line.low, line.high]).toEqual([NONE, NONE, NONE]);
    }
  });

  it('is nothing when nothing was reported: no line, not a line of zeros', () => {
    expect(linesOf(runs, [])).toEqual([]);
    expect(linesOf(runs, NOT_COUNTED)).toEqual([]);
  });
});

describe('a month', () => {
  // Every day alike but two: one when nobody came, and one of many, a fifth of them in time.
  const alike = (value: number, changed: number) =>
    DATES.map((date) => ({ '2018-02-10': changed, '2018-02-11': 0 })[date] ?? value);
  const months = [
    { month: '2017-12', attendances: 3000, breaches: 300, admissions: 900 },
    { month: '2018-01', attendances: 0, breaches: 0, admissions: 0 },
    { month: '2018-02', attendances: 2800, breaches: 700, admissions: 840 },
    { month: '2018-03', attendances: 3000, breaches: 300, admissions: 900 },
  ];
  const winters = runsOf(
    'base',
    SHIFTS.map((shift) =>
      simulated(0, {
        attendances: alike(100 + 10 * shift, 400),
        admissionsType1: alike(30 + shift, 30 + shift),
        within4hShare: DATES.map(
          (date) => ({ '2018-02-10': 0.2, '2018-02-11': NONE })[date] ?? 0.9,
        ),
      }),
    ),
  );
  const lines = () => linesOf(winters, [], months);

  it('is compared when all of it is simulated and somebody came', () => {
    expect(lines().map(({ label, month }) => [label, month])).toEqual([
      ['2018-02 attendances', '2018-02'],
      ['2018-02 admissions', '2018-02'],
      ['2018-02 within 4 hours', '2018-02'],
    ]);
  });

  it('has the totals of its days', () => {
    const [attendances, admissions] = lines();
    expect(attendances).toMatchObject({ unit: 'count', observed: 2800, tolerance: null });
    expect(attendances.simulated).toBeCloseTo(26 * (100 + 10 / 3) + 400, 9);
    expect(attendances.low).toBeCloseTo(26 * (100 - 9) + 400, 9);
    expect(attendances.high).toBeCloseTo(26 * (100 + 18) + 400, 9);
    expect(admissions).toMatchObject({ unit: 'count', observed: 840, tolerance: null });
    expect(admissions.simulated).toBeCloseTo(27 * (30 + 1 / 3), 9);
  });

  it('has a share within 4 hours of all who came, not a mean of daily shares', () => {
    const [, , within] = lines();
    const share = (came: number) => (26 * 0.9 * came + 0.2 * 400) / (26 * came + 400);
    expect(within).toMatchObject({ unit: 'share', observed: 0.75, tolerance: 0.03 });
    expect(within.simulated).toBeCloseTo((share(90) + share(100) + share(120)) / 3, 12);
    expect(within.low).toBeCloseTo(share(90) + 0.1 * (share(100) - share(90)), 12);
    expect(within.high).toBeCloseTo(share(120) - 0.1 * (share(120) - share(100)), 12);
  });

  it('has no range where no replication is defined', () => {
    const none = runsOf('base', [simulated(0, { attendances: DATES.map(() => NONE) })]);
    const [line] = linesOf(none, [], months);
    expect([line.simulated, line.low, line.high]).toEqual([NONE, NONE, NONE]);
  });
});
