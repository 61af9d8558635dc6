// sim/outcomes/keys-beds.ts: outcomes of beds: how full they are, and which are open.

import type { OutcomeKey } from './keys.js';

export const BED_OUTCOMES = [
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
] as const satisfies readonly OutcomeKey[];
