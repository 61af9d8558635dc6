// test/unit/outcomes/harm.test.ts: one death for so many patients, by how long they were in A&E.

import { describe, expect, it } from 'vitest';
import { excessDeaths, excessDeathsLeast, excessDeathsMost } from '../../../sim/outcomes/harm.js';

const NOBODY = { hours4To6: 0, hours6To8: 0, hours8To12: 0, over12Hours: 0 };

describe('excess deaths', () => {
  // Jones et al. 2022: one for every 191, 82 and 72 patients.
  it.each([
    ['hours4To6', 191],
    ['hours6To8', 82],
    ['hours8To12', 72],
    ['over12Hours', 72],
  ])('of %s are one for every %i patients', (hours, patients) => {
    expect(excessDeaths({ ...NOBODY, [hours]: patients })).toBe(1);
    expect(excessDeaths({ ...NOBODY, [hours]: 3 * patients })).toBe(3);
  });

  it('add up over the hours, and are none for nobody', () => {
    const admitted = { hours4To6: 382, hours6To8: 41, hours8To12: 144, over12Hours: 72 };
    expect(excessDeaths(admitted)).toBe(2 + 0.5 + 2 + 1);
    expect(excessDeaths(NOBODY)).toBe(0);
  });

  it('lie between the low and the high reading of the study', () => {
    const waits = { hours4To6: 1910, hours6To8: 820, hours8To12: 720, over12Hours: 72 };
    expect(excessDeaths(waits)).toBeCloseTo(31, 9);
    expect(excessDeathsLeast(waits)).toBeCloseTo(1612 / 82, 9);
    expect(excessDeathsMost(waits)).toBeGreaterThan(excessDeaths(waits));
  });

  // Mortality of 8.71 % times the ratio less 0.94, the ratio of those who left within 4 hours.
  it.each([
    ['hours4To6', 10.452], // 1.06
    ['hours6To8', 17.42], // 1.14
    ['hours8To12', 19.162], // 1.16
    ['over12Hours', 19.162],
  ])('of the high reading of a thousand patients after %s are %d', (hours, deaths) => {
    expect(excessDeathsMost({ ...NOBODY, [hours]: 1000 })).toBeCloseTo(deaths, 9);
  });

  it('of the high reading add up over the hours', () => {
    const all = { hours4To6: 1000, hours6To8: 1000, hours8To12: 1000, over12Hours: 1000 };
    expect(excessDeathsMost(all)).toBeCloseTo(66.196, 9);
  });
});
