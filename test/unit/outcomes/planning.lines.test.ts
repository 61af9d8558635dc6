// test/unit/outcomes/planning.lines.test.ts: every line of the monthly table, by hand.

import { describe, expect, it } from 'vitest';
import { PLANNING_SERIES, planningOf } from '../../../sim/outcomes/planning.js';
import { measured, runsOf } from './summary-of.js';

/** All of November and December, and one day of January. */
const DATES = [...month('2017-11', 30), ...month('2017-12', 31), '2018-01-01'];
const EACH_DAY = {
  spellsZeroDay: 2,
  spellsOneDayPlus: 5,
  attendances: 10,
  attendancesType3: 4,
  conveyances: 3,
  bedsOpen0800: 100,
  bedsOccupied0800: 90,
};

function month(name: string, days: number): string[] {
  return Array.from({ length: days }, (_, i) => `${name}-${String(i + 1).padStart(2, '0')}`);
}

/** A winter in which each series has the same number every day. */
function winter(each: Partial<Record<(typeof PLANNING_SERIES)[number], number>>) {
  const daily = Object.fromEntries(
    Object.entries(each).map(([key, value]) => [key, DATES.map(() => value)]),
  );
  return measured({}, daily, DATES.length);
}

const cells = (...means: number[]) => means.map((mean) => ({ mean, low95: null, high95: null }));

describe('a winter alike every day', () => {
  const table = planningOf(runsOf('Base', [winter(EACH_DAY)]), DATES);

  it('has whole months but for the last, over the end of a year', () => {
    expect(table.months).toEqual([
      { month: '2017-11', days: 30, whole: true },
      { month: '2017-12', days: 31, whole: true },
      { month: '2018-01', days: 1, whole: false },
    ]);
  });

  it.each([
    ['E.M.11', 'Non-elective spells', 'spells', 210, 217, 7],
    ['E.M.11', 'of these 0 days', 'spells', 60, 62, 2],
    ['E.M.11', 'of these 1 day or more', 'spells', 150, 155, 5],
    ['E.M.12', 'A&E attendances, type 1', 'attendances', 300, 310, 10],
    ['E.M.12', 'A&E attendances, types 3 and 4', 'attendances', 120, 124, 4],
    ['E.M.12', 'A&E attendances, all in the model', 'attendances', 420, 434, 14],
    ['E.M.23', 'Ambulance conveyances', 'conveyances', 90, 93, 3],
    ['E.M.26', 'G&A beds available at 08:00, mean', 'beds', 100, 100, 100],
    ['E.M.26', 'G&A beds occupied at 08:00, mean', 'beds', 90, 90, 90],
    ['E.M.26', 'G&A bed occupancy', '%', 90, 90, 90],
  ])('%s %s', (measure, name, unit, ...means) => {
    const rows = table.rows.filter((row) => row.name === name);
    expect(rows).toEqual([{ measure, name, unit, cells: cells(...means) }]);
  });

  it('has no other line', () => {
    expect(table.rows).toHaveLength(10);
  });
});

describe('lines that a model may not have', () => {
  const namesOf = (...winters: Parameters<typeof winter>[0][]) =>
    planningOf(runsOf('Base', winters.map(winter)), DATES).rows.map(({ name }) => name);
  const none = { spellsZeroDayCovid: 0, spellsOneDayPlusCovid: 0, attendancesType3: 0 };

  it('are left out where every winter has none', () => {
    const names = namesOf({ ...EACH_DAY, ...none }, { ...EACH_DAY, ...none });
    expect(names.filter((name) => /COVID|types 3|all in/.test(name))).toEqual([]);
    expect(names).toHaveLength(8);
  });

  it('are there where one winter has any, those of a rest too', () => {
    const one = { ...EACH_DAY, ...none, spellsOneDayPlusCovid: 2 };
    expect(namesOf({ ...EACH_DAY, ...none }, one).filter((name) => /COVID/.test(name))).toEqual([
      '1 day or more, COVID',
      '1 day or more, not COVID',
    ]);
    const other = { ...EACH_DAY, ...none, spellsZeroDayCovid: 1, attendancesType3: 0.1 };
    expect(namesOf(other, { ...EACH_DAY, ...none })).toEqual([
      'Non-elective spells',
      'of these 0 days',
      'of these 1 day or more',
      '0 days, COVID',
      '0 days, not COVID',
      'A&E attendances, type 1',
      'A&E attendances, types 3 and 4',
      'A&E attendances, all in the model',
      'Ambulance conveyances',
      'G&A beds available at 08:00, mean',
      'G&A beds occupied at 08:00, mean',
      'G&A bed occupancy',
    ]);
  });

  it('take a rest of one kind by that kind', () => {
    const covid = { ...EACH_DAY, spellsZeroDayCovid: 0.5, spellsOneDayPlusCovid: 2 };
    const { rows } = planningOf(runsOf('Base', [winter(covid)]), DATES);
    const of = (name: string) => rows.find((row) => row.name === name);
    expect(of('0 days, not COVID')).toMatchObject({ measure: 'E.M.11', cells: cells(45, 47, 2) });
    expect(of('0 days, COVID')).toMatchObject({ unit: 'spells', cells: cells(15, 16, 1) });
    expect(of('1 day or more, not COVID')).toMatchObject({ cells: cells(90, 93, 3) });
  });
});

it('an end of an interval just below nothing is 0, without a sign', () => {
  // Half of six winters with one conveyance in November: 0.5, interval -0.07 to 1.07.
  const winters = [0, 0, 0, 1, 1, 1].map((count) =>
    measured({}, { conveyances: [count, ...DATES.slice(1).map(() => 0)] }, DATES.length),
  );
  const { rows } = planningOf(runsOf('Base', winters), DATES);
  const row = rows.find(({ name }) => name === 'Ambulance conveyances');
  expect(row?.cells[0]).toEqual({ mean: 1, low95: 0, high95: 1 });
});

it('the series that the table needs are each named once', () => {
  expect(PLANNING_SERIES).toEqual([
    'spellsZeroDay',
    'spellsOneDayPlus',
    'spellsZeroDayCovid',
    'spellsOneDayPlusCovid',
    'attendances',
    'attendancesType3',
    'conveyances',
    'bedsOpen0800',
    'bedsOccupied0800',
  ]);
});
