// sim/hospital/emergency.ts: in a space: consultation, investigations, review, decision.
//
// A patient waiting for a bed keeps the space: exit block is not a formula, it emerges.

import { requestBed } from './beds.js';
import { leaveDepartment, releaseClinician, requestClinician } from './department.js';
import { DECIDED, DEPARTED, INVESTIGATED } from './kinds.js';
import { AT_DECISION, makeOffers } from './offers.js';
import { AWAITING_BED, NEEDS_ADMISSION } from './patients.js';
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
  const factor = department.ageFactor[patients.age[p]];
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
  if (patients.has(p, NEEDS_ADMISSION)) {
    system.begin(DECIDED, p, purpose.SPECIALTY, department.specialtyMinutes, 1, 0);
    return;
  }
  patients.readyAt[p] = calendar.now;
  system.begin(DEPARTED, p, purpose.DEPARTURE, department.departureMinutes, 1, 0);
}

/** The decision to admit, unless a service at the front door finds another way. */
export function decided(system: System, p: number): void {
  const { patients, calendar } = system;
  patients.readyAt[p] = calendar.now;
  if (makeOffers(system, p, AT_DECISION) !== 0) {
    const { departureMinutes } = system.siteOf(p).parameters.department;
    system.begin(DEPARTED, p, purpose.DEPARTURE, departureMinutes, 1, 0);
    return;
  }
  patients.move(p, AWAITING_BED);
  requestBed(system, p, FRONT_DOOR);
}

/** Leaves A&E for home. */
export function departed(system: System, p: number): void {
  leaveDepartment(system, p);
  system.leave(p);
}
