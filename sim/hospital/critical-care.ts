// sim/hospital/critical-care.ts: critical care first, then a ward. Its beds are no general and acute
// beds: a full unit holds patients in A&E, and full wards hold patients in the unit.

import type { Queue } from '../engine/queue.js';
import { leaveForBed } from './department.js';
import { BED_READY, STEP_DOWN_DUE, TRANSFERRED } from './kinds.js';
import { IN_CRITICAL_CARE, IN_TRANSFER, SHORT_STAY } from './patients.js';
import * as purpose from './purposes.js';
import { type Site, STREAM_EXTRA, STREAMS_PER_SITE, type System } from './system.js';

/** In place of a pool of general and acute beds. */
export const CRITICAL_POOL = 15;
const SITE_STEP = 16; // subject of a bed event: site x 16 + pool

/** Whether who is to be admitted from A&E needs critical care first: adults, no short stays. */
export function needsCriticalCare(system: System, p: number): boolean {
  const { patients } = system;
  const { beds, demand } = system.siteOf(p).parameters;
  if (beds.critical === null || patients.age[p] === 0 || patients.has(p, SHORT_STAY)) return false;
  const stream = (patients.stream[p] % STREAMS_PER_SITE) - STREAM_EXTRA;
  const ofWave = patients.returns(p) > 0 ? 0 : (demand.extraOf[stream]?.criticalShare ?? 0);
  const share = Math.max(ofWave, beds.critical.shareByAcuity[patients.acuity[p]]);
  return system.unit(p, purpose.CRITICAL) < share;
}

/** Asks for a bed; who gets none waits in A&E, first come first served. */
export function requestCriticalBed(system: System, p: number): void {
  const site = system.siteOf(p);
  system.patients.requestedAt[p] = system.calendar.now;
  if (freeBeds(site) > 0) assign(system, site, p);
  else site.criticalLine.push(p);
}

/** Arrives from A&E. */
export function enterCriticalCare(system: System, p: number): void {
  const { patients, calendar } = system;
  const site = system.siteOf(p);
  const { critical } = site.parameters.beds;
  if (critical === null)
    throw new RangeError('A patient arrives in critical care that there is not.');
  site.criticalReserved--;
  site.criticalOccupied++;
  patients.clear(p, IN_TRANSFER);
  leaveForBed(system, p);
  patients.admittedAt[p] = calendar.now;
  patients.moves[p]++;
  patients.move(p, IN_CRITICAL_CARE);
  system.begin(STEP_DOWN_DUE, p, purpose.CRITICAL_STAY, critical.stayMinutes, 1, 0);
}

/** Has arrived on a ward: the bed is cleaned, then offered. */
export function leaveCriticalCare(system: System, site: Site, p: number): void {
  const { turnaroundMinutes } = site.parameters.beds;
  site.criticalOccupied--;
  site.criticalCleaning++;
  const minutes = system.minutes(
    p,
    purpose.TURNAROUND,
    turnaroundMinutes,
    system.patients.moves[p],
  );
  const subject = site.index * SITE_STEP + CRITICAL_POOL;
  system.calendar.schedule(system.calendar.now + minutes, BED_READY, subject);
}

/** A bed is clean. */
export function criticalBedReady(system: System, site: Site): void {
  site.criticalCleaning--;
  const line: Queue = site.criticalLine;
  while (line.size > 0 && freeBeds(site) > 0) assign(system, site, line.shift());
}

function freeBeds(site: Site): number {
  const beds = site.parameters.beds.critical?.beds ?? 0;
  return beds - site.criticalOccupied - site.criticalReserved - site.criticalCleaning;
}

function assign(system: System, site: Site, p: number): void {
  const { patients } = system;
  site.criticalReserved++;
  patients.nextPool[p] = CRITICAL_POOL;
  patients.set(p, IN_TRANSFER);
  const { transferMinutes } = site.parameters.beds;
  system.begin(TRANSFERRED, p, purpose.TRANSFER, transferMinutes, 1, patients.moves[p]);
}
