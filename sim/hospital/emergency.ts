// sim/hospital/emergency.ts: in a space: consultation, investigations, review, decision.
//
// A patient waiting for a bed keeps the space: exit block is not a formula, it emerges.

import { requestBed } from './beds.js';
import { needsCriticalCare, requestCriticalBed } from './critical-care.js';
import {
  admitToLiaison,
  leaveDepartment,
  releaseClinician,
  requestClinician,
  requestLiaison,
} from './department.js';
import { DECIDED, DEPARTED, INVESTIGATED } from './kinds.js';
import { AT_DECISION, makeOffers } from './offers.js';
import type { MentalHealthParameters } from './parameters.js';
import { AWAITING_BED, LIAISON_SEEN, MENTAL_HEALTH, NEEDS_ADMISSION } from './patients.js';
import * as purpose from './purposes.js';
import { FRONT_DOOR, type System } from './system.js';

/** The first look is over: investigations, or the decision at once. */
export function consulted(system: System, p: number): void {
  const { patients } = system;
  const { department } = system.siteOf(p).parameters;
  const area = patients.area[p];
  releaseClinician(system, p);
  const admitted = patients.has(p, NEEDS_ADMISSION);
  if (!admitted && system.unit(p, purpose.INVESTIGATE) >= department.investigatedShare[area]) {
    decide(system, p);
    return;
  }
  const table = department.investigationMinutes[area];
  const { investigation } = department.pace;
  const factor = department.ageFactor[patients.age[p]] * investigation[system.day];
  system.begin(INVESTIGATED, p, purpose.INVESTIGATION, table, factor, 0);
}

/** Results are back: a clinician looks again. */
export function investigated(system: System, p: number): void {
  requestClinician(system, p, true);
}

/** The second look is over. */
export function reviewed(system: System, p: number): void {
  releaseClinician(system, p);
  decide(system, p);
}

/** Home after the paperwork, or to the specialty that decides to admit. */
function decide(system: System, p: number): void {
  const { patients, calendar } = system;
  const { department } = system.siteOf(p).parameters;
  if (department.mentalHealth !== null && needsLiaison(system, p, department.mentalHealth)) {
    requestLiaison(system, p);
    return;
  }
  const { specialty, departure } = department.pace;
  if (patients.has(p, NEEDS_ADMISSION)) {
    const factor = specialty[system.day];
    system.begin(DECIDED, p, purpose.SPECIALTY, department.specialtyMinutes, factor, 0);
    return;
  }
  patients.readyAt[p] = calendar.now;
  const factor = departure[system.day];
  system.begin(DEPARTED, p, purpose.DEPARTURE, department.departureMinutes, factor, 0);
}

/** Whether the mental health liaison team is to see the patient, who keeps the space meanwhile. */
function needsLiaison(system: System, p: number, { share }: MentalHealthParameters): boolean {
  const { patients } = system;
  if (patients.hasAtDoor(p, LIAISON_SEEN)) return false;
  if (system.unit(p, purpose.MENTAL_HEALTH) >= share[patients.age[p]]) return false;
  patients.setAtDoor(p, MENTAL_HEALTH);
  return true;
}

/** The mental health liaison team has seen the patient. */
export function liaisonEnded(system: System, p: number): void {
  const site = system.siteOf(p);
  site.liaison.release();
  admitToLiaison(system, site);
  system.patients.setAtDoor(p, LIAISON_SEEN);
  decide(system, p);
}

/** The decision to admit, unless a service at the front door finds another way. */
export function decided(system: System, p: number): void {
  const { patients, calendar } = system;
  patients.readyAt[p] = calendar.now;
  if (makeOffers(system, p, AT_DECISION) !== 0) {
    const { departureMinutes, pace } = system.siteOf(p).parameters.department;
    const factor = pace.departure[system.day];
    system.begin(DEPARTED, p, purpose.DEPARTURE, departureMinutes, factor, 0);
    return;
  }
  patients.move(p, AWAITING_BED);
  if (needsCriticalCare(system, p)) requestCriticalBed(system, p);
  else requestBed(system, p, FRONT_DOOR);
}

/** Leaves A&E for home. */
export function departed(system: System, p: number): void {
  leaveDepartment(system, p);
  system.leave(p);
}
