// sim/hospital/system.ts: the state of one replication: sites, community, patients, clock, draws.

import type { HourArrivals } from '../engine/arrivals.js';
import type { Calendar } from '../engine/calendar.js';
import { type Draws, tagOf } from '../engine/draws.js';
import { type QuantileTable, quantileOf } from '../engine/quantile-table.js';
import type { Queue } from '../engine/queue.js';
import type { Resource } from '../engine/resource.js';
import { MINUTES_PER_DAY } from '../engine/time.js';
import { ACUITIES, CLASSES, PATHWAYS, POOL_SURGICAL, POOLS } from './categories.js';
import { FAST_KERNEL, type Kernel } from './kernel.js';
import { Observed } from './observed.js';
import { AT_ARRIVAL } from './offers.js';
import type { Parameters, SiteParameters } from './parameters.js';
import { Patients } from './patients.js';
import { ObservedUnit, type UnitParameters } from './unit-parameters.js';

// Streams of subjects. A site has STREAMS_PER_SITE of them, so that keys of sites never meet.
export const STREAM_ATTENDANCES = 0;
export const STREAM_REFERRED = 1;
export const STREAM_ELECTIVE = 2;
export const STREAM_FLU = 3;
export const STREAM_CENSUS = 4;
export const STREAM_DAYS = 5;
export const STREAM_COMMUNITY = 6;
export const STREAM_UNIT = 7; // of units, whose streams come after those of every site
/** Waves beside flu in the order of WAVES, then cold, and growth of some ages. */
export const STREAM_EXTRA = 8;
export const STREAM_COLD = STREAM_EXTRA + 3;
export const STREAM_GROWTH = STREAM_EXTRA + 4;
export const STREAM_GROWTH_REFERRED = STREAM_EXTRA + 5;
export const EXTRA_STREAMS = 6;
export const STREAMS_PER_SITE = 16;
const FIRST_UNIT_STREAM = 100; // in steps of STREAMS_PER_SITE: more sites than any system has

// Sources within a class of bed: who asks. Line = class x SOURCES + source.
export const STEP_DOWN = 0; // from the assessment unit
export const FRONT_DOOR = 1; // from A&E or referred
export const PLANNED = 2; // elective
export const SOURCES = 3;
export const LINES = CLASSES * SOURCES;

const SPACE_PRIORITIES = ACUITIES.length * 2; // within an acuity a waiting crew goes first

// An action of the pressure policy is one of these.
export const NOT_CALLED = 0;
export const CALLED = 1; // triggered; takes effect after the lead time
export const IN_FORCE = 2;

/** Where an action of the pressure policy stands. */
export class ActionState {
  stage = NOT_CALLED;
  /** When it takes effect, or since when it has been in force. */
  since = 0;
  /** What was measured at its last change. */
  value = 0;
  /** Whether it took effect after its last call. */
  tookEffect = false;
  /** Share of its size with which it took effect. */
  strength = 0;
  /** Beds that it has opened, by pool. */
  readonly beds = new Int32Array(POOLS.length);
  /** Until when discharges were pushed. */
  pushedUntil = Number.NEGATIVE_INFINITY;
  /** Reported day counted last as a day in force. */
  countedDay = -1;
}

/** A bay or ward closed to new patients. */
export interface ClosedBay {
  pool: number;
  beds: number;
  /** Patients still in it, and beds of it that stand empty. */
  patients: number;
  lost: number;
  /** Day of the run on which it takes patients again. */
  reopensOn: number;
}

/** One acute hospital. */
export class Site {
  readonly index: number;
  readonly parameters: SiteParameters;
  readonly observed: Observed;
  readonly assessmentNurses: Resource;
  /** Resus, majors, minors. */
  readonly spaces: Resource[];
  /** For majors and resus; for minors. Priority 1 is for second looks. */
  readonly clinicians: Resource[];
  readonly primaryCare: Resource;
  readonly sdec: Resource;
  /** Mental health liaison; places in which crews can hand over without a space. */
  readonly liaison: Resource;
  readonly cohort: Resource;
  /** In the order of STAFF (parameters.ts). */
  readonly staffed: Resource[];
  /** True when a service meets patients before the door. */
  readonly hasArrivalOffers: boolean;

  // Beds by pool. Free = open - occupied - reserved - cleaning, and may be negative after closures.
  readonly open = new Int32Array(POOLS.length);
  readonly occupied = new Int32Array(POOLS.length);
  readonly reserved = new Int32Array(POOLS.length);
  readonly cleaning = new Int32Array(POOLS.length);
  /** Flexible beds open now, beyond the plan of the day. */
  readonly flexOpen = new Int32Array(POOLS.length);
  /** Escalation beds that the pressure policy has open, beyond the plan of the day. */
  readonly surgeOpen = new Int32Array(POOLS.length);
  /** Patients beyond the beds of a pool, in it or on the way: boarded on its wards. */
  readonly boarded = new Int32Array(POOLS.length);
  boardedTotal = 0;
  /** Factor on the chance to leave, and share of the elective list cancelled, by the policy. */
  dischargeFactor = 1;
  cancelShare = 0;
  /** True while an action sends ambulances to another site. */
  diverts = false;
  /** Where each action of the pressure policy stands. */
  readonly actions: ActionState[];
  readonly lines: Queue[];

  /** Bays and wards closed now; by pool their beds, patients in them, and beds lost. */
  closedBays: ClosedBay[] = [];
  readonly bayClosed = new Int32Array(POOLS.length);
  readonly bayPatients = new Int32Array(POOLS.length);
  readonly bayLost = new Int32Array(POOLS.length);
  /** Beds lost to zoning and to staff sickness. */
  readonly zoningLost = new Int32Array(POOLS.length);
  readonly sicknessLost = new Int32Array(POOLS.length);
  /** Share of staff missing today, and the draw that rounds the clinicians of A&E. */
  absentShare = 0;
  rosterUnit = 0;

  /** Critical care beds by state, and who waits in A&E for one. */
  criticalOccupied = 0;
  criticalReserved = 0;
  criticalCleaning = 0;
  readonly criticalLine: Queue;

  occupiedTotal = 0;
  /** Surgical beds that planned patients have, or are on the way to. */
  electiveBeds = 0;
  /** In bed though the clinical stay is over; and of these, delayed transfers of care. */
  delayedTotal = 0;
  dtocTotal = 0;
  /** Patients an offer has taken today, by offer. */
  readonly offerUsed: Int32Array;
  /** When each place of the discharge lounge, and of the virtual ward, is free again. */
  readonly loungeUntil: Float64Array;
  readonly virtualUntil: Float64Array;
  private countedAt = 0;

  constructor(index: number, parameters: SiteParameters, reportedDays: number, kernel: Kernel) {
    const { resource } = kernel;
    this.index = index;
    this.parameters = parameters;
    this.observed = new Observed(
      reportedDays,
      parameters.offers.map(({ name }) => name),
      parameters.policy?.actions.map(({ name }) => name) ?? [],
    );
    this.actions = this.observed.actions.map(() => new ActionState());
    this.offerUsed = new Int32Array(parameters.offers.length);
    this.loungeUntil = new Float64Array(parameters.discharge.lounge?.places ?? 0);
    this.virtualUntil = new Float64Array(parameters.virtualWard?.places ?? 0);
    this.assessmentNurses = resource(0, 2);
    this.spaces = Array.from(parameters.department.spaces, (spaces) =>
      resource(spaces, SPACE_PRIORITIES),
    );
    this.clinicians = [resource(0, ACUITIES.length), resource(0, ACUITIES.length)];
    this.primaryCare = resource(0, 1);
    this.sdec = resource(0, 1);
    this.liaison = resource(0, 1);
    this.cohort = resource(0, 1);
    const { assessmentNurses, clinicians, primaryCare, liaison, cohort, spaces } = this;
    this.staffed = [assessmentNurses, ...clinicians, primaryCare, liaison, cohort, ...spaces];
    this.hasArrivalOffers = parameters.offers.some(({ point }) => point === AT_ARRIVAL);
    this.criticalLine = kernel.queue();
    this.lines = Array.from({ length: LINES }, () => kernel.queue());
  }

  free(pool: number): number {
    const used = this.occupied[pool] + this.reserved[pool] + this.cleaning[pool];
    return this.open[pool] - used + this.boarded[pool];
  }

  /** Beds kept for planned patients beyond those whom planned patients have. */
  coldFree(): number {
    const { coldBedsShare } = this.parameters.electives;
    const cold = Math.floor(coldBedsShare * this.open[POOL_SURGICAL]);
    return Math.max(0, cold - this.electiveBeds);
  }

  flexOpenTotal(): number {
    let total = 0;
    for (let pool = 0; pool < POOLS.length; pool++) total += this.flexOpen[pool];
    return total;
  }

  surgeOpenTotal(): number {
    let total = 0;
    for (let pool = 0; pool < POOLS.length; pool++) total += this.surgeOpen[pool];
    return total;
  }

  /** Beds open: those planned, and draining ones that still hold a patient. */
  openTotal(): number {
    let total = 0;
    for (let pool = 0; pool < POOLS.length; pool++) {
      total += Math.max(this.open[pool], this.occupied[pool] - this.boarded[pool]);
    }
    return total;
  }

  /** Adds up bed minutes until now; to be called before beds, patients in them or totals change. */
  countBeds(now: number, reportedDay: number): void {
    if (reportedDay >= 0) {
      const minutes = now - this.countedAt;
      const { daily } = this.observed;
      daily.openBedMinutes[reportedDay] += this.openTotal() * minutes;
      daily.occupiedBedMinutes[reportedDay] += this.occupiedTotal * minutes;
      if (this.boardedTotal > 0)
        daily.boardedBedMinutes[reportedDay] += this.boardedTotal * minutes;
      daily.delayedBedMinutes[reportedDay] += this.delayedTotal * minutes;
      daily.dtocBedMinutes[reportedDay] += this.dtocTotal * minutes;
    }
    this.countedAt = now;
  }
}

/** One urgent care unit, or a team that visits. */
export class Unit {
  readonly clinicians: Resource;
  readonly observed: ObservedUnit;

  constructor(
    readonly index: number,
    readonly parameters: UnitParameters,
    reportedDays: number,
    kernel: Kernel,
  ) {
    this.clinicians = kernel.resource(0, 1);
    this.observed = new ObservedUnit(parameters, reportedDays);
  }
}

/**
 * Community capacity shared by the sites, by slot: locality x pathways + pathway; P0 has none. A
 * system without localities has one, so that a slot is a pathway.
 */
export class Community {
  readonly places: Int32Array;
  readonly taken: Int32Array;
  readonly queues: Queue[];

  constructor(slots: number, kernel: Kernel) {
    this.places = new Int32Array(slots);
    this.taken = new Int32Array(slots);
    this.queues = Array.from({ length: slots }, () => kernel.queue());
  }
}

/** Everything that a replication changes. */
export class System {
  readonly parameters: Parameters;
  readonly calendar: Calendar;
  readonly draws: Draws;
  readonly patients = new Patients();
  readonly arrivals: HourArrivals;
  readonly sites: Site[];
  readonly units: Unit[];
  readonly community: Community;
  /** Day of the run, and hour of the week (a bank holiday is a Sunday). */
  day = 0;
  hourOfWeek = 0;
  /** Reported day, or -1 in the lead-in. */
  today = -1;
  /** First reported day, in days of the run. */
  private readonly reportedFrom: number;
  /** Effects of this winter on demand and on stays, and of the current day, by site. */
  readonly winterDemand: Float64Array;
  readonly winterStays: Float64Array;
  readonly dayEffect: Float64Array;
  /** Everybody who came in (the initial census too), and everybody who left. */
  enteredCount = 0;
  leftCount = 0;

  constructor(parameters: Parameters, draws: Draws, kernel: Kernel = FAST_KERNEL) {
    this.parameters = parameters;
    this.calendar = kernel.calendar();
    this.draws = draws;
    this.arrivals = kernel.arrivals();
    this.community = new Community(parameters.community.places.length, kernel);
    this.reportedFrom = parameters.days.reportedFrom;
    const reported = parameters.days.count - this.reportedFrom;
    this.sites = parameters.sites.map((site, index) => new Site(index, site, reported, kernel));
    this.units = parameters.units.map((unit, index) => new Unit(index, unit, reported, kernel));
    this.winterDemand = new Float64Array(parameters.sites.length).fill(1);
    this.winterStays = new Float64Array(parameters.sites.length).fill(1);
    this.dayEffect = new Float64Array(parameters.sites.length).fill(1);
  }

  siteOf(p: number): Site {
    return this.sites[this.patients.site[p]];
  }

  /** The slot of the community that a patient belongs to. */
  slotOf(p: number): number {
    return this.patients.locality[p] * PATHWAYS.length + this.patients.pathway[p];
  }

  /** True in the reported period. */
  get recording(): boolean {
    return this.today >= 0;
  }

  /** Reported day on which a moment falls, or -1 in the lead-in. */
  reportedDay(time: number): number {
    const day = Math.floor(time / MINUTES_PER_DAY) - this.reportedFrom;
    return day < 0 ? -1 : day;
  }

  /** Minutes of one activity of a patient: one draw through a table. */
  minutes(p: number, purpose: number, table: QuantileTable, attempt = 0): number {
    const { patients } = this;
    const tag = tagOf(patients.stream[p], purpose, attempt);
    return quantileOf(table, this.draws.bits(patients.key[p], tag));
  }

  /** A uniform draw of a patient. */
  unit(p: number, purpose: number, attempt = 0): number {
    const { patients } = this;
    return this.draws.unit(patients.key[p], tagOf(patients.stream[p], purpose, attempt));
  }

  /**
   * Starts an activity: `kind` fires when it ends. Its minutes are one draw of the patient through
   * a table, times a factor. One step for draw and event keeps the doubles out of the heap.
   * @returns the handle of the event
   */
  begin(
    kind: number,
    p: number,
    purpose: number,
    table: QuantileTable,
    factor: number,
    attempt: number,
  ): number {
    const { patients, calendar } = this;
    const tag = tagOf(patients.stream[p], purpose, attempt);
    const minutes = quantileOf(table, this.draws.bits(patients.key[p], tag)) * factor;
    return calendar.schedule(calendar.now + minutes, kind, p);
  }

  /** Schedules an event for a patient after some minutes. */
  after(minutes: number, kind: number, p: number): number {
    return this.calendar.schedule(this.calendar.now + minutes, kind, p);
  }

  /** Withdraws the pending timer of a patient, if any. */
  stopTimer(p: number): void {
    const handle = this.patients.timer[p];
    if (handle < 0) return;
    this.calendar.cancel(handle);
    this.patients.timer[p] = -1;
  }

  /** Adds up a site's bed minutes until now. */
  countBeds(site: Site): void {
    site.countBeds(this.calendar.now, this.today);
  }

  enter(): void {
    this.enteredCount++;
  }

  /** The patient leaves the system. */
  leave(p: number): void {
    this.leftCount++;
    this.patients.free(p);
  }
}

/** The unit from which a stream of patients comes; null for the streams of sites. */
export function unitOfStream(system: System, stream: number): Unit | null {
  const index = Math.floor(stream / STREAMS_PER_SITE) - FIRST_UNIT_STREAM;
  return index < 0 ? null : system.units[index];
}

/** Stream of the patients who set out for a unit. */
export function streamOfUnit({ index }: Unit): number {
  return (FIRST_UNIT_STREAM + index) * STREAMS_PER_SITE + STREAM_UNIT;
}

/** Position in a row of cumulative shares, by one uniform draw. */
export function pick(cumulative: Float64Array, row: number, width: number, unit: number): number {
  const from = row * width;
  const last = from + width - 1;
  let at = from;
  while (at < last && unit >= cumulative[at]) at++;
  return at - from;
}
