// test/differential/independent/looks.ts: in a space of A&E: clinicians, the decision, leaving
// (docs/model.md 2.4, 4 to 6).

import * as purpose from '../../../sim/hospital/purposes.js';
import { askForBed, FRONT_DOOR } from './bed-lines.js';
import { later, unit } from './chance.js';
import { note } from './diary.js';
import type { Patient, Site, World } from './hospital.js';
import type { Servers } from './servers.js';
import { offered } from './services.js';

const MINUTES_PER_DAY = 1440;
const ORANGE = 1;
const MINORS = 2;

/** Goes without having been seen by a clinician. */
export function leaveUnseen(world: World, patient: Patient): void {
  note(world, 'leaves unseen', patient);
  note(world, 'ready to leave', patient);
  leaveDepartment(world, patient);
}

/** Leaves A&E and the model. */
export function leaveDepartment(world: World, patient: Patient): void {
  world.agenda.remove(patient.losesPatience);
  patient.losesPatience = null;
  note(world, 'leaves A&E', patient);
  world.present.delete(patient);
  leaveSpace(world, patient);
}

/** Frees the space of a patient, if one is held, for who waits for it. */
export function leaveSpace(world: World, patient: Patient): void {
  if (!patient.holdsSpace) return;
  patient.holdsSpace = false;
  patient.site.spaces[patient.area].busy--;
  giveSpaces(world, patient.site, patient.area);
}

/** Asks for a space by acuity, a waiting crew before others of its acuity. */
export function askForSpace(world: World, patient: Patient, area: number): void {
  patient.area = area;
  const priority = 2 * patient.acuity + (patient.crewWaits ? 0 : 1);
  if (patient.site.spaces[area].ask(patient, priority)) spaceGiven(world, patient);
}

function giveSpaces(world: World, site: Site, area: number): void {
  site.spaces[area].serve((patient) => spaceGiven(world, patient));
}

function spaceGiven(world: World, patient: Patient): void {
  patient.holdsSpace = true;
  if (!patient.crewWaits) {
    askForClinician(world, patient);
    return;
  }
  const { handoverMinutes } = patient.site.parameters.department;
  later(world, patient, 'handed over', purpose.HANDOVER, handoverMinutes);
}

function teamOf(patient: Patient): Servers {
  return patient.site.teams[patient.area === MINORS ? 1 : 0];
}

/** Asks for the first look, or the second. */
export function askForClinician(world: World, patient: Patient): void {
  const isSecond = patient.hasResults;
  const priority = isSecond ? Math.min(patient.acuity, ORANGE) : patient.acuity;
  if (teamOf(patient).ask(patient, priority)) beginLook(world, patient);
}

export function giveClinicians(world: World, team: Servers): void {
  team.serve((patient) => beginLook(world, patient));
}

function beginLook(world: World, patient: Patient): void {
  const { department } = patient.site.parameters;
  const work = department.workFactor?.[Math.floor(world.agenda.now / MINUTES_PER_DAY)] ?? 1;
  if (patient.hasResults) {
    later(world, patient, 'reviewed', purpose.REVIEW, department.reviewMinutes, work);
    return;
  }
  world.agenda.remove(patient.losesPatience);
  patient.losesPatience = null;
  const minutes = department.consultMinutes[patient.area];
  const factor = department.ageFactor[patient.age] * work;
  later(world, patient, 'consulted', purpose.CONSULT, minutes, factor);
}

/** The first look is over. */
export function consulted(world: World, patient: Patient): void {
  freeClinician(world, patient);
  const { department } = patient.site.parameters;
  const { area } = patient;
  const share = department.investigatedShare[area];
  if (!patient.needsAdmission && unit(world, patient, purpose.INVESTIGATE) >= share) {
    goHome(world, patient);
    return;
  }
  const minutes = department.investigationMinutes[area];
  const factor = department.ageFactor[patient.age];
  later(world, patient, 'investigated', purpose.INVESTIGATION, minutes, factor);
}

function freeClinician(world: World, patient: Patient): void {
  const team = teamOf(patient);
  team.busy--;
  giveClinicians(world, team);
}

/** Results are back. */
export function investigated(world: World, patient: Patient): void {
  patient.hasResults = true;
  askForClinician(world, patient);
}

/** The second look is over. */
export function reviewed(world: World, patient: Patient): void {
  freeClinician(world, patient);
  const { specialtyMinutes } = patient.site.parameters.department;
  if (patient.needsAdmission) {
    later(world, patient, 'decision to admit', purpose.SPECIALTY, specialtyMinutes);
  } else {
    goHome(world, patient);
  }
}

function goHome(world: World, patient: Patient): void {
  note(world, 'ready to leave', patient);
  const { departureMinutes } = patient.site.parameters.department;
  later(world, patient, 'departed for home', purpose.DEPARTURE, departureMinutes);
}

/** Needs a bed, unless a service finds another way. */
export function decided(world: World, patient: Patient): void {
  if (offered(world, patient, 'decision') !== null) {
    goHome(world, patient);
    return;
  }
  note(world, 'ready to leave', patient);
  note(world, 'decision to admit', patient);
  patient.stage = 'awaiting a bed in A&E';
  askForBed(world, patient, FRONT_DOOR);
}
