// test/unit/outcomes/keys-admissions.test.ts: outcomes of admissions and stays are well described.

import { describe, expect, it } from 'vitest';
import { ADMISSION_OUTCOMES } from '../../../sim/outcomes/keys-admissions.js';
import { describeOutcomes } from './well-described.js';

describe('outcomes of admissions and stays', () => {
  describeOutcomes(
    ADMISSION_OUTCOMES,
    { count: 5, days: 1, beds: 3 },
    {
      higher: ['electivesAdmittedCount'],
      neither: ['admissionsEmergencyCount', 'spellsZeroDayCount', 'spellsOneDayPlusCount'],
    },
  );

  it('are in the short table where people ask for them first', () => {
    const main = ADMISSION_OUTCOMES.filter((outcome) => 'main' in outcome && outcome.main);
    expect(main.map(({ key }) => key)).toEqual([
      'admissionsEmergencyCount',
      'electivesCancelledCount',
      'stays21Beds',
    ]);
  });
});
