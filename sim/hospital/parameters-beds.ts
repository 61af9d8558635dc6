// sim/hospital/parameters-beds.ts: beds, stays in them, planned patients, and what closes beds for a time,
// as flat tables (parameters.ts).

import type { QuantileTable } from '../engine/quantile-table.js';

export interface BedParameters {
  /** Beds open each day, by pool: core, escalation and closed together. */
  open: Int32Array[];
  /** Of these, escalation beds. */
  escalation: Int32Array[];
  /** Minutes a line must have waited before a pool takes it: [line][pool]; Infinity is never. */
  waitForPool: Float64Array[];
  /** Beds that a pool keeps free from a line: [line][pool]. */
  keepFree: Int32Array[];
  /** Order in which a pool serves lines: [line][pool], lower first. */
  tier: Int32Array[];
  flex: FlexParameters;
  /** Critical care, apart from these beds; null where it is left out. */
  critical: CriticalCareParameters | null;
  turnaroundMinutes: QuantileTable;
  transferMinutes: QuantileTable;
  /** Time in the assessment unit before a ward bed is asked for. */
  assessmentStayMinutes: QuantileTable;
}

export interface CriticalCareParameters {
  beds: number;
  /** Share of adults admitted from A&E for no short stay who need it first. */
  shareByAcuity: Float64Array;
  /** From arrival there until a ward bed is asked for. */
  stayMinutes: QuantileTable;
}

/** Beds opened and closed at bed meetings. */
export interface FlexParameters {
  /** Most that can be open together. */
  most: number;
  /** 1 at hours of the day with a bed meeting. */
  meetingHours: Uint8Array;
  /** A ward pool opens a bed for each patient waiting beyond the one, and closes beds free beyond
   * the other. */
  openAboveWaiting: number;
  closeAboveFree: number;
}

export interface StayParameters {
  /** Share of emergency admissions with a short stay, by age and frailty x class. */
  shortShare: Float64Array[];
  shortMinutes: QuantileTable;
  /** Stays of mean 1 by class, and elective. */
  unit: QuantileTable[];
  electiveUnit: QuantileTable;
  /** The same, length-biased: for patients already in bed at the start. */
  unitInBed: QuantileTable[];
  electiveUnitInBed: QuantileTable;
  /** Mean stay in minutes by class: by age and frailty. */
  meanMinutes: Float64Array[];
  electiveMinutes: number;
  /** Effect of the winter on mean stays, mean 1: one draw a replication. */
  winterEffect: QuantileTable;
  /** Factor on the stay of patients admitted on each day. */
  index: Float64Array;
  /** Factor on the stay of flu patients. */
  fluFactor: number;
  /** Chance of dying in hospital, by age and frailty. */
  deathChance: Float64Array;
}

export interface ElectiveParameters {
  /** Elective overnight admissions planned each day. */
  perDay: Float64Array;
  /** Minutes after midnight at which the bed is needed. */
  bedNeededMinute: QuantileTable;
  /** Beds of the surgical pool kept for emergencies when the morning's list is decided. */
  emergencyReserveBeds: number;
  /** Surgical discharges expected on a day, as a share of occupied surgical beds. */
  expectedDischargeShare: number;
  /** Share of open surgical beds that only planned patients may use; 0 is none. */
  coldBedsShare: number;
  /** Share of open beds occupied from which only those beds are planned with; Infinity is never. */
  cancelFromOccupancyShare: number;
}

export interface LossParameters {
  norovirus: NorovirusParameters | null;
  /** Steps of zoning, fewest COVID-19 patients first. */
  zoning: { fromCovidBedsShare: number; lostBedsShare: number }[];
  /** Share of beds and clinicians missing each day because staff are ill and nobody stands in. */
  absentShare: Float64Array;
}

export interface NorovirusParameters {
  /** Outbreaks expected to begin on each day. */
  outbreaksPerDay: Float64Array;
  wardShare: number;
  bayBeds: number;
  wardBeds: number;
  /** Share of the beds left in a closed bay that take a further patient, ill or exposed. */
  reusedShare: number;
  /** Days from closing to reopening. */
  closedDays: QuantileTable;
}
