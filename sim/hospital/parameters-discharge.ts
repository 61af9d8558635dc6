// sim/hospital/parameters-discharge.ts: leaving: delays, assessments, and care in the community,
// as flat tables (parameters.ts).

import type { QuantileTable } from '../engine/quantile-table.js';

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
