// test/unit/outcomes/keys-policy.test.ts: outcomes of the pressure policy are well described.

import { describe, expect, it } from 'vitest';
import { POLICY_OUTCOMES } from '../../../sim/outcomes/keys-policy.js';
import { describeOutcomes } from './well-described.js';

describe('outcomes of the pressure policy', () => {
  describeOutcomes(
    POLICY_OUTCOMES,
    { days: 3, 'bed days': 2, count: 5 },
    {
      higher: [],
      neither: ['dischargesPushedCount'],
    },
  );

  it('are in the short table where people ask for them first', () => {
    const main = POLICY_OUTCOMES.filter((outcome) => 'main' in outcome && outcome.main);
    expect(main.map(({ key }) => key)).toEqual([]);
  });
});
