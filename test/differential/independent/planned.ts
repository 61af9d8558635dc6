// test/differential/independent/planned.ts: elective patients (docs/model.md 2.7).

import { tagOf } from '../../../sim/engine/draws.js';
import * as purpose from '../../../sim/hospital/purposes.js';
import { askForBed, FRONT_DOOR, freeBeds, lineOf, PLANNED } from './bed-lines.js';
import { pick, unit, value } from './chance.js';
import { noteCancelled } from './diary.js';
import type { World } from './hospital.js';
import { newPatient, type Patient, type Site, STREAM, STREAMS_PER_SITE } from './hospital.js';

const SURGICAL_POOL = 2;
const SURGICAL = 1;
const KEYS_PER_DAY = 1024;
const REFERRED_ROW = 1;
const YOUNGEST_ADULTS = 1; // 18-39

/** How many are planned for today, and who of them is not cancelled (at 07:00). */
export function decideElectives(world: World, site: Site): void {
  const { electives } = site.parameters;
  const tag = tagOf(site.number * STREAMS_PER_SITE + STREAM.days, purpose.ELECTIVE_COUNT);
  const planned = Math.floor(electives.perDay[world.day] + world.draws.unit(world.day, tag));
  const beds =
    freeBeds(site, SURGICAL_POOL) +
    electives.expectedDischargeShare * site.occupied[SURGICAL_POOL] -
    site.lines[lineOf(SURGICAL, FRONT_DOOR)].length -
    electives.emergencyReserveBeds;
  const admitted = Math.max(0, Math.min(planned, Math.floor(beds)));
  for (let i = admitted; i < planned; i++) noteCancelled(world, site);
  for (let i = 0; i < admitted; i++) expectElective(world, site, world.day * KEYS_PER_DAY + i);
}

function expectElective(world: World, site: Site, key: number): void {
  const { mix, stays, electives } = site.parameters;
  const patient = newPatient(site, STREAM.electives, key, 'expected');
  patient.mode = 'planned';
  patient.bedClass = SURGICAL;
  const band = pick(mix.ageShares[REFERRED_ROW], 0, 6, unit(world, patient, purpose.AGE));
  patient.age = Math.max(YOUNGEST_ADULTS, band);
  patient.frailty = pick(mix.frailtyShares, patient.age, 3, unit(world, patient, purpose.FRAILTY));
  const drawn = value(world, patient, purpose.STAY, stays.electiveUnit);
  patient.stayMinutes = stays.electiveMinutes * drawn;
  const minute = value(world, patient, purpose.ELECTIVE_TIME, electives.bedNeededMinute);
  const due = Math.max(world.agenda.now, world.day * 1440 + minute);
  world.agenda.add(due, 'elective due', patient);
}

export function electiveDue(world: World, patient: Patient): void {
  patient.stage = 'awaiting a bed elsewhere';
  world.present.add(patient);
  askForBed(world, patient, PLANNED);
}
