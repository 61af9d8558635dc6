// sim/hospital/department.ts: the shared resources of A&E: spaces, clinicians, nurses, the way out.

import type { Resource } from '../engine/resource.js';
import { MINORS, NO_AREA } from './categories.js';
import {
  ASSESSED,
  CONSULTED,
  HANDED_OVER,
  LIAISON_END,
  PRIMARY_CARE_END,
  REVIEWED,
} from './kinds.js';
import type { DailySeries } from './observed.js';
import type { DepartmentParameters } from './parameters.js';
import {
  AWAITING_BED,
  AWAITING_HANDOVER,
  FOR_ASSESSMENT,
  FOR_CLINICIAN,
  FOR_LIAISON,
  FOR_PRIMARY_CARE,
  FOR_SPACE,
  IMPATIENT,
  IN_COHORT,
  IN_DEPARTMENT,
  NOTHING,
  SEEN,
  WAITS_FOR_COHORT,
} from './patients.js';
import * as purpose from './purposes.js';
import { countReadmission } from './readmissions.js';
import type { Site, System } from './system.js';

const TARGET_MINUTES = 240; // the 4-hour standard
const FOUR_HOURS = 240;
const SIX_HOURS = 360;
const EIGHT_HOURS = 480;
const TWELVE_HOURS = 720;
const READY_MINUTES = 60;
const SECOND_LOOK_PRIORITY = 1; // after red, with orange: who is nearly done frees a space
const URGENT_ACUITY = 1; // red and orange go first to initial assessment

/** Asks for a nurse for the initial assessment. */
export function requestAssessment(system: System, p: number): void {
  const priority = system.patients.acuity[p] <= URGENT_ACUITY ? 0 : 1;
  const { assessmentNurses } = system.siteOf(p);
  if (seizes(system, p, assessmentNurses, priority, FOR_ASSESSMENT)) startAssessment(system, p);
}

/** Gives free nurses to who waits. */
export function admitToAssessment(system: System, site: Site): void {
  const nurses = site.assessmentNurses;
  for (let p = nurses.admit(); p >= 0; p = nurses.admit()) startAssessment(system, p);
}

function startAssessment(system: System, p: number): void {
  const { assessmentMinutes } = system.siteOf(p).parameters.department;
  system.patients.waitsFor[p] = NOTHING;
  system.begin(ASSESSED, p, purpose.ASSESSMENT, assessmentMinutes, 1, 0);
}

/** Asks for a GP at the front door. */
export function requestPrimaryCare(system: System, p: number): void {
  const { primaryCare } = system.siteOf(p);
  if (seizes(system, p, primaryCare, 0, FOR_PRIMARY_CARE)) startPrimaryCare(system, p);
}

/** Gives free GPs to who waits. */
export function admitToPrimaryCare(system: System, site: Site): void {
  const { primaryCare } = site;
  for (let p = primaryCare.admit(); p >= 0; p = primaryCare.admit()) startPrimaryCare(system, p);
}

function startPrimaryCare(system: System, p: number): void {
  const { primaryCareMinutes } = system.siteOf(p).parameters.department;
  system.patients.waitsFor[p] = NOTHING;
  system.begin(PRIMARY_CARE_END, p, purpose.PRIMARY_CARE_TIME, primaryCareMinutes, 1, 0);
}

/** Asks for a space of the patient's area: by acuity, and a waiting crew before the same acuity. */
export function requestSpace(system: System, p: number): void {
  const { patients } = system;
  const space = system.siteOf(p).spaces[patients.area[p]];
  const crewWaits = patients.stage[p] === AWAITING_HANDOVER ? 0 : 1;
  const priority = patients.acuity[p] * 2 + crewWaits;
  if (seizes(system, p, space, priority, FOR_SPACE)) enterSpace(system, p);
  else if (crewWaits === 0 && system.siteOf(p).cohort.capacity > 0) requestCohort(system, p);
}

/** A crew that waits for a space may hand over in the cohort area. */
function requestCohort(system: System, p: number): void {
  const { patients } = system;
  const place = system.siteOf(p).cohort.seize(p);
  if (place < 0) {
    enterCohort(system, p);
    return;
  }
  patients.setAtDoor(p, WAITS_FOR_COHORT);
  patients.cohortPlace[p] = place;
}

/** Gives free places of the cohort area to crews that wait. */
export function admitToCohort(system: System, { cohort }: Site): void {
  for (let p = cohort.admit(); p >= 0; p = cohort.admit()) {
    system.patients.clearAtDoor(p, WAITS_FOR_COHORT);
    enterCohort(system, p);
  }
}

/** Leaves the line for a space: the handover begins, and afterwards the patient asks again. */
function enterCohort(system: System, p: number): void {
  const { patients } = system;
  const space = system.siteOf(p).spaces[patients.area[p]];
  space.withdraw(patients.place[p], patients.priority[p]);
  patients.waitsFor[p] = NOTHING;
  patients.area[p] = NO_AREA;
  patients.setAtDoor(p, IN_COHORT);
  startHandover(system, p);
}

function leaveCohort(system: System, p: number): void {
  const { patients } = system;
  if (!patients.hasAtDoor(p, IN_COHORT)) return;
  const site = system.siteOf(p);
  patients.clearAtDoor(p, IN_COHORT);
  site.cohort.release();
  admitToCohort(system, site);
}

/** Asks for the mental health liaison team. */
export function requestLiaison(system: System, p: number): void {
  const { liaison } = system.siteOf(p);
  if (seizes(system, p, liaison, 0, FOR_LIAISON)) startLiaison(system, p);
}

/** Gives free staff of the liaison team to who waits. */
export function admitToLiaison(system: System, { liaison }: Site): void {
  for (let p = liaison.admit(); p >= 0; p = liaison.admit()) startLiaison(system, p);
}

function startLiaison(system: System, p: number): void {
  const { mentalHealth } = system.siteOf(p).parameters.department;
  system.patients.waitsFor[p] = NOTHING;
  if (mentalHealth === null) return;
  system.begin(LIAISON_END, p, purpose.LIAISON_TIME, mentalHealth.minutes, 1, 0);
}

/** Gives free spaces of an area to who waits. */
export function admitToSpaces(system: System, site: Site, area: number): void {
  const space = site.spaces[area];
  for (let p = space.admit(); p >= 0; p = space.admit()) enterSpace(system, p);
}

function enterSpace(system: System, p: number): void {
  const { patients } = system;
  patients.waitsFor[p] = NOTHING;
  if (patients.stage[p] === AWAITING_HANDOVER) {
    if (patients.hasAtDoor(p, WAITS_FOR_COHORT)) {
      patients.clearAtDoor(p, WAITS_FOR_COHORT);
      system.siteOf(p).cohort.withdraw(patients.cohortPlace[p]);
    }
    startHandover(system, p);
    return;
  }
  leaveCohort(system, p);
  requestClinician(system, p, false);
}

/** The crew begins to hand over. */
export function startHandover(system: System, p: number): void {
  const { handoverMinutes, pace } = system.siteOf(p).parameters.department;
  const factor = pace.handover[system.day];
  system.begin(HANDED_OVER, p, purpose.HANDOVER, handoverMinutes, factor, 0);
}

/** Asks for a clinician: a first look by acuity, a second look soon. */
export function requestClinician(system: System, p: number, secondLook: boolean): void {
  const { patients } = system;
  const acuity = patients.acuity[p];
  const priority = secondLook ? Math.min(acuity, SECOND_LOOK_PRIORITY) : acuity;
  const team = clinicianTeam(system, p);
  if (seizes(system, p, team, priority, FOR_CLINICIAN)) startLook(system, p);
}

/** Gives free clinicians to who waits. */
export function admitToClinicians(system: System, team: Resource): void {
  for (let p = team.admit(); p >= 0; p = team.admit()) startLook(system, p);
}

/** The clinician is done with the patient and takes the next. */
export function releaseClinician(system: System, p: number): void {
  const team = clinicianTeam(system, p);
  team.release();
  admitToClinicians(system, team);
}

function clinicianTeam(system: System, p: number): Resource {
  return system.siteOf(p).clinicians[system.patients.area[p] === MINORS ? 1 : 0];
}

function startLook(system: System, p: number): void {
  const { patients } = system;
  const { department } = system.siteOf(p).parameters;
  const work = workToday(system, department);
  patients.waitsFor[p] = NOTHING;
  if (patients.has(p, SEEN)) {
    system.begin(REVIEWED, p, purpose.REVIEW, department.reviewMinutes, work, 0);
    return;
  }
  patients.set(p, SEEN);
  system.stopTimer(p);
  const table = department.consultMinutes[patients.area[p]];
  const factor = department.ageFactor[patients.age[p]] * work;
  system.begin(CONSULTED, p, purpose.CONSULT, table, factor, 0);
}

/** Factor on the clinician's time on this day. */
function workToday({ day }: System, { workFactor }: DepartmentParameters): number {
  return workFactor === null ? 1 : workFactor[day];
}

/** Seizes a server, or joins its line and notes what for. */
function seizes(
  system: System,
  p: number,
  resource: Resource,
  priority: number,
  what: number,
): boolean {
  const { patients } = system;
  const place = resource.seize(p, priority);
  if (place < 0) return true;
  patients.waitsFor[p] = what;
  patients.place[p] = place;
  patients.priority[p] = priority;
  return false;
}

/** Patience has run out: the patient leaves the line, or at the end of what is being done. */
export function patienceEnded(system: System, p: number): void {
  const { patients } = system;
  patients.timer[p] = -1;
  const line = lineOf(system, p);
  if (line === null) {
    patients.set(p, IMPATIENT);
    return;
  }
  line.withdraw(patients.place[p], patients.priority[p]);
  if (patients.waitsFor[p] === FOR_SPACE) patients.area[p] = NO_AREA;
  patients.waitsFor[p] = NOTHING;
  leaveUnseen(system, p);
}

function lineOf(system: System, p: number): Resource | null {
  const { patients } = system;
  const site = system.siteOf(p);
  switch (patients.waitsFor[p]) {
    case FOR_ASSESSMENT:
      return site.assessmentNurses;
    case FOR_SPACE:
      return site.spaces[patients.area[p]];
    case FOR_CLINICIAN:
      return clinicianTeam(system, p);
    case FOR_PRIMARY_CARE:
      return site.primaryCare;
    default:
      return null;
  }
}

/** The patient goes without having been seen by a clinician. */
export function leaveUnseen(system: System, p: number): void {
  const { patients, calendar } = system;
  const day = system.reportedDay(patients.arrivedAt[p]);
  if (day >= 0) system.siteOf(p).observed.daily.leftUnseen[day]++;
  patients.readyAt[p] = calendar.now;
  leaveDepartment(system, p);
  system.leave(p);
}

/** Stops the clocks of a patient who leaves A&E, and gives the space to the next. */
export function leaveDepartment(system: System, p: number): void {
  const { patients, calendar } = system;
  const site = system.siteOf(p);
  system.stopTimer(p);
  const day = system.reportedDay(patients.arrivedAt[p]);
  if (day >= 0) {
    const { daily } = site.observed;
    const { now } = calendar;
    const minutes = now - patients.clockAt[p];
    daily.clocked[day]++;
    site.observed.addDepartmentMinutes(minutes);
    if (minutes <= TARGET_MINUTES) daily.within4h[day]++;
    if (now - patients.arrivedAt[p] > TWELVE_HOURS) daily.over12hFromArrival[day]++;
    daily.readyTimed[day]++;
    if (now - patients.readyAt[p] > READY_MINUTES) daily.readyOver1h[day]++;
  }
  leaveCohort(system, p);
  const area = patients.area[p];
  if (area === NO_AREA) return;
  patients.area[p] = NO_AREA;
  site.spaces[area].release();
  admitToSpaces(system, site, area);
}

/** Leaves A&E for a bed in the same hospital. */
export function leaveForBed(system: System, p: number): void {
  const { patients, calendar } = system;
  const { daily } = system.siteOf(p).observed;
  const day = system.reportedDay(patients.arrivedAt[p]);
  const waited = calendar.now - patients.requestedAt[p];
  if (day >= 0 && waited > TWELVE_HOURS) daily.over12hFromDecision[day]++;
  if (day >= 0) countAdmitted(daily, day, calendar.now - patients.arrivedAt[p]);
  if (system.today >= 0) daily.admissionsFromDepartment[system.today]++;
  countReadmission(system, p, daily);
  leaveDepartment(system, p);
}

/** Counts who is admitted by the minutes from arrival to leaving A&E. */
export function countAdmitted(daily: DailySeries, day: number, minutes: number): void {
  if (minutes <= FOUR_HOURS) return;
  if (minutes <= SIX_HOURS) daily.admitted4To6h[day]++;
  else if (minutes <= EIGHT_HOURS) daily.admitted6To8h[day]++;
  else if (minutes <= TWELVE_HOURS) daily.admitted8To12h[day]++;
  else daily.admittedOver12h[day]++;
}

/**
 * At the end of a run: who is still in A&E counts for a limit already passed, else not at all.
 */
export function countStillInDepartment(system: System, site: Site): void {
  const { patients, calendar } = system;
  const { observed } = site;
  const { daily } = observed;
  const { now } = calendar;
  for (let p = 0; p < patients.used; p++) {
    const stage = patients.stage[p];
    if (patients.site[p] !== site.index) continue;
    if (stage !== AWAITING_HANDOVER && stage !== IN_DEPARTMENT && stage !== AWAITING_BED) continue;
    const day = system.reportedDay(patients.arrivedAt[p]);
    if (day < 0) continue;
    const minutes = now - patients.clockAt[p];
    if (minutes > TARGET_MINUTES) {
      daily.clocked[day]++;
      observed.addDepartmentMinutes(minutes);
    }
    if (now - patients.arrivedAt[p] > TWELVE_HOURS) daily.over12hFromArrival[day]++;
    if (stage === AWAITING_BED) {
      countAdmitted(daily, day, now - patients.arrivedAt[p]);
      if (now - patients.requestedAt[p] > TWELVE_HOURS) daily.over12hFromDecision[day]++;
    }
    if (now - patients.readyAt[p] > READY_MINUTES) {
      daily.readyTimed[day]++;
      daily.readyOver1h[day]++;
    }
  }
}
