// sim/hospital/parameters-policy.ts: what is done under pressure, and its levels,
// as flat tables (parameters.ts).

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
