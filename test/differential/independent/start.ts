// test/differential/independent/start.ts: who is in bed and in the community at the start
// (docs/model.md 4).

import * as purpose from '../../../sim/hospital/purposes.js';
import { pick, unit, value } from './chance.js';
import { noteAt } from './diary.js';
import { newPatient, type Site, STREAM, type World } from './hospital.js';
import { clinicalEnd } from './wards.js';

const ASSESSMENT_UNIT = 0;
const SURGICAL_POOL = 2;
const CHILDREN = 3;
const CLASSES = 4;
const CELLS = 18;
const GREEN = 3;

/** Fills beds and places. */
export function fillAtStart(world: World): void {
  for (const site of world.sites) {
    let key = 0;
    site.parameters.beds.open.forEach((byDay, pool) => {
      const filled = Math.round(byDay[0] * site.parameters.census.occupancyShare);
      for (let i = 0; i < filled; i++) fillBed(world, site, pool, key++, i / filled);
    });
  }
  fillPlaces(world);
}

function fillBed(world: World, site: Site, pool: number, key: number, position: number): void {
  const { stays, census, beds } = site.parameters;
  const patient = newPatient(site, STREAM.census, key, 'in bed');
  const u = (what: number) => unit(world, patient, what);
  site.occupied[pool]++;
  patient.pool = pool;
  world.present.add(patient);
  patient.acuity = GREEN;
  patient.bedClass =
    pool === ASSESSMENT_UNIT
      ? pick(census.assessmentClassShares, 0, CLASSES, u(purpose.BED_CLASS))
      : pool - 1;
  const { bedClass } = patient;
  const isOver = bedClass !== CHILDREN && u(purpose.CENSUS_DELAYED) < census.delayedShare;
  const shares = isOver ? census.delayedShares : census.inBedShares;
  const cell = pick(shares[bedClass], 0, CELLS, u(purpose.CENSUS_MIX));
  patient.age = Math.floor(cell / 3);
  patient.frailty = cell % 3;
  const isElective = pool === SURGICAL_POOL && position < census.electiveShare;
  patient.mode = isElective ? 'planned' : 'in bed at the start';
  const elapsed = u(purpose.ELAPSED);
  const mean = isElective ? stays.electiveMinutes : stays.meanMinutes[bedClass][cell];
  const wasAdmitted = (minutesAgo: number) => {
    patient.admittedAt = -minutesAgo;
    noteAt(world, -minutesAgo, 'was admitted', patient);
  };
  const fresh = isElective ? stays.electiveUnit : stays.unit[bedClass];
  if (isOver) {
    wasAdmitted(mean * value(world, patient, purpose.STAY, fresh));
    world.agenda.add(0, 'clinical stay ends', patient);
    return;
  }
  patient.dies = !isElective && u(purpose.DEATH) < stays.deathChance[cell];
  const left = 1 - elapsed;
  if (pool === ASSESSMENT_UNIT) {
    const inUnit = value(world, patient, purpose.ASSESSMENT_STAY, beds.assessmentStayMinutes);
    wasAdmitted(elapsed * inUnit);
    const stay = mean * value(world, patient, purpose.STAY, fresh);
    const end = clinicalEnd(world, patient, Math.max(0, stay - inUnit));
    world.agenda.add(end, 'clinical stay ends', patient);
    if (inUnit * left < end) world.agenda.add(inUnit * left, 'step-down due', patient);
    return;
  }
  const table = isElective ? stays.electiveUnitInBed : stays.unitInBed[bedClass];
  const stay = mean * value(world, patient, purpose.STAY, table);
  wasAdmitted(elapsed * stay);
  world.agenda.add(clinicalEnd(world, patient, stay * left), 'clinical stay ends', patient);
}

function fillPlaces(world: World): void {
  const { places, initialShare, stayMinutesInPlace } = world.parameters.community;
  let key = 0;
  for (let pathway = 1; pathway < places.length; pathway++) {
    const table = stayMinutesInPlace[pathway];
    if (table === null) continue;
    const taken = Math.round(places[pathway][0] * initialShare[pathway]);
    for (let i = 0; i < taken; i++) {
      const patient = newPatient(world.sites[0], STREAM.community, key++, 'in community');
      patient.pathway = pathway;
      patient.hasPlace = true;
      world.community.taken[pathway]++;
      const stay = value(world, patient, purpose.COMMUNITY_STAY, table);
      const left = 1 - unit(world, patient, purpose.ELAPSED);
      world.agenda.add(stay * left, 'community place free', patient);
    }
  }
}
