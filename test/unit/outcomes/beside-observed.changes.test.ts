// test/unit/outcomes/beside-observed.changes.test.ts: how beds change over Christmas and in January, beside
// what was observed, and which daily series the comparison asks for.

import { describe, expect, it } from 'vitest';
import { dateOf, dayNumberOf } from '../../../sim/engine/time.js';
import { besideObserved, OBSERVED_SERIES } from '../../../sim/outcomes/beside-observed.js';
import { DAILY } from '../../../sim/outcomes/keys.js';
import { measured, runsOf } from './summary-of.js';

const DATES = Array.from({ length: 60 }, (_, day) => dateOf(dayNumberOf('2017-12-05') + day));
const NONE = Number.NaN;
const reported = (date: string, occupied: number) => ({
  ...{ date, open: 1000, occupied, over7: NONE, over21: NONE },
  ...{ handover30To60: NONE, handoverOver60: NONE },
});

/** Beds by date: those of the days that count, and of the days beside them, which do not. */
const BEDS: Record<string, number> = {
  '2017-12-10': 1, // the day before the first stretch
  '2017-12-11': 500,
  '2017-12-17': 540,
  '2017-12-18': 2,
  '2017-12-23': 3,
  '2017-12-24': 400,
  '2017-12-26': 410,
  '2017-12-27': 4,
  '2018-01-07': 5,
  '2018-01-08': 600,
  '2018-01-15': 615,
  '2018-01-21': 630,
  '2018-01-22': 6,
};
const observed = {
  org: 'XYZ',
  days: Object.entries(BEDS).map(([date, beds]) => reported(date, beds)),
  months: [],
};
/** Each replication has as many beds more at every date, and as many more again in January. */
const runs = runsOf(
  'base',
  [0, 10].map((more) => {
    const bedsOccupied0800 = DATES.map(
      (date) => (BEDS[date] ?? 7) + more + (date.startsWith('2018-01') ? more : 0),
    );
    return measured({}, { bedsOccupied0800 }, DATES.length);
  }),
);

describe('the change of beds', () => {
  const lines = besideObserved(runs, DATES, observed);

  it.each([
    ['Beds occupied, 24-26 December less 11-17 December', 405 - 520, 405 - 520, 405 - 520],
    ['Beds occupied, 8-21 January less 24-26 December', 615 - 405, 215, 219.5],
  ])('%s', (label, real, simulated, high) => {
    const line = lines.find((found) => found.label === label);
    expect(line).toMatchObject({ unit: 'beds', tolerance: null, observed: real, simulated });
    expect(line?.high).toBeCloseTo(high, 9);
  });

  it('has no line where a stretch was not reported', () => {
    const early = { ...observed, days: observed.days.slice(0, 4) };
    const labels = besideObserved(runs, DATES, early).map(({ label }) => label);
    expect(labels.filter((label) => label.includes(' less '))).toEqual([]);
    expect(labels).toContain('Beds occupied');
  });
});

it('asks for the series that it names, and no other', () => {
  const asked = new Set<string>();
  const [run] = runs.replications;
  const daily = new Proxy(run.daily, {
    get(of, index) {
      if (typeof index === 'string' && /^\d+$/.test(index)) asked.add(DAILY[Number(index)].key);
      return Reflect.get(of, index);
    },
  });
  const months = [{ month: '2018-01', attendances: 3000, breaches: 300, admissions: 900 }];
  const full = observed.days.map((day) => ({
    ...{ ...day, over7: 1, over21: 1 },
    ...{ handover30To60: 1, handoverOver60: 1 },
  }));
  const all = { ...observed, days: full, months };
  besideObserved({ ...runs, replications: [{ ...run, daily }] }, DATES, all);
  expect([...asked].sort()).toEqual([...OBSERVED_SERIES].sort());
});
