// sim/hospital/trace.ts: every event of a replication in words, with what it changed.
//
// An observer sees the system just before each event, so what an event changed is told when the
// next one comes. Tracing reads and never writes: a traced run gives the same results.

import { dateOfDay, MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../engine/time.js';
import {
  ARRIVED,
  BED_READY,
  CENSUS,
  COMMUNITY_ROUND,
  DAY,
  ELECTIVE_LIST,
  HOUR,
  KIND_NAMES,
} from './kinds.js';
import { NOBODY } from './patients.js';
import type { Observer } from './simulate.js';
import type { System } from './system.js';
import { type Counts, countsOf } from './trace-counts.js';
import {
  changesOf,
  describePatient,
  isPresent,
  type PatientState,
  stateOf,
} from './trace-words.js';

const LEFT_OUT = 'a new patient is left out, because others come back';
/** Kinds of event whose subject is no patient. */
export const NOT_OF_PATIENTS = new Set([
  DAY,
  HOUR,
  BED_READY,
  ELECTIVE_LIST,
  COMMUNITY_ROUND,
  CENSUS,
]);

/** What an event changed for one patient. */
export interface PatientChange {
  /** Patients are numbered in the order in which they came in; who was there at the start first. */
  patient: number;
  /** Who the patient is, on the first row that names the patient; else null. */
  who: string | null;
  changes: string[];
}

/** One event. */
export interface TraceRow {
  /** Minutes from 00:00 of the first day of the run. */
  time: number;
  /** The same as YYYY-MM-DD and HH:MM. */
  date: string;
  clock: string;
  kind: number;
  /** The kind in words. */
  event: string;
  /** The patient of the event; null for events of the hospital. */
  patient: number | null;
  /** Patients for whom something changed; that of the event first. */
  patients: PatientChange[];
  /** Staff, spaces, beds and places of which a count changed, as they are now. */
  hospital: string[];
}

/** An event whose effect is not known yet. */
export interface Pending {
  time: number;
  kind: number;
  subject: number;
}

/** Turns the events of one replication into rows. */
export class Trace {
  /** Patients who have come in so far. */
  patientsCount = 0;
  private system: System | null = null;
  private pending: Pending | null = null;
  private readonly numbers: number[] = [];
  private readonly named: boolean[] = [];
  private readonly states: PatientState[] = [];
  private counts: Counts[] = [];

  /** @param visit gets each row once it is known what the event changed */
  constructor(private readonly visit: (row: TraceRow) => void) {}

  /** To be given to `simulate`. */
  readonly observer: Observer = (system, kind, subject) => {
    if (this.system === null) this.begin(system);
    else this.tell(system);
    this.pending = { time: system.calendar.now, kind, subject };
  };

  /** Tells the last event; to be called when the replication has ended. */
  finish(): void {
    if (this.system !== null) this.tell(this.system);
    this.pending = null;
  }

  private begin(system: System): void {
    this.system = system;
    this.counts = countsOf(system);
    const { patients } = system;
    for (let p = 0; p < patients.used; p++) {
      this.states[p] = stateOf(system, p);
      if (isPresent(patients.stage[p])) this.number(p);
    }
  }

  private tell(system: System): void {
    const { pending } = this;
    if (pending === null) return;
    const { kind, subject } = pending;
    const patients = this.patientChanges(system, kind, NOT_OF_PATIENTS.has(kind) ? -1 : subject);
    const leftOut = kind === ARRIVED && !isPresent(system.patients.stage[subject]);
    const ofPatient = !NOT_OF_PATIENTS.has(kind) && !(leftOut && patients.length === 0);
    const hospital = this.hospitalChanges(system);
    this.visit({
      ...eventOf(system, pending),
      patient: ofPatient ? this.numbers[subject] : null,
      patients,
      hospital: ofPatient || !leftOut ? hospital : [LEFT_OUT, ...hospital],
    });
  }

  private patientChanges(system: System, kind: number, subject: number): PatientChange[] {
    const { patients } = system;
    const found: PatientChange[] = [];
    for (let p = 0; p < patients.used; p++) {
      const before = this.states[p];
      if (before !== undefined && !differs(before, system, p)) continue;
      const after = stateOf(system, p);
      this.states[p] = after;
      const enters = isPresent(after.stage) && (before === undefined || !isPresent(before.stage));
      if (enters) this.number(p);
      if (!enters && (before === undefined || !isPresent(before.stage))) continue;
      const changes = changesOf(before ?? { ...after, stage: NOBODY }, after, kind);
      if (p === subject) found.unshift(this.changeOf(system, p, changes));
      else if (changes.length > 0) found.push(this.changeOf(system, p, changes));
    }
    return found;
  }

  private number(p: number): void {
    this.numbers[p] = ++this.patientsCount;
    this.named[p] = false;
  }

  private changeOf(system: System, p: number, changes: string[]): PatientChange {
    const known = this.named[p] || !isPresent(system.patients.stage[p]);
    this.named[p] = true;
    const who = known ? null : describePatient(system, p);
    return { patient: this.numbers[p], who, changes };
  }

  private hospitalChanges(system: System): string[] {
    const before = this.counts;
    this.counts = countsOf(system);
    return this.counts
      .filter(({ values }, i) => values.some((value, v) => value !== before[i].values[v]))
      .map(({ words }) => words());
  }
}

/** What every row says of its event. */
export function eventOf(system: System, { time, kind }: Pending) {
  const day = Math.floor(time / MINUTES_PER_DAY);
  const minute = Math.floor(time - day * MINUTES_PER_DAY);
  const date = dateOfDay(system.parameters.days, day);
  return { time, date, clock: clockOf(minute), kind, event: KIND_NAMES[kind] };
}

/** Whether something that is told of a patient has changed. */
export function differs(state: PatientState, { patients }: System, p: number): boolean {
  return (
    state.stage !== patients.stage[p] ||
    state.flags !== patients.flags[p] ||
    state.doorFlags !== patients.doorFlags[p] ||
    state.waitsFor !== patients.waitsFor[p] ||
    state.area !== patients.area[p] ||
    state.pool !== patients.pool[p] ||
    state.reason !== patients.reason[p] ||
    state.pathway !== patients.pathway[p] ||
    state.nextPool !== patients.nextPool[p] ||
    state.unit !== patients.unit[p]
  );
}

function clockOf(minuteOfDay: number): string {
  const hour = Math.floor(minuteOfDay / MINUTES_PER_HOUR);
  const minute = minuteOfDay % MINUTES_PER_HOUR;
  return [hour, minute].map((part) => String(part).padStart(2, '0')).join(':');
}
