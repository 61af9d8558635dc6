// sim/hospital/parameters-demand.ts: who comes: streams of patients, their mix, and who is there at the start,
// as flat tables (parameters.ts).

import type { QuantileTable } from '../engine/quantile-table.js';

export interface DemandParameters {
  /** Attendances expected in each hour of the run, before the day effect. */
  attendancesPerHour: Float64Array;
  /** Patients referred straight to a bed, each hour. */
  referredPerHour: Float64Array;
  /** Attendances of the flu wave, each hour; all need admission. */
  fluPerHour: Float64Array;
  /** Effect of the day on attendances and referrals, mean 1. */
  dayEffect: QuantileTable;
  /** Effect of the winter on the same, mean 1: one draw a replication. */
  winterEffect: QuantileTable;
  /** Factor on the need for admission, each day. */
  conversionIndex: Float64Array;
  /** Further streams of patients: waves beside flu, cold, growth of some ages. */
  extra: ExtraStream[];
  /** The same by their number, null where there is none. */
  extraOf: (ExtraStream | null)[];
  /** By stream: chance by age that a candidate comes at all; null where everybody does. */
  keptByAge: (Float64Array | null)[];
}

/** Patients beyond attendances, referrals and flu. */
export interface ExtraStream {
  /** Number among the streams of a site. */
  stream: number;
  /** In words, for traces; empty for patients like others. */
  name: string;
  /** Patients expected in each hour of the run. */
  perHour: Float64Array;
  /** Whether the effects of the day and the winter multiply it. */
  varies: boolean;
  /** As others who come: by themselves, or referred; or all in need of admission. */
  like: ExtraLike;
  /** Cumulative shares of age bands. */
  ageShares: Float64Array;
  /** Flag that its patients have, or 0. */
  flag: number;
  /** Factor on the clinical stay. */
  stayFactor: number;
  /** Share of adults who need critical care first. */
  criticalShare: number;
}

export type ExtraLike = 'attendances' | 'referred' | 'wave';

export interface MixParameters {
  /** Cumulative shares of age bands; one row each for attendances, referrals, flu. */
  ageShares: Float64Array[];
  /** Cumulative shares of frailty levels, by age. */
  frailtyShares: Float64Array;
  /** Share that comes by ambulance, by age and frailty. */
  ambulanceShare: Float64Array;
  /** Cumulative shares of acuity: row 0 walk-in, row 1 ambulance. */
  acuityShares: Float64Array;
  /** Latent need for admission by age and frailty x mode (2) x acuity (5). */
  admissionChance: Float64Array;
  /** Cumulative shares of the classes of bed, by age and frailty. */
  classShares: Float64Array;
}

export interface CensusParameters {
  /** Share of open beds occupied at the start. */
  occupancyShare: number;
  /** Share of those patients whose clinical stay is over. */
  delayedShare: number;
  /** Share of surgical patients who are elective. */
  electiveShare: number;
  /** Cumulative weights of age and frailty cells among patients in bed, by class. */
  inBedShares: Float64Array[];
  /** The same among patients delayed in bed. */
  delayedShares: Float64Array[];
  /** Cumulative shares of classes in the assessment unit. */
  assessmentClassShares: Float64Array;
}

export interface ReadmissionParameters {
  /** Chance of coming back within 30 days of leaving alive, by age and frailty. */
  chance: Float64Array;
  /** Factor on it after a planned admission. */
  electiveFactor: number;
  /** Running shares of days from leaving until coming back, and the minute of the day. */
  dayShares: Float64Array;
  minuteOfDay: QuantileTable;
  /** Share of A&E's patients in need of admission who are not new, by age and frailty. */
  leftOutShare: Float64Array;
  /** Running shares of mode x acuity of A&E's patients in need of admission, by age and frailty. */
  ways: Float64Array;
  /** Share of those who come back that can have left since the start of the run, by day. */
  backByDay: Float64Array;
}
