// test/unit/outcomes/facts.test.ts: figures of a scenario that no run is needed for.

import { describe, expect, it } from 'vitest';
import { FACTS, factsOf } from '../../../sim/outcomes/facts.js';
import { daysOfModel } from '../../../sim/scenario/compile.js';
import type { Model } from '../../../sim/scenario/schema.js';
import { lister } from '../../model/batches.js';

const { model } = lister();
const days = daysOfModel(model, new Set(['2017-12-25', '2017-12-26', '2018-01-01']));
const withServices = (interventions: Record<string, unknown>, sites?: unknown) =>
  ({ ...model, interventions, ...(sites ? { sites } : {}) }) as unknown as Model;
const WEEKDAY = { weekday: { from: 8, to: 18 } };

describe('facts', () => {
  it('have units, and are absent where a scenario has no such service', () => {
    expect(FACTS.map(({ key, unit }) => `${key} ${unit}`)).toEqual([
      'frailtyInReachHoursPerWeek count',
      'electivesPlannedCount count',
      'fluUptake65Share share',
      'fluUptakeAtRiskShare share',
      'fluUptakeStaffShare share',
    ]);
    expect(Object.keys(factsOf(model, days))).toEqual(['electivesPlannedCount']);
  });

  it('count the hours a week of frailty in-reach', () => {
    const hoursOf = (hours: unknown) =>
      factsOf(withServices({ 'frailty-in-reach': { hours } }), days).frailtyInReachHoursPerWeek;
    expect(hoursOf(WEEKDAY)).toBe(50);
    expect(hoursOf({ ...WEEKDAY, weekend: { from: 8, to: 18 } })).toBe(70);
    expect(hoursOf({ weekend: { from: 9, to: 12 } })).toBe(6);
    expect(hoursOf(undefined)).toBe(0);
  });

  it('of several sites are those of the site with the most', () => {
    const site = (to: number) => ({
      interventions: { 'frailty-in-reach': { hours: { weekday: { from: 8, to } } } },
    });
    const sites = { a: site(12), b: site(20), c: {} };
    expect(factsOf(withServices({}, sites), days).frailtyInReachHoursPerWeek).toBe(60);
  });

  it('read who is to be vaccinated', () => {
    const uptakeShare = { over65: 0.75, atRisk: 0.55, staff: 0.7 };
    expect(factsOf(withServices({ 'flu-vaccination': { uptakeShare } }), days)).toMatchObject({
      fluUptake65Share: 0.75,
      fluUptakeAtRiskShare: 0.55,
      fluUptakeStaffShare: 0.7,
    });
  });

  it('count electives of the reported days before a winter or a plan changes them', () => {
    const planned = factsOf(model, days).electivesPlannedCount;
    const later = { ...days, reportedFrom: days.reportedFrom + 91 };
    expect(planned).toBeGreaterThan(0);
    expect(factsOf(model, later).electivesPlannedCount / planned).toBeGreaterThan(0.4);
    expect(factsOf(model, later).electivesPlannedCount / planned).toBeLessThan(0.6);
    const fewer = {
      ...model,
      season: { ...model.season, calendar: undefined },
    } as unknown as Model;
    expect(factsOf(fewer, days).electivesPlannedCount).toBe(planned);
    const two = { ...model, sites: { a: {}, b: {} } } as unknown as Model;
    expect(factsOf(two, days).electivesPlannedCount).toBeCloseTo(2 * planned, 6);
  });
});
