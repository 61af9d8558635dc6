// sim/outcomes/keys-policy.ts: outcomes of the pressure policy and its levels.

import type { OutcomeKey } from './keys.js';

export const POLICY_OUTCOMES = [
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
] as const satisfies readonly OutcomeKey[];
