// test/unit/outcomes/keys-discharge.test.ts: outcomes of discharge are well described.

import { describe, expect, it } from 'vitest';
import { DISCHARGE_OUTCOMES } from '../../../sim/outcomes/keys-discharge.js';
import { describeOutcomes } from './well-described.js';

describe('outcomes of discharge', () => {
  describeOutcomes(
    DISCHARGE_OUTCOMES,
    { beds: 2, share: 10, 'bed days': 1, count: 5 },
    {
      higher: [
        'weekendDischargeShare',
        'dischargesBefore10Share',
        'dischargesBeforeNoonShare',
        'expectedDateWithin3DaysShare',
      ],
      neither: [
        'dtocNhsShare',
        'dtocSocialCareShare',
        'dtocBothShare',
        'dischargesAliveCount',
        'dischargesWithSupportCount',
        'dischargesToCommunityBedCount',
        'dischargesToCareHomeCount',
        'virtualWardMean',
      ],
    },
  );

  it('are in the short table where people ask for them first', () => {
    const main = DISCHARGE_OUTCOMES.filter((outcome) => 'main' in outcome && outcome.main);
    expect(main.map(({ key }) => key)).toEqual(['notMeetingCriteriaToResideMean', 'dtocShareMean']);
  });
});
