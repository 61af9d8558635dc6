// test/unit/outcomes/summary.test.ts: a batch becomes estimates, differences, chances and fans.

import { describe, expect, it } from 'vitest';
import { difference, estimate } from '../../../sim/outcomes/intervals.js';
import { DAILY, OUTCOME_KEYS } from '../../../sim/outcomes/keys.js';
import { fansOf, summarise } from '../../../sim/outcomes/summary.js';
import { measured, PROVENANCE, runsOf, summaryOf } from './summary-of.js';

const BASE = { days: [5, 60, 130, 121], fourHour: [0.96, 0.9, 0.7, 0.89] };
const PLAN = { days: [5, 50, 131, 100], fourHour: [0.97, 0.9, 0.8, 0.95] };

describe('summary of a batch', () => {
  const summary = summaryOf({ base: BASE, plan: PLAN });
  const values = (of: readonly number[]) => Float64Array.from(of);

  it('has an estimate of each outcome of each scenario', () => {
    expect(summary.scenarios.map(({ name }) => name)).toEqual(['base', 'plan']);
    expect(summary.scenarios[0].outcomes.daysOver92Count).toEqual(estimate(values(BASE.days)));
    expect(summary.scenarios[1].outcomes.within4hType1Share).toEqual(
      estimate(values(PLAN.fourHour)),
    );
    expect(Object.keys(summary.scenarios[0].outcomes)).toEqual([...OUTCOME_KEYS]);
  });

  it('has paired differences to the first scenario, with what is better for each outcome', () => {
    expect(summary.differences).toHaveLength(1);
    const [{ scenario, base, outcomes }] = summary.differences;
    expect([scenario, base]).toEqual(['plan', 'base']);
    expect(outcomes.daysOver92Count).toEqual(
      difference(values(PLAN.days), values(BASE.days), 'lower'),
    );
    expect(outcomes.daysOver92Count.chanceBetter).toBe(2.5 / 4);
    expect(outcomes.within4hType1Share).toEqual(
      difference(values(PLAN.fourHour), values(BASE.fourHour), 'higher'),
    );
  });

  it('leaves an outcome that was never measured undefined, never 0', () => {
    const { sdecCount } = summary.scenarios[0].outcomes;
    expect(Object.values(sdecCount).every((value) => value === null)).toBe(true);
    expect(summary.differences[0].outcomes.sdecCount.mean).toBeNull();
  });

  it('counts chances at their limits in', () => {
    const share = (text: string) =>
      summary.scenarios[0].chances.find((chance) => chance.text === text)?.share;
    expect(share('at least 10 days over 92 %')).toBe(3 / 4);
    expect(share('at least 60 days over 92 %')).toBe(3 / 4);
    expect(share('at least 120 days over 92 %')).toBe(2 / 4);
    expect(share('4-hour standard at 90 % or more')).toBe(2 / 4);
    expect(share('4-hour standard at 95 % or more')).toBe(1 / 4);
  });

  it('counts chances that must stay at or below a limit', () => {
    const runs = [0.919, 0.92, 0.9201, Number.NaN].map((occupancy0800ShareMean) =>
      measured({ occupancy0800ShareMean }),
    );
    const { scenarios } = summarise([runsOf('base', runs)], PROVENANCE);
    const chance = scenarios[0].chances.find(({ key }) => key === 'occupancy0800ShareMean');
    expect(chance?.share).toBe(2 / 3);
  });

  it('states its chances in words, and has none of what was never measured', () => {
    const { chances } = summary.scenarios[0];
    expect(chances.map(({ text }) => text)).toEqual([
      'at least 10 days over 92 %',
      'at least 60 days over 92 %',
      'at least 120 days over 92 %',
      'mean occupancy at or below 92 %',
      '4-hour standard at 90 % or more',
      '4-hour standard at 95 % or more',
      'delayed transfers at or below 3.5 %',
    ]);
    expect(chances.at(-1)).toMatchObject({ key: 'dtocShareMean', share: 0 });
  });

  it('says where it comes from', () => {
    expect(summary).toMatchObject({ ...PROVENANCE, replications: 4 });
    expect(summary.scenarios[1].hash).toBe('hash of plan');
  });

  it('of one scenario has no differences, and of none nothing', () => {
    expect(summaryOf({ base: BASE }).differences).toEqual([]);
    expect(summarise([], PROVENANCE)).toMatchObject({ replications: 0, scenarios: [] });
  });
});

describe('daily fans', () => {
  const dates = ['2017-10-01', '2017-10-02', '2017-10-03'];
  const winters = [
    [10, 1, Number.NaN],
    [20, Number.NaN, Number.NaN],
    [60, 3, Number.NaN],
  ].map((attendances) => measured({}, { attendances }, 3));
  const fans = fansOf(runsOf('base', winters), dates);
  const fan = fans[DAILY.findIndex(({ key }) => key === 'attendances')];

  it('exist for each daily series', () => {
    expect(fans.map(({ series }) => series)).toEqual(DAILY.map(({ key }) => key));
  });

  it('have the mean and percentiles over replications of each day', () => {
    expect(fan).toMatchObject({ scenario: 'base', series: 'attendances' });
    expect([fan.mean[0], fan.p5[0], fan.p25[0], fan.p50[0], fan.p75[0], fan.p95[0]]).toEqual([
      30, 11, 15, 20, 40, 56,
    ]);
  });

  it('leave out undefined winters, and days that no winter defines', () => {
    expect(fan.dates).toEqual(['2017-10-01', '2017-10-02']);
    expect([fan.mean[1], fan.p50[1]]).toEqual([2, 2]);
    expect(fans[0].dates).toEqual([]);
  });
});
