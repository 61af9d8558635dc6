// sim/hospital/trace-words.ts: the state of a patient and of the hospital in words, and what changed.

import {
  ACUITIES,
  AGE_BANDS,
  AREAS,
  BED_CLASSES,
  DELAY_REASONS,
  FRAILTY_LEVELS,
  NO_AREA,
  PATHWAYS,
  POOL_WORDS,
} from './categories.js';
import { CRITICAL_POOL } from './critical-care.js';
import { ASSESSED, PATIENCE_ENDS } from './kinds.js';

import * as patient from './patients.js';
import { STREAM_EXTRA, STREAMS_PER_SITE, type System, unitOfStream } from './system.js';

const CLASS_WORDS: Record<(typeof BED_CLASSES)[number], string> = {
  medical: 'medical',
  surgical: 'surgical',
  olderPeople: "older people's",
  children: "children's",
};
const WAIT_WORDS = [
  '',
  'waits for a nurse',
  '',
  'waits for a clinician',
  'waits for a GP',
  'waits to be seen',
  'waits for mental health liaison',
];
const REASON_WORDS: Record<(typeof DELAY_REASONS)[number], string> = {
  process: 'to leave',
  assessment: 'to be assessed',
  choice: 'for patient or family to choose',
  place: 'for a place',
};
const MODE_WORDS = ['walks in', 'by ambulance', 'referred by a GP'];
const FLAG_WORDS: readonly [number, string][] = [
  [patient.SEEN, 'the first look begins'],
  [patient.IMPATIENT, 'has lost patience'],
  [patient.OFFERED, 'a service changes the way'],
  [patient.DELAYED_TRANSFER, 'counts as a delayed transfer of care'],
  [patient.DIVERTED, 'is sent to another site'],
  [patient.TO_OTHER_SITE, 'to another site'],
  [patient.HAS_PLACE, 'has a community place'],
  [patient.FOUND_CLOSED, 'found the unit closed'],
  [patient.STAY_SAVED, 'a service on the ward shortens the stay'],
  [patient.DELAY_SAVED, 'a service shortens the delay'],
  [patient.CHC_IN_BED, 'is assessed for continuing healthcare in the bed'],
  [patient.FOR_VIRTUAL_WARD, 'could go on in the virtual ward'],
  [patient.VIRTUAL, 'goes on in the virtual ward'],
  [patient.LOUNGE_TRY, 'is to wait in the discharge lounge'],
  [patient.LEAVES_TODAY, 'finds no place in the lounge and leaves later today'],
  [patient.WAITS_ONWARD, 'is fit to leave it and waits for care at home or a care home'],
];

const DOOR_WORDS: readonly [number, string][] = [
  [patient.BOOKED, 'has a booked time in A&E'],
  [patient.MENTAL_HEALTH, 'needs the mental health liaison team'],
  [patient.IN_COHORT, 'with the crew in the cohort area'],
];

/** What of a patient is told. */
export interface PatientState {
  stage: number;
  area: number;
  waitsFor: number;
  flags: number;
  doorFlags: number;
  pool: number;
  nextPool: number;
  pathway: number;
  reason: number;
  unit: number;
  /** Name of the unit, or of the site, where a patient on the way goes. */
  place: string;
}

/** The state of a patient now. */
export function stateOf(system: System, p: number): PatientState {
  const { patients } = system;
  return {
    stage: patients.stage[p],
    area: patients.area[p],
    waitsFor: patients.waitsFor[p],
    flags: patients.flags[p],
    doorFlags: patients.doorFlags[p],
    pool: patients.pool[p],
    nextPool: patients.nextPool[p],
    pathway: patients.pathway[p],
    reason: patients.reason[p],
    unit: patients.unit[p],
    place: placeNameOf(system, p),
  };
}

/** Where a patient of a unit, or on the way, is or goes; '' for everybody else. */
function placeNameOf(system: System, p: number): string {
  const { stage, unit } = system.patients;
  if (stage[p] !== patient.IN_UNIT && stage[p] !== patient.ON_THE_WAY) return '';
  if (unit[p] === patient.AWAY) return 'somebody else who can help';
  if (unit[p] < system.units.length) return system.units[unit[p]].parameters.name;
  return system.sites.length > 1 ? `A&E at ${system.siteOf(p).parameters.name}` : 'A&E';
}

/** True when the patient has come in and not left. */
export function isPresent(stage: number): boolean {
  return stage !== patient.NOBODY && stage !== patient.EXPECTED;
}

/** Who a patient is: age, frailty, how the patient came, acuity, and the bed needed. */
export function describePatient(system: System, p: number): string {
  const { patients } = system;
  if (patients.stage[p] === patient.IN_COMMUNITY) return 'in the community since before the start';
  const words = [`age ${AGE_BANDS[patients.age[p]]}`];
  const frailty = FRAILTY_LEVELS[patients.frailty[p]];
  words.push(frailty === 'none' ? 'not frail' : `${frailty} frailty`);
  if (patients.has(p, patient.ELECTIVE)) words.push('planned admission');
  if (patients.has(p, patient.INITIAL)) words.push('in bed since before the start');
  if (patients.has(p, patient.ELECTIVE | patient.INITIAL)) return words.join(', ');
  const isNew = patients.returns(p) === 0;
  if (!isNew) words.push('comes back');
  const unit = unitOfStream(system, patients.stream[p]);
  if (isNew && unit !== null) words.push(`sets out for ${unit.parameters.name}`);
  else words.push(MODE_WORDS[patients.mode[p]]);
  words.push(ACUITIES[patients.acuity[p]]);
  if (patients.has(p, patient.FLU)) words.push('flu');
  const stream = (patients.stream[p] % STREAMS_PER_SITE) - STREAM_EXTRA;
  const extra = system.sites[patients.site[p]].parameters.demand.extraOf[stream];
  if (isNew && extra?.name) words.push(extra.name);
  if (!patients.has(p, patient.NEEDS_ADMISSION)) return words.join(', ');
  const days = (patients.stayMinutes[p] / 1440).toFixed(1);
  const bedClass = CLASS_WORDS[BED_CLASSES[patients.bedClass[p]]];
  return [...words, `needs a ${bedClass} bed for ${days} days`].join(', ');
}

/** Where, waiting for what, and what has been found out: one text each, '' for nothing. */
function factsOf(state: PatientState): string[] {
  return [placeOf(state), waitOf(state), bedOf(state), delayOf(state), ...flagsOf(state)];
}

function placeOf({ stage, area, waitsFor, pool, pathway, place }: PatientState): string {
  const inSpace = area !== NO_AREA && waitsFor !== patient.FOR_SPACE;
  switch (stage) {
    case patient.AWAITING_HANDOVER:
      return inSpace ? `hands over in ${AREAS[area]}` : 'with the ambulance crew';
    case patient.IN_DEPARTMENT:
    case patient.AWAITING_BED:
      return inSpace ? `in ${AREAS[area]}` : 'in the waiting room';
    case patient.AWAITING_ADMISSION:
      return 'outside A&E';
    case patient.IN_SDEC:
      return 'in same-day emergency care';
    case patient.IN_UNIT:
      return `at ${place}`;
    case patient.ON_THE_WAY:
      return `on the way to ${place}`;
    case patient.IN_CRITICAL_CARE:
      return 'in critical care';
    case patient.IN_BED:
    case patient.DELAYED:
      return `in ${article(POOL_WORDS[pool])} bed`;
    case patient.IN_COMMUNITY:
      return `in a community place (${PATHWAYS[pathway].toUpperCase()})`;
    default:
      return '';
  }
}

function waitOf({ waitsFor, area }: PatientState): string {
  return waitsFor === patient.FOR_SPACE
    ? `waits for a space in ${AREAS[area]}`
    : WAIT_WORDS[waitsFor];
}

function bedOf({ stage, flags, nextPool }: PatientState): string {
  if (flags & patient.IN_TRANSFER && nextPool === CRITICAL_POOL)
    return 'is given a critical care bed';
  if (flags & patient.IN_TRANSFER) return `is given ${article(POOL_WORDS[nextPool])} bed`;
  if (flags & patient.WAITS_FOR_BED) {
    return stage !== patient.AWAITING_BED && stage !== patient.AWAITING_ADMISSION
      ? 'waits for a ward bed'
      : 'to be admitted, waits for a bed';
  }
  return '';
}

function delayOf({ stage, pathway, reason, flags }: PatientState): string {
  if (stage !== patient.DELAYED) return '';
  if (flags & patient.DIES) return 'the stay ends in death';
  const waits = REASON_WORDS[DELAY_REASONS[reason]];
  const short = flags & patient.SHORT_STAY ? 'short stay over' : PATHWAYS[pathway].toUpperCase();
  return `no longer meets the criteria to reside (${short}, waits ${waits})`;
}

function flagsOf({ flags, doorFlags }: PatientState): string[] {
  const atDoor = DOOR_WORDS.map(([flag, words]) => (doorFlags & flag ? words : ''));
  return [...FLAG_WORDS.map(([flag, words]) => (flags & flag ? words : '')), ...atDoor];
}

/** What is new about a patient after an event of a kind. */
export function changesOf(before: PatientState, after: PatientState, kind: number): string[] {
  if (!isPresent(after.stage)) return isPresent(before.stage) ? [leavingOf(before, kind)] : [];
  const was = isPresent(before.stage) ? factsOf(before) : [];
  const changes = factsOf(after).filter((text, slot) => text !== '' && text !== was[slot]);
  const begins = after.waitsFor === patient.NOTHING ? beginningOf(before) : '';
  return begins === '' ? changes : [...changes, begins];
}

/** What begins when a wait ends; a space or a first look is told by what the patient then has. */
function beginningOf({ waitsFor, flags }: PatientState): string {
  if (waitsFor === patient.FOR_ASSESSMENT) return 'the initial assessment begins';
  if (waitsFor === patient.FOR_PRIMARY_CARE) return 'the GP begins';
  const again = waitsFor === patient.FOR_CLINICIAN && flags & patient.SEEN;
  return again ? 'the second look begins' : '';
}

function leavingOf(before: PatientState, kind: number): string {
  if (before.stage === patient.IN_COMMUNITY) return 'leaves the community place';
  if (before.stage === patient.ON_THE_WAY) return 'is looked after elsewhere';
  if (before.flags & patient.DIES && before.stage === patient.DELAYED) return 'dies';
  const unseen = kind === PATIENCE_ENDS || kind === ASSESSED;
  return unseen ? 'leaves without being seen' : 'leaves for home';
}

function article(words: string): string {
  return /^[aeiou]/.test(words) ? `an ${words}` : `a ${words}`;
}
