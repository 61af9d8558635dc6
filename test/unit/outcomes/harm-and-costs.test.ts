// test/unit/outcomes/harm-and-costs.test.ts: deaths associated with waits, and what plans cost.

import { describe, expect, it } from 'vitest';
import { costSentences, harmSentence } from '../../../sim/outcomes/cost-words.js';
import { costOfWinter, costsOf, planCost, type ServiceCost } from '../../../sim/outcomes/costs.js';
import { excessDeaths, excessDeathsLeast, excessDeathsMost } from '../../../sim/outcomes/harm.js';
import { summarise } from '../../../sim/outcomes/summary.js';
import { daysOfModel } from '../../../sim/scenario/compile.js';
import { lister } from '../../model/batches.js';
import { measured, PROVENANCE, runsOf } from './summary-of.js';

const NOBODY = { hours4To6: 0, hours6To8: 0, hours8To12: 0, over12Hours: 0 };

describe('deaths associated with waits', () => {
  it('lie between the low and the high reading of the study', () => {
    const waits = { hours4To6: 1910, hours6To8: 820, hours8To12: 720, over12Hours: 72 };
    expect(excessDeaths(waits)).toBeCloseTo(31, 9);
    expect(excessDeathsLeast(waits)).toBeCloseTo(1612 / 82, 9);
    expect(excessDeathsMost(waits)).toBeGreaterThan(excessDeaths(waits));
  });

  it('of the high reading agree with the published ratios', () => {
    const one = excessDeathsMost({ ...NOBODY, hours6To8: 1 });
    expect(one).toBeCloseTo(0.0871 * (1.14 - 0.94), 12);
  });

  it('are said with their range, as an estimate', () => {
    const winter = { excessDeathsMean: 30, excessDeathsLeast: 20, excessDeathsMost: 50 };
    const text = harmSentence(summarise([runsOf('base', [measured(winter)])], PROVENANCE));
    expect(text).toContain('an estimate: 30');
    expect(text).toContain('(20 to 50');
    expect(harmSentence(summarise([runsOf('base', [measured({})])], PROVENANCE))).toBe('');
  });
});

describe('costs', () => {
  const { model } = lister(['discharge-to-assess', 'escalation-beds-24']);
  const days = daysOfModel(model, new Set());
  const costs = costsOf(model, days);
  const of = (id: string) => costs.find((cost) => cost.id === id);

  it('are counted for the reported days on which a service runs', () => {
    expect(of('discharge-to-assess')?.pounds).toBe(182 * 1942);
    expect(of('escalation-beds')?.pounds).toBe(121 * 9480);
    expect(of('sdec')?.pounds).toBeNull();
  });

  it('of a winter hold what patients cost, and are undefined where no cost is known', () => {
    const reached = [{ name: 'a', eligible: 9, reached: 5, changed: 1 }];
    const cost = { id: 'a', settings: '', pounds: 100, poundsPerPatient: 7 };
    expect(costOfWinter([cost], reached)).toBe(135);
    expect(costOfWinter([{ ...cost, pounds: null }], reached)).toBeNaN();
  });

  const known: ServiceCost = { id: 'a', settings: '', pounds: 100, poundsPerPatient: 0 };
  const plan = (bedDays: number[], withCosts = [known]) => ({
    costs: withCosts,
    pounds: Float64Array.from(bedDays, () => 1000),
    bedDays: Float64Array.from(bedDays),
  });
  const base = {
    ...plan([500, 500, 500]),
    costs: [],
    pounds: new Float64Array(3).fill(Number.NaN),
  };

  it('a bed day saved have a range, where days are clearly saved', () => {
    const found = planCost(plan([478, 480, 482]), base);
    expect(found?.perBedDaySaved?.mean).toBeCloseTo(1000 / 20, 9);
    const { low = 0, high = 0 } = found?.perBedDaySaved ?? {};
    expect(low).toBeLessThan(50);
    expect(high).toBeGreaterThan(50);
    expect(planCost(plan([480, 520, 500]), base)?.perBedDaySaved).toBeNull();
  });

  it('a bed day are not given while part of the plan has no known cost', () => {
    const unknown = { ...known, id: 'b', pounds: null };
    const found = planCost(plan([480, 490, 470], [known, unknown]), base);
    expect(found).toMatchObject({ pounds: 1000, withoutCost: ['b'], perBedDaySaved: null });
  });

  it('are said in a sentence for each plan', () => {
    const winters = [480, 490].map((beds) =>
      measured({ costPounds: 1000, bedsOccupiedMean: beds }),
    );
    const none = [500, 501].map((beds) => measured({ bedsOccupiedMean: beds }));
    const runs = [runsOf('base', none), { ...runsOf('plan', winters), costs: [known] }];
    const [sentence] = costSentences(summarise(runs, PROVENANCE));
    expect(sentence).toContain('plan: £1,000 more than the base in the period');
  });
});
