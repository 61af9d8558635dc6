// test/model/sites.test.ts: several sites: each with its own parts, measured alone and together.

import { expect, it } from 'vitest';
import { seedOf } from '../../sim/engine/seed.js';
import { SERIES } from '../../sim/hospital/observed.js';
import { simulate } from '../../sim/hospital/simulate.js';
import { OUTCOME_KEYS, type Outcome } from '../../sim/outcomes/keys.js';
import { measure } from '../../sim/outcomes/measures.js';
import { compile } from '../../sim/scenario/compile.js';
import type { Model } from '../../sim/scenario/schema.js';
import { siteModels } from '../../sim/scenario/sites.js';
import { fingerprint } from '../../sim/verification/fingerprint.js';
import { changed, LISTER } from './batches.js';

const HALF = { demand: { attendancesPerDay: 146 }, catchmentPeople: 195000 };

function run(change: (model: Model) => void) {
  const { model } = changed({ system: LISTER }, 'sites', change);
  const options = { name: 'sites', effects: 'likely', bankHolidays: new Set<string>() } as const;
  const parameters = compile(model, options);
  const replication = simulate(parameters, seedOf('sites'), 0);
  return { parameters, replication, measured: measure(replication, parameters.days) };
}

const named = (sites: Record<string, unknown>) => (model: Model) => {
  model.sites = sites as Model['sites'];
};

it('a system of one named site is the same hospital, to the last bit', () => {
  const plain = run(() => undefined);
  const one = run(named({ only: { name: 'The only one' } }));
  expect(fingerprint([one.measured])).toBe(fingerprint([plain.measured]));
  expect(one.parameters.sites.map(({ name }) => name)).toEqual(['The only one']);
});

it('two sites share nothing but the community and add up to the system', () => {
  const { replication, measured } = run(named({ south: HALF, north: { ...HALF, name: 'North' } }));
  const value = (outcomes: Float64Array, key: Outcome) => outcomes[OUTCOME_KEYS.indexOf(key)];
  expect(measured.sites).toHaveLength(2);
  for (const key of ['attendancesCount', 'bedsOccupiedMean', 'stays21Beds'] as const) {
    const [a, b] = measured.sites.map((outcomes) => value(outcomes, key));
    expect(value(measured.outcomes, key)).toBeCloseTo(a + b, 6);
    expect(a).not.toBe(b); // other patients come to each
  }
  const [first, second] = replication.sites;
  for (const name of SERIES) expect(first.daily[name]).toHaveLength(second.daily[name].length);
});

it('sites come in the order of their short names, whatever the order of the file', () => {
  const { model } = changed({ system: LISTER }, 'sites', named({ south: HALF, north: HALF }));
  expect(siteModels(model, '').map(({ id }) => id)).toEqual(['north', 'south']);
});

it('a service named for one site works there only', () => {
  const { parameters } = run((model) => {
    named({ south: HALF, north: HALF })(model);
    const { sdec } = model.interventions;
    model.interventions.sdec = { ...(sdec as object), sites: ['south'] };
  });
  expect(parameters.sites.map(({ offers }) => offers.length)).toEqual([0, 1]);
});
