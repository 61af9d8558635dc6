// test/model/readmissions.test.ts: who comes back, how soon, as whom, and what it leaves unchanged.

import { beforeAll, describe, expect, it } from 'vitest';
import { seedOf } from '../../sim/engine/seed.js';
import { AGE_BANDS } from '../../sim/hospital/categories.js';
import { DISCHARGE_TRY } from '../../sim/hospital/kinds.js';
import { EXPECTED } from '../../sim/hospital/patients.js';
import { simulate } from '../../sim/hospital/simulate.js';
import { OUTCOME_KEYS } from '../../sim/outcomes/keys.js';
import type { ScenarioRuns } from '../../sim/outcomes/summary.js';
import { compile } from '../../sim/scenario/compile.js';
import { batchOf, changed, column, mean, shorten } from './batches.js';

const REQUEST = { system: 'england-average' };
const REPLICATIONS = 6;
const PUBLISHED_SHARE = 0.138; // NHS Digital, England 2017-18
const WITHIN_48_HOURS = 0.216; // Healthwatch England, 2016-17

const described = changed(REQUEST, 'described', (model) => shorten(model, '2017-12-15'));
const absent = changed(REQUEST, 'absent', (model) => {
  shorten(model, '2017-12-15');
  model.discharge.readmission = undefined;
});
const nobody = changed(REQUEST, 'nobody', (model) => {
  shorten(model, '2017-12-15');
  const { readmission } = model.discharge;
  for (const band of AGE_BANDS) if (readmission) readmission.share[band] = 0;
});

let runs: ScenarioRuns[];

beforeAll(async () => {
  const batch = await batchOf([described, absent, nobody], { replications: REPLICATIONS });
  expect(batch.failures).toEqual([]);
  runs = batch.scenarios;
}, 60_000);

describe('readmissions', () => {
  it('are as many as published, of those who leave alive', () => {
    const share = mean(column(runs[0], 'readmissionShare'));
    expect(Math.abs(share - PUBLISHED_SHARE)).toBeLessThan(0.006);
  });

  it('take the places of new patients: admissions and attendances stay', () => {
    for (const key of [
      'admissionsEmergencyCount',
      'attendancesType1Count',
      'conveyancesCount',
    ] as const) {
      const ratio = mean(column(runs[0], key)) / mean(column(runs[1], key));
      expect(Math.abs(ratio - 1)).toBeLessThan(0.02);
    }
  });

  it('that nobody has change nothing, to the last bit', () => {
    const shareAt = OUTCOME_KEYS.indexOf('readmissionShare');
    runs[2].replications.forEach(({ outcomes, daily }, k) => {
      const [here, there] = [Array.from(outcomes), Array.from(runs[1].replications[k].outcomes)];
      expect(here[shareAt]).toBe(0);
      expect(there[shareAt]).toBeNaN();
      expect(here.with(shareAt, 0)).toEqual(there.with(shareAt, 0));
      expect(daily).toEqual(runs[1].replications[k].daily);
    });
  });
});

it('who comes back is the same person, at most 30 days later, as soon as published', () => {
  const options = { name: 'one', effects: 'likely', bankHolidays: new Set<string>() } as const;
  const parameters = compile(described.model, options);
  const people = new Map<string, { age: number; frailty: number; leftAt: number }>();
  const days: number[] = [];
  const followed = (parameters.days.count - 30) * 1440; // nobody's return falls after the run
  let again = 0;
  const nameOf = (stream: number, key: number, returns: number) =>
    `${stream} ${key & (2 ** 30 - 1)} ${returns}`;
  simulate(parameters, seedOf('returns'), 1, (system, kind, p) => {
    const { patients, calendar } = system;
    if (kind === DISCHARGE_TRY) {
      const name = nameOf(patients.stream[p], patients.key[p], patients.returns(p));
      people.set(name, {
        age: patients.age[p],
        frailty: patients.frailty[p],
        leftAt: calendar.now,
      });
    }
    if (patients.stage[p] !== EXPECTED || patients.returns(p) === 0) return;
    const returns = patients.returns(p);
    const before = people.get(nameOf(patients.stream[p], patients.key[p], returns - 1));
    if (before === undefined) return; // left from same-day care
    expect([patients.age[p], patients.frailty[p]]).toEqual([before.age, before.frailty]);
    if (before.leftAt < followed) days.push((calendar.now - before.leftAt) / 1440);
    if (returns > 1) again++;
  });
  expect(days.length).toBeGreaterThan(500);
  expect(Math.min(...days)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...days)).toBeLessThan(30);
  const soon = days.filter((day) => day < 2).length / days.length;
  expect(Math.abs(soon - WITHIN_48_HOURS)).toBeLessThan(0.04);
  expect(again).toBeGreaterThan(10);
});
