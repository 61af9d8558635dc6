// test/unit/outcomes/department-time.test.ts: who has left A&E by each hour.

import { describe, expect, it } from 'vitest';
import { addedUp, Observed } from '../../../sim/hospital/observed.js';
import { departmentShares, withinOutcome } from '../../../sim/outcomes/department-time.js';
import { OUTCOME_KEYS } from '../../../sim/outcomes/keys.js';
import { DEPARTMENT_HOURS } from '../../../sim/outcomes/keys-time-in-department.js';

function observedOf(minutes: readonly number[]): Observed {
  const observed = new Observed(1, [], []);
  for (const of of minutes) observed.addDepartmentMinutes(of);
  return observed;
}

describe('the shares that have left', () => {
  it('count a minute at the limit within it, and any part of one beyond it not', () => {
    const shares = departmentShares(observedOf([60, 60.01, 120, 239.99, 240, 240.001, 720, 721]));
    expect(shares.within1hType1Share).toBe(1 / 8);
    expect(shares.within2hType1Share).toBe(3 / 8);
    expect(shares.within4hType1Share).toBe(5 / 8);
    expect(shares.within10hType1Share).toBe(6 / 8);
    expect(shares.within12hType1Share).toBe(7 / 8);
    expect(shares.within18hType1Share).toBe(1);
  });

  it('never reach one while somebody stays beyond a day, and count who left before the clock began', () => {
    const shares = departmentShares(observedOf([-3, 1440, 1440.5, 9000]));
    expect(shares.within1hType1Share).toBe(1 / 4);
    expect(shares.within24hType1Share).toBe(2 / 4);
  });

  it('of nobody are undefined', () => {
    expect(Object.values(departmentShares(observedOf([]))).every(Number.isNaN)).toBe(true);
  });

  it('of several sites are those of all their patients', () => {
    const whole = departmentShares(addedUp([observedOf([30]), observedOf([90, 100, 2000])]));
    expect(whole.within1hType1Share).toBe(1 / 4);
    expect(whole.within2hType1Share).toBe(3 / 4);
  });
});

it('every hour is an outcome', () => {
  for (const hours of DEPARTMENT_HOURS) expect(OUTCOME_KEYS).toContain(withinOutcome(hours));
});
