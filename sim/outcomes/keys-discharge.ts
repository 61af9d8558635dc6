// sim/outcomes/keys-discharge.ts: outcomes of delays, discharge and what comes after.

import type { OutcomeKey } from './keys.js';

export const DISCHARGE_OUTCOMES = [
  {
    key: 'notMeetingCriteriaToResideMean',
    label: 'Not meeting the criteria to reside',
    definition: 'Mean patients at 08:00 whose clinical stay is over.',
    unit: 'beds',
    better: 'lower',
    main: true,
  },
  {
    key: 'dtocShareMean',
    label: 'Delayed transfers of care',
    definition: 'Delayed transfer bed days ÷ occupied bed days.',
    unit: 'share',
    better: 'lower',
    main: true,
  },
  {
    key: 'dtocBedDays',
    label: 'Delayed transfer bed days',
    definition: 'Bed days of patients counted as delayed transfers of care.',
    unit: 'bed days',
    better: 'lower',
  },
  {
    key: 'dtocNhsShare',
    label: 'Delayed transfers, NHS',
    definition: 'Bed days of delayed transfers for which the NHS answers ÷ all with a reason.',
    unit: 'share',
    better: null,
  },
  {
    key: 'dtocSocialCareShare',
    label: 'Delayed transfers, social care',
    definition: 'Bed days of delayed transfers for which social care answers ÷ all with a reason.',
    unit: 'share',
    better: null,
  },
  {
    key: 'dtocBothShare',
    label: 'Delayed transfers, both',
    definition: 'Bed days of delayed transfers for which both answer ÷ all with a reason.',
    unit: 'share',
    better: null,
  },
  {
    key: 'dischargesAliveCount',
    label: 'Discharges alive from a bed',
    definition: 'Patients who left a bed alive, for home or for care afterwards.',
    unit: 'count',
    better: null,
  },
  {
    key: 'dischargesWithSupportCount',
    label: 'Of these, home with support',
    definition: 'Discharges alive on pathway 1: home with care or rehabilitation there.',
    unit: 'count',
    better: null,
  },
  {
    key: 'dischargesToCommunityBedCount',
    label: 'Of these, to a community bed',
    definition: 'Discharges alive on pathway 2: to a bed for rehabilitation.',
    unit: 'count',
    better: null,
  },
  {
    key: 'dischargesToCareHomeCount',
    label: 'Of these, to a care home',
    definition: 'Discharges alive on pathway 3: to a care home.',
    unit: 'count',
    better: null,
  },
  {
    key: 'weekendDischargeShare',
    label: 'Weekend discharges',
    definition:
      'Discharges alive a day on Saturdays and Sundays ÷ those on Mondays to Fridays that ' +
      'are no bank holidays.',
    unit: 'share',
    better: 'higher',
  },
  {
    key: 'dischargesBefore10Share',
    label: 'Beds left before 10:00',
    definition:
      'Discharges alive, short stays apart, from beds left before 10:00 ÷ all such discharges; ' +
      'who waits in a lounge has left the bed.',
    unit: 'share',
    better: 'higher',
  },
  {
    key: 'dischargesBeforeNoonShare',
    label: 'Beds left before noon',
    definition:
      'Discharges alive, short stays apart, from beds left before 12:00 ÷ all such discharges; ' +
      'who waits in a lounge has left the bed.',
    unit: 'share',
    better: 'higher',
  },
  {
    key: 'expectedDateWithin3DaysShare',
    label: 'Expected date of discharge within 3 days',
    definition:
      'Emergency patients not yet discharged 3 days after admission who have an expected ' +
      'date of discharge ÷ all of them: a process by its stated share, without effect on ' +
      'stays.',
    unit: 'share',
    better: 'higher',
  },
  {
    key: 'chcInHospitalShare',
    label: 'Continuing healthcare assessed in a hospital bed',
    definition:
      'Full assessments for NHS continuing healthcare done in an acute bed ÷ all of them.',
    unit: 'share',
    better: 'lower',
  },
  {
    key: 'communityBedsDelayedMean',
    label: 'Community beds held by who could leave',
    definition:
      'Mean patients at 08:00 in a community bed (P2) waiting for care at home or a care ' +
      'home.',
    unit: 'beds',
    better: 'lower',
  },
  {
    key: 'virtualWardMean',
    label: 'Patients in the virtual ward',
    definition: 'Mean patients at 08:00 looked after at home by the virtual ward.',
    unit: 'count',
    better: null,
  },
  {
    key: 'readmissionShare',
    label: 'Readmitted within 30 days',
    definition:
      'Emergency admissions of patients who come back within 30 days ÷ patients who left a bed or ' +
      'same-day care alive, of the reported days; where readmissions are described.',
    unit: 'share',
    better: 'lower',
  },
] as const satisfies readonly OutcomeKey[];
