// sim/hospital/beds.ts: bed pools: who gets which bed, and beds opened, closed and cleaned.
//
// Closing beds never evicts: beds shut as patients leave. Every line is first come first served;
// a pool serves its lines in tiers (own patients first), then by who has waited longest.

import { NO_POOL, POOL_SURGICAL, POOLS } from './categories.js';
import { leaveBay, lostBeds } from './closures.js';
import { CRITICAL_POOL, criticalBedReady } from './critical-care.js';
import { BED_READY, BED_SEARCH, TRANSFERRED } from './kinds.js';
import { ELECTIVE, IN_TRANSFER, TO_OTHER_SITE, WAITS_FOR_BED } from './patients.js';
import * as purpose from './purposes.js';
import { FRONT_DOOR, LINES, PLANNED, type Site, SOURCES, type System } from './system.js';

const ROUNDING_MINUTES = 1e-6; // a wait of 240 minutes is reached although 0.1 + 0.2 > 0.3
const SITE_STEP = 16; // subject of a bed event: site x 16 + pool

/** Asks for a bed for a patient of a source (STEP_DOWN, FRONT_DOOR or PLANNED). */
export function requestBed(system: System, p: number, source: number): void {
  const { patients, calendar } = system;
  const site = system.siteOf(p);
  const line = patients.bedClass[p] * SOURCES + source;
  patients.line[p] = line;
  patients.requestedAt[p] = calendar.now;
  const pool = poolFor(site, line, 0);
  if (pool !== NO_POOL) {
    assign(system, site, p, pool);
    return;
  }
  patients.set(p, WAITS_FOR_BED);
  patients.place[p] = site.lines[line].push(p);
  scheduleSearch(system, site, p, 0);
}

/** Leaves the line for a bed, if in one. */
export function withdrawRequest(system: System, p: number): void {
  const { patients } = system;
  if (!patients.has(p, WAITS_FOR_BED)) return;
  system.siteOf(p).lines[patients.line[p]].withdraw(patients.place[p]);
  system.stopTimer(p);
  patients.clear(p, WAITS_FOR_BED);
}

/** Waited long enough for another pool: takes a bed there if one is free. */
export function searchBed(system: System, p: number): void {
  const { patients, calendar } = system;
  patients.timer[p] = -1;
  const site = system.siteOf(p);
  const waited = calendar.now - patients.requestedAt[p] + ROUNDING_MINUTES;
  const pool = poolFor(site, patients.line[p], waited);
  if (pool === NO_POOL) scheduleSearch(system, site, p, waited);
  else {
    withdrawRequest(system, p);
    assign(system, site, p, pool);
  }
}

/** The bed of a patient who moved or left is cleaned, then offered. */
export function vacateBed(system: System, site: Site, p: number, pool: number): void {
  const { patients } = system;
  site.occupied[pool]--;
  site.cleaning[pool]++;
  if (pool === POOL_SURGICAL && patients.has(p, ELECTIVE)) site.electiveBeds--;
  if (site.bayPatients[pool] > 0) leaveBay(system, site, p, pool);
  const { turnaroundMinutes } = site.parameters.beds;
  const minutes = system.minutes(p, purpose.TURNAROUND, turnaroundMinutes, patients.moves[p]);
  system.calendar.schedule(system.calendar.now + minutes, BED_READY, site.index * SITE_STEP + pool);
}

/** A bed is clean. */
export function bedReady(system: System, subject: number): void {
  const site = system.sites[Math.floor(subject / SITE_STEP)];
  const pool = subject % SITE_STEP;
  if (pool === CRITICAL_POOL) {
    criticalBedReady(system, site);
    return;
  }
  site.cleaning[pool]--;
  offerBeds(system, site, pool);
}

/** Opens the beds of a day: freed ones go to who waits, closed ones drain. */
export function openBeds(system: System, site: Site, day: number): void {
  const { open } = site.parameters.beds;
  for (let pool = 0; pool < POOLS.length; pool++) {
    const more = site.flexOpen[pool] + site.surgeOpen[pool];
    const beds = open[pool][day] + more - lostBeds(site, pool);
    setOpen(system, site, pool, Math.max(0, beds));
  }
  for (let pool = 0; pool < POOLS.length; pool++) offerBeds(system, site, pool);
}

/** Changes the beds open in a pool. */
export function setOpen(system: System, site: Site, pool: number, beds: number): void {
  if (beds === site.open[pool]) return;
  system.countBeds(site);
  site.open[pool] = beds;
}

/** Gives the free beds of a pool to the lines that may use it. */
export function offerBeds(system: System, site: Site, pool: number): void {
  if (site.boarded[pool] > 0) giveBedsToBoarded(system, site, pool);
  while (site.free(pool) > 0) {
    const line = lineFor(system, site, pool);
    if (line < 0) return;
    const p = site.lines[line].shift();
    system.stopTimer(p);
    system.patients.clear(p, WAITS_FOR_BED);
    assign(system, site, p, pool);
  }
}

/** Who is boarded on the wards of a pool takes its free beds before anybody who waits. */
function giveBedsToBoarded(system: System, site: Site, pool: number): void {
  const cold = pool === POOL_SURGICAL ? site.coldFree() : 0;
  const beds = Math.min(site.free(pool) - cold, site.boarded[pool]);
  if (beds <= 0) return;
  system.countBeds(site);
  site.boarded[pool] -= beds;
  site.boardedTotal -= beds;
}

/**
 * Boards patients from the front door on the wards of their class, beyond its beds.
 * @param most patients beyond the beds of the pool together
 * @param each patients boarded now at most
 * @param afterMinutes only who has waited so long
 * @returns patients boarded
 */
export function board(
  system: System,
  site: Site,
  pool: number,
  most: number,
  each: number,
  afterMinutes: number,
): number {
  const line = (pool - 1) * SOURCES + FRONT_DOOR; // the class whose home the pool is
  const since = system.calendar.now + ROUNDING_MINUTES - afterMinutes;
  let boarded = 0;
  while (boarded < each && site.boarded[pool] < most) {
    const p = site.lines[line].first();
    if (p < 0 || system.patients.requestedAt[p] > since) break;
    withdrawRequest(system, p);
    system.countBeds(site);
    site.boarded[pool]++;
    site.boardedTotal++;
    boarded++;
    assign(system, site, p, pool);
  }
  return boarded;
}

/**
 * Gives the patients longest at the front door of a site free beds of another.
 * @returns patients who go there
 */
export function transferWaiting(
  system: System,
  from: Site,
  to: Site,
  afterMinutes: number,
  keepFree: number,
  minutes: number,
): number {
  const { patients, calendar } = system;
  let moved = 0;
  for (let line = FRONT_DOOR; line < LINES; line += SOURCES) {
    for (;;) {
      const p = from.lines[line].first();
      if (p < 0) break;
      const waited = calendar.now - patients.requestedAt[p] + ROUNDING_MINUTES;
      const pool = waited < afterMinutes ? NO_POOL : poolFor(to, line, waited);
      if (pool === NO_POOL || to.free(pool) <= keepFree) break;
      withdrawRequest(system, p);
      to.reserved[pool]++;
      patients.nextPool[p] = pool;
      patients.bedSite[p] = to.index;
      patients.set(p, IN_TRANSFER | TO_OTHER_SITE);
      calendar.schedule(calendar.now + minutes, TRANSFERRED, p);
      moved++;
    }
  }
  return moved;
}

/** The line that a pool serves next: lowest tier, then the longest wait of its first; or -1. */
function lineFor(system: System, site: Site, pool: number): number {
  const { waitForPool, tier } = site.parameters.beds;
  const { requestedAt } = system.patients;
  const now = system.calendar.now + ROUNDING_MINUTES;
  const free = site.free(pool);
  let best = -1;
  let bestTier = 0;
  let bestSince = 0;
  for (let line = 0; line < LINES; line++) {
    const p = site.lines[line].first();
    if (p < 0 || free <= keptFree(site, line, pool)) continue;
    const since = requestedAt[p];
    if (now - since < waitForPool[line][pool]) continue;
    const rank = tier[line][pool];
    if (best < 0 || rank < bestTier || (rank === bestTier && since < bestSince)) {
      best = line;
      bestTier = rank;
      bestSince = since;
    }
  }
  return best;
}

/** The pool with a bed for who has waited so long: the first choice of the line; or NO_POOL. */
function poolFor(site: Site, line: number, waited: number): number {
  const { waitForPool, tier } = site.parameters.beds;
  let best = NO_POOL;
  for (let pool = 0; pool < POOLS.length; pool++) {
    if (waited < waitForPool[line][pool]) continue;
    if (site.free(pool) <= keptFree(site, line, pool)) continue;
    if (best === NO_POOL || tier[line][pool] < tier[line][best]) best = pool;
  }
  return best;
}

/** Beds that a pool keeps free from a line: its own limit, and those only for planned patients. */
function keptFree(site: Site, line: number, pool: number): number {
  const { beds, electives } = site.parameters;
  const kept = beds.keepFree[line][pool];
  if (electives.coldBedsShare === 0 || pool !== POOL_SURGICAL) return kept;
  return line % SOURCES === PLANNED ? kept : Math.max(kept, site.coldFree());
}

/** The next moment at which the patient may look in a further pool. */
function scheduleSearch(system: System, site: Site, p: number, waited: number): void {
  const waits = site.parameters.beds.waitForPool[system.patients.line[p]];
  let next = Number.POSITIVE_INFINITY;
  for (let pool = 0; pool < POOLS.length; pool++) {
    if (waits[pool] > waited && waits[pool] < next) next = waits[pool];
  }
  if (next === Number.POSITIVE_INFINITY) return;
  const { patients, calendar } = system;
  patients.timer[p] = calendar.schedule(patients.requestedAt[p] + next, BED_SEARCH, p);
}

/** Reserves a bed and sends the patient on the way. */
function assign(system: System, site: Site, p: number, pool: number): void {
  const { patients } = system;
  site.reserved[pool]++;
  if (pool === POOL_SURGICAL && patients.has(p, ELECTIVE)) site.electiveBeds++;
  patients.nextPool[p] = pool;
  patients.set(p, IN_TRANSFER);
  const { transferMinutes } = site.parameters.beds;
  system.begin(TRANSFERRED, p, purpose.TRANSFER, transferMinutes, 1, patients.moves[p]);
}
