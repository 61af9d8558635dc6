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

  it('of the high reading agree with the published ratios', () => {
    const one = excessDeathsMost({ ...NOBODY, hours6To8: 1 });
    expect(one).toBeCloseTo(0.0871 * (1.14 - 0.94), 12);
  });
});
