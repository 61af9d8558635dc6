// test/unit/outcomes/cost-words.test.ts: costs and deaths in sentences that say they are estimates.

import { describe, expect, it } from 'vitest';
import { COST_NOTE, costSentences, harmSentence } from '../../../sim/outcomes/cost-words.js';
import type { PlanCost } from '../../../sim/outcomes/costs.js';
import { type Summary, summarise } from '../../../sim/outcomes/summary.js';
import { measured, PROVENANCE, runsOf } from './summary-of.js';

const withCosts = (...costs: (PlanCost | undefined)[]) =>
  ({
    differences: costs.map((cost, i) => ({ scenario: `Plan ${i + 1}`, cost })),
  }) as unknown as Summary;

describe('what a plan costs', () => {
  it('is said with what a bed day saved costs, and its range', () => {
    const perBedDaySaved = { mean: 216.4, low: 150.4, high: 1400.6 };
    const cost = { pounds: 353_444.4, withoutCost: [], perBedDaySaved };
    expect(costSentences(withCosts(undefined, cost))).toEqual([
      'Plan 2: £353,444 more than the base in the period, £216 for each bed day saved ' +
        '(£150 to £1,401).',
    ]);
  });

  it('is said to save no bed days clearly where the interval holds none', () => {
    const cost = { pounds: 10, withoutCost: [], perBedDaySaved: null };
    expect(costSentences(withCosts(cost))).toEqual([
      'Plan 1: £10 more than the base in the period; no bed days are clearly saved.',
    ]);
  });

  it('names each service without a known cost once', () => {
    const cost = { pounds: 10, withoutCost: ['sdec', 'red-bag', 'sdec'], perBedDaySaved: null };
    expect(costSentences(withCosts(cost))).toEqual([
      'Plan 1: £10 more than the base in the period, and what sdec, red-bag costs, which is not ' +
        'known.',
    ]);
  });

  it('is an estimate, and the note says what its range leaves out', () => {
    expect(COST_NOTE).toMatch(/^Costs are estimates .* the range .* not what is unknown .*\.$/);
  });
});

describe('deaths associated with waits', () => {
  const deaths = (outcomes: Parameters<typeof measured>[0]) =>
    harmSentence(summarise([runsOf('base', [measured(outcomes)])], PROVENANCE));

  it('are said with their range, as an estimate, with the study', () => {
    const winter = { excessDeathsMean: 1030, excessDeathsLeast: 20, excessDeathsMost: 1150 };
    expect(deaths(winter)).toBe(
      'Deaths that waits for a bed are associated with, an estimate: 1,030 in a winter of the base ' +
        '(20 to 1,150 by how the study is read; Jones 2022, EMJ 39:168).',
    );
  });

  it('are not mentioned where nobody waited', () => {
    const winter = { excessDeathsMean: 30, excessDeathsLeast: 20, excessDeathsMost: 50 };
    expect(deaths({})).toBe('');
    for (const key of Object.keys(winter))
      expect(deaths({ ...winter, [key]: Number.NaN })).toBe('');
  });
});
