// sim/hospital/patients.ts: everybody alive in the simulation, in flat arrays, one index each.

import { AGES, FRAILTIES } from './categories.js';

// Stages of the journey. A patient is in exactly one; the counts must add up at every moment.
export const NOBODY = 0; // the index is free
export const EXPECTED = 1; // drawn, not yet arrived
export const AWAITING_HANDOVER = 2;
export const IN_DEPARTMENT = 3;
export const AWAITING_BED = 4; // decided; holds the space in A&E (exit block)
export const AWAITING_ADMISSION = 5; // referred or elective: waits for a bed outside A&E
export const IN_SDEC = 6;
export const IN_BED = 7;
export const DELAYED = 8; // in bed, no longer meets the criteria to reside
export const IN_COMMUNITY = 9;
export const IN_UNIT = 10; // in an urgent care unit, or visited by a team
export const ON_THE_WAY = 11; // from one place to another, or at home until a unit opens
export const IN_CRITICAL_CARE = 12;
export const STAGES = 13;
export const STAGE_NAMES = [
  'nobody',
  'expected',
  'awaiting handover',
  'in department',
  'awaiting a bed in A&E',
  'awaiting a bed elsewhere',
  'in same-day emergency care',
  'in bed',
  'delayed in bed',
  'in community',
  'in an urgent care unit',
  'on the way',
  'in critical care',
] as const;

// Flags, set once known.
export const NEEDS_ADMISSION = 1;
export const SHORT_STAY = 2;
export const DIES = 4;
export const FLU = 8;
export const ELECTIVE = 16;
export const WAITS_FOR_BED = 32;
export const IN_TRANSFER = 64;
export const HAS_PLACE = 128;
export const HANDED = 256; // handover is complete
export const SEEN = 512; // by a clinician
export const IMPATIENT = 1024; // leaves at the next wait
export const DELAYED_TRANSFER = 2048; // counts as a delayed transfer of care
export const INITIAL = 4096; // in bed at the start
export const FOUND_CLOSED = 1 << 20; // came to a unit when it was shut
export const NEEDS_DEPARTMENT = 1 << 21; // is sent on to A&E by a unit
export const TO_OTHER_SITE = 1 << 22; // a bed at another site is given
export const DIVERTED = 1 << 23; // sent to another site than where the crew would have gone
export const OFFERED = 8192; // an intervention has changed this patient: no second saving
export const WAITS_ONWARD = 1 << 14; // stay in a community bed over, waits there for care at home or a home
export const COVID = 1 << 24;
export const DELAY_SAVED = 1 << 15; // a service has shortened the delay: no other does
export const STAY_SAVED = 1 << 16; // a service has shortened the clinical stay: no other does
export const FUNDED = 1 << 17; // care in the community is funded for some weeks only
export const CHC = 1 << 18; // is assessed in full for NHS continuing healthcare
export const CHC_IN_BED = 1 << 19; // in the hospital bed
export const FOR_VIRTUAL_WARD = 1 << 25; // could go on at home once a place there is free
export const VIRTUAL = 1 << 26; // goes on in the virtual ward
export const EXPEDITED = 1 << 27; // a review has seen to it that what is left is done sooner
export const LOUNGE_TRY = 1 << 28; // the next try to leave is into the discharge lounge
export const LEAVES_TODAY = 1 << 29; // would have gone to the lounge, which was full

// Flags of the front door, in a field of their own.
export const BOOKED = 1; // has a booked time in A&E
export const MENTAL_HEALTH = 2; // needs the mental health liaison team
export const LIAISON_SEEN = 4;
export const IN_COHORT = 8; // holds a place in the cohort area
export const WAITS_FOR_COHORT = 16;

// What a patient in A&E waits for.
export const NOTHING = 0;
export const FOR_ASSESSMENT = 1;
export const FOR_SPACE = 2;
export const FOR_CLINICIAN = 3;
export const FOR_PRIMARY_CARE = 4;
export const FOR_UNIT = 5;
export const FOR_LIAISON = 6;

// Where a patient on the way goes, beside numbers of units.
export const AT_DEPARTMENT = 255;
export const AWAY = 254; // into somebody else's care

const START = 4096;

/** A key tells in its bits from this one on how often its patient has come back. */
export const RETURNS_SHIFT = 30;

/** Structure of arrays; an index is taken on arrival and freed on leaving. */
export class Patients {
  key = new Int32Array(START);
  stream = new Int32Array(START);
  flags = new Int32Array(START);
  doorFlags = new Uint8Array(START);
  stage = new Uint8Array(START);
  site = new Uint8Array(START);
  age = new Uint8Array(START);
  frailty = new Uint8Array(START);
  mode = new Uint8Array(START);
  acuity = new Uint8Array(START);
  area = new Uint8Array(START);
  bedClass = new Uint8Array(START);
  pool = new Uint8Array(START);
  nextPool = new Uint8Array(START);
  /** Site of the bed given, for who has one at another site. */
  bedSite = new Uint8Array(START);
  pathway = new Uint8Array(START);
  /** Where the patient lives: set once care after discharge is needed. */
  locality = new Uint8Array(START);
  /** Reason and attribution under which a delayed transfer is counted (delays.ts), and since when. */
  delay = new Uint8Array(START);
  reason = new Uint8Array(START);
  waitsFor = new Uint8Array(START);
  priority = new Uint8Array(START);
  line = new Uint8Array(START);
  moves = new Uint8Array(START);
  /** Place in the line for the cohort area, of crews that wait for it too. */
  cohortPlace = new Int32Array(START);
  /** Urgent care unit in which, or on the way to which; of who is on the way also a code. */
  unit = new Uint8Array(START);
  /** Place in the line that the patient waits in. */
  place = new Int32Array(START);
  /** Handle of a pending event that may be withdrawn (end of patience, bed search), or -1. */
  timer = new Int32Array(START);
  arrivedAt = new Float64Array(START);
  /** Start of the 4-hour clock. */
  clockAt = new Float64Array(START);
  /** Clinically ready to proceed. */
  readyAt = new Float64Array(START);
  /** Bed asked for: the decision to admit, or the arrival of a referred patient. */
  requestedAt = new Float64Array(START);
  admittedAt = new Float64Array(START);
  clinicalEndAt = new Float64Array(START);
  delayedSince = new Float64Array(START);
  /** End of the assessment before discharge, and its event; when the patient leaves today. */
  assessedAt = new Float64Array(START);
  assessedEvent = new Int32Array(START);
  leavesAt = new Float64Array(START);
  /** End of the clinical stay of who could spend the rest of it in the virtual ward. */
  stayEndsAt = new Float64Array(START);
  stayMinutes = new Float64Array(START);
  /** Patients in each stage. */
  readonly inStage = new Int32Array(STAGES);
  /** Indices below this have been used. */
  used = 0;

  private freed = new Int32Array(START);
  private freedCount = 0;

  /** Takes a free index; its fields still hold the last patient's, but for flags and waits. */
  take(key: number, stream: number, site: number, stage: number): number {
    const p = this.freedCount > 0 ? this.freed[--this.freedCount] : this.used++;
    if (p === this.key.length) this.grow();
    this.key[p] = key;
    this.stream[p] = stream;
    this.site[p] = site;
    this.flags[p] = 0;
    this.doorFlags[p] = 0;
    this.stage[p] = stage;
    this.inStage[stage]++;
    this.waitsFor[p] = NOTHING;
    this.timer[p] = -1;
    this.moves[p] = 0;
    return p;
  }

  /** Frees the index of a patient who has left. */
  free(p: number): void {
    this.inStage[this.stage[p]]--;
    this.stage[p] = NOBODY;
    this.freed[this.freedCount++] = p;
  }

  move(p: number, stage: number): void {
    this.inStage[this.stage[p]]--;
    this.inStage[stage]++;
    this.stage[p] = stage;
  }

  has(p: number, flag: number): boolean {
    return (this.flags[p] & flag) !== 0;
  }

  set(p: number, flag: number): void {
    this.flags[p] |= flag;
  }

  clear(p: number, flag: number): void {
    this.flags[p] &= ~flag;
  }

  hasAtDoor(p: number, flag: number): boolean {
    return (this.doorFlags[p] & flag) !== 0;
  }

  setAtDoor(p: number, flag: number): void {
    this.doorFlags[p] |= flag;
  }

  clearAtDoor(p: number, flag: number): void {
    this.doorFlags[p] &= ~flag;
  }

  /** How often the patient has come back to hospital: 0 for who is new. */
  returns(p: number): number {
    return this.key[p] >>> RETURNS_SHIFT;
  }

  /** Index into a table by age and frailty. */
  ageFrailty(p: number): number {
    return this.age[p] * FRAILTIES + this.frailty[p];
  }

  private grow(): void {
    const size = this.key.length * 2;
    const self = this as unknown as Record<string, unknown>;
    for (const [name, value] of Object.entries(this)) {
      if (name === 'inStage' || !ArrayBuffer.isView(value)) continue;
      const old = value as Int32Array | Float64Array | Uint8Array;
      const larger = new (old.constructor as new (size: number) => typeof old)(size);
      larger.set(old as never);
      self[name] = larger;
    }
  }
}

/** Cells of a table by age and frailty. */
export const AGE_FRAILTY_CELLS = AGES * FRAILTIES;
