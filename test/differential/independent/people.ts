// test/differential/independent/people.ts: who arrives when, and what is known of each
// (docs/model.md 2.2 and 2.3).

import { HourArrivals } from '../../../sim/engine/arrivals.js';
import { tagOf } from '../../../sim/engine/draws.js';
import { quantileOf } from '../../../sim/engine/quantile-table.js';
import * as purpose from '../../../sim/hospital/purposes.js';
import { pick, unit, value } from './chance.js';
import type { World } from './hospital.js';
import { newPatient, type Patient, type Site, STREAM, STREAMS_PER_SITE } from './hospital.js';

const FRAILTIES = 3;
const ACUITIES = 5;
const CLASSES = 4;
const AGE_ROW = { [STREAM.attendances]: 0, [STREAM.referred]: 1, [STREAM.flu]: 2 } as const;
type Arriving = keyof typeof AGE_ROW;

/** The effects of the winter: one draw of subject 0 of the stream of days each. */
export function drawWinter(world: World): void {
  for (const site of world.sites) {
    const { demand, stays } = site.parameters;
    site.winterDemand = ofDays(world, site, purpose.WINTER_DEMAND, 0, demand.winterEffect);
    site.winterStays = ofDays(world, site, purpose.WINTER_STAYS, 0, stays.winterEffect);
  }
}

/** The effect of a day on the attendances and referrals of each of its hours. */
export function drawDay(world: World): void {
  for (const site of world.sites) {
    const { dayEffect } = site.parameters.demand;
    site.dayEffect = ofDays(world, site, purpose.DAY_EFFECT, world.day, dayEffect);
  }
}

function ofDays(world: World, site: Site, what: number, day: number, table: Float64Array): number {
  const tag = tagOf(site.number * STREAMS_PER_SITE + STREAM.days, what);
  return quantileOf(table, world.draws.bits(day, tag));
}

/** Draws the arrivals of an hour of the run. */
export function expectArrivals(world: World, site: Site, hour: number): void {
  const { demand } = site.parameters;
  const effect = site.dayEffect * site.winterDemand;
  expect(world, site, STREAM.attendances, hour, demand.attendancesPerHour[hour] * effect);
  expect(world, site, STREAM.referred, hour, demand.referredPerHour[hour] * effect);
  expect(world, site, STREAM.flu, hour, demand.fluPerHour[hour]);
}

function expect(world: World, site: Site, stream: Arriving, hour: number, rate: number): void {
  const arrivals = new HourArrivals();
  arrivals.draw(world.draws, site.number * STREAMS_PER_SITE + stream, hour, rate);
  for (let i = 0; i < arrivals.count; i++) {
    const patient = newPatient(site, stream, arrivals.keys[i], 'expected');
    world.agenda.add(arrivals.times[i], 'arrived', patient);
  }
}

/** Everything that is drawn of a patient on arrival. */
export function describe(world: World, patient: Patient): void {
  const { site } = patient;
  const { mix, demand } = site.parameters;
  const stream = (patient.stream % STREAMS_PER_SITE) as Arriving;
  const u = (what: number) => unit(world, patient, what);
  patient.age = pick(mix.ageShares[AGE_ROW[stream]], 0, 6, u(purpose.AGE));
  patient.frailty = pick(mix.frailtyShares, patient.age, FRAILTIES, u(purpose.FRAILTY));
  const cell = patient.age * FRAILTIES + patient.frailty;
  const byAmbulance = stream !== STREAM.referred && u(purpose.MODE) < mix.ambulanceShare[cell];
  patient.mode = byAmbulance ? 'ambulance' : 'walk-in';
  if (stream === STREAM.referred) patient.mode = 'referred';
  const row = byAmbulance ? 1 : 0;
  patient.acuity = pick(mix.acuityShares, row, ACUITIES, u(purpose.ACUITY));
  patient.hasFlu = stream === STREAM.flu;
  patient.needsAdmission = true;
  if (stream === STREAM.attendances) {
    const chance = mix.admissionChance[(cell * 2 + row) * ACUITIES + patient.acuity];
    patient.needsAdmission = u(purpose.NEED) < chance * demand.conversionIndex[world.day];
  }
  if (patient.needsAdmission) describeAdmission(world, patient, cell);
}

export function describeAdmission(world: World, patient: Patient, cell: number): void {
  const { mix, stays } = patient.site.parameters;
  const u = (what: number) => unit(world, patient, what);
  patient.bedClass = pick(mix.classShares, cell, CLASSES, u(purpose.BED_CLASS));
  const { bedClass } = patient;
  patient.isShortStay = u(purpose.SHORT_STAY) < stays.shortShare[bedClass][cell];
  if (patient.isShortStay) {
    patient.stayMinutes = value(world, patient, purpose.STAY, stays.shortMinutes);
    return;
  }
  const mean = stays.meanMinutes[bedClass][cell] * stays.index[world.day];
  const flu = patient.hasFlu ? stays.fluFactor : 1;
  const drawn = value(world, patient, purpose.STAY, stays.unit[bedClass]);
  patient.stayMinutes = mean * flu * patient.site.winterStays * drawn;
  patient.dies = u(purpose.DEATH) < stays.deathChance[cell];
}
