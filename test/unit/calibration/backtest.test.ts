// test/unit/calibration/backtest.test.ts: what a winter to come is expected to be, by hand.

import { describe, expect, it } from 'vitest';
import {
  alignedLevel,
  expectedLevel,
  type LevelRule,
  learnLevels,
  mobility,
  quantile,
} from '../../../sim/calibration/backtest/level.js';
import {
  bedsAsBefore,
  bedsByMonth,
  expectedDemand,
  growthOf,
  monthsBetween,
  withPlan,
} from '../../../sim/calibration/backtest/plan.js';
import { summaries } from '../../../sim/calibration/backtest/summary.js';
import {
  dayOfWinter,
  historyOfWinter,
  winterOf,
  wintersIn,
} from '../../../sim/calibration/backtest/winters.js';
import { type BedDay, mean } from '../../../sim/calibration/defects.js';
import { fluByMonth } from '../../../sim/calibration/flu-part.js';
import type { EmergencyMonth, History } from '../../../sim/calibration/history.js';
import { readSeries } from '../../../sim/calibration/series.js';
import { resolve } from '../../../sim/scenario/resolve.js';
import { library } from '../../model/batches.js';

const day = (date: string, open: number, occupied: number): BedDay => ({
  date,
  open,
  occupied,
  over7: Number.NaN,
  over21: Number.NaN,
});
const month = (name: string, attendances: number, admissions: number): EmergencyMonth => ({
  month: name,
  attendances,
  breaches: Number.NaN,
  admissions,
});
const winter = (year: number, share: number): History => ({
  org: 'RXX',
  days: Array.from({ length: 31 }, (_, i) =>
    day(`${year}-12-${String(i + 1).padStart(2, '0')}`, 100, 100 * share),
  ),
  months: [],
  notes: [],
  isPinned: false,
});

describe('winters', () => {
  it('run from July to June, whatever the year', () => {
    expect(['2018-06-30', '2018-07-01', '1999-12-01', '2031-02-01'].map(winterOf)).toEqual([
      '2017-18',
      '2018-19',
      '1999-00',
      '2030-31',
    ]);
    expect(dayOfWinter('2018-01-01') - dayOfWinter('2017-12-25')).toBe(7);
  });

  it('are found in the files, and each has its own days and months only', () => {
    const text =
      'date,org_code,ga_beds_open,ga_beds_occupied\n2030-12-01,RXX,100,90\n2031-12-01,RXX,110,99\n';
    const files = [readSeries('beds.csv', text, { dates: null })];
    expect(wintersIn(files)).toEqual(['2030-31', '2031-32']);
    expect(historyOfWinter('RXX', files, '2031-32').days.map(({ open }) => open)).toEqual([110]);
  });
});

describe('the level of a winter', () => {
  const otherwise: LevelRule = { shrink: 0.5, toward: 0.9, changes: [0], basis: 'none' };

  it('is that of the same days of the year of the winter before, moved a little', () => {
    const days = [...winter(2016, 0.95).days, day('2017-03-01', 100, 50)];
    const dates = winter(2017, 0).days.map(({ date }) => date);
    expect(alignedLevel(days, dates)).toBeCloseTo(0.95, 12);
    expect(expectedLevel(0.98, { shrink: 0.1, toward: 0.93 })).toBeCloseTo(0.975, 12);
  });

  it('is learnt from pairs of winters, and is as handed over where they are few', () => {
    // Half of the trusts go up by 1 point, half down; their days do not differ, so that their
    // mobility is the least there is: the root of 0.006 ÷ 0.025.
    const pairs = Array.from({ length: 24 }, (_, i) => {
      const before = 0.86 + i * 0.005;
      return [winter(2016, before), winter(2017, before + (i % 2 === 0 ? 0.01 : -0.01))] as const;
    });
    const rule = learnLevels(pairs, otherwise);
    expect(rule.toward).toBeCloseTo(0.9175, 9);
    expect(rule.changes[0]).toBeCloseTo(-(rule.changes.at(-1) ?? 0), 12);
    const usual = Math.sqrt(0.006 / 0.025);
    expect(mobility(winter(2016, 0.9).days)).toBeCloseTo(usual, 12);
    const beyond = rule.shrink * 0.0575; // of the trust farthest from the middle
    expect(Math.abs(rule.changes[0] * usual)).toBeGreaterThan(0.01);
    expect(Math.abs(rule.changes[0] * usual)).toBeLessThan(0.01 + beyond + 1e-9);
    expect(learnLevels(pairs.slice(0, 19), otherwise)).toBe(otherwise);
  });

  it('is not learnt from winters into which most levels jumped', () => {
    const usual = Array.from({ length: 24 }, (_, i) => {
      return [winter(2016, 0.9), winter(2017, 0.9 + (i % 2 === 0 ? 0.01 : -0.01))] as const;
    });
    const jumped = usual.map(([before]) => [before, winter(2020, 0.84)] as const);
    expect(learnLevels([...usual, ...jumped], otherwise)).toEqual(learnLevels(usual, otherwise));
    expect(learnLevels(jumped, otherwise)).toBe(otherwise);
  });

  it('moves the farther, the wider the days of a winter are spread', () => {
    // 10th and 90th percentile of 0.8, 0.9 and 1 in turn are 0.8 and 1.
    const days = winter(2016, 0.9).days.map((one, i) => ({ ...one, occupied: 80 + 10 * (i % 3) }));
    expect(mobility(days)).toBeCloseTo(Math.sqrt(0.2 / 2.563 / 0.025), 9);
  });

  it('quantiles lie between the middles of values', () => {
    expect([0.25, 0.5, 0.75, 0, 1].map((share) => quantile([1, 3], share))).toEqual([
      1, 2, 3, 1, 3,
    ]);
  });
});

describe('the plan of a winter', () => {
  it('grows as organisations grew, the latest month first', () => {
    const known = ['2016-12', '2017-01', '2017-02'].map((name) => month(name, 1000, 250));
    const next = ['2017-12', '2018-01', '2018-02'].map((name) => month(name, 1050, 262.5));
    const growth = growthOf([[...known, ...next], []]);
    expect(growth.attendances).toBeCloseTo(1.05, 12);
    expect(growth.admitted).toBeCloseTo(1, 12);
    const expected = expectedDemand([...known, ...next], '2019-20', growth);
    expect(expected.attendances[0]).toBeCloseTo((1050 / 31) * 1.05 ** 2, 9);
    expect(expected.attendances[5]).toBeNaN();
    expect(growthOf([known]).basis).toContain('no month');
  });

  it('has the beds of its months, or those of the winter before', () => {
    const days = [
      ...winter(2016, 0.9).days,
      ...[1, 2, 3, 4, 5].map((i) => day(`2017-01-0${i}`, 130, 120)),
    ];
    expect(
      [...bedsByMonth(days, ['2016-12', '2017-01', '2017-02']).values()].map(Math.round),
    ).toEqual([100, 130, 104]);
    expect(bedsAsBefore(days, ['2018-12', '2019-01']).get('2019-01')).toBe(130);
    expect(monthsBetween('2017-11-30', '2018-01-01')).toEqual(['2017-11', '2017-12', '2018-01']);
  });

  it('reaches the model: beds by month, attendances and share admitted', () => {
    const { model } = resolve(library, { system: 'england-average' });
    const attendances = new Array<number>(12).fill(310);
    const admitted = new Array<number>(12).fill(0.3);
    const open = new Map([['2018-01', 740.4]]);
    const planned = withPlan(model, { attendances, admitted, open }, 700);
    // The flu wave of the model comes on top of what is put in; together they are the plan.
    const flu = fluByMonth(model);
    expect(flu[0]).toBeGreaterThan(1);
    expect(planned.demand.attendancesPerDay).toBeCloseTo(310 - mean(flu), 9);
    const { demand, patients } = planned;
    demand.monthIndex.forEach((index, i) => {
      const others = demand.attendancesPerDay * index;
      const share = patients.admission.overallShare * patients.admission.monthIndex[i];
      expect(others + flu[i]).toBeCloseTo(310, 9);
      expect(others * share + flu[i]).toBeCloseTo(93, 9);
    });
    expect(planned.beds.changes.reduce((sum, { beds }) => sum + beds, 0)).toBe(40);
    expect(new Set(planned.beds.changes.map(({ from, to }) => `${from} ${to}`))).toEqual(
      new Set(['2018-01-01 2018-01-31']),
    );
  });
});

it('a summary of nothing is nothing', () => {
  expect(summaries([])).toEqual([]);
});
