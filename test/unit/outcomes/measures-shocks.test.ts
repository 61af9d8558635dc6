// test/unit/outcomes/measures-shocks.test.ts: outcomes of shocks from daily counts, by hand.

import { expect, it } from 'vitest';
import type { Observed } from '../../../sim/hospital/observed.js';
import { shockValuesOf } from '../../../sim/outcomes/measures-shocks.js';

const DAILY = {
  spellsZeroDayCovid: [1, 2, 3, 4],
  spellsOneDayPlusCovid: [2, 3, 4, 5],
  covid0800: [10, 40, 30, 20],
  flu0800: [8, 4, 16, 12],
  infectionLost0800: [0, 6, 6, 0],
  norovirusClosed0800: [0, 20, 24, 0],
  sicknessLost0800: [5, 0, 5, 2],
  clinicianHoursLost: [1.5, 0.5, 0, 2],
  criticalOpen0800: [20, 20, 20, 20],
  critical0800: [18, 19, 20, 15],
  criticalDelayed0800: [1, 2, 0, 1],
};

const observed = (daily: Record<string, number[]>) => ({ daily, days: 4 }) as unknown as Observed;

it('adds up spells, bed days and hours, and takes means and maxima of counts', () => {
  expect(shockValuesOf(observed(DAILY))).toEqual({
    spellsZeroDayCovidCount: 10,
    spellsOneDayPlusCovidCount: 14,
    covidBedsMean: 25,
    covidBedsMax: 40,
    fluBedsMean: 10,
    fluBedsMax: 16,
    infectionControlBedDays: 12,
    norovirusClosedBedsMean: 11,
    sicknessBedDays: 12,
    clinicianHoursLost: 4,
    criticalCareOccupancyShareMean: 72 / 80,
    criticalCareStepDownDelayedMean: 1,
  });
});

it('says nothing of critical care where none is described', () => {
  const none = [0, 0, 0, 0];
  const values = shockValuesOf(
    observed({ ...DAILY, criticalOpen0800: none, critical0800: none, criticalDelayed0800: none }),
  );
  expect(values.criticalCareOccupancyShareMean).toBeNaN();
  expect(values.criticalCareStepDownDelayedMean).toBeNaN();
  expect(values.covidBedsMax).toBe(40);
});
