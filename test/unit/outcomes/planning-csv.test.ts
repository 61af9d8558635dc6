// test/unit/outcomes/planning-csv.test.ts: the monthly table as a file, to the letter, and back.

import { describe, expect, it } from 'vitest';
import type { PlanningTable } from '../../../sim/outcomes/planning.js';
import { parsePlanningCsv, planningCsv } from '../../../sim/outcomes/planning-csv.js';

const cell = (mean: number | null, low95: number | null, high95: number | null) => ({
  ...{ mean, low95, high95 },
});
const MONTHS = [
  { month: '2017-12', days: 31, whole: true },
  { month: '2018-01', days: 2, whole: false },
];
const TABLE: PlanningTable = {
  scenario: 'Base, of old',
  months: MONTHS,
  rows: [
    {
      ...{ measure: 'E.M.11', name: 'Non-elective spells', unit: 'spells' },
      cells: [cell(217, null, null), cell(0, -6, 14)],
    },
    {
      ...{ measure: 'E.M.26', name: 'G&A bed occupancy', unit: '%' },
      cells: [cell(92, 90, 94), cell(null, null, null)],
    },
  ],
};
const OTHER = { ...TABLE, scenario: 'Other' };

describe('planning.csv as written', () => {
  it('has a row for each measure and month, with nothing where an end is undefined', () => {
    expect(planningCsv([TABLE])).toBe(
      `${[
        'scenario,measure,name,unit,month,days,wholeMonth,mean,low95,high95',
        '"Base, of old",E.M.11,Non-elective spells,spells,2017-12,31,yes,217,,',
        '"Base, of old",E.M.11,Non-elective spells,spells,2018-01,2,no,0,-6,14',
        '"Base, of old",E.M.26,G&A bed occupancy,%,2017-12,31,yes,92,90,94',
        '"Base, of old",E.M.26,G&A bed occupancy,%,2018-01,2,no,,,',
      ].join('\n')}\n`,
    );
  });

  it('is read back beside another, also with a mark of byte order before it', () => {
    const text = planningCsv([TABLE, OTHER]);
    expect(parsePlanningCsv(text)).toEqual([TABLE, OTHER]);
    expect(parsePlanningCsv(`\uFEFF${text}`)).toEqual([TABLE, OTHER]);
  });
});

describe('planning.csv', () => {
  const HEADER = 'scenario,measure,name,unit,month,days,wholeMonth,mean,low95,high95';
  it.each([
    ['is empty', '', 'planning.csv:1: the header is not "scenario,measure,'],
    ['has a cell too few', `${HEADER}\na,b,c,d,e,1,yes,1,2\n`, 'planning.csv:2: "a,b,c,d,e,1,yes,'],
    ['has a cell too many', `${HEADER}\na,b,c,d,e,1,yes,1,2,3,4\n`, 'planning.csv:2: "a,b,c'],
    ['has words for days', `${HEADER}\na,b,c,d,e,x,yes,1,2,3\n`, 'is not a row of the table.'],
    ['has words for a mean', `${HEADER}\na,b,c,d,e,1,yes,x,2,3\n`, 'planning.csv:2: '],
    ['has words for an end', `${HEADER}\na,b,c,d,e,1,yes,1,2,x\n`, 'planning.csv:2: '],
  ])('that %s is refused', (_, text, sentence) => {
    expect(() => parsePlanningCsv(text)).toThrow(RangeError);
    expect(() => parsePlanningCsv(text)).toThrow(sentence);
  });

  it('gives 0 and nothing apart', () => {
    const [table] = parsePlanningCsv(`${HEADER}\na,b,c,spells,2018-01,3,no,0,,4\n`);
    expect(table).toEqual({
      scenario: 'a',
      months: [{ month: '2018-01', days: 3, whole: false }],
      rows: [
        { measure: 'b', name: 'c', unit: 'spells', cells: [{ mean: 0, low95: null, high95: 4 }] },
      ],
    });
  });
});
