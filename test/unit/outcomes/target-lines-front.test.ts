// test/unit/outcomes/target-lines-front.test.ts: targets of beds, A&E, ambulances and crisis response.

import { expect, it } from 'vitest';
import { FRONT_LINES } from '../../../sim/outcomes/target-lines-front.js';
import { describeLines } from './target-lines.js';

describeLines(FRONT_LINES, [
  'T1 occupancy0800ShareMean ≤ 0.92',
  'T1 occupancy0800ShareMean ≤ 0.85',
  'T1 daysOver95Count ≤ 0',
  'T1 daysOver98Count ≤ 0',
  'T2 within4hType1Share ≥ 0.9',
  'T2 within4hType1Share ≥ 0.95',
  'T2 within4hShare ≥ 0.9',
  'T2 within4hShare ≥ 0.95',
  'T3 handoverOver15Share ≤ 0',
  'T3 handoverOver30Share ≤ 0',
  'T5 frailtyInReachHoursPerWeek ≥ 50',
  'T5 frailtyInReachHoursPerWeek ≥ 70',
  'T5 assessedWithin24hShare',
  'T11 initialAssessmentMinutesMedian ≤ 15',
  'T11 over12hFromArrivalShare',
  'T11 readyOver1hShare',
  'T12 bookedSlotShare ≥ 0.7',
  'T14 crisisResponseWithin2hShare ≥ 0.7',
]);

it('says which days, minutes and types the outcome counts', () => {
  const [day95, day98] = FRONT_LINES.filter(({ text }) => text.startsWith('No day'));
  expect([day95.text, day98.text]).toEqual([
    'No day over 95 % at 08:00',
    'No day over 98 % at 08:00',
  ]);
  for (const { text, key } of FRONT_LINES.filter(({ id }) => id === 'T2')) {
    expect(text.includes('type 1')).toBe(key === 'within4hType1Share');
  }
  for (const { text, key } of FRONT_LINES.filter(({ id }) => id === 'T3')) {
    expect(key).toBe(`handoverOver${/\d+/.exec(text)?.[0]}Share`);
  }
});
