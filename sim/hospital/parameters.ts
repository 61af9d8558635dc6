// sim/hospital/parameters.ts: what the model reads: numbers in flat tables, ready for the hot path.
//
// sim/scenario/compile.ts builds these from a checked scenario. Shares are 0-1, times are minutes.
// Tables by age and frailty have AGES x FRAILTIES cells (age major); schedules have one entry for
// each hour or day of the run, lead-in included.

import type { QuantileTable } from '../engine/quantile-table.js';
import type { Days } from '../engine/time.js';
import type { Offer } from './offers.js';
import type { UnitParameters } from './unit-parameters.js';

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

export interface DischargeParameters {
  /** Chance that a patient going home leaves on a day of the run. */
  homeChance: Float64Array;
  /** The same once a community place has been found. */
  placedChance: Float64Array;
  /** Hour of discharge, as minutes after midnight. */
  minuteOfDay: QuantileTable;
  /** Chance that the ward round of a day finds a clinical stay over. */
  wardRoundChance: Float64Array;
  /** Minutes after midnight at which it does. */
  wardRoundMinute: QuantileTable;
  /** Cumulative shares of pathways, by age and frailty. */
  pathwayShares: Float64Array;
  /** Minutes of assessment for a pathway (0 for P0), worked on working days only. */
  assessmentMinutes: (QuantileTable | null)[];
  /** 1 on days when assessments and brokers work. */
  workingDay: Uint8Array;
  /** From the end of the clinical stay until an unfinished assessment counts as a DTOC. */
  noticeMinutes: number;
  /** Share of P1-P3 patients delayed by patient or family choice, and how long. */
  choiceShare: number;
  choiceMinutes: QuantileTable;
  /** Per cent change of the chance to leave for one per cent of occupancy. */
  occupancyElasticity: number;
  occupancyReference: number;
  /** Why delayed transfers wait, by what the model has them wait for; null where not told apart. */
  delays: DelayShares[] | null;
  /** Full assessments for NHS continuing healthcare; null where they are not told apart. */
  chc: ChcParameters | null;
  /** Minutes by which patients leave earlier in the day, on each day; null where nothing is done. */
  earlierMinutes: Float64Array | null;
  /** Share of patients with an expected date of discharge in time, each day; null if not told. */
  expectedDateShare: Float64Array | null;
  lounge: LoungeParameters | null;
  reviews: ReviewParameters | null;
  /** Preparation before a short stay can leave. */
  shortStayPreparationMinutes: QuantileTable;
}

/** Reasons and attributions of one kind of wait: codes as in delays.ts, and running sums. */
export interface DelayShares {
  codes: Uint8Array;
  cumulative: Float64Array;
}

export interface ChcParameters {
  /** Share of patients assessed, by pathway. */
  share: Float64Array;
  /** Share of these done in the hospital bed. */
  inBedShare: number;
}

/** Where patients who leave today wait, so that their bed is free before they go. */
export interface LoungeParameters {
  places: number;
  /** 1 in the hours of the week when it is open. */
  hours: Uint8Array;
  /** How long before leaving patients go there, at most. */
  minutesBefore: number;
  /** Share of patients who can wait there, each day. */
  share: Float64Array;
}

/** Weekly reviews of long stays. */
export interface ReviewParameters {
  /** Name of the offer under which they are counted. */
  name: string;
  /** Reviews on each day: 0 on other weekdays. */
  perDay: Float64Array;
  /** Stays as long as this are reviewed, the longest first. */
  stayMinutesMin: number;
  /** Factor on what is left of an assessment, and on the further wait to leave. */
  remainingFactor: number;
}

/** Places at home under the hospital's care. */
export interface VirtualWardParameters {
  places: number;
  /** Time in a bed before a patient can go on at home, and what must be left of the stay. */
  bedMinutesMin: number;
  leftMinutesMin: number;
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

/** Actions that triggers call, and the table of OPEL levels. */
export interface PolicyParameters {
  opel: OpelParameters | null;
  /** Most escalation beds that staff can be found for, all actions together. */
  staffedBedsMost: number;
  actions: ActionParameters[];
}

/** Points by measure, and the levels that their sum gives. */
export interface OpelParameters {
  /** Measures (sim/hospital/measures.ts) and for each the values from which it gives a point more. */
  measures: number[];
  pointsFrom: Float64Array[];
  /** Points from which the level is 2, 3, 4. */
  levelFrom: Float64Array;
}

export interface ActionParameters {
  name: string;
  /** What is looked at (sim/hospital/measures.ts); called at `on` or more, ended below `off`. */
  measure: number;
  on: number;
  off: number;
  /** 1 at hours of the day at which it is looked at. */
  lookHours: Uint8Array;
  /** From the call until it takes effect. */
  leadMinutes: number;
  /** Least time in force. */
  leastMinutes: number;
  /** Share of its size that it has on each day: 0 when it cannot be called. */
  strength: Float64Array;
  /** Escalation beds by pool. */
  beds: Int32Array;
  /** Boarding: most patients beyond the beds of a pool, and the wait after which one is boarded. */
  boardMost: Int32Array;
  boardAfterMinutes: number;
  /** Full capacity: patients pushed to a pool at each look, up to so many beyond its beds. */
  pushEach: Int32Array;
  pushMost: Int32Array;
  /** Factor on the chance to leave, for so long; then another, for so long. */
  dischargeFactor: number;
  dischargeMinutes: number;
  reboundFactor: number;
  reboundMinutes: number;
  /** Share of the elective list cancelled. */
  cancelShare: number;
  divert: DivertParameters | null;
  transfer: TransferParameters | null;
}

/** Ambulances sent to another site. */
export interface DivertParameters {
  site: number;
  share: number;
  travelMinutes: number;
}

/** Patients who wait for a bed moved to a free one of another site. */
export interface TransferParameters {
  site: number;
  afterMinutes: number;
  keepFree: number;
  minutes: number;
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

export interface CommunityParameters {
  /** Names of the localities; one without a name where the system has none. */
  localities: string[];
  /** Places each day, by slot (locality x pathways + pathway; P0 has none). */
  places: Int32Array[];
  /** Share of free places that can be filled on each day. */
  startShare: Float64Array;
  stayMinutes: (QuantileTable | null)[];
  stayMinutesInPlace: (QuantileTable | null)[];
  /** Share of places taken at the start, by slot. */
  initialShare: Float64Array;
  /** Share of stays in a community bed (P2) that end in a wait there for P1 or P3; P1's part. */
  onwardShare: number;
  onwardHomeShare: number;
  roundMinute: number;
}
