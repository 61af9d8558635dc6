// sim/outcomes/keys-admissions.ts: outcomes of admissions, planned patients and stays.

import type { OutcomeKey } from './keys.js';

export const ADMISSION_OUTCOMES = [
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
] as const satisfies readonly OutcomeKey[];
