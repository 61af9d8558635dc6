// sim/outcomes/keys.ts: the numbers people read: what each means, its unit and which way is better.

import { ADMISSION_OUTCOMES } from './keys-admissions.js';
import { BED_OUTCOMES } from './keys-beds.js';
import { DEPARTMENT_OUTCOMES } from './keys-department.js';
import { DISCHARGE_OUTCOMES } from './keys-discharge.js';
import { POLICY_OUTCOMES } from './keys-policy.js';
import { SHOCK_OUTCOMES } from './keys-shocks.js';
import { TIME_OUTCOMES } from './keys-time-in-department.js';

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
  ...BED_OUTCOMES,
  ...DEPARTMENT_OUTCOMES,
  ...ADMISSION_OUTCOMES,
  ...DISCHARGE_OUTCOMES,
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
  ...POLICY_OUTCOMES,
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
  ...TIME_OUTCOMES,
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
