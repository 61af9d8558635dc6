// test/model/directions.test.ts: what theory says of more beds, in-reach and Discharge to Assess; and that
// the same patients in every scenario make differences sharp. One batch for all.

import { beforeAll, describe, expect, it } from 'vitest';
import { interval } from '../../sim/outcomes/intervals.js';
import type { Outcome } from '../../sim/outcomes/keys.js';
import type { ScenarioRuns } from '../../sim/outcomes/summary.js';
import { batchOf, changed, column, LISTER, lister, mean, paired, variance } from './batches.js';

const REPLICATIONS = 24;
const RATIO_LEAST = 20;
let runs: Record<string, ScenarioRuns>;

beforeAll(async () => {
  const scenarios = {
    base: lister(),
    beds: changed({ system: LISTER }, '+30 medical beds', (model) => {
      model.beds.medical.core += 30;
    }),
    inReach: lister(['frailty-in-reach-70h']),
    assess: lister(['discharge-to-assess']),
    sdec: lister(['sdec-14h']),
    escalation: lister(['escalation-beds-24']),
    inReach50: lister(['frailty-in-reach-50h']),
    together: lister(['all-together']),
    demand: changed({ system: LISTER }, '+5 % demand', (model) => {
      model.demand.growthShare = 0.05;
    }),
  };
  const batch = await batchOf(Object.values(scenarios), { replications: REPLICATIONS });
  runs = Object.fromEntries(Object.keys(scenarios).map((key, i) => [key, batch.scenarios[i]]));
}, 240_000);

/** Interval of the paired difference to the base. */
function differenceOf(scenario: string, key: Outcome) {
  const values = paired(column(runs[scenario], key), column(runs.base, key));
  const { mean: centre, low95, high95 } = interval(Float64Array.from(values));
  if (centre === null || low95 === null || high95 === null) throw new Error(`No ${key}.`);
  return { mean: centre, low95, high95 };
}

function expectLower(scenario: string, ...keys: Outcome[]): void {
  for (const key of keys) expect(differenceOf(scenario, key).high95, key).toBeLessThan(0);
}

function expectHigher(scenario: string, ...keys: Outcome[]): void {
  for (const key of keys) expect(differenceOf(scenario, key).low95, key).toBeGreaterThan(0);
}

describe('more beds', () => {
  it('lower occupancy, flexible beds and waits, and raise 4-hour performance', () => {
    expectLower('beds', 'occupancy0800ShareMean', 'daysOver92Count', 'flexBedDays');
    expectLower('beds', 'awaitingBed0800Mean', 'over12hFromDecisionCount');
    expectHigher('beds', 'within4hType1Share', 'bedsOpenMean');
  });

  it('never admit fewer people', () => {
    const { low95 } = differenceOf('beds', 'admissionsEmergencyCount');
    expect(low95).toBeGreaterThan(-20);
  });

  it('as escalation beds are counted as such', () => {
    expect(mean(column(runs.base, 'escalationBedDays'))).toBe(0);
    expectHigher('escalation', 'escalationBedDays');
    expectLower('escalation', 'occupancy0800ShareMean', 'flexBedDays');
  });
});

describe('frailty in-reach', () => {
  it('avoids admissions', () => {
    expectLower('inReach', 'admissionsEmergencyCount');
  });

  it('does next to nothing for beds, as the evidence says', () => {
    const beds = differenceOf('inReach', 'bedsOccupiedMean');
    expect(Math.abs(beds.mean)).toBeLessThan(1);
    const share = differenceOf('inReach', 'occupancy0800ShareMean');
    expect(Math.abs(share.mean)).toBeLessThan(0.002);
  });
});

describe('Discharge to Assess', () => {
  it('shortens delays and frees beds', () => {
    expectLower('assess', 'dtocBedDays', 'notMeetingCriteriaToResideMean', 'bedsOccupiedMean');
    expectLower('assess', 'occupancy0800ShareMean');
  });

  it('does not change who comes', () => {
    const { mean: change } = differenceOf('assess', 'attendancesCount');
    expect(change).toBe(0);
  });
});

describe('same-day emergency care', () => {
  it('moves admissions from longer spells to the same day', () => {
    expectHigher('sdec', 'sdecCount', 'spellsZeroDayCount', 'within4hType1Share');
    expectLower('sdec', 'spellsOneDayPlusCount', 'bedsOccupiedMean');
  });
});

describe('more demand', () => {
  it('keeps every patient and adds some', () => {
    const more = paired(
      column(runs.demand, 'attendancesCount'),
      column(runs.base, 'attendancesCount'),
    );
    for (const difference of more) expect(difference).toBeGreaterThan(0);
    const share = mean(more) / mean(column(runs.base, 'attendancesCount'));
    expect(share).toBeGreaterThan(0.045);
    expect(share).toBeLessThan(0.055);
  });

  it('raises occupancy and lowers 4-hour performance', () => {
    expectHigher('demand', 'occupancy0800ShareMean', 'bedsOccupiedMean', 'handoverOver60Share');
    expectLower('demand', 'within4hType1Share');
  });
});

describe('common random numbers', () => {
  /** One plan of each kind: at the door, at streaming, at discharge, in beds, and together. */
  const PLANS = ['inReach50', 'inReach', 'sdec', 'assess', 'escalation', 'together'];
  const KEYS: Outcome[] = ['bedsOccupiedMean', 'occupancy0800ShareMean', 'within4hType1Share'];

  /** Variance of the difference between independent winters ÷ between winters of the same patients. */
  function ratioOf(plan: string, key: Outcome): number {
    const [base, withPlan] = [column(runs.base, key), column(runs[plan], key)];
    return (variance(base) + variance(withPlan)) / variance(paired(withPlan, base));
  }

  it('shrink the variance of the occupancy difference at least 20 times, for each plan', () => {
    const lines = PLANS.map((plan) => [plan, ...KEYS.map((key) => ratioOf(plan, key).toFixed(0))]);
    const header = ['independent ÷ common variance', ...KEYS];
    const text = [header, ...lines].map((cells) => cells.map((c) => c.padEnd(30)).join(''));
    process.stdout.write(`${text.join('\n')}\n`);
    for (const plan of PLANS) {
      const ratio = ratioOf(plan, 'bedsOccupiedMean');
      expect(ratio, `${plan}: beds occupied`).toBeGreaterThanOrEqual(RATIO_LEAST);
    }
  });
});
