// test/unit/outcomes/single-winters-table.test.ts: single winters as a file, to the letter, and back.

import { describe, expect, it } from 'vitest';
import type { SingleWinters } from '../../../sim/outcomes/single-winters.js';
import {
  parseSingleWintersCsv,
  singleWintersCsv,
} from '../../../sim/outcomes/single-winters-table.js';

const HEADER = 'scenario,figure,date,dayShare,winter,value';
const BASE: SingleWinters = {
  scenario: 'Base',
  dates: ['2018-01-01', '2018-01-02', '2018-01-03', '2018-01-04'],
  overShare: [0, 1, 1 / 3, null],
  // For each share of days (1, 0.95, 0.9, 0.75, 0.5), two winters.
  bedsNeeded: [
    [500, 100],
    [480, 99],
    [470.5, 98],
    [300, 97],
    [200, Number.NaN],
  ],
};
const PLAN: SingleWinters = {
  scenario: 'Plan, the second',
  dates: ['2018-01-01'],
  overShare: [0.5],
  bedsNeeded: [[7], [6], [5], [4], [3]],
};

describe('single-winters.csv', () => {
  it('has a row for each date that has a chance, and for each share of days and winter', () => {
    expect(singleWintersCsv([BASE, PLAN])).toBe(
      `${[
        HEADER,
        'Base,over92Share,2018-01-01,,,0',
        'Base,over92Share,2018-01-02,,,1',
        'Base,over92Share,2018-01-03,,,0.3333333333',
        'Base,bedsNeeded,,1,0,500',
        'Base,bedsNeeded,,1,1,100',
        'Base,bedsNeeded,,0.95,0,480',
        'Base,bedsNeeded,,0.95,1,99',
        'Base,bedsNeeded,,0.9,0,470.5',
        'Base,bedsNeeded,,0.9,1,98',
        'Base,bedsNeeded,,0.75,0,300',
        'Base,bedsNeeded,,0.75,1,97',
        'Base,bedsNeeded,,0.5,0,200',
        '"Plan, the second",over92Share,2018-01-01,,,0.5',
        '"Plan, the second",bedsNeeded,,1,0,7',
        '"Plan, the second",bedsNeeded,,0.95,0,6',
        '"Plan, the second",bedsNeeded,,0.9,0,5',
        '"Plan, the second",bedsNeeded,,0.75,0,4',
        '"Plan, the second",bedsNeeded,,0.5,0,3',
      ].join('\n')}\n`,
    );
  });

  it('gives back what was written; a day or winter without a value has no row', () => {
    const text = singleWintersCsv([BASE, PLAN]);
    const back = [
      {
        scenario: 'Base',
        dates: BASE.dates.slice(0, 3),
        overShare: [0, 1, 0.3333333333],
        bedsNeeded: [...BASE.bedsNeeded.slice(0, 4), [200]],
      },
      PLAN,
    ];
    expect(parseSingleWintersCsv(text)).toEqual(back);
    expect(parseSingleWintersCsv(`\uFEFF${text}`)).toEqual(back);
  });

  it('of no scenario is its header', () => {
    expect(singleWintersCsv([])).toBe(`${HEADER}\n`);
    expect(parseSingleWintersCsv(`${HEADER}\n`)).toEqual([]);
  });

  it('takes values at the edges', () => {
    const rows = ['B,over92Share,2018-01-01,,,0', 'B,over92Share,2018-01-02,,,1'];
    const [read] = parseSingleWintersCsv([HEADER, ...rows, 'B,bedsNeeded,,0.5,0,0'].join('\n'));
    expect(read).toEqual({
      scenario: 'B',
      dates: ['2018-01-01', '2018-01-02'],
      overShare: [0, 1],
      bedsNeeded: [[], [], [], [], [0]],
    });
  });

  it.each(['', 'scenario,value\n', 'scenariofiguredatedayShare,winter,value\n'])(
    'refuses the header "%s", saying which it wants',
    (text) => {
      expect(() => parseSingleWintersCsv(text)).toThrow(
        new RangeError(`single-winters.csv:1: the header is not "${HEADER}".`),
      );
    },
  );

  it.each([
    ['a share above 1', 'Base,over92Share,2018-01-01,,,1.2'],
    ['a share below 0', 'Base,over92Share,2018-01-01,,,-0.1'],
    ['a share that is no number', 'Base,over92Share,2018-01-01,,,x'],
    ['no share', 'Base,over92Share,2018-01-01,,,'],
    ['no date', 'Base,over92Share,Monday,,,1'],
    ['a share of days that is not known', 'Base,bedsNeeded,,0.3,0,500'],
    ['no beds', 'Base,bedsNeeded,,1,0,'],
    ['beds without end', 'Base,bedsNeeded,,1,0,Infinity'],
    ['fewer than no beds', 'Base,bedsNeeded,,1,0,-1'],
    ['another figure', 'Base,mean,2018-01-01,1,0,0.5'],
    ['a cell too many', 'Base,bedsNeeded,,1,0,500,1'],
    ['a cell too few', 'Base,bedsNeeded,,1,0'],
  ])('refuses %s, naming the line', (_, row) => {
    const good = 'Base,bedsNeeded,,1,0,500';
    expect(() => parseSingleWintersCsv([HEADER, good, row, good].join('\n'))).toThrow(
      new RangeError(`single-winters.csv:3: "${row}" is not a row of single-winters.csv.`),
    );
  });

  it('shows the beginning of a long row only', () => {
    const row = `${'long '.repeat(20)},mean,,,,1`;
    expect(() => parseSingleWintersCsv(`${HEADER}\n${row}\n`)).toThrow(
      `single-winters.csv:2: "${row.slice(0, 60)}" is not`,
    );
  });
});
