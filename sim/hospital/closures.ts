// sim/hospital/closures.ts: beds and staff lost for a time: bays and wards closed by norovirus, beds
// kept empty to zone COVID-19 patients, beds and clinicians missing while staff are ill.
//
// A closed bay never evicts: its empty beds are lost at once, each other one when its patient leaves
// (unless a further patient who is ill or exposed takes it), and all come back when it reopens.

import { tagOf, toUnit } from '../engine/draws.js';
import { quantileOf } from '../engine/quantile-table.js';
import { poissonQuantile } from '../engine/special.js';
import { setOpen } from './beds.js';
import {
  POOL_ASSESSMENT,
  POOL_MEDICAL,
  POOL_OLDER_PEOPLE,
  POOL_SURGICAL,
  POOLS,
} from './categories.js';
import { streamOf } from './demand.js';
import type { LossParameters, NorovirusParameters } from './parameters.js';
import { COVID, DELAYED, IN_BED } from './patients.js';
import * as purpose from './purposes.js';
import { type Site, STREAM_DAYS, type System } from './system.js';

const ADULT_WARDS = [POOL_MEDICAL, POOL_SURGICAL, POOL_OLDER_PEOPLE];
const ADULT_POOLS = [POOL_ASSESSMENT, ...ADULT_WARDS];

/** Midnight: what is lost from this day on; to be called before the beds of the day open. */
export function loseBeds(system: System, site: Site, day: number): void {
  const { losses } = site.parameters;
  if (losses === null) return;
  if (losses.norovirus !== null) {
    reopenBays(site, day);
    closeBays(system, site, losses.norovirus, day);
  }
  if (losses.zoning.length > 0) zone(system, site, losses, day);
  missStaff(system, site, losses, day);
}

/** Beds of a pool that cannot be used now. */
export function lostBeds(site: Site, pool: number): number {
  return site.bayLost[pool] + site.zoningLost[pool] + site.sicknessLost[pool];
}

/** A patient leaves a pool with closed bays: the bed may be in one, and is then lost. */
export function leaveBay(system: System, site: Site, p: number, pool: number): void {
  const reused = site.parameters.losses?.norovirus?.reusedShare ?? 0;
  const before = site.occupied[pool] + 1;
  const unit = system.unit(p, purpose.BAY_BED, system.patients.moves[p]);
  let place = unit * before;
  for (const bay of site.closedBays) {
    if (bay.pool !== pool) continue;
    place -= bay.patients;
    if (place >= 0) continue;
    if (reused > 0 && system.unit(p, purpose.BAY_REUSED, system.patients.moves[p]) < reused) return;
    bay.patients--;
    bay.lost++;
    site.bayPatients[pool]--;
    site.bayLost[pool]++;
    setOpen(system, site, pool, Math.max(0, site.open[pool] - 1));
    return;
  }
}

function reopenBays(site: Site, day: number): void {
  if (!site.closedBays.some(({ reopensOn }) => reopensOn <= day)) return;
  for (const bay of site.closedBays) {
    if (bay.reopensOn > day) continue;
    site.bayLost[bay.pool] -= bay.lost;
    site.bayPatients[bay.pool] -= bay.patients;
    site.bayClosed[bay.pool] -= bay.beds;
  }
  site.closedBays = site.closedBays.filter(({ reopensOn }) => reopensOn > day);
}

/** Outbreaks that begin on a day: a bay or a ward of the adult wards, in proportion to their beds. */
function closeBays(system: System, site: Site, norovirus: NorovirusParameters, day: number): void {
  const { draws } = system;
  const stream = streamOf(site, STREAM_DAYS);
  const planned = site.parameters.beds.open;
  const expected = norovirus.outbreaksPerDay[day];
  const unit = draws.unit(day, tagOf(stream, purpose.OUTBREAKS));
  const count = poissonQuantile(unit, expected); // more expected keeps every outbreak
  for (let i = 0; i < count; i++) {
    const placeUnit = toUnit(draws.block(day, tagOf(stream, purpose.OUTBREAK_PLACE, i)));
    const isWard = toUnit(draws.other) < norovirus.wardShare;
    const bits = draws.bits(day, tagOf(stream, purpose.OUTBREAK_DAYS, i));
    const days = Math.max(1, Math.round(quantileOf(norovirus.closedDays, bits)));
    const pool = wardAt(planned, day, placeUnit);
    const left = planned[pool][day] - site.bayClosed[pool];
    const beds = Math.min(isWard ? norovirus.wardBeds : norovirus.bayBeds, left);
    if (beds > 0) closeBay(site, pool, beds, day, day + days);
  }
}

/** An adult ward pool, in proportion to its beds. */
function wardAt(planned: readonly Int32Array[], day: number, unit: number): number {
  const total = ADULT_WARDS.reduce((sum, pool) => sum + planned[pool][day], 0);
  let place = unit * total;
  for (const pool of ADULT_WARDS) {
    place -= planned[pool][day];
    if (place < 0) return pool;
  }
  return POOL_OLDER_PEOPLE;
}

function closeBay(site: Site, pool: number, beds: number, day: number, reopensOn: number): void {
  const inUse = site.occupied[pool] - site.bayPatients[pool];
  const usable = Math.max(1, site.parameters.beds.open[pool][day] - site.bayClosed[pool]);
  const patients = Math.min(beds, inUse, Math.round((beds * inUse) / usable));
  const lost = beds - patients;
  site.closedBays.push({ pool, beds, patients, lost, reopensOn });
  site.bayClosed[pool] += beds;
  site.bayPatients[pool] += patients;
  site.bayLost[pool] += lost;
}

/** Beds kept empty so that COVID-19 patients lie apart. */
function zone(system: System, site: Site, { zoning }: LossParameters, day: number): void {
  const { patients } = system;
  let covid = 0;
  for (let p = 0; p < patients.used; p++) {
    const stage = patients.stage[p];
    if (stage !== IN_BED && stage !== DELAYED) continue;
    if (patients.site[p] === site.index && patients.has(p, COVID)) covid++;
  }
  const share = covid / Math.max(1, site.openTotal());
  let lostShare = 0;
  for (const step of zoning) if (share >= step.fromCovidBedsShare) lostShare = step.lostBedsShare;
  for (const pool of ADULT_POOLS) {
    const planned = site.parameters.beds.open[pool][day];
    site.zoningLost[pool] = Math.round(planned * lostShare);
  }
}

/** Beds without staff, and the share of clinicians missing in A&E. */
function missStaff(system: System, site: Site, { absentShare }: LossParameters, day: number): void {
  const share = absentShare[day];
  const tag = tagOf(streamOf(site, STREAM_DAYS), purpose.ROSTER);
  site.absentShare = share;
  site.rosterUnit = share > 0 ? system.draws.unit(day, tag) : 0;
  for (let pool = 0; pool < POOLS.length; pool++) {
    site.sicknessLost[pool] = Math.round(site.parameters.beds.open[pool][day] * share);
  }
}

/** Clinicians of an hour who are not ill: whole people, at least one of any, by a draw of the day. */
export function clinicians(site: Site, planned: number): number {
  if (site.absentShare === 0 || planned < 1) return planned;
  const present = Math.floor(planned * (1 - site.absentShare) + site.rosterUnit);
  return Math.min(planned, Math.max(1, present));
}
