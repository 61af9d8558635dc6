// sim/hospital/front-door.ts: from the door to a space: handover, initial assessment, streaming.

import {
  AMBULANCE,
  GREEN,
  MAJORS,
  MINORS,
  NO_AREA,
  ORANGE,
  RED,
  RESUS,
  YELLOW,
} from './categories.js';
import {
  admitToAssessment,
  admitToPrimaryCare,
  leaveDepartment,
  leaveUnseen,
  requestAssessment,
  requestClinician,
  requestPrimaryCare,
  requestSpace,
  startHandover,
} from './department.js';
import { PATIENCE_ENDS, SDEC_END } from './kinds.js';
import { AT_STREAMING, makeOffers, TO_SDEC } from './offers.js';
import {
  AWAITING_HANDOVER,
  COVID,
  EXPECTED,
  IMPATIENT,
  IN_COHORT,
  IN_DEPARTMENT,
  IN_SDEC,
  NEEDS_ADMISSION,
} from './patients.js';
import * as purpose from './purposes.js';
import { countReadmission, mayComeBack } from './readmissions.js';
import type { Site, System } from './system.js';

const NOT_READY = Number.POSITIVE_INFINITY; // no decision yet
const HANDOVER_CLOCK_MINUTES = 15; // the 4-hour clock starts at handover, or after this long

/** A patient comes to A&E. */
export function attend(system: System, p: number): void {
  const { patients, calendar } = system;
  const site = system.siteOf(p);
  if (patients.stage[p] === EXPECTED) system.enter();
  patients.clockAt[p] = calendar.now;
  patients.readyAt[p] = NOT_READY;
  patients.area[p] = NO_AREA;
  const day = system.reportedDay(calendar.now);
  if (day >= 0) site.observed.daily.attendances[day]++;
  if (patients.mode[p] !== AMBULANCE) {
    patients.move(p, IN_DEPARTMENT);
    startPatience(system, p, site);
    requestAssessment(system, p);
    return;
  }
  patients.clockAt[p] += HANDOVER_CLOCK_MINUTES; // unless the handover ends before
  if (day >= 0) site.observed.daily.conveyances[day]++;
  patients.move(p, AWAITING_HANDOVER);
  patients.area[p] = ambulanceArea(system, p, site);
  if (patients.area[p] === NO_AREA) startHandover(system, p);
  else requestSpace(system, p);
}

function ambulanceArea(system: System, p: number, site: Site): number {
  const acuity = system.patients.acuity[p];
  if (acuity === RED) return resusOrMajors(site);
  if (acuity < GREEN || system.patients.has(p, NEEDS_ADMISSION)) return MAJORS;
  const sits = system.unit(p, purpose.AREA) < site.parameters.department.fitToSitShare;
  return sits ? NO_AREA : MAJORS;
}

function resusOrMajors(site: Site): number {
  const resus = site.spaces[RESUS];
  return resus.busy < resus.capacity ? RESUS : MAJORS;
}

/** Who can wait may leave: one uniform says whether and how soon. */
function startPatience(system: System, p: number, site: Site): void {
  const { patients } = system;
  const { impatientShare, patienceMinutes } = site.parameters.department;
  if (patients.acuity[p] <= ORANGE || patients.has(p, NEEDS_ADMISSION)) return;
  if (system.unit(p, purpose.PATIENCE) >= impatientShare) return;
  patients.timer[p] = system.begin(PATIENCE_ENDS, p, purpose.PATIENCE_TIME, patienceMinutes, 1, 0);
}

/** Initial assessment is over: the nurse takes the next, the patient is streamed. */
export function assessed(system: System, p: number): void {
  const site = system.siteOf(p);
  site.assessmentNurses.release();
  admitToAssessment(system, site);
  recordAssessment(system, p, site);
  if (system.patients.has(p, IMPATIENT)) leaveUnseen(system, p);
  else stream(system, p, site);
}

/** The crew has handed over; the patient is assessed in the same moment. */
export function handedOver(system: System, p: number): void {
  const { patients, calendar } = system;
  const site = system.siteOf(p);
  const minutes = calendar.now - patients.arrivedAt[p];
  patients.clockAt[p] = Math.min(patients.clockAt[p], calendar.now);
  patients.move(p, IN_DEPARTMENT);
  const day = system.reportedDay(patients.arrivedAt[p]);
  if (day >= 0) {
    const { daily } = site.observed;
    daily.handovers[day]++;
    if (minutes > 15) daily.handoverOver15[day]++;
    if (minutes > 30) daily.handoverOver30[day]++;
    if (minutes > 60) daily.handoverOver60[day]++;
  }
  recordAssessment(system, p, site);
  if (patients.hasAtDoor(p, IN_COHORT)) patients.area[p] = NO_AREA;
  if (patients.area[p] === NO_AREA) stream(system, p, site);
  else if (offeredSdec(system, p)) startSdec(system, p, site);
  else requestClinician(system, p, false);
}

function recordAssessment(system: System, p: number, site: Site): void {
  const { arrivedAt } = system.patients;
  if (system.reportedDay(arrivedAt[p]) < 0) return;
  site.observed.addAssessmentWait(system.calendar.now - arrivedAt[p]);
}

/** Sends a patient without a space to same-day care, the GP, or the line of an area. */
function stream(system: System, p: number, site: Site): void {
  const { patients } = system;
  const acuity = patients.acuity[p];
  if (offeredSdec(system, p)) {
    startSdec(system, p, site);
    return;
  }
  if (!patients.has(p, NEEDS_ADMISSION) && acuity >= GREEN && site.primaryCare.capacity > 0) {
    const { primaryCareShareByDay } = site.parameters.department;
    if (system.unit(p, purpose.PRIMARY_CARE) < primaryCareShareByDay[system.day]) {
      requestPrimaryCare(system, p);
      return;
    }
  }
  patients.area[p] = areaOf(system, p, site);
  requestSpace(system, p);
}

/** Whether same-day emergency care takes a patient who would else need a bed. */
function offeredSdec(system: System, p: number): boolean {
  if (!system.patients.has(p, NEEDS_ADMISSION)) return false;
  return makeOffers(system, p, AT_STREAMING) === TO_SDEC;
}

function areaOf(system: System, p: number, site: Site): number {
  const acuity = system.patients.acuity[p];
  if (acuity === RED) return resusOrMajors(site);
  if (acuity === ORANGE || system.patients.has(p, NEEDS_ADMISSION)) return MAJORS;
  if (acuity > YELLOW) return MINORS;
  const { yellowMinorsShare } = site.parameters.department;
  return system.unit(p, purpose.AREA) < yellowMinorsShare ? MINORS : MAJORS;
}

/** The GP has seen the patient, who goes home or into minors. */
export function primaryCareEnded(system: System, p: number): void {
  const { patients } = system;
  const site = system.siteOf(p);
  site.primaryCare.release();
  admitToPrimaryCare(system, site);
  const { primaryCareCompleteShare } = site.parameters.department;
  if (system.unit(p, purpose.PRIMARY_CARE_COMPLETE) < primaryCareCompleteShare) {
    patients.readyAt[p] = system.calendar.now;
    leaveDepartment(system, p);
    system.leave(p);
  } else if (patients.has(p, IMPATIENT)) {
    leaveUnseen(system, p);
  } else {
    patients.area[p] = MINORS;
    requestSpace(system, p);
  }
}

function startSdec(system: System, p: number, site: Site): void {
  const { patients, calendar } = system;
  patients.readyAt[p] = calendar.now;
  leaveDepartment(system, p);
  patients.move(p, IN_SDEC);
  site.sdec.seize(p);
  const day = system.reportedDay(calendar.now);
  if (day >= 0) site.observed.daily.admissionsSdec[day]++;
  countReadmission(system, p, site.observed.daily);
  const service = site.parameters.offers.find((offer) => offer.route === TO_SDEC);
  if (service?.minutes) system.begin(SDEC_END, p, purpose.SDEC_TIME, service.minutes, 1, 0);
}

/** Same-day emergency care is over: the patient goes home on the day of arrival. */
export function sdecEnded(system: System, p: number): void {
  const site = system.siteOf(p);
  site.sdec.release();
  const day = system.reportedDay(system.calendar.now);
  if (day >= 0) {
    const { daily } = site.observed;
    daily.spellsZeroDay[day]++;
    if (system.patients.has(p, COVID)) daily.spellsZeroDayCovid[day]++;
  }
  if (site.parameters.readmission !== null) mayComeBack(system, p);
  system.leave(p);
}
