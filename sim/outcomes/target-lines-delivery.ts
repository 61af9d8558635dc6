// sim/outcomes/target-lines-delivery.ts: targets of discharge, long stays, electives and vaccination
// (T4, T6 to T10, T13, T15).

import type { TargetLine } from './targets.js';

const LONG_STAYS = '003 L582, L950; 001 L311';
const ELECTIVES_2020 = '000 L111 (phase 3, last year’s activity)';
const VACCINES = '003 L631-638';

/** Lines in the order of tables. */
export const DELIVERY_LINES: readonly TargetLine[] = [
  {
    id: 'T4',
    text: 'Delayed transfers at most 3.5 % of beds',
    key: 'dtocShareMean',
    source: '003 L580, L948',
    atMost: 0.035,
  },
  {
    id: 'T4',
    text: 'Of delayed transfers the NHS answers for, no level set',
    key: 'dtocNhsShare',
    source: '003 L580, which asks for both to fall',
  },
  {
    id: 'T4',
    text: 'Of delayed transfers social care answers for, no level',
    key: 'dtocSocialCareShare',
    source: '003 L580, which asks for both to fall',
  },
  {
    id: 'T6',
    text: 'CHC assessments in hospital below 15 %',
    key: 'chcInHospitalShare',
    source: '003 L607, L669, L949',
    below: 0.15,
  },
  {
    id: 'T7',
    text: 'Fewer beds with stays over 7 days',
    key: 'stays7Beds',
    source: LONG_STAYS,
    lessThanBase: true,
  },
  {
    id: 'T7',
    text: 'Fewer beds with stays over 14 days',
    key: 'stays14Beds',
    source: LONG_STAYS,
    lessThanBase: true,
  },
  {
    id: 'T7',
    text: 'Fewer beds with stays over 21 days',
    key: 'stays21Beds',
    source: LONG_STAYS,
    lessThanBase: true,
  },
  {
    id: 'T8',
    text: 'Weekend discharges: 35 % of the weekday level',
    key: 'weekendDischargeShare',
    source: '003 L670',
    atLeast: 0.35,
  },
  {
    id: 'T9',
    text: 'Expected date set within 3 days: 99 %',
    key: 'expectedDateWithin3DaysShare',
    source: '003 L667',
    atLeast: 0.99,
  },
  {
    id: 'T10',
    text: 'Discharges before 10:00, no level set',
    key: 'dischargesBefore10Share',
    source: '003 L658, which sets no level',
  },
  {
    id: 'T10',
    text: 'Discharges before midday: a third',
    key: 'dischargesBeforeNoonShare',
    source: '003 L658; a third is the aim of SAFER',
    atLeast: 1 / 3,
  },
  {
    id: 'T13',
    text: 'Electives of plan: 80 % (September 2020)',
    key: 'electivesOfPlanShare',
    source: ELECTIVES_2020,
    atLeast: 0.8,
  },
  {
    id: 'T13',
    text: 'Electives of plan: 90 % (October 2020)',
    key: 'electivesOfPlanShare',
    source: ELECTIVES_2020,
    atLeast: 0.9,
  },
  {
    id: 'T15',
    text: 'Flu vaccine, 65 and over: 75 %',
    key: 'fluUptake65Share',
    source: VACCINES,
    atLeast: 0.75,
  },
  {
    id: 'T15',
    text: 'Flu vaccine, under 65 at risk: 55 %',
    key: 'fluUptakeAtRiskShare',
    source: VACCINES,
    atLeast: 0.55,
  },
  {
    id: 'T15',
    text: 'Flu vaccine, staff, no level set',
    key: 'fluUptakeStaffShare',
    source: '003 L631-638 and 000, which set no level',
  },
];
