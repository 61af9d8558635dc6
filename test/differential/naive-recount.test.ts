// test/differential/naive-recount.test.ts: what the model counts beside a plain recount of every
// patient at every event, day by day, on random hospitals.

import { expect, it } from 'vitest';
import { seedOf } from '../../sim/engine/seed.js';
import { simulate } from '../../sim/hospital/simulate.js';
import type { System } from '../../sim/hospital/system.js';
import { randomScenario } from './random-scenario.js';
import { RECOUNTED, Recount } from './recount.js';

const SCENARIOS = 25;
const FIRST = 200_001;

it('counts what a recount of every patient finds, day by day', () => {
  const seen = new Set<string>();
  let fourHours = 0;
  for (let number = FIRST; number < FIRST + SCENARIOS; number++) {
    const { parameters, seed, replication } = randomScenario(number);
    const { count, reportedFrom } = parameters.days;
    const recount = new Recount(reportedFrom, count - reportedFrom);
    let system: System | null = null;
    const one = { ...parameters, sites: parameters.sites.slice(0, 1) };
    const { sites } = simulate(one, seedOf(seed), replication, (now, kind, subject) => {
      system = now;
      recount.observer(now, kind, subject);
    });
    if (system !== null) recount.finish(system);
    // The times in A&E, added up, are the counts by day.
    const [{ daily, departmentMinutes }] = sites;
    const upTo = (minute: number) => sum(departmentMinutes.subarray(0, minute + 1));
    expect(upTo(240), `scenario ${number}, within 240 minutes`).toBe(sum(daily.within4h));
    expect(sum(departmentMinutes), `scenario ${number}, all`).toBe(sum(daily.clocked));
    fourHours += upTo(240);
    for (const name of RECOUNTED) {
      const counted = Array.from(sites[0].daily[name]);
      const found = recount.daily[name];
      for (const [day, value] of counted.entries()) {
        if (value > 0) seen.add(name);
        const what = `scenario ${number}, ${name} of reported day ${day}`;
        expect(Math.abs(value - found[day]), what).toBeLessThan(1e-6 * Math.max(1, value));
      }
    }
  }
  expect(fourHours).toBeGreaterThan(0);
  expect([...seen].sort()).toEqual([...RECOUNTED].sort()); // each was put to the test
});

function sum(values: Int32Array | Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
