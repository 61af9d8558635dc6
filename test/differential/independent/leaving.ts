// test/differential/independent/leaving.ts: from the end of the clinical stay to leaving
// (docs/model.md 2.6).

import type { QuantileTable } from '../../../sim/engine/quantile-table.js';
import * as purpose from '../../../sim/hospital/purposes.js';
import { leaveBed, withdraw } from './bed-lines.js';
import { later, pick, unit, value } from './chance.js';
import { note } from './diary.js';
import type { Patient, World } from './hospital.js';
import { leftAlive } from './returns.js';
import { offered } from './services.js';

const MINUTES_PER_DAY = 1440;
const LEAST_MINUTES_BEFORE_TRY = 60;
const MINUTES_WHILE_MOVED = 30;
const PATHWAYS = 4;
const HOME = 0;

/** The patient no longer meets the criteria to reside. */
export function clinicalStayEnded(world: World, patient: Patient): void {
  const { discharge } = patient.site.parameters;
  patient.stage = 'delayed in bed';
  if (patient.dies) {
    world.agenda.add(world.agenda.now, 'discharge tried', patient);
    return;
  }
  if (patient.isShortStay) {
    const minutes = discharge.shortStayPreparationMinutes;
    later(world, patient, 'discharge tried', purpose.DISCHARGE_HOUR, minutes);
    return;
  }
  patient.pathway = pathwayOf(world, patient);
  if (patient.pathway === HOME) {
    withdraw(world, patient);
    tryFrom(world, patient, world.day);
    return;
  }
  offered(world, patient, 'end of clinical stay');
  beginAssessment(world, patient, discharge.assessmentMinutes[patient.pathway]);
}

function pathwayOf(world: World, patient: Patient): number {
  if (patient.mode === 'planned') return HOME;
  const { pathwayShares } = patient.site.parameters.discharge;
  const row = patient.age * 3 + patient.frailty;
  return pick(pathwayShares, row, PATHWAYS, unit(world, patient, purpose.PATHWAY));
}

/** Assessment takes working days; a delayed transfer begins with its end, or earlier by notice. */
function beginAssessment(world: World, patient: Patient, table: QuantileTable | null): void {
  if (table === null) return;
  const { agenda } = world;
  const { noticeMinutes } = patient.site.parameters.discharge;
  const drawn = value(world, patient, purpose.DISCHARGE_ASSESSMENT, table);
  const end = afterWorkingTime(world, patient, drawn * patient.assessmentFactor);
  agenda.add(end, 'assessed for discharge', patient);
  const notice = agenda.now + noticeMinutes;
  if (notice < end) agenda.add(notice, 'delayed transfer begins', patient);
}

/** The moment when so many minutes of working days have passed. */
function afterWorkingTime(world: World, { site }: Patient, minutes: number): number {
  const { workingDay } = site.parameters.discharge;
  let time = world.agenda.now;
  let left = minutes;
  for (;;) {
    const day = Math.floor(time / MINUTES_PER_DAY);
    const midnight = (day + 1) * MINUTES_PER_DAY;
    const works = (workingDay[day] ?? 1) === 1;
    if (works && left <= midnight - time) return time + left;
    if (works) left -= midnight - time;
    time = midnight;
  }
}

export function delayedTransferBegins(patient: Patient): void {
  patient.isDelayedTransfer = true;
}

/** Needs are known: perhaps a choice, then the queue of the pathway. */
export function assessedForDischarge(world: World, patient: Patient): void {
  delayedTransferBegins(patient);
  const { choiceShare, choiceMinutes } = patient.site.parameters.discharge;
  if (unit(world, patient, purpose.CHOICE) < choiceShare) {
    later(world, patient, 'choice made', purpose.CHOICE_TIME, choiceMinutes);
  } else {
    choiceMade(world, patient);
  }
}

export function choiceMade(world: World, patient: Patient): void {
  world.community.queues[patient.pathway].push(patient);
}

/** Free places are given to who has waited longest. */
export function communityRound(world: World): void {
  const { community, parameters, day } = world;
  const share = parameters.community.startShare[day];
  for (let pathway = HOME + 1; pathway < PATHWAYS; pathway++) {
    const free = Math.max(0, community.places[pathway] - community.taken[pathway]);
    const found = community.queues[pathway].splice(0, Math.ceil(free * share));
    for (const patient of found) {
      community.taken[pathway]++;
      patient.hasPlace = true;
      tryFrom(world, patient, world.day);
    }
  }
}

export function openPlaces(world: World): void {
  const { places } = world.parameters.community;
  world.community.places = places.map((byDay) => byDay[world.day]);
}

/** The next try: on the first of the days from this one whose minute is an hour or more away. */
function tryFrom(world: World, patient: Patient, firstDay: number): void {
  const earliest = world.agenda.now + LEAST_MINUTES_BEFORE_TRY;
  let day = firstDay;
  while (tryAt(world, patient, day) < earliest) day++;
  world.agenda.add(tryAt(world, patient, day), 'discharge tried', patient);
}

function tryAt(world: World, patient: Patient, day: number): number {
  const { minuteOfDay } = patient.site.parameters.discharge;
  const minute = value(world, patient, purpose.DISCHARGE_HOUR, minuteOfDay, day);
  return day * MINUTES_PER_DAY + minute;
}

/** Leaves, or tries again. */
export function dischargeTried(world: World, patient: Patient): void {
  const { agenda, day } = world;
  if (patient.nextPool !== null) {
    agenda.add(agenda.now + MINUTES_WHILE_MOVED, 'discharge tried', patient);
  } else if (patient.dies || patient.isShortStay || canLeave(world, patient)) {
    leaveHospital(world, patient);
  } else {
    tryFrom(world, patient, day + 1);
  }
}

function canLeave(world: World, patient: Patient): boolean {
  const { site, hasPlace } = patient;
  const { discharge } = site.parameters;
  const chance = (hasPlace ? discharge.placedChance : discharge.homeChance)[world.day];
  const { open, occupied } = site;
  const inBed = occupied.reduce((a, b) => a + b, 0);
  const openBeds = open.reduce((sum, beds, pool) => sum + Math.max(beds, occupied[pool]), 0);
  const occupancy = inBed / openBeds;
  const pressure = 1 + discharge.occupancyElasticity * (occupancy - discharge.occupancyReference);
  return unit(world, patient, purpose.DISCHARGE_CHANCE, world.day) < chance * pressure;
}

/** Frees the bed; goes to the place found, or leaves the model. */
function leaveHospital(world: World, patient: Patient): void {
  withdraw(world, patient);
  leaveBed(world, patient);
  note(world, patient.dies ? 'dies' : 'leaves hospital', patient);
  if (!patient.dies) leftAlive(world, patient);
  world.present.delete(patient);
  if (!patient.hasPlace) return;
  patient.stage = 'in community';
  const table = world.parameters.community.stayMinutes[patient.pathway];
  if (table !== null) later(world, patient, 'community place free', purpose.COMMUNITY_STAY, table);
}

export function placeFree(world: World, patient: Patient): void {
  world.community.taken[patient.pathway]--;
}
