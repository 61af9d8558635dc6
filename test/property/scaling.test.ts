// test/property/scaling.test.ts: what must follow when the unit of time, the size of the hospital or
// the number of beds changes.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Calendar } from '../../sim/engine/calendar.js';
import { quantileFunction } from '../../sim/engine/distributions.js';
import { tabulate } from '../../sim/engine/quantile-table.js';
import { Resource } from '../../sim/engine/resource.js';
import { seedOf } from '../../sim/engine/seed.js';
import { POOLS } from '../../sim/hospital/categories.js';
import { TRANSFERRED } from '../../sim/hospital/kinds.js';
import type { Parameters } from '../../sim/hospital/parameters.js';
import { simulate } from '../../sim/hospital/simulate.js';
import { compile } from '../../sim/scenario/compile.js';
import type { Model } from '../../sim/scenario/schema.js';
import { Dice } from '../differential/dice.js';
import { randomScenario } from '../differential/random-scenario.js';
import { quietModel } from '../micro/quiet-model.js';

const SEED = 20171004;

function compiled(model: Model): Parameters {
  return compile(model, { name: 'made up', effects: 'likely', bankHolidays: new Set() });
}

function total(parameters: Parameters, replication: number, ...series: 'admissionsReferred'[]) {
  const [{ daily }] = simulate(parameters, seedOf('scaling'), replication).sites;
  return series.reduce((sum, name) => sum + daily[name].reduce((a, b) => a + b, 0), 0);
}

/** A line of customers at a resource, in a unit of time; the log is told in the first unit. */
function queueIn(unit: number, number: number): string[] {
  const dice = new Dice(number);
  const customers = dice.list(60, () => ({
    arrives: dice.whole(0, 200),
    service: dice.whole(0, 30),
    priority: dice.whole(0, 2),
  }));
  const [LEFT, ARRIVED] = [1, 2];
  const calendar = new Calendar();
  const resource = new Resource(dice.whole(1, 3), 3);
  const log: string[] = [];
  const start = (c: number) => {
    log.push(`${calendar.now / unit} begins ${c}`);
    calendar.schedule(calendar.now + customers[c].service * unit, LEFT, c);
  };
  customers.forEach(({ arrives }, c) => {
    calendar.schedule(arrives * unit, ARRIVED, c);
  });
  for (let kind = calendar.next(1e9); kind !== 0; kind = calendar.next(1e9)) {
    const c = calendar.subject;
    log.push(`${calendar.now / unit} ${kind} ${c}`);
    if (kind === LEFT) {
      resource.release();
      for (let next = resource.admit(); next >= 0; next = resource.admit()) start(next);
    } else if (resource.seize(c, customers[c].priority) < 0) start(c);
  }
  return log;
}

describe('the unit of time', () => {
  it('does not matter: 64 times longer or shorter, the same happens at the same moments', () => {
    const check = fc.property(fc.integer(), (number) => {
      const log = queueIn(1, number);
      expect(queueIn(64, number)).toEqual(log);
      expect(queueIn(1 / 64, number)).toEqual(log);
    });
    fc.assert(check, { seed: SEED, numRuns: 100 });
  });

  it('of a distribution is that of its mean: hours times 60 are minutes', () => {
    const means = fc.tuple(fc.constantFrom(0.5, 1, 7), fc.double({ min: 0.001, max: 0.999 }));
    const check = fc.property(means, ([mean, p]) => {
      for (const shape of [
        { distribution: 'exponential' } as const,
        { distribution: 'lognormal', cv: 1.3 } as const,
        { distribution: 'gamma', cv: 0.7 } as const,
        { distribution: 'weibull', shape: 1.5 } as const,
      ]) {
        const hours = quantileFunction({ ...shape, mean })(p);
        const minutes = quantileFunction({ ...shape, mean: mean * 60 })(p);
        expect(minutes / (hours * 60)).toBeCloseTo(1, 9);
      }
    });
    fc.assert(check, { seed: SEED, numRuns: 60 });
  });
});

/** Referrals to medical beds only, each leaving when an exponential stay of 4 days is over. */
function wardOf(beds: number, perDay: number): Parameters {
  const model = quietModel();
  model.period = { firstDay: '2017-12-01', lastDay: '2018-12-31', leadInDays: 60 };
  Object.assign(model.demand, { attendancesPerDay: 0, referredPerDay: perDay });
  model.season.flu.scale = 0;
  model.beds.medical.core = beds;
  for (const band of Object.keys(model.stays.meanDays) as (keyof typeof model.stays.meanDays)[]) {
    model.stays.meanDays[band] = 4;
    model.stays.shortShare[band] = 0;
    model.stays.deathShare[band] = 1; // leaves at the end of the stay, whatever the hour
    model.patients.classShare[band] = [1, 0, 0, 0];
  }
  model.patients.frailOlderPeopleShare = 0;
  const parameters = compiled(model);
  const exponential = tabulate(quantileFunction({ distribution: 'exponential', mean: 1 }));
  parameters.sites[0].stays.unit = [exponential, exponential, exponential, exponential];
  return parameters;
}

/** Mean beds occupied, and share of patients who waited for a bed. */
function observe(parameters: Parameters): { occupied: number; waited: number } {
  let minutes = 0;
  let admitted = 0;
  let waiting = 0;
  const replications = 6;
  for (let k = 0; k < replications; k++) {
    const { sites } = simulate(
      parameters,
      seedOf('doubled'),
      k,
      ({ patients, calendar }, kind, p) => {
        if (kind !== TRANSFERRED) return;
        admitted++;
        if (calendar.now - patients.requestedAt[p] > 20 + 1e-6) waiting++;
      },
    );
    minutes += sites[0].daily.occupiedBedMinutes.reduce((a, b) => a + b, 0) / sites[0].days;
  }
  return { occupied: minutes / replications / 1440, waited: waiting / admitted };
}

describe('a hospital twice as large with twice the patients', () => {
  it('has twice the beds occupied, arrivals times stay, and fewer patients who wait', () => {
    const one = observe(wardOf(28, 6));
    const two = observe(wardOf(56, 12));
    expect(one.occupied / 24).toBeGreaterThan(0.96);
    expect(one.occupied / 24).toBeLessThan(1.04);
    expect(two.occupied / 48).toBeGreaterThan(0.97);
    expect(two.occupied / 48).toBeLessThan(1.03);
    // A bed is taken 4 days and 60 minutes of way and cleaning: 24.25 of 28 beds, 48.5 of 56.
    // Erlang C: P(wait) 0.40 and 0.25.
    expect(Math.abs(one.waited - erlangC(28, 24.25))).toBeLessThan(0.08);
    expect(Math.abs(two.waited - erlangC(56, 48.5))).toBeLessThan(0.08);
    expect(two.waited).toBeLessThan(one.waited);
  });
});

/** P(wait) of M/M/c by the recursion of Erlang B. */
function erlangC(servers: number, load: number): number {
  let blocked = 1;
  for (let n = 1; n <= servers; n++) blocked = (load * blocked) / (n + load * blocked);
  return blocked / (1 - (load / servers) * (1 - blocked));
}

describe('more beds', () => {
  it('never lower the number admitted in any winter where one line has one ward', () => {
    const check = fc.property(
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 0, max: 999 }),
      (beds, replication) => {
        const fewer = total(wardShort(beds), replication, 'admissionsReferred');
        const more = total(wardShort(beds + 1), replication, 'admissionsReferred');
        expect(more).toBeGreaterThanOrEqual(fewer);
      },
    );
    fc.assert(check, { seed: SEED, numRuns: 25 });
  });

  it('do not lower admissions over many whole hospitals', () => {
    let [few, many] = [0, 0];
    for (let number = 1; number <= 20; number++) {
      const { model } = randomScenario(number);
      few += admissions(model, number);
      for (const pool of POOLS) model.beds[pool].core += 4;
      many += admissions(model, number);
    }
    expect(few).toBeGreaterThan(500);
    expect(many).toBeGreaterThan(few);
  });
});

function wardShort(beds: number): Parameters {
  const parameters = wardOf(beds, 6);
  parameters.days = { ...parameters.days, count: 100, reportedFrom: 10 };
  return parameters;
}

function admissions(model: Model, replication: number): number {
  const [{ daily }] = simulate(compiled(model), seedOf('beds'), replication).sites;
  return [daily.admissionsFromDepartment, daily.admissionsReferred, daily.electivesAdmitted]
    .map((days) => days.reduce((a, b) => a + b, 0))
    .reduce((a, b) => a + b, 0);
}
