// test/unit/outcomes/keys-department.test.ts: outcomes of A&E are well described.

import { describe, expect, it } from 'vitest';
import { DEPARTMENT_OUTCOMES } from '../../../sim/outcomes/keys-department.js';
import { describeOutcomes } from './well-described.js';

describe('outcomes of A&E', () => {
  describeOutcomes(
    DEPARTMENT_OUTCOMES,
    { count: 6, share: 12, minutes: 2 },
    {
      higher: [
        'crisisResponseWithin2hShare',
        'bookedSlotShare',
        'assessedWithin24hShare',
        'within4hShare',
        'within4hType1Share',
      ],
      neither: [
        'attendancesCount',
        'attendancesType1Count',
        'attendancesType3Count',
        'conveyancesCount',
      ],
    },
  );

  it('are in the short table where people ask for them first', () => {
    const main = DEPARTMENT_OUTCOMES.filter((outcome) => 'main' in outcome && outcome.main);
    expect(main.map(({ key }) => key)).toEqual([
      'within4hType1Share',
      'over12hFromArrivalShare',
      'handoverOver30Share',
    ]);
  });
});
