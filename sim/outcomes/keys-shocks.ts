// sim/outcomes/keys-shocks.ts: outcomes of waves of illness, of beds and staff lost.

import type { OutcomeKey } from './keys.js';

export const SHOCK_OUTCOMES = [
  {
    key: 'spellsZeroDayCovidCount',
    label: 'COVID-19 spells of 0 days',
    definition: 'Emergency spells of COVID-19 patients that ended on the day of admission.',
    unit: 'count',
    better: null,
  },
  {
    key: 'spellsOneDayPlusCovidCount',
    label: 'COVID-19 spells of 1 day or more',
    definition: 'Emergency spells of COVID-19 patients that lasted at least one night.',
    unit: 'count',
    better: null,
  },
  {
    key: 'covidBedsMean',
    label: 'Beds with COVID-19 patients',
    definition: 'Mean general and acute beds with COVID-19 patients at 08:00.',
    unit: 'beds',
    better: 'lower',
  },
  {
    key: 'covidBedsMax',
    label: 'Most beds with COVID-19 patients',
    definition: 'Highest daily count of beds with COVID-19 patients at 08:00.',
    unit: 'beds',
    better: 'lower',
  },
  {
    key: 'fluBedsMean',
    label: 'Beds with flu patients',
    definition: 'Mean general and acute beds with flu patients at 08:00.',
    unit: 'beds',
    better: 'lower',
  },
  {
    key: 'fluBedsMax',
    label: 'Most beds with flu patients',
    definition: 'Highest daily count of beds with flu patients at 08:00.',
    unit: 'beds',
    better: 'lower',
  },
  {
    key: 'infectionControlBedDays',
    label: 'Bed days lost to infection control',
    definition:
      'Sum over days of beds that stand empty at 08:00 in bays and wards closed by norovirus, or to ' +
      'zone COVID-19 patients.',
    unit: 'bed days',
    better: 'lower',
  },
  {
    key: 'norovirusClosedBedsMean',
    label: 'Beds closed by norovirus',
    definition: 'Mean beds at 08:00 of bays and wards closed to new patients, those in use too.',
    unit: 'beds',
    better: 'lower',
  },
  {
    key: 'sicknessBedDays',
    label: 'Bed days lost to staff sickness',
    definition: 'Sum over days of beds closed at 08:00 because staff are ill.',
    unit: 'bed days',
    better: 'lower',
  },
  {
    key: 'clinicianHoursLost',
    label: 'A&E clinician hours lost to sickness',
    definition: 'Hours of A&E clinicians of the rota who are ill and whom nobody stands in for.',
    unit: 'count',
    better: 'lower',
  },
  {
    key: 'criticalCareOccupancyShareMean',
    label: 'Critical care occupancy',
    definition: 'Patients ÷ beds of critical care at 08:00, where critical care is described.',
    unit: 'share',
    better: 'lower',
  },
  {
    key: 'criticalCareStepDownDelayedMean',
    label: 'Waiting in critical care for a ward',
    definition: 'Mean patients at 08:00 whose critical care is over and who wait for a ward bed.',
    unit: 'beds',
    better: 'lower',
  },
] as const satisfies readonly OutcomeKey[];

export type ShockOutcome = (typeof SHOCK_OUTCOMES)[number]['key'];
