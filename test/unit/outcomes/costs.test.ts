// test/unit/outcomes/costs.test.ts: what services cost, and a bed day saved, by hand.

import { describe, expect, it } from 'vitest';
import { costOfWinter, costsOf, planCost, type ServiceCost } from '../../../sim/outcomes/costs.js';
import { daysOfModel } from '../../../sim/scenario/compile.js';
import { lister } from '../../model/batches.js';

describe('costs', () => {
  const { model } = lister(['discharge-to-assess', 'escalation-beds-24']);
  const days = daysOfModel(model, new Set());
  const costs = costsOf(model, days);
  const of = (id: string) => costs.find((cost) => cost.id === id);

  it('are counted for the reported days on which a service runs', () => {
    expect(of('discharge-to-assess')?.pounds).toBe(182 * 1942);
    expect(of('escalation-beds')?.pounds).toBe(121 * 9480);
    expect(of('sdec')?.pounds).toBeNull();
  });

  it('of a winter hold what patients cost, and are undefined where no cost is known', () => {
    const reached = [{ name: 'a', eligible: 9, reached: 5, changed: 1 }];
    const cost = { id: 'a', settings: '', pounds: 100, poundsPerPatient: 7 };
    expect(costOfWinter([cost], reached)).toBe(135);
    expect(costOfWinter([{ ...cost, pounds: null }], reached)).toBeNaN();
  });

  const known: ServiceCost = { id: 'a', settings: '', pounds: 100, poundsPerPatient: 0 };
  const plan = (bedDays: number[], withCosts = [known]) => ({
    costs: withCosts,
    pounds: Float64Array.from(bedDays, () => 1000),
    bedDays: Float64Array.from(bedDays),
  });
  const base = {
    ...plan([500, 500, 500]),
    costs: [],
    pounds: new Float64Array(3).fill(Number.NaN),
  };

  it('a bed day saved have a range, where days are clearly saved', () => {
    const found = planCost(plan([478, 480, 482]), base);
    expect(found?.perBedDaySaved?.mean).toBeCloseTo(1000 / 20, 9);
    const { low = 0, high = 0 } = found?.perBedDaySaved ?? {};
    expect(low).toBeLessThan(50);
    expect(high).toBeGreaterThan(50);
    expect(planCost(plan([480, 520, 500]), base)?.perBedDaySaved).toBeNull();
  });

  it('a bed day are not given while part of the plan has no known cost', () => {
    const unknown = { ...known, id: 'b', pounds: null };
    const found = planCost(plan([480, 490, 470], [known, unknown]), base);
    expect(found).toMatchObject({ pounds: 1000, withoutCost: ['b'], perBedDaySaved: null });
  });

  it('a bed day saved are pounds over days, and the range over the interval of the days', () => {
    const found = planCost(plan([478, 480, 482]), base);
    const half = (4.302652729911275 * 2) / Math.sqrt(3); // t of 2 degrees of freedom, sd 2
    expect(found?.perBedDaySaved?.low).toBeCloseTo(1000 / (20 + half), 6);
    expect(found?.perBedDaySaved?.high).toBeCloseTo(1000 / (20 - half), 6);
    expect(found?.withoutCost).toEqual([]);
  });

  it('are beside those of the base: what both have is not counted again', () => {
    const shared = { ...base, costs: [known], pounds: new Float64Array(3).fill(400) };
    const unknown = { ...known, id: 'b', pounds: null };
    const found = planCost(plan([478, 480, 482], [known, unknown]), {
      ...shared,
      costs: [known, unknown],
    });
    expect(found).toMatchObject({ pounds: 600, withoutCost: [] });
    const changed = { ...unknown, settings: 'more hours' };
    const other = planCost(plan([478, 480, 482], [known, changed]), {
      ...shared,
      costs: [known, unknown],
    });
    expect(other?.withoutCost).toEqual(['b']);
    const renamed = planCost(plan([478], [{ ...unknown, id: 'c' }]), {
      ...{ ...base, bedDays: Float64Array.of(500), pounds: Float64Array.of(1) },
      costs: [unknown],
    });
    expect(renamed?.withoutCost).toEqual(['c']);
  });

  it('are none where the plan has none, and no price a day where it is not dearer', () => {
    const free = { ...plan([478, 480, 482]), pounds: new Float64Array(3).fill(Number.NaN) };
    expect(planCost(free, base)).toBeNull();
    const cheap = { ...plan([478, 480, 482]), pounds: new Float64Array(3) };
    expect(planCost(cheap, base)).toMatchObject({ pounds: 0, perBedDaySaved: null });
    const alike = plan([490, 490, 490]);
    expect(planCost(alike, { ...base, bedDays: alike.bedDays })?.perBedDaySaved).toBeNull();
    const one = { ...base, ...plan([500]), costs: [], pounds: Float64Array.of(Number.NaN) };
    expect(planCost(plan([480]), one)).toMatchObject({ pounds: 1000, perBedDaySaved: null });
  });

  it('of a patient are counted once a service, at the first price', () => {
    const reached = [
      { name: 'a', eligible: 9, reached: 5, changed: 1 },
      { name: 'b', eligible: 9, reached: 2, changed: 1 },
    ];
    const a = { id: 'a', settings: '1', pounds: 100, poundsPerPatient: 7 };
    const again = { ...a, settings: '2', poundsPerPatient: 9 };
    const b = { id: 'b', settings: '', pounds: 0, poundsPerPatient: 3 };
    const unknown = { id: 'c', settings: '', pounds: null, poundsPerPatient: 0 };
    expect(costOfWinter([a, again, b, unknown], reached)).toBe(100 + 35 + 100 + 6);
    expect(costOfWinter([{ ...b, id: 'd' }], reached)).toBe(0);
  });

  it('are of services in the order of their names, from the first to the last day they run', () => {
    expect(costs.map(({ id }) => id)).toEqual([...costs.map(({ id }) => id)].sort());
    const late = structuredClone(model);
    Object.assign(late.interventions['escalation-beds'] ?? {}, {
      from: '2018-01-30',
      to: '2018-02-02',
      costPoundsPerDay: 10,
      costPoundsPerPatient: undefined,
    });
    expect(costsOf(late, days).find(({ id }) => id === 'escalation-beds')?.pounds).toBe(40);
    Object.assign(late.interventions['escalation-beds'] ?? {}, { to: undefined });
    const open = costsOf(late, days).find(({ id }) => id === 'escalation-beds')?.pounds;
    expect(open).toBe(10 * (2 + 28 + 31));
    Object.assign(late.interventions['escalation-beds'] ?? {}, { to: '2018-05-05' });
    expect(costsOf(late, days).find(({ id }) => id === 'escalation-beds')?.pounds).toBe(open);
    const twice = structuredClone(late);
    Object.assign(twice.interventions, { 'virtual-ward': undefined });
    expect(costsOf(twice, days).map(({ id }) => id)).not.toContain('virtual-ward');
    Object.assign(late.interventions['escalation-beds'] ?? {}, {
      costPoundsPerDay: undefined,
      costPoundsPerPatient: 5,
    });
    expect(costsOf(late, days).find(({ id }) => id === 'escalation-beds')).toMatchObject({
      pounds: 0,
      poundsPerPatient: 5,
    });
  });
});
