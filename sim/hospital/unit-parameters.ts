// sim/hospital/unit-parameters.ts: what the model reads of an urgent care unit, and what it counts.

import type { QuantileTable } from '../engine/quantile-table.js';

/** Ways of who finds a unit closed, beside numbers of sites and, after them, of units. */
export const WAY_BACK = -1; // waits at home until it opens
export const ELSEWHERE = -2; // is looked after by somebody else

export interface UnitParameters {
  name: string;
  /** A team that visits: its patients are no attendances. */
  visits: boolean;
  /** Patients expected to set out for it in each hour of the run, open or not. */
  perHour: Float64Array;
  /** Minutes of each day of the run between which it is open; equal on days when it is not. */
  openFrom: Float64Array;
  openTo: Float64Array;
  /** Clinicians by hour of the week. */
  clinicians: Float64Array;
  /** Cumulative shares of age bands. */
  ageShares: Float64Array;
  consultMinutes: QuantileTable;
  travelMinutes: QuantileTable;
  /** Share of patients who need A&E, and the cumulative shares of the sites to which they go. */
  needsDepartmentShare: number;
  sentOnTo: Float64Array;
  /** Ways of who finds it closed: a site, the number of sites + a unit, or a code; cumulative. */
  closedWays: Int32Array;
  closedShares: Float64Array;
}

/** What is counted of one unit on each reported day. */
export class ObservedUnit {
  readonly name: string;
  readonly visits: boolean;
  /** Patients who found it open, on the day of arrival. */
  readonly attendances: Float64Array;
  /** Attendances whose 4-hour clock has stopped, or has run past 4 hours at the end. */
  readonly clocked: Float64Array;
  readonly within4h: Float64Array;
  /** Begun within two hours: for teams that visit. */
  readonly within2h: Float64Array;
  readonly begun: Float64Array;
  readonly sentOn: Float64Array;
  readonly foundClosed: Float64Array;

  constructor({ name, visits }: Pick<UnitParameters, 'name' | 'visits'>, days: number) {
    this.name = name;
    this.visits = visits;
    this.attendances = new Float64Array(days);
    this.clocked = new Float64Array(days);
    this.within4h = new Float64Array(days);
    this.within2h = new Float64Array(days);
    this.begun = new Float64Array(days);
    this.sentOn = new Float64Array(days);
    this.foundClosed = new Float64Array(days);
  }
}
