// test/model/systems.test.ts: the systems of the plans: near their winter, and moved the right way.

import { expect, it } from 'vitest';
import { observedLines } from '../../cli/observed.js';
import { seedOf } from '../../sim/engine/seed.js';
import { simulate } from '../../sim/hospital/simulate.js';
import { OUTCOME_KEYS } from '../../sim/outcomes/keys.js';
import { measure } from '../../sim/outcomes/measures.js';
import type { ScenarioRuns } from '../../sim/outcomes/summary.js';
import { compile } from '../../sim/scenario/compile.js';
import { resolve } from '../../sim/scenario/resolve.js';
import type { Model } from '../../sim/scenario/schema.js';
import { fingerprint } from '../../sim/verification/fingerprint.js';
import { batchOf, changed, column, LISTER, library, mean, shorten } from './batches.js';

const REPLICATIONS = 6;

/** Tolerances are those of docs/validation.md and the noise of few winters. */
const NEAR: readonly [label: string, points: number][] = [
  ['Occupancy at 08:00, mean', 0.02],
  ['Occupied by stays over 7', 0.045],
  ['Occupied by stays over 21', 0.035],
  ['2017-11 within 4 hours', 0.07],
  ['2018-02 within 4 hours', 0.07],
];

it.each(['east-north-herts', 'england-average', 'herefordshire', 'worcestershire'])(
  '%s is near its winter as it was',
  async (system) => {
    const scenarios = [resolve(library, { system })];
    const batch = await batchOf(scenarios, { replications: REPLICATIONS });
    const lines = observedLines(library, { scenarios, batch }, 0);
    for (const [label, points] of NEAR) {
      const line = lines.find((each) => each.label.startsWith(label));
      if (line === undefined) throw new Error(`${system}: no line "${label}".`);
      expect(Math.abs(line.observed - line.simulated), `${system}: ${label}`).toBeLessThan(points);
    }
  },
);

it('each system has the units and beds of the plans', () => {
  const of = (system: string) => resolve(library, { system }).model;
  expect(Object.keys(of('east-north-herts').units ?? {})).toEqual([
    'qeii',
    'cheshunt',
    'herts-essex',
  ]);
  const { units = {}, beds, community } = of('herefordshire');
  expect(units.ledbury.hours.weekend).toEqual({ from: 0, to: 24 });
  expect(units.ross.hours).toEqual({
    weekday: { from: 8.5, to: 17.5 },
    weekend: { from: 0, to: 0 },
  });
  const { assessment, medical, surgical, olderPeople, children } = beds;
  const pools = [assessment, medical, surgical, olderPeople, children];
  expect(pools.reduce((sum, { core }) => sum + core, 0)).toBe(226);
  expect(community.p2.places).toBe(97);
  const worcestershire = of('worcestershire');
  expect(Object.keys(worcestershire.sites ?? {})).toEqual(['worcester', 'redditch']);
  expect(worcestershire.units?.bromsgrove.hours.weekend).toEqual({ from: 12, to: 20 });
  expect(worcestershire.community.p2.places).toBe(324);
});

/** A system in a few weeks of October, as it is and changed. */
async function beside(system: string, name: string, change: (model: Model) => void) {
  const batch = await batchOf(
    [
      changed({ system }, 'as it is', (model) => shorten(model)),
      changed({ system }, name, (model) => {
        shorten(model);
        change(model);
      }),
    ],
    { replications: REPLICATIONS },
  );
  return batch.scenarios;
}

it('97 community beds cut to 37 fill the hospital with patients who wait for one', async () => {
  const [base, cut] = await beside('herefordshire', '37 community beds', ({ community }) => {
    community.p2.places = 37;
  });
  for (const key of [
    'dtocShareMean',
    'notMeetingCriteriaToResideMean',
    'bedsOccupiedMean',
  ] as const)
    expect(mean(column(cut, key)), key).toBeGreaterThan(mean(column(base, key)));
});

it('30 beds moved from Redditch to Worcester shift the wait for a bed to Redditch', async () => {
  const short = (system: Model, beds: number) => {
    shorten(system);
    const { worcester, redditch } = system.sites ?? {};
    for (const [site, more] of [
      [worcester, beds],
      [redditch, -beds],
    ] as const) {
      if (!site.beds?.medical?.core || !site.beds.flex) throw new Error('No beds of a site.');
      site.beds.medical.core += more;
      site.beds.flex.most = 20; // no flexible beds in the place of those that left
    }
  };
  const request = { system: 'worcestershire' };
  const batch = await batchOf(
    [
      changed(request, 'as it is', (model) => short(model, 0)),
      changed(request, '30 beds moved', (model) => short(model, 30)),
    ],
    { replications: REPLICATIONS },
  );
  const [base, moved] = batch.scenarios;
  expect(base.siteNames).toEqual(['Alexandra Hospital, Redditch', 'Worcestershire Royal Hospital']);
  const waiting = (runs: ScenarioRuns, site: number) =>
    mean(
      runs.replications.map(
        ({ sites }) => sites[site][OUTCOME_KEYS.indexOf('awaitingBed0800Mean')],
      ),
    );
  expect(waiting(moved, 0)).toBeGreaterThan(waiting(base, 0));
  expect(waiting(moved, 1)).toBeLessThan(waiting(base, 1));
});

it('three minor injury units closed send patients to A&E', async () => {
  const [base, closed] = await beside('worcestershire', 'three closed', ({ units = {} }) => {
    const never = { from: 0, to: 0 };
    for (const id of ['evesham', 'malvern', 'tenbury'])
      units[id].hours = { weekday: never, weekend: never };
  });
  const of = (runs: ScenarioRuns, key: 'attendancesType1Count' | 'attendancesType3Count') =>
    mean(column(runs, key));
  expect(of(closed, 'attendancesType3Count')).toBeLessThan(of(base, 'attendancesType3Count'));
  expect(of(closed, 'attendancesType1Count')).toBeGreaterThan(of(base, 'attendancesType1Count'));
});

it('clinicians who need more time in a month keep patients longer, and 1 changes nothing', () => {
  const outcomes = (monthFactor?: number[]) => {
    const { model } = changed({ system: LISTER }, 'month', (of) => {
      shorten(of);
      of.department.monthFactor = monthFactor;
    });
    const options = { name: 'month', effects: 'likely', bankHolidays: new Set<string>() } as const;
    const parameters = compile(model, options);
    return measure(simulate(parameters, seedOf('month'), 0), parameters.days);
  };
  const months = (factor: number) => new Array<number>(12).fill(factor);
  const plain = outcomes();
  expect(fingerprint([outcomes(months(1))])).toBe(fingerprint([plain]));
  const index = OUTCOME_KEYS.indexOf('within4hType1Share');
  expect(outcomes(months(1.1)).outcomes[index]).toBeLessThan(plain.outcomes[index]);
});
