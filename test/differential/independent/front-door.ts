// test/differential/independent/front-door.ts: A&E from the door to a space, the GP or same-day
// care (docs/model.md 2.4, 1 to 3 and 7).

import * as purpose from '../../../sim/hospital/purposes.js';
import { askForBed, FRONT_DOOR } from './bed-lines.js';
import { later, unit } from './chance.js';
import { note } from './diary.js';
import type { Patient, Site, World } from './hospital.js';
import { askForClinician, askForSpace, leaveDepartment, leaveSpace, leaveUnseen } from './looks.js';
import { describe } from './people.js';
import { describeReturn, isLeftOut, leftAlive } from './returns.js';
import { offered } from './services.js';

const RED = 0;
const ORANGE = 1;
const YELLOW = 2;
const GREEN = 3;
const RESUS = 0;
const MAJORS = 1;
const MINORS = 2;

/** Somebody comes through the door. */
export function arrived(world: World, patient: Patient): void {
  if (patient.returns > 0) describeReturn(world, patient);
  else describe(world, patient);
  if (isLeftOut(world, patient)) return;
  world.present.add(patient);
  if (patient.mode === 'referred') {
    patient.stage = 'awaiting a bed elsewhere';
    askForBed(world, patient, FRONT_DOOR);
    return;
  }
  note(world, 'arrives', patient);
  const department = patient.site.parameters.department;
  if (patient.mode === 'ambulance') {
    patient.stage = 'awaiting handover';
    if (canSit(world, patient)) {
      later(world, patient, 'handed over', purpose.HANDOVER, department.handoverMinutes);
      return;
    }
    patient.crewWaits = true;
    askForSpace(world, patient, patient.acuity === RED ? resusOrMajors(patient.site) : MAJORS);
    return;
  }
  patient.stage = 'in department';
  startPatience(world, patient);
  const urgent = patient.acuity <= ORANGE ? 0 : 1;
  if (patient.site.nurses.ask(patient, urgent)) beginAssessment(world, patient);
}

function canSit(world: World, patient: Patient): boolean {
  if (patient.acuity < GREEN || patient.needsAdmission) return false;
  return unit(world, patient, purpose.AREA) < patient.site.parameters.department.fitToSitShare;
}

function startPatience(world: World, patient: Patient): void {
  if (patient.acuity < YELLOW || patient.needsAdmission) return;
  const { impatientShare, patienceMinutes } = patient.site.parameters.department;
  if (unit(world, patient, purpose.PATIENCE) >= impatientShare) return;
  const what = purpose.PATIENCE_TIME;
  patient.losesPatience = later(world, patient, 'patience ends', what, patienceMinutes);
}

/** Leaves the line, or leaves when what is being done is over. */
export function patienceEnded(world: World, patient: Patient): void {
  patient.losesPatience = null;
  if (patient.waitsFor === null) {
    patient.hasLostPatience = true;
    return;
  }
  patient.waitsFor.leaveLine(patient);
  leaveUnseen(world, patient);
}

function beginAssessment(world: World, patient: Patient): void {
  const { assessmentMinutes } = patient.site.parameters.department;
  later(world, patient, 'initially assessed', purpose.ASSESSMENT, assessmentMinutes);
}

export function giveNurses(world: World, site: Site): void {
  site.nurses.serve((patient) => beginAssessment(world, patient));
}

/** The nurse is free again; the patient is streamed. */
export function assessed(world: World, patient: Patient): void {
  const { site } = patient;
  note(world, 'initially assessed', patient);
  site.nurses.busy--;
  giveNurses(world, site);
  if (patient.hasLostPatience) leaveUnseen(world, patient);
  else stream(world, patient);
}

/** The crew has gone; who has a space stays in it. */
export function handedOver(world: World, patient: Patient): void {
  note(world, 'handed over', patient);
  patient.stage = 'in department';
  patient.crewWaits = false;
  if (!patient.holdsSpace) {
    stream(world, patient);
    return;
  }
  if (patient.needsAdmission && takenToSameDayCare(world, patient)) {
    leaveSpace(world, patient);
    return;
  }
  askForClinician(world, patient);
}

function stream(world: World, patient: Patient): void {
  const { site, acuity, needsAdmission } = patient;
  const { department } = site.parameters;
  if (needsAdmission && takenToSameDayCare(world, patient)) return;
  if (acuity >= GREEN && !needsAdmission && site.gps.capacity > 0) {
    if (unit(world, patient, purpose.PRIMARY_CARE) < department.primaryCareShare) {
      if (site.gps.ask(patient, 0)) beginPrimaryCare(world, patient);
      return;
    }
  }
  askForSpace(world, patient, areaOf(world, patient));
}

function areaOf(world: World, patient: Patient): number {
  const { acuity, site } = patient;
  if (acuity === RED) return resusOrMajors(site);
  if (acuity === ORANGE || patient.needsAdmission) return MAJORS;
  if (acuity >= GREEN) return MINORS;
  const { yellowMinorsShare } = site.parameters.department;
  return unit(world, patient, purpose.AREA) < yellowMinorsShare ? MINORS : MAJORS;
}

function resusOrMajors(site: Site): number {
  return site.spaces[RESUS].busy < site.spaces[RESUS].capacity ? RESUS : MAJORS;
}

function takenToSameDayCare(world: World, patient: Patient): boolean {
  const service = offered(world, patient, 'streaming');
  if (service === null || service.minutes === null) return false;
  patient.site.sameDaySpaces.busy++;
  note(world, 'ready to leave', patient);
  note(world, 'leaves A&E', patient);
  note(world, 'same-day care', patient);
  patient.stage = 'in same-day emergency care';
  later(world, patient, 'same-day care ends', purpose.SDEC_TIME, service.minutes);
  return true;
}

/** Leaves the model. */
export function sameDayCareEnded(world: World, patient: Patient): void {
  note(world, 'same-day care over', patient);
  leftAlive(world, patient);
  world.present.delete(patient);
  patient.site.sameDaySpaces.busy--;
}

function beginPrimaryCare(world: World, patient: Patient): void {
  const { primaryCareMinutes } = patient.site.parameters.department;
  later(world, patient, 'primary care ends', purpose.PRIMARY_CARE_TIME, primaryCareMinutes);
}

export function givePrimaryCare(world: World, site: Site): void {
  site.gps.serve((patient) => beginPrimaryCare(world, patient));
}

/** Done, or joins minors. */
export function primaryCareEnded(world: World, patient: Patient): void {
  const { site } = patient;
  site.gps.busy--;
  givePrimaryCare(world, site);
  const { primaryCareCompleteShare } = site.parameters.department;
  const isDone = unit(world, patient, purpose.PRIMARY_CARE_COMPLETE) < primaryCareCompleteShare;
  if (isDone) {
    note(world, 'ready to leave', patient);
    leaveDepartment(world, patient);
  } else if (patient.hasLostPatience) {
    leaveUnseen(world, patient);
  } else {
    askForSpace(world, patient, MINORS);
  }
}
