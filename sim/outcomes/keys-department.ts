// sim/outcomes/keys-department.ts: outcomes of A&E, the units beside it and ambulances.

import type { OutcomeKey } from './keys.js';

export const DEPARTMENT_OUTCOMES = [
  {
    key: 'attendancesCount',
    label: 'Attendances',
    definition: 'A&E attendances of all types in the model.',
    unit: 'count',
    better: null,
  },
  {
    key: 'attendancesType1Count',
    label: 'Type 1 attendances',
    definition: 'Attendances at the major A&E department.',
    unit: 'count',
    better: null,
  },
  {
    key: 'attendancesType3Count',
    label: 'Type 3 attendances',
    definition: 'Attendances at urgent treatment centres, minor injury units, walk-in centres.',
    unit: 'count',
    better: null,
  },
  {
    key: 'unitsSentOnShare',
    label: 'Sent on to A&E by units',
    definition: 'Type 3 attendances that the unit sent on to A&E ÷ type 3 attendances.',
    unit: 'share',
    better: 'lower',
  },
  {
    key: 'crisisResponseWithin2hShare',
    label: 'Crisis response within 2 hours',
    definition: 'Visits of crisis teams begun within 2 hours of the request ÷ visits begun.',
    unit: 'share',
    better: 'higher',
  },
  {
    key: 'bookedSlotShare',
    label: 'Booked slots of patients referred by 111',
    definition: 'Patients referred to A&E by 111 who got a booked time ÷ patients so referred.',
    unit: 'share',
    better: 'higher',
  },
  {
    key: 'assessedWithin24hShare',
    label: 'Frailty assessment within 24 hours',
    definition:
      'Frail patients of 65 and over at the decision to admit whom a frailty team assesses within ' +
      '24 hours of arrival, at once or in its next hours ÷ all of them; without a limit a day.',
    unit: 'share',
    better: 'higher',
  },
  {
    key: 'conveyancesCount',
    label: 'Ambulance conveyances',
    definition: 'Attendances brought by ambulance.',
    unit: 'count',
    better: null,
  },
  {
    key: 'within4hShare',
    label: 'Within 4 hours, all types',
    definition:
      'Attendances that left within 240 minutes ÷ those that left or had passed 240 minutes at ' +
      'the end. An ambulance patient’s clock starts at handover, or after 15 minutes.',
    unit: 'share',
    better: 'higher',
  },
  {
    key: 'within4hType1Share',
    label: 'Within 4 hours, type 1',
    definition: 'The same for the major A&E department.',
    unit: 'share',
    better: 'higher',
    main: true,
  },
  {
    key: 'over12hFromArrivalShare',
    label: 'Over 12 hours from arrival',
    definition: 'Attendances that spent more than 12 hours in A&E ÷ attendances timed.',
    unit: 'share',
    better: 'lower',
    main: true,
  },
  {
    key: 'over12hFromDecisionCount',
    label: 'Over 12 hours from decision to admit',
    definition: 'Patients who waited more than 12 hours for a bed after the decision to admit.',
    unit: 'count',
    better: 'lower',
  },
  {
    key: 'readyOver1hShare',
    label: 'Over 1 hour after clinically ready to proceed',
    definition: 'Attendances that left more than 60 minutes after they were ready to.',
    unit: 'share',
    better: 'lower',
  },
  {
    key: 'initialAssessmentMinutesMedian',
    label: 'Initial assessment, median wait',
    definition: 'Median minutes from arrival to the end of the initial assessment (handover).',
    unit: 'minutes',
    better: 'lower',
  },
  {
    key: 'initialAssessmentMinutesP95',
    label: 'Initial assessment, 95th percentile',
    definition: '95th percentile of minutes from arrival to the end of the initial assessment.',
    unit: 'minutes',
    better: 'lower',
  },
  {
    key: 'handoverOver15Share',
    label: 'Handovers over 15 minutes',
    definition: 'Handovers that took more than 15 minutes from arrival ÷ handovers.',
    unit: 'share',
    better: 'lower',
  },
  {
    key: 'handoverOver30Share',
    label: 'Handovers over 30 minutes',
    definition: 'Handovers that took more than 30 minutes from arrival ÷ handovers.',
    unit: 'share',
    better: 'lower',
    main: true,
  },
  {
    key: 'handoverOver60Share',
    label: 'Handovers over 60 minutes',
    definition: 'Handovers that took more than 60 minutes from arrival ÷ handovers.',
    unit: 'share',
    better: 'lower',
  },
  {
    key: 'leftWithoutBeingSeenShare',
    label: 'Left without being seen',
    definition: 'Attendances that left before a clinician saw them ÷ attendances.',
    unit: 'share',
    better: 'lower',
  },
  {
    key: 'leftWithoutBeingSeenCount',
    label: 'Patients who left without being seen',
    definition: 'Attendances that left before a clinician saw them.',
    unit: 'count',
    better: 'lower',
  },
] as const satisfies readonly OutcomeKey[];
