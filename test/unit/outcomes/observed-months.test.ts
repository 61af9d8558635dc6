// test/unit/outcomes/observed-months.test.ts: months simulated beside observed, by hand.

import { describe, expect, it } from 'vitest';
import { monthLines } from '../../../sim/outcomes/observed-months.js';
import type { ObservedWinter } from '../../../sim/outcomes/observed-winter.js';
import { measured, runsOf } from './summary-of.js';

const days = (month: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${month}-${String(i + 1).padStart(2, '0')}`);
const DATES = [...days('2018-01', 31), ...days('2018-02', 28), ...days('2018-03', 27)];

/** A winter of so many attendances a day, all days alike but the last of January: nobody came. */
function winter(perDay: number) {
  const series = (of: (day: number) => number) => DATES.map((_, day) => of(day));
  const came = (day: number) => (day === 30 ? 0 : perDay);
  return measured(
    {},
    {
      attendances: series(came),
      within4hShare: series((day) => (day === 30 ? Number.NaN : day < 15 ? 0.6 : 0.9)),
      admissionsType1: series(() => perDay / 4),
      bedsOccupied0800: series((day) => perDay + day),
    },
    DATES.length,
  );
}

const month = (name: string, attendances: number) =>
  ({ month: name, attendances, breaches: attendances / 4, admissions: 900 }) as never;
const reported = (date: string, occupied: number) => ({ date, occupied, open: 600 }) as never;

const observed = {
  months: [
    month('2017-12', 3000),
    month('2018-01', 4000),
    month('2018-02', 0),
    month('2018-03', 4000),
  ],
  days: [
    ...days('2018-01', 31)
      .slice(4, 11)
      .map((date, i) => reported(date, 500 + i)),
    ...days('2018-02', 6).map((date) => reported(date, 500)),
  ],
} as unknown as ObservedWinter;

const lines = monthLines(runsOf('x', [winter(100), winter(200)]), DATES, observed);
const [attendances, admissions, within, beds] = lines;

describe('a month of A&E', () => {
  it('is there when whole in the run and observed; one that is not is left out', () => {
    expect(lines.map(({ label }) => label)).toEqual([
      '2018-01 attendances',
      '2018-01 admissions',
      '2018-01 within 4 hours',
      '2018-01 beds occupied',
    ]);
    expect(lines.every((line) => line.month === '2018-01')).toBe(true);
  });

  it('sums days, with the mean and 9 winters in 10', () => {
    expect(attendances).toMatchObject({
      unit: 'count',
      observed: 4000,
      simulated: 30 * 150,
      tolerance: null,
    });
    expect(attendances.low).toBeCloseTo(3000 + 0.05 * 3000, 9);
    expect(attendances.high).toBeCloseTo(6000 - 0.05 * 3000, 9);
    expect(admissions).toMatchObject({ unit: 'count', observed: 900, simulated: 31 * 37.5 });
  });

  it('weighs 4-hour shares by who came, and holds them to 3 points', () => {
    expect(within).toMatchObject({ unit: 'share', observed: 0.75, tolerance: 0.03 });
    expect(within.simulated).toBeCloseTo((15 * 0.6 + 15 * 0.9) / 30, 12);
  });
});

describe('a month of beds', () => {
  it('is compared on the days reported, a week of them at least', () => {
    expect(beds).toMatchObject({ unit: 'beds', observed: 503, tolerance: null });
    expect(beds.simulated).toBe(150 + 7);
  });

  it('or a month of 28 days is long enough; one of 27 is not', () => {
    const february = monthLines(runsOf('x', [winter(100)]), DATES, {
      ...observed,
      months: [month('2018-02', 4000), month('2018-03', 4000)],
      days: [],
    } as unknown as ObservedWinter);
    expect(february.map(({ label }) => label)).toEqual([
      '2018-02 attendances',
      '2018-02 admissions',
      '2018-02 within 4 hours',
    ]);
  });

  it('of no winters has no percentiles to show', () => {
    const [line] = monthLines(runsOf('x', []), DATES, observed);
    expect(line.low).toBeNaN();
    expect(line.high).toBeNaN();
  });
});
