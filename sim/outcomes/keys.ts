// sim/outcomes/keys.ts: the numbers people read: what each means, its unit and which way is better.

import { SHOCK_OUTCOMES } from './keys-shocks.js';

export interface OutcomeKey {
  key: string;
  label: string;
  /** Exact definition, for tables, documentation and spreadsheets. */
  definition: string;
  unit: 'share' | 'days' | 'beds' | 'bed days' | 'count' | 'minutes' | 'pounds';
  better: 'lower' | 'higher' | null;
  /** Shown in the short table. */
  main?: boolean;
}

/** Every outcome that this version computes, in the order of tables and files. */
export const OUTCOMES = [
  {
    key: 'occupancyShareMean',
    label: 'Bed occupancy, all hours',
    definition: 'Occupied ÷ open general and acute bed minutes over the reported days.',
    unit: 'share',
    better: 'lower',
  },
  {
    key: 'occupancy0800ShareMean',
    label: 'Bed occupancy at 08:00',
    definition: 'Mean over days of occupied ÷ open general and acute beds at 08:00.',
    unit: 'share',
    better: 'lower',
    main: true,
  },
  {
    key: 'occupancyMidnightShareMean',
    label: 'Bed occupancy at midnight',
    definition: 'Mean over days of occupied ÷ open beds at the midnight that ends the day.',
    unit: 'share',
    better: 'lower',
  },
  {
    key: 'occupancy0800ShareMax',
    label: 'Highest bed occupancy at 08:00',
    definition: 'Highest daily occupied ÷ open beds at 08:00.',
    unit: 'share',
    better: 'lower',
  },
  {
    key: 'daysOver92Count',
    label: 'Days over 92 %',
    definition: 'Days with more than 92 % of open beds occupied at 08:00.',
    unit: 'days',
    better: 'lower',
    main: true,
  },
  {
    key: 'daysOver95Count',
    label: 'Days over 95 %',
    definition: 'Days with more than 95 % of open beds occupied at 08:00.',
    unit: 'days',
    better: 'lower',
    main: true,
  },
  {
    key: 'daysOver98Count',
    label: 'Days over 98 %',
    definition: 'Days with more than 98 % of open beds occupied at 08:00.',
    unit: 'days',
    better: 'lower',
    main: true,
  },
  {
    key: 'longestRunOver92Days',
    label: 'Longest run of days over 92 %',
    definition: 'Most days in a row with more than 92 % of open beds occupied at 08:00.',
    unit: 'days',
    better: 'lower',
  },
  {
    key: 'bedsOccupiedMean',
    label: 'Beds occupied',
    definition: 'Mean general and acute beds occupied at 08:00.',
    unit: 'beds',
    better: 'lower',
    main: true,
  },
  {
    key: 'bedsOpenMean',
    label: 'Beds open',
    definition:
      'Mean beds open at 08:00: core, escalation, flexible, and closing beds still in use.',
    unit: 'beds',
    better: null,
    main: true,
  },
  {
    key: 'escalationBedDays',
    label: 'Escalation bed days',
    definition:
      'Sum over days of beds occupied at 08:00 beyond the core beds of their pool, up to the ' +
      'escalation beds open.',
    unit: 'bed days',
    better: 'lower',
  },
  {
    key: 'flexBedDays',
    label: 'Flexible bed days',
    definition: 'Sum over days of flexible beds open at 08:00: the relief the model gives.',
    unit: 'bed days',
    better: 'lower',
    main: true,
  },
  {
    key: 'outlierBedDays',
    label: 'Outlier bed days',
    definition: 'Sum over days of patients at 08:00 in a ward of another specialty.',
    unit: 'bed days',
    better: 'lower',
  },
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
  {
    key: 'admissionsEmergencyCount',
    label: 'Emergency admissions',
    definition: 'Emergency admissions through A&E, same-day emergency care and referral.',
    unit: 'count',
    better: null,
    main: true,
  },
  {
    key: 'spellsZeroDayCount',
    label: 'Emergency spells of 0 days',
    definition: 'Emergency spells that ended on the day of admission, same-day care included.',
    unit: 'count',
    better: null,
  },
  {
    key: 'spellsOneDayPlusCount',
    label: 'Emergency spells of 1 day or more',
    definition: 'Emergency spells that ended on a later day.',
    unit: 'count',
    better: null,
  },
  {
    key: 'electivesAdmittedCount',
    label: 'Elective admissions',
    definition: 'Overnight elective patients admitted.',
    unit: 'count',
    better: 'higher',
  },
  {
    key: 'electivesCancelledCount',
    label: 'Electives cancelled',
    definition: 'Overnight elective patients cancelled on the day for want of a bed.',
    unit: 'count',
    better: 'lower',
    main: true,
  },
  {
    key: 'stayMeanDays',
    label: 'Length of stay, 1 day or more',
    definition: 'Mean days in hospital of emergency spells of 1 day or more.',
    unit: 'days',
    better: 'lower',
  },
  {
    key: 'stays7Beds',
    label: 'Beds with stays over 7 days',
    definition: 'Mean patients at 08:00 who have been in hospital for more than 7 days.',
    unit: 'beds',
    better: 'lower',
  },
  {
    key: 'stays14Beds',
    label: 'Beds with stays over 14 days',
    definition: 'Mean patients at 08:00 who have been in hospital for more than 14 days.',
    unit: 'beds',
    better: 'lower',
  },
  {
    key: 'stays21Beds',
    label: 'Beds with stays over 21 days',
    definition: 'Mean patients at 08:00 who have been in hospital for more than 21 days.',
    unit: 'beds',
    better: 'lower',
    main: true,
  },
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
  {
    key: 'awaitingBed0800Mean',
    label: 'Waiting in A&E for a bed at 08:00',
    definition: 'Mean patients in A&E at 08:00 after the decision to admit.',
    unit: 'beds',
    better: 'lower',
  },
  {
    key: 'sdecCount',
    label: 'Same-day emergency care patients',
    definition: 'Patients treated in same-day emergency care instead of a bed.',
    unit: 'count',
    better: null,
  },
  {
    key: 'deathsCount',
    label: 'Deaths in hospital',
    definition: 'Inpatients who died; the model does not change mortality.',
    unit: 'count',
    better: null,
  },
  {
    key: 'policyDaysCount',
    label: 'Days of pressure policy',
    definition: 'Days on which an action of the pressure policy was in force at any hour.',
    unit: 'days',
    better: 'lower',
  },
  {
    key: 'escalationPolicyBedDays',
    label: 'Escalation bed days of the policy',
    definition: 'Sum over days of the beds that the pressure policy has open at 08:00.',
    unit: 'bed days',
    better: 'lower',
  },
  {
    key: 'boardedBedDays',
    label: 'Boarded bed days',
    definition:
      'Days that patients spent beyond the beds of a ward, in it or on the way; occupancy counts them.',
    unit: 'bed days',
    better: 'lower',
  },
  {
    key: 'boardedCount',
    label: 'Patients boarded',
    definition: 'Patients given a place beyond the beds of a ward by the pressure policy.',
    unit: 'count',
    better: 'lower',
  },
  {
    key: 'divertedCount',
    label: 'Ambulances diverted',
    definition: 'Ambulance patients whom the pressure policy sent to another site.',
    unit: 'count',
    better: 'lower',
  },
  {
    key: 'transferredCount',
    label: 'Patients transferred',
    definition: 'Patients waiting for a bed who were given one at another site.',
    unit: 'count',
    better: 'lower',
  },
  {
    key: 'policyElectivesCancelledCount',
    label: 'Electives cancelled by the policy',
    definition: 'Planned patients with room for them whom the pressure policy cancelled.',
    unit: 'count',
    better: 'lower',
  },
  {
    key: 'dischargesPushedCount',
    label: 'Discharges pushed',
    definition: 'Discharges that would not have been on that day without the push.',
    unit: 'count',
    better: null,
  },
  {
    key: 'opel3DaysCount',
    label: 'Days at OPEL 3 or 4',
    definition:
      'Days with OPEL level 3 or 4 at 08:00, by the table of the scenario; undefined without one.',
    unit: 'days',
    better: 'lower',
  },
  {
    key: 'opel4DaysCount',
    label: 'Days at OPEL 4',
    definition:
      'Days with OPEL level 4 at 08:00, by the table of the scenario; undefined without one.',
    unit: 'days',
    better: 'lower',
  },
  {
    key: 'excessDeathsMean',
    label: 'Deaths associated with waits for a bed (estimate)',
    definition:
      'Deaths within 30 days more than expected: one for 191 patients admitted 4 to 6 hours after ' +
      'arrival, for 82 at 6 to 8, for 72 beyond. An association at the level of England (Jones 2022, ' +
      'EMJ 39:168), not a forecast; the model itself does not change mortality.',
    unit: 'count',
    better: 'lower',
    main: true,
  },
  {
    key: 'excessDeathsLeast',
    label: 'The same, low end of the estimate',
    definition:
      'One death for 82 patients admitted more than 6 hours after arrival, none for shorter waits.',
    unit: 'count',
    better: 'lower',
  },
  {
    key: 'excessDeathsMost',
    label: 'The same, high end of the estimate',
    definition:
      'Compared with patients admitted within 4 hours: mortality of 8.71 % times the difference of ' +
      'the standardised ratios (0.94; 1.06, 1.14, 1.16) of the same study.',
    unit: 'count',
    better: 'lower',
  },
  {
    key: 'costPounds',
    label: 'Cost of services with a known cost (estimate)',
    definition:
      'Pounds in the reported period for services whose settings give a cost: by day from first to ' +
      'last day of the service, and by patient reached. Undefined where no service gives one.',
    unit: 'pounds',
    better: 'lower',
  },
  {
    key: 'daysOutsideValidityCount',
    label: 'Days outside the valid range',
    definition:
      'Days on which at 08:00 more than 10 % as many patients as there are open beds wait in A&E ' +
      'for one, or A&E holds more than twice as many patients as spaces: the model then lacks ' +
      'relief that a hospital would find.',
    unit: 'days',
    better: 'lower',
  },
  ...SHOCK_OUTCOMES,
] as const satisfies readonly OutcomeKey[];

export type Outcome = (typeof OUTCOMES)[number]['key'];

export const OUTCOME_KEYS: readonly Outcome[] = OUTCOMES.map(({ key }) => key);

/** The definition of an outcome. */
export function outcomeOf(key: string): OutcomeKey {
  const found = (OUTCOMES as readonly OutcomeKey[]).find((outcome) => outcome.key === key);
  if (!found) throw new RangeError(`There is no outcome "${key}".`);
  return found;
}

export interface DailyKey {
  key: string;
  label: string;
  unit: 'share' | 'beds' | 'count';
}

/** Daily series with percentiles over replications; weekly ones have a value on each Monday. */
export const DAILY = [
  { key: 'occupancy0800Share', label: 'Bed occupancy at 08:00', unit: 'share' },
  { key: 'bedsOccupied0800', label: 'Beds occupied at 08:00', unit: 'beds' },
  { key: 'bedsOpen0800', label: 'Beds open at 08:00', unit: 'beds' },
  { key: 'flexBeds0800', label: 'Flexible beds open at 08:00', unit: 'beds' },
  { key: 'within4hShare', label: 'Within 4 hours', unit: 'share' },
  { key: 'within4hWeekShare', label: 'Within 4 hours, by week', unit: 'share' },
  { key: 'attendances', label: 'Attendances', unit: 'count' },
  { key: 'conveyances', label: 'Ambulance conveyances', unit: 'count' },
  { key: 'spellsZeroDay', label: 'Emergency spells of 0 days', unit: 'count' },
  { key: 'spellsOneDayPlus', label: 'Emergency spells of 1 day or more', unit: 'count' },
  { key: 'spellsZeroDayCovid', label: 'COVID-19 spells of 0 days', unit: 'count' },
  { key: 'spellsOneDayPlusCovid', label: 'COVID-19 spells of 1 day or more', unit: 'count' },
  { key: 'attendancesType3', label: 'Type 3 attendances', unit: 'count' },
  { key: 'admissionsEmergency', label: 'Emergency admissions', unit: 'count' },
  { key: 'admissionsType1', label: 'Emergency admissions through A&E', unit: 'count' },
  { key: 'handoverOver30', label: 'Handovers over 30 minutes', unit: 'count' },
  { key: 'handoverOver60', label: 'Handovers over 60 minutes', unit: 'count' },
  { key: 'electivesCancelled', label: 'Electives cancelled', unit: 'count' },
  { key: 'delayed0800', label: 'Not meeting the criteria to reside at 08:00', unit: 'beds' },
  { key: 'dtoc0800', label: 'Delayed transfers of care at 08:00', unit: 'beds' },
  { key: 'dtocNhsBeds', label: 'Delayed transfers, NHS', unit: 'beds' },
  { key: 'dtocSocialCareBeds', label: 'Delayed transfers, social care', unit: 'beds' },
  { key: 'dtocBothBeds', label: 'Delayed transfers, both', unit: 'beds' },
  { key: 'stays7Beds0800', label: 'Stays over 7 days at 08:00', unit: 'beds' },
  { key: 'stays21Beds0800', label: 'Stays over 21 days at 08:00', unit: 'beds' },
  { key: 'awaitingBed0800', label: 'Waiting in A&E for a bed at 08:00', unit: 'count' },
  {
    key: 'escalationPolicyBeds0800',
    label: 'Escalation beds of the policy at 08:00',
    unit: 'beds',
  },
  { key: 'boarded0800', label: 'Boarded at 08:00', unit: 'count' },
  { key: 'opelLevel', label: 'OPEL level at 08:00', unit: 'count' },
  { key: 'discharges', label: 'Discharges alive from a bed', unit: 'count' },
  {
    key: 'bedsLost0800',
    label: 'Beds closed for infection or want of staff at 08:00',
    unit: 'beds',
  },
] as const satisfies readonly DailyKey[];

export type DailySeriesKey = (typeof DAILY)[number]['key'];
