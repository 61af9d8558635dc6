// test/model/discharge-services.test.ts: services at discharge and in the community do what their
// mechanisms say, in the direction and about the size of their evidence, and nothing when off.

import { beforeAll, describe, expect, it } from 'vitest';
import { OUTCOME_KEYS, type Outcome } from '../../sim/outcomes/keys.js';
import type { ScenarioRuns } from '../../sim/outcomes/summary.js';
import type { Model } from '../../sim/scenario/schema.js';
import { fingerprint } from '../../sim/verification/fingerprint.js';
import { batchOf, changed, column, LISTER, mean, shorten } from './batches.js';

const PLANS = [
  'discharge-to-assess-3-localities',
  'discharge-to-assess-6-localities',
  'discharge-to-assess-funding-ends',
  'trusted-assessor',
  'chc-out-of-hospital',
  'community-capacity-more',
  'community-beds-62-percent-fewer',
  'seven-day-discharge',
  'safer-discharge',
  'long-stay-review-7',
  'virtual-ward',
] as const;

/** Settings of the plans that switch them off without taking them out. */
const OFF: Record<string, Record<string, unknown>> = {
  'discharge-to-assess': { coverageShare: 0, extraPlaces: { p1: 0, p2: 0, p3: 0 } },
  'trusted-assessor': { uptakeShare: 0 },
  'seven-day-discharge': { effect: { gapClosedShare: { low: 0, likely: 0, high: 0 } } },
  'safer-discharge': {
    uptakeShare: 0,
    lounge: { places: 0, hours: {}, hoursBefore: 0, suitableShare: 0 },
  },
  'long-stay-review': { reviewsPerDay: 0 },
  'virtual-ward': { places: 0 },
  'community-capacity': { p1: { share: 0 }, p2: { share: 0 }, p3: { places: 0 } },
};

let runs: Record<string, ScenarioRuns>;

function scenario(plans: readonly string[], change: (model: Model) => void = () => {}) {
  return changed({ system: LISTER, plans: [...plans] }, plans.join('+') || 'base', (model) => {
    shorten(model, '2018-01-20');
    change(model);
  });
}

beforeAll(async () => {
  const off = Object.entries(OFF).map(([id, settings]) => {
    const plan = PLANS.find((name) => name.startsWith(id)) ?? '';
    return scenario([plan], (model) => {
      Object.assign(model.interventions[id] as object, settings);
    });
  });
  const tight = (model: Model) => {
    model.community.p1.places = 82;
  };
  const scenarios = [
    scenario([]),
    ...PLANS.map((plan) => scenario([plan])),
    ...off,
    scenario([], tight),
    scenario(['community-capacity-more'], tight),
  ];
  const batch = await batchOf(scenarios, { replications: 2 });
  expect(batch.failures).toEqual([]);
  const names = [
    'base',
    ...PLANS,
    ...Object.keys(OFF).map((id) => `${id} off`),
    'tight',
    'tight, more',
  ];
  runs = Object.fromEntries(names.map((name, i) => [name, batch.scenarios[i]]));
}, 120_000);

const of = (name: string, key: Outcome) => mean(column(runs[name], key));
const change = (name: string, key: Outcome) => of(name, key) - of('base', key);
const serviceOf = (name: string, id: string) => {
  const counts = runs[name].replications.flatMap(({ services }) =>
    services.filter((service) => service.name === id),
  );
  return {
    reached: mean(counts.map((c) => c.reached)),
    changed: mean(counts.map((c) => c.changed)),
  };
};

describe('switched off', () => {
  it.each(Object.keys(OFF))('%s changes nothing', (id) => {
    // A process of its own, and the price of a service that nobody uses.
    const skip = ['expectedDateWithin3DaysShare', 'costPounds'];
    const strip = (name: string) =>
      fingerprint(
        runs[name].replications.map((one) => ({
          ...one,
          services: [],
          outcomes: one.outcomes.filter((_, i) => !skip.includes(OUTCOME_KEYS[i])),
        })),
      );
    expect(strip(`${id} off`)).toBe(strip('base'));
  });
});

describe('Discharge to Assess by localities', () => {
  it('gives about half as much in half of the localities, to the same patients and more', () => {
    const three = change('discharge-to-assess-3-localities', 'dtocBedDays');
    const six = change('discharge-to-assess-6-localities', 'dtocBedDays');
    expect(three).toBeLessThan(0);
    expect(six).toBeLessThan(three);
    const ratio =
      serviceOf('discharge-to-assess-3-localities', 'discharge-to-assess').changed /
      serviceOf('discharge-to-assess-6-localities', 'discharge-to-assess').changed;
    expect(ratio).toBeGreaterThan(0.45);
    expect(ratio).toBeLessThan(0.55);
  });

  it('loses part of it when the funding ends', () => {
    const ended = change('discharge-to-assess-funding-ends', 'dtocBedDays');
    expect(ended).toBeLessThan(0);
    expect(ended).toBeGreaterThan(change('discharge-to-assess-6-localities', 'dtocBedDays'));
  });
});

describe('trusted assessor', () => {
  it('saves no more days for each assessment than were published, and some', () => {
    const { changed: assessed } = serviceOf('trusted-assessor', 'trusted-assessor');
    expect(assessed).toBeGreaterThan(50); // of 112 days: 447 a year are 137
    expect(assessed).toBeLessThan(250);
    expect(change('trusted-assessor', 'dtocBedDays')).toBeLessThan(0);
    const days = -change('trusted-assessor', 'notMeetingCriteriaToResideMean') * 112;
    expect(days / assessed).toBeGreaterThan(0.2);
    expect(days / assessed).toBeLessThan(2.4);
  });
});

describe('continuing healthcare out of hospital', () => {
  it('brings the share in an acute bed near its target of 15 % and shortens few delays', () => {
    expect(of('chc-out-of-hospital', 'chcInHospitalShare')).toBeLessThan(0.17); // 0.27 × 0.4 after the ramp
    expect(of('chc-out-of-hospital', 'chcInHospitalShare')).toBeGreaterThan(0.05);
    expect(Math.abs(change('chc-out-of-hospital', 'bedsOccupiedMean'))).toBeLessThan(2);
  });
});

describe('community capacity', () => {
  it('more of it does nothing where places stand free, and shortens delays where they do not', () => {
    expect(change('community-capacity-more', 'dtocBedDays')).toBeLessThanOrEqual(0);
    expect(of('tight, more', 'dtocBedDays')).toBeLessThan(of('tight', 'dtocBedDays'));
  });

  it('fewer community beds fill hospital beds', () => {
    expect(change('community-beds-62-percent-fewer', 'dtocBedDays')).toBeGreaterThan(400);
    expect(change('community-beds-62-percent-fewer', 'bedsOccupiedMean')).toBeGreaterThan(2);
  });
});

describe('seven-day discharge', () => {
  it('brings weekends nearer to weekdays and frees beds', () => {
    expect(change('seven-day-discharge', 'weekendDischargeShare')).toBeGreaterThan(0.03);
    expect(of('seven-day-discharge', 'weekendDischargeShare')).toBeLessThan(1.1);
    expect(change('seven-day-discharge', 'bedsOccupiedMean')).toBeLessThan(0);
    expect(change('seven-day-discharge', 'attendancesCount')).toBe(0);
  });
});

describe('SAFER and discharge lounge', () => {
  it('empties beds earlier in the day and shortens stays by no more than the evidence', () => {
    expect(change('safer-discharge', 'dischargesBeforeNoonShare')).toBeGreaterThan(0.02);
    const stay = of('safer-discharge', 'stayMeanDays') / of('base', 'stayMeanDays');
    expect(stay).toBeLessThan(0.99);
    expect(stay).toBeGreaterThan(0.88);
  });

  it('sets expected dates for the stated share after its ramp', () => {
    expect(of('safer-discharge', 'expectedDateWithin3DaysShare')).toBeGreaterThan(0.6);
    expect(of('safer-discharge', 'expectedDateWithin3DaysShare')).toBeLessThan(0.99);
  });
});

describe('reviews of long stays', () => {
  it('hasten some of those reviewed, and lower long stays a little', () => {
    const { reached, changed: hastened } = serviceOf('long-stay-review-7', 'long-stay-review');
    expect(hastened).toBeGreaterThan(0);
    expect(hastened).toBeLessThan(0.5 * reached);
    expect(change('long-stay-review-7', 'stays7Beds')).toBeLessThan(0);
    expect(change('long-stay-review-7', 'stays7Beds')).toBeGreaterThan(
      -0.25 * of('base', 'stays7Beds'),
    );
  });
});

describe('virtual ward', () => {
  it('replaces beds by the share of its places that the evidence gives, and no more', () => {
    expect(of('virtual-ward', 'virtualWardMean')).toBeGreaterThan(5);
    expect(of('virtual-ward', 'virtualWardMean')).toBeLessThanOrEqual(16);
    const beds = change('virtual-ward', 'bedsOccupiedMean');
    expect(beds).toBeLessThan(0);
    expect(beds).toBeGreaterThan(-20);
  });
});
