// test/unit/outcomes/planning.test.ts: activity by month: sums, means, whole numbers, and read back.

import { describe, expect, it } from 'vitest';
import { planningBlock } from '../../../cli/planning-table.js';
import { planningOf } from '../../../sim/outcomes/planning.js';
import { parsePlanningCsv, planningCsv } from '../../../sim/outcomes/planning-csv.js';
import { summarise } from '../../../sim/outcomes/summary.js';
import { reportHtml } from '../../../web/export/report.js';
import { measured, PROVENANCE, runsOf } from './summary-of.js';

const DATES = ['2018-01-30', '2018-01-31', '2018-02-01', ...days('2018-02', 2, 28)];
const SERIES = { spellsZeroDay: 10.3, spellsOneDayPlus: 20.4, attendances: 300, conveyances: 90.6 };

function days(month: string, from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => {
    return `${month}-${String(from + i).padStart(2, '0')}`;
  });
}

function winter(factor: number) {
  const daily = Object.fromEntries(
    Object.entries({ ...SERIES, bedsOpen0800: 560, bedsOccupied0800: 539 }).map(([key, value]) => [
      key,
      DATES.map(() => value * factor),
    ]),
  );
  return measured({}, { ...daily, attendancesType3: DATES.map(() => 0) }, DATES.length);
}

const runs = runsOf('Base', [winter(0.9), winter(1.1)]);
const table = planningOf(runs, DATES);
const row = (name: string) => table.rows.find((found) => found.name.startsWith(name));

describe('planning table', () => {
  it('has the months reported, and says which are not whole', () => {
    expect(table.months).toEqual([
      { month: '2018-01', days: 2, whole: false },
      { month: '2018-02', days: 28, whole: true },
    ]);
  });

  it('adds up days of activity and takes means of beds, in whole numbers', () => {
    expect(row('of these 0 days')?.cells.map(({ mean }) => mean)).toEqual([21, 288]);
    expect(row('Non-elective spells')?.cells[1].mean).toBe(Math.round(30.7 * 28));
    expect(row('G&A beds available')?.cells[1].mean).toBe(560);
    expect(row('G&A bed occupancy')?.cells[1]).toEqual({ mean: 96, low95: 96, high95: 96 });
    const { mean, low95, high95 } = row('Ambulance')?.cells[1] ?? {};
    expect([mean, low95, high95].every((value) => Number.isInteger(value))).toBe(true);
    expect(low95).toBeLessThan(mean ?? 0);
  });

  it('leaves out what the model has none of, rather than fill it with zeros', () => {
    expect(row('A&E attendances, types 3')).toBeUndefined();
    expect(row('1 day or more, COVID')).toBeUndefined();
    expect(table.rows.map(({ measure }) => measure)).toContain('E.M.23');
  });

  it('has COVID columns when there are COVID spells', () => {
    const covid = {
      spellsZeroDayCovid: DATES.map(() => 1),
      spellsOneDayPlusCovid: DATES.map(() => 4),
    };
    const daily = {
      spellsZeroDay: DATES.map(() => 10),
      spellsOneDayPlus: DATES.map(() => 20),
      ...covid,
    };
    const { rows } = planningOf(runsOf('COVID', [measured({}, daily, DATES.length)]), DATES);
    const means = (name: string) =>
      rows.find((r) => r.name === name)?.cells.map(({ mean }) => mean);
    expect(means('1 day or more, COVID')).toEqual([8, 112]);
    expect(means('1 day or more, not COVID')).toEqual([32, 448]);
    expect(means('0 days, not COVID')).toEqual([18, 252]);
  });

  it('is the same after planning.csv', () => {
    expect(parsePlanningCsv(planningCsv([table]))).toEqual([table]);
    expect(() => parsePlanningCsv('a,b\n')).toThrow(/planning\.csv:1: the header/);
    expect(() => parsePlanningCsv(`${planningCsv([])}x,y\n`)).toThrow(/planning\.csv:2: "x,y"/);
  });

  it('fits any width of a terminal', () => {
    for (const columns of [30, 60, 100]) {
      for (const line of planningBlock(table, ['a source of some length'], columns).split('\n')) {
        expect(line.length).toBeLessThanOrEqual(columns);
      }
    }
  });

  it('stands in the report with its assumptions beneath', () => {
    const summary = summarise([runs], PROVENANCE);
    const model = { name: 'Base', system: 's', winter: 'w', plans: [], hash: 'h' };
    const models = [{ ...model, assumptions: ['E.M.12: counted.'] }];
    const html = reportHtml({ summary, fans: [], models, planning: [table] });
    expect(html.indexOf('E.M.12: counted.')).toBeGreaterThan(
      html.indexOf('Base: activity by month'),
    );
  });
});
