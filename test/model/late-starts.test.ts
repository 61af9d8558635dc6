// test/model/late-starts.test.ts: services that fail to start on time, days outside the run, beds of
// all pools, and beds of closed bays that are used again.

import { expect, it } from 'vitest';
import { seedOf } from '../../sim/engine/seed.js';
import { dayOfDate, daysOf } from '../../sim/engine/time.js';
import { dayOfText } from '../../sim/interventions/definition.js';
import { compile, daysOfModel } from '../../sim/scenario/compile.js';
import { lateStarts, startedLate } from '../../sim/scenario/late-starts.js';
import { resolve } from '../../sim/scenario/resolve.js';
import { fingerprint } from '../../sim/verification/fingerprint.js';
import { batchOf, changed, column, LISTER, library, mean, shorten } from './batches.js';

const PLAN = 'frailty-in-reach-70h-may-start-late';
const seed = seedOf('late');
const none = new Set<string>();

it('a service starts late in its share of winters, by as many days, and no other winter changes', () => {
  const { model } = resolve(library, { system: LISTER, plans: [PLAN] });
  const days = daysOfModel(model, none);
  const winters = Array.from({ length: 600 }, (_, k) => lateStarts(model, seed, k));
  const late = winters.filter((ids) => ids.includes('frailty-in-reach'));
  expect(Math.abs(late.length / winters.length - 0.3)).toBeLessThan(0.06);
  expect(winters.every((ids) => ids.length === 0 || ids[0] === 'frailty-in-reach')).toBe(true);
  expect(startedLate(model, [], days)).toBe(model);
  const options = { name: 'late', effects: 'likely', bankHolidays: none } as const;
  const firstDay = (which: typeof model) => {
    const [{ offers }] = compile(which, options).sites;
    return offers[0].reachedShare.findIndex((share) => share > 0);
  };
  expect(firstDay(model)).toBe(dayOfDate(days, '2017-12-01'));
  expect(firstDay(startedLate(model, ['frailty-in-reach'], days)) - firstDay(model)).toBe(42);
});

it('a chance of 0 gives the bits of a service on time, a chance of 1 fewer patients reached', async () => {
  const at = (chanceShare: number | null) =>
    changed({ system: LISTER, plans: [PLAN] }, `${chanceShare}`, (model) => {
      shorten(model, '2017-12-20');
      const settings = model.interventions['frailty-in-reach'] as Record<string, unknown>;
      settings.from = '2017-10-05';
      settings.lateStart = chanceShare === null ? undefined : { chanceShare, days: 42 };
    });
  const batch = await batchOf([at(null), at(0), at(1)], { replications: 2 });
  expect(batch.failures).toEqual([]);
  const [onTime, never, always] = batch.scenarios;
  expect(fingerprint(never.replications)).toBe(fingerprint(onTime.replications));
  onTime.replications.forEach(({ services }, k) => {
    const reached = always.replications[k].services[0].reached;
    expect(reached).toBeGreaterThan(0);
    expect(reached).toBeLessThan(services[0].reached * 0.7);
  });
});

it('a day of the year outside the run is before or after it, whichever is nearer', () => {
  const october = daysOf('2017-10-01', '2017-10-28', 14, none);
  expect(dayOfText(october, '10-05')).toBe(dayOfDate(october, '2017-10-05'));
  expect(dayOfText(october, '01-15')).toBe(dayOfDate(october, '2018-01-15'));
  expect(dayOfText(october, '12-01')).toBe(dayOfDate(october, '2017-12-01'));
  expect(dayOfText(october, '08-01')).toBe(dayOfDate(october, '2017-08-01'));
  const spring = daysOf('2018-01-01', '2018-03-31', 28, none);
  expect(dayOfText(spring, '11-01')).toBe(dayOfDate(spring, '2017-11-01'));
});

it('34 acute beds are split over the pools by their core beds, and 3 fewer over two sites', () => {
  const bedsOf = (system: string, plans: string[]) =>
    compile(resolve(library, { system, plans }).model, {
      name: 'beds',
      effects: 'likely',
      bankHolidays: none,
    }).sites.map(({ beds }) => beds.open.map((pool) => pool[100]));
  const total = (pools: number[][]) => pools.flat().reduce((a, b) => a + b, 0);
  const before = bedsOf('herefordshire', []);
  const after = bedsOf('herefordshire', ['acute-beds-34-more']);
  expect(total(after) - total(before)).toBe(34);
  expect(after[0].every((beds, pool) => beds >= before[0][pool])).toBe(true);
  const county = bedsOf('worcestershire', []);
  const planned = bedsOf('worcestershire', ['acute-beds-3-fewer-30-moved']);
  expect(total(planned) - total(county)).toBe(-3);
  const ofSite = (sites: number[][], site: number) => total([sites[site]]);
  expect(ofSite(planned, 0) - ofSite(county, 0)).toBeLessThan(-28); // Redditch
  expect(ofSite(planned, 1) - ofSite(county, 1)).toBeGreaterThan(26); // Worcester
});

it('beds of closed bays that take further patients are empty less often', async () => {
  const reused = (share: number) =>
    changed({ system: LISTER, winter: 'severe-flu-with-norovirus' }, `${share}`, (model) => {
      shorten(model, '2017-12-31');
      if (model.season.norovirus) model.season.norovirus.reusedShare = share;
    });
  const batch = await batchOf([reused(0), reused(0.55), reused(1)], { replications: 6 });
  const empty = batch.scenarios.map((runs) => mean(column(runs, 'infectionControlBedDays')));
  const closed = batch.scenarios.map((runs) => mean(column(runs, 'norovirusClosedBedsMean')));
  expect(closed[1]).toBe(closed[0]);
  expect(empty[1]).toBeLessThan(empty[0] * 0.75);
  expect(empty[2]).toBeLessThan(empty[1]);
  const observed = 0.19; // of closed beds in England, 2015-16 to 2019-20; here few outbreaks
  expect(Math.abs(empty[1] / (closed[1] * 92) - observed)).toBeLessThan(0.09);
});
