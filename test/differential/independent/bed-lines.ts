// test/differential/independent/bed-lines.ts: who gets which bed, and when (docs/model.md 2.5).

import * as purpose from '../../../sim/hospital/purposes.js';
import { later, value } from './chance.js';
import type { Patient, Site, World } from './hospital.js';

export const STEP_DOWN = 0;
export const FRONT_DOOR = 1;
export const PLANNED = 2;
const SOURCES = 3;

/** Line of a class of bed and of who asks. */
export function lineOf(bedClass: number, source: number): number {
  return bedClass * SOURCES + source;
}

/** Beds that could take somebody now; negative while closed beds drain. */
export function freeBeds(site: Site, pool: number): number {
  return site.open[pool] - site.occupied[pool] - site.reserved[pool] - site.cleaning[pool];
}

/** A patient needs a bed: takes one, or waits. */
export function askForBed(world: World, patient: Patient, source: number): void {
  patient.askedAt = world.agenda.now;
  const line = lineOf(patient.bedClass, source);
  const pool = bestPool(world, patient, line);
  if (pool !== null) {
    giveBed(world, patient, pool);
    return;
  }
  patient.line = line;
  patient.site.lines[line].push(patient);
  lookAgainLater(world, patient);
}

/** The allowed pool of lowest order with a bed for who has waited so long. */
function bestPool(world: World, { site, askedAt }: Patient, line: number): number | null {
  const { waitForPool, tier } = site.parameters.beds;
  let best: number | null = null;
  for (let pool = 0; pool < site.open.length; pool++) {
    if (world.agenda.now < askedAt + waitForPool[line][pool]) continue;
    if (!hasBedFor(site, pool, line)) continue;
    if (best === null || tier[line][pool] < tier[line][best]) best = pool;
  }
  return best;
}

function hasBedFor(site: Site, pool: number, line: number): boolean {
  return freeBeds(site, pool) > site.parameters.beds.keepFree[line][pool];
}

function lookAgainLater(world: World, patient: Patient): void {
  const { site, askedAt, line } = patient;
  if (line === null) return;
  const waits = site.parameters.beds.waitForPool[line];
  const further = Array.from(waits, (wait) => askedAt + wait).filter(
    (time) => time > world.agenda.now && time < Number.POSITIVE_INFINITY,
  );
  if (further.length === 0) return;
  patient.looksAgain = world.agenda.add(Math.min(...further), 'bed search widened', patient);
}

/** A further wait has passed. */
export function looksAgain(world: World, patient: Patient): void {
  patient.looksAgain = null;
  if (patient.line === null) return;
  const pool = bestPool(world, patient, patient.line);
  if (pool === null) {
    lookAgainLater(world, patient);
    return;
  }
  withdraw(world, patient);
  giveBed(world, patient, pool);
}

/** Takes a patient out of the line for a bed. */
export function withdraw(world: World, patient: Patient): void {
  if (patient.line === null) return;
  const line = patient.site.lines[patient.line];
  line.splice(line.indexOf(patient), 1);
  patient.line = null;
  world.agenda.remove(patient.looksAgain);
  patient.looksAgain = null;
}

function giveBed(world: World, patient: Patient, pool: number): void {
  const { site } = patient;
  site.reserved[pool]++;
  patient.nextPool = pool;
  const { transferMinutes } = site.parameters.beds;
  const attempt = patient.bedsBefore;
  later(world, patient, 'arrived in bed', purpose.TRANSFER, transferMinutes, 1, attempt);
}

/** Gives free beds of a pool to the lines, as long as one may have one. */
export function offerBeds(world: World, site: Site, pool: number): void {
  for (let line = nextLine(world, site, pool); line !== null; line = nextLine(world, site, pool)) {
    const patient = site.lines[line][0];
    withdraw(world, patient);
    giveBed(world, patient, pool);
  }
}

function nextLine(world: World, site: Site, pool: number): number | null {
  const { waitForPool, tier } = site.parameters.beds;
  let best: number | null = null;
  for (let line = 0; line < site.lines.length; line++) {
    if (site.lines[line].length === 0 || !hasBedFor(site, pool, line)) continue;
    const { askedAt } = site.lines[line][0];
    if (world.agenda.now < askedAt + waitForPool[line][pool]) continue;
    if (best === null) {
      best = line;
      continue;
    }
    const order = tier[line][pool] - tier[best][pool];
    if (order < 0 || (order === 0 && askedAt < site.lines[best][0].askedAt)) best = line;
  }
  return best;
}

/** A bed is left and cleaned. */
export function leaveBed(world: World, patient: Patient): void {
  const { site, pool } = patient;
  if (pool === null) return;
  site.occupied[pool]--;
  site.cleaning[pool]++;
  patient.pool = null;
  const { turnaroundMinutes } = site.parameters.beds;
  const minutes = value(world, patient, purpose.TURNAROUND, turnaroundMinutes, patient.bedsBefore);
  world.agenda.add(world.agenda.now + minutes, 'bed ready', null, site, pool);
}

/** A bed is clean. */
export function bedReady(world: World, site: Site, pool: number): void {
  site.cleaning[pool]--;
  offerBeds(world, site, pool);
}

/** Beds of the day, and flexible ones. */
export function openBeds(world: World, site: Site): void {
  site.parameters.beds.open.forEach((byDay, pool) => {
    site.open[pool] = byDay[world.day] + site.flexible[pool];
    offerBeds(world, site, pool);
  });
}

const ASSESSMENT_UNIT = 0;
const MEETING_ORDER = [2, 1, 3]; // surgical, medical, older people

/** A bed meeting: flexible beds open for who waits, or close. */
export function bedMeeting(world: World, site: Site): void {
  const { most, openAboveWaiting, closeAboveFree } = site.parameters.beds.flex;
  if (most === 0) return;
  for (const pool of MEETING_ORDER) {
    const wanted = waitingFor(site, pool) - openAboveWaiting;
    if (wanted > 0) {
      const room = most - site.flexible.reduce((a, b) => a + b, 0);
      changeFlexible(site, pool, Math.min(wanted, room));
    } else {
      const spare = freeBeds(site, pool) - closeAboveFree;
      changeFlexible(site, pool, -Math.max(0, Math.min(spare, site.flexible[pool])));
    }
    offerBeds(world, site, pool);
  }
}

function waitingFor(site: Site, pool: number): number {
  const bedClass = pool - 1;
  const sources = [FRONT_DOOR, PLANNED];
  if (freeBeds(site, ASSESSMENT_UNIT) <= 0) sources.push(STEP_DOWN);
  return sources.reduce((sum, source) => sum + site.lines[lineOf(bedClass, source)].length, 0);
}

function changeFlexible(site: Site, pool: number, beds: number): void {
  site.flexible[pool] += beds;
  site.open[pool] += beds;
}
