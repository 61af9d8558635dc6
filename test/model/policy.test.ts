// test/model/policy.test.ts: the plans of IV12 at the Lister: directions, and nothing when off.

import { beforeAll, describe, expect, it } from 'vitest';
import { interval } from '../../sim/outcomes/intervals.js';
import type { Outcome } from '../../sim/outcomes/keys.js';
import type { ScenarioRuns } from '../../sim/outcomes/summary.js';
import type { Resolved } from '../../sim/scenario/resolve.js';
import type { Model } from '../../sim/scenario/schema.js';
import { fingerprint } from '../../sim/verification/fingerprint.js';
import { batchOf, changed, column, LISTER, mean, paired, shorten } from './batches.js';

const REPLICATIONS = 6;
let runs: Record<string, ScenarioRuns>;

/** Two months to the end of January, in which the Lister is crowded. */
function winter(plans: string[], change: (model: Model) => void = () => undefined): Resolved {
  return changed({ system: LISTER, plans }, plans.join('+'), (model) => {
    shorten(model, '2018-01-31');
    model.period.firstDay = '2017-12-01';
    change(model);
  });
}

/** A plan whose trigger is never reached. */
function never(plan: string): Resolved {
  return winter([plan], (model) => {
    const settings = model.interventions[plan] as {
      trigger: { on: number };
      costPoundsPerDay?: number;
    };
    settings.trigger.on = 1000;
    delete settings.costPoundsPerDay; // an outcome by itself
  });
}

beforeAll(async () => {
  const scenarios = {
    base: winter([]),
    opel: winter(['opel-illustrative']),
    surge: winter(['surge-plan']),
    noSurge: never('surge-plan'),
    boarding: winter(['boarding']),
    noBoarding: never('boarding'),
    full: winter(['full-capacity-protocol']),
    noFull: never('full-capacity-protocol'),
  };
  const batch = await batchOf(Object.values(scenarios), { replications: REPLICATIONS });
  expect(batch.failures).toEqual([]);
  runs = Object.fromEntries(Object.keys(scenarios).map((key, i) => [key, batch.scenarios[i]]));
});

const of = (scenario: string, key: Outcome) => column(runs[scenario], key);

/** Interval of the paired difference to the base. */
function differenceOf(scenario: string, key: Outcome): { low95: number; high95: number } {
  const values = Float64Array.from(paired(of(scenario, key), of('base', key)));
  const { low95, high95 } = interval(values);
  return { low95: low95 ?? Number.NaN, high95: high95 ?? Number.NaN };
}

describe('the surge plan', () => {
  it('opens its 24 beds on some days and counts them', () => {
    for (const beds of of('surge', 'escalationPolicyBedDays')) expect(beds % 24).toBe(0);
    expect(mean(of('surge', 'escalationPolicyBedDays'))).toBeGreaterThan(0);
    for (const days of of('surge', 'policyDaysCount')) expect(days).toBeLessThan(62);
    const [{ actions }] = runs.surge.replications;
    expect(actions.map(({ name }) => name)).toEqual(['surge beds']);
    expect(actions[0].bedDays).toBe(of('surge', 'escalationPolicyBedDays')[0]);
    expect(actions[0].days).toBe(of('surge', 'policyDaysCount')[0]);
  });

  it('lowers occupancy and flexible beds', () => {
    expect(differenceOf('surge', 'occupancy0800ShareMean').high95).toBeLessThan(0);
    expect(differenceOf('surge', 'flexBedDays').high95).toBeLessThan(0);
  });

  it('does nothing at all while its trigger is not reached', () => {
    expect(fingerprint(runs.noSurge.replications)).toBe(fingerprint(runs.base.replications));
    expect(of('base', 'policyDaysCount')).toEqual(new Array(REPLICATIONS).fill(0));
  });
});

describe.each([
  ['boarding', 'noBoarding'],
  ['full', 'noFull'],
])('%s', (plan, never) => {
  it('moves waits from A&E to the wards and counts them', () => {
    expect(mean(of(plan, 'boardedCount'))).toBeGreaterThan(0);
    expect(mean(of(plan, 'boardedBedDays'))).toBeGreaterThan(0);
    const longWaits = paired(
      of(plan, 'over12hFromDecisionCount'),
      of('base', 'over12hFromDecisionCount'),
    );
    expect(mean(longWaits)).toBeLessThan(0);
  });

  it('does nothing at all while its trigger is not reached', () => {
    expect(fingerprint(runs[never].replications)).toBe(fingerprint(runs.base.replications));
  });
});

describe('the table of OPEL levels', () => {
  it('reports levels and changes nothing else', () => {
    const levels = of('opel', 'opel3DaysCount');
    expect(mean(levels)).toBeGreaterThan(0);
    of('opel', 'opel4DaysCount').forEach((days, i) => {
      expect(days).toBeLessThanOrEqual(levels[i]);
    });
    expect(of('base', 'opel3DaysCount').every(Number.isNaN)).toBe(true);
    for (const key of ['within4hShare', 'bedsOccupiedMean', 'flexBedDays'] as const) {
      expect(of('opel', key)).toEqual(of('base', key));
    }
  });
});
