// sim/hospital/conservation.ts: nobody is lost: checked every midnight of every run.

import { PATHWAYS, POOL_SURGICAL, POOLS } from './categories.js';
import {
  DELAYED,
  ELECTIVE,
  EXPECTED,
  HAS_PLACE,
  IN_BED,
  IN_COMMUNITY,
  IN_CRITICAL_CARE,
  IN_TRANSFER,
  IN_UNIT,
  NOBODY,
  STAGE_NAMES,
  STAGES,
} from './patients.js';
import type { System } from './system.js';

/** Raised when the books do not balance: a defect of the model, never of the input. */
export class ConservationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConservationError';
  }
}

/** Entered = left + everybody in a stage; pools and places hold exactly who is in them. */
export function checkConservation(system: System): void {
  const { patients, community } = system;
  const inStage = new Int32Array(STAGES);
  const occupied = new Int32Array(system.sites.length * POOLS.length);
  const electives = new Int32Array(system.sites.length);
  const critical = new Int32Array(system.sites.length);
  const inUnit = new Int32Array(system.units.length);
  const placed = new Int32Array(community.taken.length);
  const { used, stage: stages, site, pool, flags, unit } = patients; // read once: this is a long loop
  for (let p = 0; p < used; p++) {
    const stage = stages[p];
    inStage[stage]++;
    if (stage <= EXPECTED) continue;
    const flag = flags[p];
    if (stage === IN_BED || stage === DELAYED) occupied[site[p] * POOLS.length + pool[p]]++;
    if ((flag & ELECTIVE) !== 0 && hasSurgicalBed(system, p)) electives[site[p]]++;
    if (stage === IN_CRITICAL_CARE) critical[site[p]]++;
    if (stage === IN_UNIT) inUnit[unit[p]]++;
    if (stage === IN_COMMUNITY || (stage === DELAYED && (flag & HAS_PLACE) !== 0)) {
      placed[system.slotOf(p)]++;
    }
  }
  const inside =
    inStage.reduce((sum, count) => sum + count, 0) - inStage[NOBODY] - inStage[EXPECTED];
  if (system.enteredCount !== system.leftCount + inside) {
    const counts = Array.from(inStage, (count, stage) => `${STAGE_NAMES[stage]} ${count}`);
    fail(system, 'patients entered', system.enteredCount, system.leftCount + inside, counts);
  }
  for (let stage = EXPECTED; stage < STAGES; stage++) {
    if (inStage[stage] === patients.inStage[stage]) continue;
    fail(system, STAGE_NAMES[stage], patients.inStage[stage], inStage[stage], []);
  }
  for (const site of system.sites) {
    for (let pool = 0; pool < POOLS.length; pool++) {
      const here = occupied[site.index * POOLS.length + pool];
      if (site.occupied[pool] === here) continue;
      fail(system, `${POOLS[pool]} beds of ${site.parameters.name}`, site.occupied[pool], here, []);
    }
    const total = site.occupied.reduce((sum, count) => sum + count, 0);
    if (site.occupiedTotal !== total) fail(system, 'beds occupied', site.occupiedTotal, total, []);
  }
  for (const { index, criticalOccupied } of system.sites) {
    if (criticalOccupied === critical[index]) continue;
    fail(system, 'critical care beds', criticalOccupied, critical[index], []);
  }
  for (const { index, electiveBeds } of system.sites) {
    if (electiveBeds === electives[index]) continue;
    fail(system, 'beds of planned patients', electiveBeds, electives[index], []);
  }
  for (const { index, clinicians, parameters } of system.units) {
    const here = clinicians.busy + clinicians.waiting;
    if (here !== inUnit[index]) fail(system, `in ${parameters.name}`, here, inUnit[index], []);
  }
  for (let slot = 0; slot < placed.length; slot++) {
    if (community.taken[slot] === placed[slot]) continue;
    fail(system, placesOf(system, slot), community.taken[slot], placed[slot], []);
  }
}

/** In a surgical bed, or on the way to one. */
function hasSurgicalBed({ patients }: System, p: number): boolean {
  const stage = patients.stage[p];
  if (patients.has(p, IN_TRANSFER) && patients.nextPool[p] === POOL_SURGICAL) return true;
  return (stage === IN_BED || stage === DELAYED) && patients.pool[p] === POOL_SURGICAL;
}

function placesOf(system: System, slot: number): string {
  const locality = system.parameters.community.localities[Math.floor(slot / PATHWAYS.length)];
  const where = locality === '' ? '' : ` of ${locality}`;
  return `${PATHWAYS[slot % PATHWAYS.length].toUpperCase()} places taken${where}`;
}

function fail(system: System, what: string, booked: number, found: number, also: string[]): never {
  const where = also.length > 0 ? ` (${also.join(', ')})` : '';
  throw new ConservationError(
    `At minute ${system.calendar.now}: ${what} are booked as ${booked}, found ${found}${where}.`,
  );
}
