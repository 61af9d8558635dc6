// test/unit/outcomes/keys-beds.test.ts: outcomes of beds are well described.

import { describe, expect, it } from 'vitest';
import { BED_OUTCOMES } from '../../../sim/outcomes/keys-beds.js';
import { describeOutcomes } from './well-described.js';

describe('outcomes of beds', () => {
  describeOutcomes(
    BED_OUTCOMES,
    { share: 4, days: 4, beds: 2, 'bed days': 3 },
    {
      higher: [],
      neither: ['bedsOpenMean'],
    },
  );

  it('are in the short table where people ask for them first', () => {
    const main = BED_OUTCOMES.filter((outcome) => 'main' in outcome && outcome.main);
    expect(main.map(({ key }) => key)).toEqual([
      'occupancy0800ShareMean',
      'daysOver92Count',
      'daysOver95Count',
      'daysOver98Count',
      'bedsOccupiedMean',
      'bedsOpenMean',
      'flexBedDays',
    ]);
  });
});
