// sim/hospital/census.ts: who is in bed: the census at the start, and the counts of each day.

import { tagOf } from '../engine/draws.js';
import { quantileOf } from '../engine/quantile-table.js';
import { MINUTES_PER_DAY } from '../engine/time.js';
import {
  CHILDREN,
  CLASSES,
  FRAILTIES,
  GREEN,
  homePool,
  NO_AREA,
  P1,
  PATHWAYS,
  POOL_ASSESSMENT,
  POOL_SURGICAL,
  POOLS,
  REFERRED,
} from './categories.js';
import { streamOf } from './demand.js';
import { CLINICAL_END, PLACE_FREE, STEP_DOWN_DUE } from './kinds.js';
import {
  AGE_FRAILTY_CELLS,
  AWAITING_BED,
  AWAITING_HANDOVER,
  COVID,
  DELAYED,
  DIES,
  ELECTIVE,
  EXPECTED,
  FLU,
  IN_BED,
  IN_COMMUNITY,
  IN_CRITICAL_CARE,
  INITIAL,
  WAITS_FOR_BED,
  WAITS_ONWARD,
} from './patients.js';
import { placesTaken } from './places-by-time.js';
import { countPolicy } from './policy.js';
import * as purpose from './purposes.js';
import { pick, type Site, STREAM_CENSUS, STREAM_COMMUNITY, type System } from './system.js';
import { clinicalEnd } from './ward.js';

// Beyond these a hospital would find relief that the model does not have.
const WAITING_BEDS_SHARE = 0.1; // of open beds, waiting in A&E
const CROWDED_FACTOR = 2; // patients in A&E for each of its spaces

const DAYS_7 = 7 * MINUTES_PER_DAY;
const DAYS_14 = 14 * MINUTES_PER_DAY;
const DAYS_21 = 21 * MINUTES_PER_DAY;

/** Fills beds and community places as they are found at the start of a run. */
export function fillAtStart(system: System): void {
  for (const site of system.sites) {
    const { census, beds } = site.parameters;
    let key = 0;
    for (let pool = 0; pool < POOLS.length; pool++) {
      const occupied = Math.round(beds.open[pool][0] * census.occupancyShare);
      for (let i = 0; i < occupied; i++) fillBed(system, site, pool, key++, i / occupied);
    }
  }
  fillPlaces(system);
}

/**
 * One patient already in bed: the whole stay is length-biased, the part already over uniform, so
 * that the remaining part has the mean residual E[L²] / 2 E[L].
 */
function fillBed(system: System, site: Site, pool: number, key: number, position: number): void {
  const { patients, draws, calendar } = system;
  const { stays, census } = site.parameters;
  const stream = streamOf(site, STREAM_CENSUS);
  const p = patients.take(key, stream, site.index, IN_BED);
  system.enter();
  patients.set(p, INITIAL);
  patients.area[p] = NO_AREA;
  patients.mode[p] = REFERRED;
  patients.acuity[p] = GREEN;
  patients.pool[p] = pool;
  site.occupied[pool]++;
  site.occupiedTotal++;
  const mixUnit = system.unit(p, purpose.CENSUS_MIX);
  const bedClass = initialClass(site, pool, system.unit(p, purpose.BED_CLASS));
  patients.bedClass[p] = bedClass;
  const overUnit = system.unit(p, purpose.CENSUS_DELAYED);
  const elapsedUnit = system.unit(p, purpose.ELAPSED);
  const isDelayed = bedClass !== CHILDREN && overUnit < census.delayedShare;
  const shares = isDelayed ? census.delayedShares[bedClass] : census.inBedShares[bedClass];
  const cell = pick(shares, 0, AGE_FRAILTY_CELLS, mixUnit);
  patients.age[p] = Math.floor(cell / FRAILTIES);
  patients.frailty[p] = cell % FRAILTIES;
  const elective = pool === POOL_SURGICAL && position < census.electiveShare;
  if (elective) {
    patients.set(p, ELECTIVE);
    site.electiveBeds++;
  }
  const bits = draws.bits(key, tagOf(stream, purpose.STAY));
  const mean = elective ? stays.electiveMinutes : stays.meanMinutes[bedClass][cell];
  const inBed = elective ? stays.electiveUnitInBed : stays.unitInBed[bedClass];
  const fresh = elective ? stays.electiveUnit : stays.unit[bedClass];
  if (isDelayed) {
    patients.admittedAt[p] = -mean * quantileOf(fresh, bits);
    calendar.schedule(0, CLINICAL_END, p);
    return;
  }
  if (!elective && system.unit(p, purpose.DEATH) < stays.deathChance[cell]) patients.set(p, DIES);
  if (pool === POOL_ASSESSMENT) {
    const { assessmentStayMinutes } = site.parameters.beds;
    const inUnit = system.minutes(p, purpose.ASSESSMENT_STAY, assessmentStayMinutes);
    patients.admittedAt[p] = -elapsedUnit * inUnit;
    const end = clinicalEnd(system, p, Math.max(0, mean * quantileOf(fresh, bits) - inUnit));
    calendar.schedule(end, CLINICAL_END, p);
    const due = inUnit * (1 - elapsedUnit);
    if (due < end) calendar.schedule(due, STEP_DOWN_DUE, p);
    return;
  }
  const stay = mean * quantileOf(inBed, bits);
  patients.admittedAt[p] = -elapsedUnit * stay;
  calendar.schedule(clinicalEnd(system, p, stay * (1 - elapsedUnit)), CLINICAL_END, p);
}

function initialClass(site: Site, pool: number, unit: number): number {
  if (pool !== POOL_ASSESSMENT) return pool - 1;
  return pick(site.parameters.census.assessmentClassShares, 0, CLASSES, unit);
}

function fillPlaces(system: System): void {
  const { patients, draws, calendar, community, parameters } = system;
  const stream = streamOf(system.sites[0], STREAM_COMMUNITY);
  let key = 0;
  for (let slot = P1; slot < community.places.length; slot++) {
    const places = parameters.community.places[slot][0];
    const taken = Math.round(places * parameters.community.initialShare[slot]);
    const table = parameters.community.stayMinutesInPlace[slot];
    for (let i = 0; i < taken && table !== null; i++) {
      const p = patients.take(key++, stream, 0, IN_COMMUNITY);
      system.enter();
      patients.pathway[p] = slot % PATHWAYS.length;
      patients.locality[p] = Math.floor(slot / PATHWAYS.length);
      community.taken[slot]++;
      const stay = system.minutes(p, purpose.COMMUNITY_STAY, table);
      const left = 1 - draws.unit(patients.key[p], tagOf(stream, purpose.ELAPSED));
      calendar.schedule(stay * left, PLACE_FREE, p);
    }
  }
}

/** The 08:00 count. */
export function countAtEight(system: System): void {
  if (system.today < 0) return;
  countPatients(system);
  for (const site of system.sites) countSite(system, site);
}

function countPatients(system: System): void {
  const { patients, calendar, today } = system;
  const { now } = calendar;
  const { used, stage: stages, flags, admittedAt } = patients; // read once: this is a long loop
  for (let p = 0; p < used; p++) {
    const stage = stages[p];
    if (stage <= EXPECTED) continue;
    const flag = flags[p];
    if (stage === IN_COMMUNITY && (flag & WAITS_ONWARD) === 0) continue;
    const { daily } = system.sites[patients.site[p]].observed;
    if (stage === IN_COMMUNITY) daily.onward0800[today]++;
    if (stage === AWAITING_BED) daily.awaitingBed0800[today]++;
    if (stage >= AWAITING_HANDOVER && stage <= AWAITING_BED) daily.inDepartment0800[today]++;
    if (stage === IN_CRITICAL_CARE && (flag & WAITS_FOR_BED) !== 0) {
      daily.criticalDelayed0800[today]++;
    }
    if (stage !== IN_BED && stage !== DELAYED) continue;
    if ((flag & (COVID | FLU)) !== 0) {
      if ((flag & COVID) !== 0) daily.covid0800[today]++;
      if ((flag & FLU) !== 0) daily.flu0800[today]++;
    }
    const stayed = now - admittedAt[p];
    if (stayed > DAYS_7) {
      daily.stays7At0800[today]++;
      if (stayed > DAYS_14) daily.stays14At0800[today]++;
      if (stayed > DAYS_21) daily.stays21At0800[today]++;
    }
    const pool = patients.pool[p];
    if (pool !== POOL_ASSESSMENT && pool !== homePool(patients.bedClass[p])) {
      daily.outliers0800[today]++;
    }
  }
}

function countSite(system: System, site: Site): void {
  const { today } = system;
  const { daily } = site.observed;
  daily.open0800[today] = site.openTotal();
  daily.occupied0800[today] = site.occupiedTotal;
  daily.escalation0800[today] = escalationInUse(system, site);
  daily.criticalOpen0800[today] = site.parameters.beds.critical?.beds ?? 0;
  daily.critical0800[today] = site.criticalOccupied;
  daily.flex0800[today] = site.flexOpenTotal();
  for (let pool = 0; pool < POOLS.length; pool++) {
    daily.infectionLost0800[today] += site.bayLost[pool] + site.zoningLost[pool];
    daily.sicknessLost0800[today] += site.sicknessLost[pool];
    daily.norovirusClosed0800[today] += site.bayClosed[pool];
  }
  daily.delayed0800[today] = site.delayedTotal;
  daily.dtoc0800[today] = site.dtocTotal;
  daily.virtualWard0800[today] = placesTaken(site.virtualUntil, system.calendar.now);
  const spaces = site.spaces.reduce((sum, { capacity }) => sum + capacity, 0);
  const bedsShort = daily.awaitingBed0800[today] > WAITING_BEDS_SHARE * site.openTotal();
  const crowded = daily.inDepartment0800[today] > CROWDED_FACTOR * spaces;
  if (site.parameters.policy !== null) countPolicy(system, site);
  daily.outsideValidity[today] = bedsShort || crowded ? 1 : 0;
}

/** The midnight count, before the beds of the new day open. */
export function countAtMidnight(system: System): void {
  if (system.today < 0) return;
  for (const site of system.sites) {
    site.observed.daily.openMidnight[system.today] = site.openTotal();
    site.observed.daily.occupiedMidnight[system.today] = site.occupiedTotal;
  }
}

/** Occupied beds beyond the core beds of their pool, up to the escalation beds open. */
function escalationInUse(system: System, site: Site): number {
  const { open, escalation } = site.parameters.beds;
  let inUse = 0;
  for (let pool = 0; pool < POOLS.length; pool++) {
    const extra = escalation[pool][system.day];
    const core = open[pool][system.day] - extra;
    inUse += Math.min(extra, Math.max(0, site.occupied[pool] - core));
  }
  return inUse;
}
