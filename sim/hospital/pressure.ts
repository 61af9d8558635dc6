// sim/hospital/pressure.ts: what the hospital does when beds run short. Every relief is counted.
//
// Bed meetings look at each adult ward pool: flexible beds open for patients who wait, and close
// when beds stand free. It is the day-to-day flex that every hospital's returns show.

import { offerBeds, setOpen } from './beds.js';
import {
  homePool,
  MEDICAL,
  OLDER_PEOPLE,
  POOL_ASSESSMENT,
  POOL_SURGICAL,
  SURGICAL,
} from './categories.js';
import { FRONT_DOOR, PLANNED, type Site, SOURCES, STEP_DOWN, type System } from './system.js';

const WARD_CLASSES = [SURGICAL, MEDICAL, OLDER_PEOPLE];

/** The bed meeting of an hour, if there is one: flexible beds open or close. */
export function holdBedMeeting(system: System, site: Site, hourOfDay: number): void {
  const { flex } = site.parameters.beds;
  if (flex.most === 0 || flex.meetingHours[hourOfDay] === 0) return;
  for (const bedClass of WARD_CLASSES) {
    const pool = homePool(bedClass);
    const wanted = waitingFor(site, bedClass) - flex.openAboveWaiting;
    const cold = pool === POOL_SURGICAL ? site.coldFree() : 0;
    const spare = site.free(pool) - cold - flex.closeAboveFree;
    if (wanted > 0)
      changeFlex(system, site, pool, Math.min(wanted, flex.most - site.flexOpenTotal()));
    else if (spare > 0) changeFlex(system, site, pool, -Math.min(spare, site.flexOpen[pool]));
    offerBeds(system, site, pool);
  }
}

function changeFlex(system: System, site: Site, pool: number, beds: number): void {
  site.flexOpen[pool] += beds;
  setOpen(system, site, pool, site.open[pool] + beds);
}

/** Patients of a class who wait for a bed; for step-down only while the assessment unit is full. */
function waitingFor(site: Site, bedClass: number): number {
  const lines = bedClass * SOURCES;
  const waiting = site.lines[lines + FRONT_DOOR].size + site.lines[lines + PLANNED].size;
  const blocked = site.free(POOL_ASSESSMENT) <= 0 ? site.lines[lines + STEP_DOWN].size : 0;
  return waiting + blocked + site.boarded[homePool(bedClass)];
}
