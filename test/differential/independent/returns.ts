// test/differential/independent/returns.ts: who comes back after leaving alive, and who is left out
// for it (docs/model.md 2.6).

import * as purpose from '../../../sim/hospital/purposes.js';
import { pick, unit, value } from './chance.js';
import { note } from './diary.js';
import { newPatient, type Patient, STREAM, STREAMS_PER_SITE, type World } from './hospital.js';
import { describeAdmission } from './people.js';

const MINUTES_PER_DAY = 1440;
const DAYS = 30;
const ACUITIES = 5;
const MOST_RETURNS = 3;
const KEYS = 2 ** 30;

/** Draws whether the patient comes back, and expects who does. */
export function leftAlive(world: World, patient: Patient): void {
  const { site } = patient;
  const { readmission } = site.parameters;
  if (readmission === null) return;
  note(world, 'can come back', patient);
  const planned = patient.mode === 'planned' ? readmission.electiveFactor : 1;
  const chance = readmission.chance[patient.age * 3 + patient.frailty] * planned;
  if (patient.returns === MOST_RETURNS || unit(world, patient, purpose.COMES_BACK) >= chance)
    return;
  const days = pick(readmission.dayShares, 0, DAYS, unit(world, patient, purpose.BACK_AFTER));
  const { now } = world.agenda;
  const minute = value(world, patient, purpose.BACK_MINUTE, readmission.minuteOfDay);
  const clock = now - (now % MINUTES_PER_DAY) + minute;
  const time = clock + (clock < now ? days + 1 : days) * MINUTES_PER_DAY;
  if (time >= world.parameters.days.count * MINUTES_PER_DAY) return;
  const first = patient.key < 0 ? patient.key + 4 * KEYS : patient.key;
  const returns = patient.returns + 1;
  const key = ((first % KEYS) + returns * KEYS) | 0;
  const back = newPatient(site, patient.stream % STREAMS_PER_SITE, key, 'expected');
  back.returns = returns;
  back.age = patient.age;
  back.frailty = patient.frailty;
  world.agenda.add(time, 'arrived', back);
}

/** Who comes back needs admission, and comes as others who need it. */
export function describeReturn(world: World, patient: Patient): void {
  const { readmission } = patient.site.parameters;
  const cell = patient.age * 3 + patient.frailty;
  if (readmission === null) throw new RangeError('Nobody comes back here.');
  const way = pick(readmission.ways, cell, 2 * ACUITIES, unit(world, patient, purpose.MODE));
  patient.mode = way >= ACUITIES ? 'ambulance' : 'walk-in';
  patient.acuity = way % ACUITIES;
  patient.needsAdmission = true;
  describeAdmission(world, patient, cell);
}

/** Some new patients of A&E are those who come back, and do not come as new. */
export function isLeftOut(world: World, patient: Patient): boolean {
  const { readmission } = patient.site.parameters;
  const isNew = patient.returns === 0 && patient.stream % STREAMS_PER_SITE === STREAM.attendances;
  if (readmission === null || !isNew || !patient.needsAdmission) return false;
  const share = readmission.leftOutShare[patient.age * 3 + patient.frailty];
  return unit(world, patient, purpose.LEFT_OUT) < share * readmission.backByDay[world.day];
}
