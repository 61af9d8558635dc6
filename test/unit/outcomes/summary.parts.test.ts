// test/unit/outcomes/summary.parts.test.ts: what a summary says beside outcomes: of sites, services, units,
// actions, costs and targets, from batches by hand.

import { describe, expect, it } from 'vitest';
import { planCost } from '../../../sim/outcomes/costs.js';
import { difference, estimate } from '../../../sim/outcomes/intervals.js';
import { OUTCOME_KEYS, type Outcome } from '../../../sim/outcomes/keys.js';
import { type ScenarioRuns, summarise } from '../../../sim/outcomes/summary.js';
import { measured, PROVENANCE, runsOf } from './summary-of.js';

const outcomesOf = (values: Partial<Record<Outcome, number>>) => measured(values).outcomes;
const summaryOf = (...scenarios: ScenarioRuns[]) => summarise(scenarios, PROVENANCE);

/** Two winters of sites, given by days over 92 % at each. */
function ofSites(name: string, sites: Record<string, readonly [number, number]>): ScenarioRuns {
  const winters = [0, 1].map((k) => ({
    ...measured({ daysOver92Count: 50 + k }),
    sites: Object.values(sites).map((days) => outcomesOf({ daysOver92Count: days[k] })),
  }));
  return { ...runsOf(name, winters), siteNames: Object.keys(sites) };
}

describe('several sites', () => {
  const base = ofSites('base', { North: [10, 12], South: [90, 94] });
  const plan = ofSites('plan', { South: [80, 90], West: [1, 1], North: [9, 9] });
  const { scenarios, differences } = summaryOf(base, plan);

  it('have the outcomes of each', () => {
    expect(scenarios[0].sites?.map(({ name }) => name)).toEqual(['North', 'South']);
    expect(scenarios[0].sites?.[1].outcomes.daysOver92Count).toEqual(
      estimate(Float64Array.of(90, 94)),
    );
    expect(scenarios[1].sites?.[1]).toMatchObject({
      name: 'West',
      outcomes: { daysOver92Count: { mean: 1 } },
    });
    expect(scenarios[0].outcomes.daysOver92Count.mean).toBe(50.5);
  });

  it('are compared with the same site of the base, wherever it stands; a new one with none', () => {
    expect(differences[0].sites?.map(({ name }) => name)).toEqual(['South', 'North']);
    const [south, north] = differences[0].sites ?? [];
    expect(south.outcomes.daysOver92Count).toEqual(
      difference(Float64Array.of(80, 90), Float64Array.of(90, 94), 'lower'),
    );
    expect(north.outcomes.daysOver92Count.mean).toBe(-2);
    expect(differences[0].outcomes.daysOver92Count.mean).toBe(0);
  });

  it('are not told apart where there is one, nor compared where the base has no such', () => {
    const one = summaryOf(ofSites('base', { North: [1, 2] }), ofSites('plan', { North: [1, 1] }));
    expect(one.scenarios.map((scenario) => 'sites' in scenario)).toEqual([false, false]);
    expect('sites' in one.differences[0]).toBe(false);
    const other = summaryOf(ofSites('base', { North: [1, 2] }), plan);
    expect(other.differences[0].sites?.map(({ name }) => name)).toEqual(['North']);
    const elsewhere = summaryOf(ofSites('base', { East: [1, 2] }), plan);
    expect(elsewhere.differences[0].sites).toEqual([]);
  });
});

describe('what was done', () => {
  const winter = (more: number) => ({
    ...measured({}),
    services: [
      { name: 'sdec', eligible: 100 + more, reached: 60 + more, changed: 20 + more },
      { name: 'virtual-ward', eligible: 1, reached: 2, changed: 3 },
    ],
    actions: [
      {
        name: 'boarding',
        calls: 4 + more,
        days: 10 + more,
        bedDays: 30 + more,
        patients: 7 + more,
      },
      { name: 'divert', calls: 0, days: 0, bedDays: 0, patients: 0 },
    ],
    units: [
      {
        ...{ name: 'QEII', visits: false, attendances: 100 + more, clocked: 100, within4h: 98 },
        ...{ begun: 0, within2h: 0, sentOn: 5 + more, foundClosed: 2 + more },
      },
    ],
  });
  const { scenarios } = summaryOf(runsOf('base', [winter(0), winter(3)]));

  it('by services and actions is a mean over winters', () => {
    expect(scenarios[0].services).toEqual([
      { name: 'sdec', eligibleMean: 101.5, reachedMean: 61.5, changedMean: 21.5 },
      { name: 'virtual-ward', eligibleMean: 1, reachedMean: 2, changedMean: 3 },
    ]);
    expect(scenarios[0].actions).toEqual([
      { name: 'boarding', callsMean: 5.5, daysMean: 11.5, bedDaysMean: 31.5, patientsMean: 8.5 },
      { name: 'divert', callsMean: 0, daysMean: 0, bedDaysMean: 0, patientsMean: 0 },
    ]);
  });

  it('by units is there where there are units', () => {
    expect(scenarios[0].units).toMatchObject([
      { name: 'QEII', attendancesMean: 101.5, within4hShare: 0.98, sentOnMean: 6.5 },
    ]);
    const [without] = summaryOf(runsOf('base', [measured({})])).scenarios;
    const [empty] = summaryOf(runsOf('base', [])).scenarios;
    for (const scenario of [without, empty]) {
      expect('units' in scenario).toBe(false);
      expect('actions' in scenario).toBe(false);
      expect(scenario.services).toEqual([]);
    }
  });
});

it('a scenario says what it was made of, where that is known', () => {
  const madeOf = { system: 'lister-2017-18', winter: 'severe-flu', plans: ['sdec-14h'] };
  const { scenarios } = summaryOf({ ...runsOf('base', []), madeOf }, runsOf('plan', []));
  expect(scenarios[0].madeOf).toEqual(madeOf);
  expect('madeOf' in scenarios[1]).toBe(false);
});

describe('costs', () => {
  const cost = { id: 'a', settings: '', pounds: 100, poundsPerPatient: 0 };
  const of = (name: string, beds: readonly number[], pounds: number): ScenarioRuns => ({
    ...runsOf(
      name,
      beds.map((bedsOccupiedMean) => measured({ bedsOccupiedMean, costPounds: pounds }, {}, 50)),
    ),
    costs: [cost],
  });
  const base = { ...of('base', [500, 510, 520], 1000), costs: [] };
  const plan = of('plan', [490, 499, 511], 4000);
  const costed = (runs: ScenarioRuns, days: number) => ({
    costs: runs.costs ?? [],
    pounds: Float64Array.from(runs.replications, () => (runs === plan ? 4000 : 1000)),
    bedDays: Float64Array.from(
      runs.replications,
      ({ outcomes }) => outcomes[OUTCOME_KEYS.indexOf('bedsOccupiedMean')] * days,
    ),
  });

  it('of a plan are held against the bed days that it saves: of the days that are told, or reported', () => {
    const { differences } = summaryOf(base, plan);
    expect(differences[0].cost).toEqual(planCost(costed(plan, 50), costed(base, 50)));
    expect(differences[0].cost?.perBedDaySaved?.mean).toBeCloseTo(3000 / (10 * 50), 9);
    const told = summaryOf({ ...base, daysCount: 182 }, { ...plan, daysCount: 182 });
    expect(told.differences[0].cost?.perBedDaySaved?.mean).toBeCloseTo(3000 / (10 * 182), 9);
  });

  it('are absent where none are known', () => {
    const winter = measured({ bedsOccupiedMean: 490 }, {}, 50);
    const unknown = runsOf('plan', [winter, winter, winter]);
    expect('cost' in summaryOf(base, unknown).differences[0]).toBe(false);
    expect('cost' in summaryOf(runsOf('base', []), runsOf('plan', [])).differences[0]).toBe(false);
  });

  it('of services that the base has too are not counted again', () => {
    const unpriced = { ...cost, id: 'b', pounds: null };
    const both = { ...base, costs: [cost, unpriced] };
    const { differences } = summaryOf(both, { ...plan, costs: [cost, unpriced] });
    expect(differences[0].cost?.withoutCost).toEqual([]);
    const added = summaryOf(base, { ...plan, costs: [cost, unpriced] });
    expect(added.differences[0].cost?.withoutCost).toEqual(['b']);
  });
});

describe('targets', () => {
  const of = (name: string, electives: number, stays7Beds: number, facts = {}): ScenarioRuns => ({
    ...runsOf(name, [measured({ electivesAdmittedCount: electives, stays7Beds })]),
    facts,
  });
  const targets = (runs: ScenarioRuns, base = runs) => {
    const all = base === runs ? [runs] : [base, runs];
    return summaryOf(...all).scenarios[all.length - 1];
  };
  const of7 = (scenario: ReturnType<typeof targets>, key: string) =>
    scenario.targets.filter((target) => target.key === key).map(({ mean }) => mean);

  it('are held against outcomes, shares of the plan of electives, and facts', () => {
    const facts = { electivesPlannedCount: 200, frailtyInReachHoursPerWeek: 70 };
    const scenario = targets(of('base', 150, 100, facts));
    expect(new Set(of7(scenario, 'electivesOfPlanShare'))).toEqual(new Set([0.75]));
    expect(new Set(of7(scenario, 'frailtyInReachHoursPerWeek'))).toEqual(new Set([70]));
  });

  it('are absent where nothing gives them', () => {
    for (const facts of [{}, { electivesPlannedCount: 0 }]) {
      const scenario = targets(of('base', 150, 100, facts));
      expect(of7(scenario, 'electivesOfPlanShare')).toEqual([]);
      expect(of7(scenario, 'frailtyInReachHoursPerWeek')).toEqual([]);
      const whys = scenario.targetsAbsent.map(({ why }) => why);
      expect(whys).toContain('nothing in this scenario gives it');
    }
  });

  it('of falling are held against the base, which has none itself', () => {
    const base = of('base', 1, 100);
    const fallen = targets(of('plan', 1, 90), base).targets;
    const risen = targets(of('plan', 1, 110), base).targets;
    const met = (found: typeof fallen) => found.find(({ key }) => key === 'stays7Beds')?.met;
    expect([met(fallen), met(risen)]).toEqual([true, false]);
    const first = targets(base);
    expect(first.targets.some(({ key }) => key === 'stays7Beds')).toBe(false);
    expect(first.targetsAbsent.map(({ why }) => why)).toContain(
      'held against the base, and this is the base',
    );
  });
});
