// test/unit/outcomes/target-lines-delivery.test.ts: targets of discharge, electives and vaccination.

import { expect, it } from 'vitest';
import { DELIVERY_LINES } from '../../../sim/outcomes/target-lines-delivery.js';
import { describeLines } from './target-lines.js';

describeLines(DELIVERY_LINES, [
  'T4 dtocShareMean ≤ 0.035',
  'T4 dtocNhsShare',
  'T4 dtocSocialCareShare',
  'T6 chcInHospitalShare < 0.15',
  'T7 stays7Beds less',
  'T7 stays14Beds less',
  'T7 stays21Beds less',
  'T8 weekendDischargeShare ≥ 0.35',
  'T9 expectedDateWithin3DaysShare ≥ 0.99',
  'T10 dischargesBefore10Share',
  'T10 dischargesBeforeNoonShare ≥ 0.333',
  'T13 electivesOfPlanShare ≥ 0.8',
  'T13 electivesOfPlanShare ≥ 0.9',
  'T15 fluUptake65Share ≥ 0.75',
  'T15 fluUptakeAtRiskShare ≥ 0.55',
  'T15 fluUptakeStaffShare',
]);

it('names the days of the long stays that it counts', () => {
  for (const { text, key } of DELIVERY_LINES.filter(({ id }) => id === 'T7')) {
    expect(key).toBe(`stays${/\d+/.exec(text)?.[0]}Beds`);
  }
});
