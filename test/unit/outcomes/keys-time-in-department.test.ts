// test/unit/outcomes/keys-time-in-department.test.ts: outcomes of the time in A&E are well described, and
// named by the hours that are counted.

import { describe, expect, it } from 'vitest';
import { DEPARTMENT_HOURS, TIME_OUTCOMES } from '../../../sim/outcomes/keys-time-in-department.js';
import { describeOutcomes } from './well-described.js';

describe('outcomes of the time in A&E', () => {
  describeOutcomes(
    TIME_OUTCOMES,
    { share: 10 },
    { higher: TIME_OUTCOMES.map(({ key }) => key), neither: [] },
  );

  it('say their hour', () => {
    const [one, two] = TIME_OUTCOMES.map(({ definition }) => definition);
    expect(one).toContain('that left within 1 hour, on the clock');
    expect(two).toContain('that left within 2 hours, on the clock');
  });

  it('are those of every hour but the fourth, which is the standard itself', () => {
    const hours = DEPARTMENT_HOURS.filter((hour) => hour !== 4);
    expect(TIME_OUTCOMES.map(({ key }) => key)).toEqual(
      hours.map((hour) => `within${hour}hType1Share`),
    );
    expect(TIME_OUTCOMES.map(({ label }) => label)).toEqual(
      hours.map((hour) => `Within ${hour} ${hour === 1 ? 'hour' : 'hours'}, type 1`),
    );
  });
});
