// sim/hospital/parameters.ts: what the model reads: numbers in flat tables, ready for the hot path.
//
// sim/scenario/compile.ts builds these from a checked scenario. Shares are 0-1, times are minutes.
// Tables by age and frailty have AGES x FRAILTIES cells (age major); schedules have one entry for
// each hour or day of the run, lead-in included.

import type { Days } from '../engine/time.js';
import type { Offer } from './offers.js';
import type {
  BedParameters,
  ElectiveParameters,
  LossParameters,
  StayParameters,
} from './parameters-beds.js';
import type {
  CensusParameters,
  DemandParameters,
  MixParameters,
  ReadmissionParameters,
} from './parameters-demand.js';
import type { DepartmentParameters } from './parameters-department.js';
import type {
  CommunityParameters,
  DischargeParameters,
  VirtualWardParameters,
} from './parameters-discharge.js';
import type { PolicyParameters } from './parameters-policy.js';
import type { UnitParameters } from './unit-parameters.js';

export type * from './parameters-beds.js';
export type * from './parameters-demand.js';
export * from './parameters-department.js';
export type * from './parameters-discharge.js';
export type * from './parameters-policy.js';

export interface Parameters {
  days: Days;
  sites: SiteParameters[];
  /** Urgent care units apart from A&E, in the order of their short names. */
  units: UnitParameters[];
  community: CommunityParameters;
}

export interface SiteParameters {
  name: string;
  demand: DemandParameters;
  mix: MixParameters;
  department: DepartmentParameters;
  beds: BedParameters;
  stays: StayParameters;
  discharge: DischargeParameters;
  electives: ElectiveParameters;
  census: CensusParameters;
  offers: Offer[];
  /** Cumulative shares of the localities in which the site's patients live. */
  localityShares: Float64Array;
  /** What is done under pressure; null when nothing is. */
  policy: PolicyParameters | null;
  /** Beds and staff lost for a time; null where none ever are. */
  losses: LossParameters | null;
  /** Minutes for which care after discharge is funded, of those for whom a service funds it. */
  fundedMinutes: number;
  virtualWard: VirtualWardParameters | null;
  /** Patients who come back; null where they are not told from new ones. */
  readmission: ReadmissionParameters | null;
  /** Whether any service makes offers on the wards. */
  hasWardServices: boolean;
}
