// sim/hospital/trace-patient.ts: the story of one patient, several times as fast as the events of all.
//
// Of the others only who comes in is watched, because patients are numbered in that order. Rows are
// those of trace.ts that concern the patient, without what changed for others and for the hospital.

import { ARRIVED } from './kinds.js';
import { NOBODY } from './patients.js';
import type { Observer } from './simulate.js';
import type { System } from './system.js';
import {
  differs,
  eventOf,
  NOT_OF_PATIENTS,
  type PatientChange,
  type Pending,
  type TraceRow,
} from './trace.js';
import {
  changesOf,
  describePatient,
  isPresent,
  type PatientState,
  stateOf,
} from './trace-words.js';

const NO_INDEX = -1;

/** Turns the events of one replication that concern one patient into rows. */
export class PatientTrace {
  /** Patients who have come in so far. */
  patientsCount = 0;
  private system: System | null = null;
  private pending: Pending | null = null;
  private readonly numbers: number[] = [];
  private stages = new Uint8Array(1 << 10).fill(NOBODY);
  /** Where the patient is kept, from coming in until the index is somebody else's. */
  private index = NO_INDEX;
  private state: PatientState | null = null;
  private named = false;

  /**
   * @param patient number, counted from 1 in the order of coming in
   * @param visit gets each row once it is known what the event changed
   */
  constructor(
    private readonly patient: number,
    private readonly visit: (row: TraceRow) => void,
  ) {}

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
    this.numberNew(system);
    if (this.index !== NO_INDEX) this.state = stateOf(system, this.index);
  }

  private tell(system: System): void {
    const { pending } = this;
    if (pending === null) return;
    const { kind, subject } = pending;
    this.numberNew(system);
    const isOfPatients = !NOT_OF_PATIENTS.has(kind);
    const change = this.index === NO_INDEX ? null : this.changeOf(system, pending);
    const leftOut = kind === ARRIVED && !isPresent(system.patients.stage[subject]);
    const number = isOfPatients && !(leftOut && change === null) ? this.numbers[subject] : null;
    if (change === null && number !== this.patient) return;
    const patients = change === null ? [] : [change];
    this.visit({ ...eventOf(system, pending), patient: number, patients, hospital: [] });
  }

  /** Numbers who has come in since the last event. */
  private numberNew({ patients }: System): void {
    const { used, stage } = patients;
    if (used > this.stages.length) this.grow(used);
    const { stages } = this;
    for (let p = 0; p < used; p++) {
      if (stage[p] === stages[p]) continue;
      const enters = isPresent(stage[p]) && !isPresent(stages[p]);
      stages[p] = stage[p];
      if (!enters) continue;
      this.numbers[p] = ++this.patientsCount;
      if (p === this.index) this.index = NO_INDEX;
      if (this.patientsCount === this.patient) this.index = p;
    }
  }

  private grow(used: number): void {
    const stages = new Uint8Array(2 * used).fill(NOBODY);
    stages.set(this.stages);
    this.stages = stages;
  }

  /** What the event changed for the patient; null when it changed nothing. */
  private changeOf(system: System, { kind, subject }: Pending): PatientChange | null {
    const { index: p, state: before } = this;
    if (before !== null && !differs(before, system, p)) return null;
    const after = stateOf(system, p);
    this.state = after;
    if (!isPresent(after.stage) && (before === null || !isPresent(before.stage))) return null;
    const isOwn = p === subject && !NOT_OF_PATIENTS.has(kind);
    const changes = changesOf(before ?? { ...after, stage: NOBODY }, after, kind);
    if (!isOwn && changes.length === 0) return null;
    const known = this.named || !isPresent(after.stage);
    this.named = true;
    return { patient: this.patient, who: known ? null : describePatient(system, p), changes };
  }
}
