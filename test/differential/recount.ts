// test/differential/recount.ts: the daily counts of a replication, found again from its events by
// looking at every patient at every event; it knows definitions, not how the model counts.

import { AMBULANCE } from '../../sim/hospital/categories.js';
import { ARRIVED, CENSUS, DAY, DISCHARGE_TRY } from '../../sim/hospital/kinds.js';
import type { Series } from '../../sim/hospital/observed.js';
import * as patient from '../../sim/hospital/patients.js';
import type { Observer } from '../../sim/hospital/simulate.js';
import { STREAM_REFERRED, type System } from '../../sim/hospital/system.js';

const DAY_MINUTES = 1440;

/** Series that are found again. */
export const RECOUNTED = [
  'attendances',
  'conveyances',
  'clocked',
  'within4h',
  'over12hFromArrival',
  'admissionsFromDepartment',
  'discharges',
  'deaths',
  'occupied0800',
  'delayed0800',
  'dtoc0800',
  'awaitingBed0800',
  'stays7At0800',
  'occupiedMidnight',
  'occupiedBedMinutes',
  'delayedBedMinutes',
  'dtocBedMinutes',
] as const satisfies readonly Series[];

type Recounted = (typeof RECOUNTED)[number];

/** A visit to A&E as seen from outside. */
interface Visit {
  arrivedAt: number;
  ambulance: boolean;
  handedOverAt: number | null;
}

interface Before {
  time: number;
  kind: number;
  subject: number;
  stage: number;
  dies: boolean;
}

/** Counts by reported day of a system with one site. */
export class Recount {
  readonly daily: Record<Recounted, number[]>;
  private readonly visits = new Map<number, Visit>();
  private before: Before | null = null;

  constructor(
    private readonly leadInDays: number,
    private readonly reportedDays: number,
  ) {
    const zeros = () => new Array<number>(reportedDays).fill(0);
    this.daily = Object.fromEntries(RECOUNTED.map((name) => [name, zeros()])) as Record<
      Recounted,
      number[]
    >;
  }

  readonly observer: Observer = (system, kind, subject) => {
    this.changed(system);
    const { now } = system.calendar;
    this.spread(system, this.before?.time ?? 0, now);
    if (kind === CENSUS) this.countAtEight(system, now);
    if (kind === DAY) this.count('occupiedMidnight', now - 1, this.inBed(system));
    const { patients } = system;
    const stage = patients.stage[subject] ?? patient.NOBODY;
    const dies = patients.has(subject, patient.DIES);
    this.before = { time: now, kind, subject, stage, dies };
  };

  /** The limits passed by who is still in A&E at the end. */
  finish(system: System): void {
    const end = system.calendar.now;
    for (const visit of this.visits.values()) {
      if (end - this.clockOf(visit) > 240) this.count('clocked', visit.arrivedAt, 1);
      if (end - visit.arrivedAt > 720) this.count('over12hFromArrival', visit.arrivedAt, 1);
    }
  }

  /** What the event before has changed for its patient. */
  private changed(system: System): void {
    if (this.before === null) return;
    const { time, kind, subject, stage, dies } = this.before;
    const { patients } = system;
    const after = patients.stage[subject];
    if (kind === ARRIVED && after === patient.NOBODY) return; // left out: others come back
    const isReferred =
      patients.stream[subject] % 16 === STREAM_REFERRED && patients.returns(subject) === 0;
    if (kind === ARRIVED && !isReferred) {
      const ambulance = patients.mode[subject] === AMBULANCE;
      this.visits.set(subject, { arrivedAt: time, ambulance, handedOverAt: null });
      this.count('attendances', time, 1);
      if (ambulance) this.count('conveyances', time, 1);
      return;
    }
    const visit = this.visits.get(subject);
    if (visit !== undefined && isInDepartment(stage)) {
      if (stage === patient.AWAITING_HANDOVER && after !== stage) visit.handedOverAt = time;
      if (!isInDepartment(after)) this.left(subject, visit, time, after);
    }
    if (kind === DISCHARGE_TRY && isInBed(stage) && !isInBed(after)) {
      this.count(dies ? 'deaths' : 'discharges', time, 1);
    }
  }

  private left(subject: number, visit: Visit, time: number, after: number): void {
    this.visits.delete(subject);
    this.count('clocked', visit.arrivedAt, 1);
    if (time - this.clockOf(visit) <= 240) this.count('within4h', visit.arrivedAt, 1);
    if (time - visit.arrivedAt > 720) this.count('over12hFromArrival', visit.arrivedAt, 1);
    if (isInBed(after)) this.count('admissionsFromDepartment', time, 1);
  }

  /** Start of the 4-hour clock: arrival, or the handover, at most 15 minutes after arrival. */
  private clockOf({ arrivedAt, ambulance, handedOverAt }: Visit): number {
    if (!ambulance) return arrivedAt;
    return Math.min(handedOverAt ?? Number.POSITIVE_INFINITY, arrivedAt + 15);
  }

  private countAtEight(system: System, now: number): void {
    const { patients } = system;
    for (let p = 0; p < patients.used; p++) {
      const stage = patients.stage[p];
      if (stage === patient.AWAITING_BED) this.count('awaitingBed0800', now, 1);
      if (!isInBed(stage)) continue;
      this.count('occupied0800', now, 1);
      if (stage === patient.DELAYED) this.count('delayed0800', now, 1);
      if (patients.has(p, patient.DELAYED_TRANSFER)) this.count('dtoc0800', now, 1);
      if (now - patients.admittedAt[p] > 7 * DAY_MINUTES) this.count('stays7At0800', now, 1);
    }
  }

  /** Adds the minutes between two events to the day in which they lie. */
  private spread(system: System, from: number, to: number): void {
    if (to <= from) return;
    const { patients } = system;
    for (let p = 0; p < patients.used; p++) {
      const stage = patients.stage[p];
      if (!isInBed(stage)) continue;
      this.count('occupiedBedMinutes', from, to - from);
      if (stage === patient.DELAYED) this.count('delayedBedMinutes', from, to - from);
      if (patients.has(p, patient.DELAYED_TRANSFER)) {
        this.count('dtocBedMinutes', from, to - from);
      }
    }
  }

  private inBed({ patients }: System): number {
    return patients.stage.slice(0, patients.used).filter(isInBed).length;
  }

  private count(name: Recounted, time: number, amount: number): void {
    const day = Math.floor(time / DAY_MINUTES) - this.leadInDays;
    if (day >= 0 && day < this.reportedDays) this.daily[name][day] += amount;
  }
}

function isInBed(stage: number): boolean {
  return stage === patient.IN_BED || stage === patient.DELAYED;
}

function isInDepartment(stage: number): boolean {
  return stage >= patient.AWAITING_HANDOVER && stage <= patient.AWAITING_BED;
}
