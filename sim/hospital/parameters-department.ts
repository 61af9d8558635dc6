// sim/hospital/parameters-department.ts: A&E: spaces, staff, and the times of what is done there,
// as flat tables (parameters.ts).

import type { QuantileTable } from '../engine/quantile-table.js';

export interface DepartmentParameters {
  /** Spaces in resus, majors, minors. */
  spaces: Int32Array;
  /** Staff by hour of the week: nurses for initial assessment, two teams of clinicians, GPs. */
  assessmentNurses: Float64Array;
  clinicians: Float64Array[]; // [majors and resus, minors]
  primaryCareClinicians: Float64Array;
  sdecSpaces: Float64Array; // by hour of the week
  /** Share of acuity yellow, walk-in, treated in minors. */
  yellowMinorsShare: number;
  /** Share of ambulance patients of acuity green and blue who can sit in the waiting room. */
  fitToSitShare: number;
  /** Share of green and blue walk-ins suitable for primary care, and of those done there. */
  primaryCareShare: number;
  primaryCareShareByDay: Float64Array;
  primaryCareCompleteShare: number;
  /** Share of patients who leave if not seen in time, and the time. */
  impatientShare: number;
  patienceMinutes: QuantileTable;
  handoverMinutes: QuantileTable;
  assessmentMinutes: QuantileTable;
  /** By area. */
  consultMinutes: QuantileTable[];
  investigatedShare: Float64Array;
  investigationMinutes: QuantileTable[];
  reviewMinutes: QuantileTable;
  /** Factor on consultation and investigation, by age. */
  ageFactor: Float64Array;
  /** Factor on the clinician's time, by day of the run; null when it is always 1. */
  workFactor: Float64Array | null;
  /** From the wish to admit to the decision: the specialty's review. */
  specialtyMinutes: QuantileTable;
  departureMinutes: QuantileTable;
  primaryCareMinutes: QuantileTable;
  /** Patients who need the mental health liaison team, and its staff; null where not modelled. */
  mentalHealth: MentalHealthParameters | null;
  /** Factors on activities by day of the run. */
  pace: Pace;
  /** Staff and spaces added on some days, beyond those of the week. */
  staffChanges: StaffChange[];
}

export interface MentalHealthParameters {
  /** Share of attendances, by age. */
  share: Float64Array;
  /** Staff of the team by hour of the week. */
  staff: Float64Array;
  minutes: QuantileTable;
}

/** Factor on the minutes of activities in A&E, by day of the run. */
export interface Pace {
  handover: Float64Array;
  investigation: Float64Array;
  specialty: Float64Array;
  departure: Float64Array;
}

/** What can be added to: the index into the resources of a site (system.ts). */
export const STAFF = [
  'assessmentNurses',
  'majorsClinicians',
  'minorsClinicians',
  'primaryCareClinicians',
  'liaison',
  'cohort',
  'resus',
  'majors',
  'minors',
] as const;
export type StaffName = (typeof STAFF)[number];

/** More (or, negative, fewer) of a resource: by hour of the week, times a strength by day. */
export interface StaffChange {
  resource: number;
  byHour: Float64Array;
  strength: Float64Array;
}
