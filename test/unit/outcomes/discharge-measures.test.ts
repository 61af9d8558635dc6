// test/unit/outcomes/discharge-measures.test.ts: outcomes of discharge from daily counts, by hand.

import { expect, it } from 'vitest';
import type { Days } from '../../../sim/engine/time.js';
import type { Observed } from '../../../sim/hospital/observed.js';
import { dischargeDaily, dischargeValues } from '../../../sim/outcomes/discharge-measures.js';

// Two days of lead-in, then Thursday to Tuesday; the Monday is a bank holiday.
const DAYS = {
  count: 8,
  reportedFrom: 2,
  weekday: Uint8Array.of(1, 2, 3, 4, 5, 6, 0, 1),
  bankHoliday: Uint8Array.of(0, 0, 0, 0, 0, 0, 1, 0),
} as unknown as Days;

const daily = {
  discharges: Float64Array.of(100, 130, 60, 40, 77, 100),
  dischargesSupport: Float64Array.of(3, 3, 3, 3, 3, 3),
  dischargesCommunityBed: Float64Array.of(2, 2, 2, 2, 2, 2),
  dischargesCareHome: Float64Array.of(1, 1, 1, 1, 1, 2),
  dischargesBefore10: Float64Array.of(5, 5, 0, 0, 5, 5),
  dischargesBeforeNoon: Float64Array.of(10, 10, 10, 10, 10, 10),
  dischargesLonger: Float64Array.of(40, 40, 40, 40, 20, 20),
  expectedDateSet: Float64Array.of(9, 8, 9, 8, 9, 8),
  expectedDateDue: Float64Array.of(10, 10, 10, 10, 10, 10),
  chcInHospital: Float64Array.of(1, 0, 0, 0, 0, 0),
  chcAssessments: Float64Array.of(2, 2, 2, 2, 0, 0),
  onward0800: Float64Array.of(6, 6, 6, 6, 6, 12),
  virtualWard0800: Float64Array.of(10, 11, 12, 13, 14, 15),
  readmissions: Float64Array.of(1, 2, 3, 4, 5, 6),
  leftAlive: Float64Array.of(30, 30, 30, 30, 30, 60),
};
// Minutes by day x (NHS, social care, both).
const delayMinutesByAttribution = Float64Array.of(
  ...[1440, 720, 0],
  ...[1440, 0, 0],
  ...[0, 0, 720],
  ...[0, 0, 0],
  ...[0, 1440, 0],
  ...[0, 0, 0],
);
const observed = { daily, delayMinutesByAttribution } as unknown as Observed;

it('takes shares of those due, means of days, and the weekend beside working weekdays', () => {
  const values = dischargeValues(observed, DAYS);
  const minutes = 2880 + 2160 + 720;
  expect(values.dtocNhsShare).toBeCloseTo(2880 / minutes, 12);
  expect(values.dtocSocialCareShare).toBeCloseTo(2160 / minutes, 12);
  expect(values.dtocBothShare).toBeCloseTo(720 / minutes, 12);
  expect(values.dischargesAliveCount).toBe(507);
  expect(values.dischargesWithSupportCount).toBe(18);
  expect(values.dischargesToCommunityBedCount).toBe(12);
  expect(values.dischargesToCareHomeCount).toBe(7);
  expect(values.weekendDischargeShare).toBeCloseTo(50 / 110, 12);
  expect(values.dischargesBefore10Share).toBe(20 / 200);
  expect(values.dischargesBeforeNoonShare).toBe(60 / 200);
  expect(values.expectedDateWithin3DaysShare).toBe(51 / 60);
  expect(values.chcInHospitalShare).toBe(1 / 8);
  expect(values.communityBedsDelayedMean).toBe(7);
  expect(values.virtualWardMean).toBe(12.5);
  expect(values.readmissionShare).toBe(21 / 210);
});

it('gives beds by day to who answers for the delay', () => {
  const beds = dischargeDaily(observed);
  expect([...beds.dtocNhsBeds]).toEqual([1, 1, 0, 0, 0, 0]);
  expect([...beds.dtocSocialCareBeds]).toEqual([0.5, 0, 0, 0, 1, 0]);
  expect([...beds.dtocBothBeds]).toEqual([0, 0, 0.5, 0, 0, 0]);
});
