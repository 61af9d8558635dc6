// sim/hospital/measures.ts: what a bed meeting looks at: numbers of a site at one moment, and the
// OPEL level that they add up to.

import { MAJORS, RESUS } from './categories.js';
import { AWAITING_BED, AWAITING_HANDOVER, FOR_SPACE, WAITS_FOR_BED } from './patients.js';
import type { Site, System } from './system.js';

/** In the order of their numbers; those of the OPEL table first, the level itself last. */
export const MEASURES = [
  'occupancyShare',
  'waitingForBed',
  'longestWaitHours',
  'crewsWaiting',
  'delayedShare',
  'extraBedsShare',
  'majorsShare',
  'opelLevel',
] as const;
export type Measure = (typeof MEASURES)[number];
export const OPEL_LEVEL = MEASURES.indexOf('opelLevel');

const MINUTES_PER_HOUR = 60;

/** Patients of a site who wait, and how long the first of them has waited. */
interface Waiting {
  forBed: number;
  longestHours: number;
  crews: number;
}

/** The value of a measure at a site now. */
export function measureOf(system: System, site: Site, measure: number): number {
  switch (MEASURES[measure]) {
    case 'occupancyShare':
      return site.occupiedTotal / site.openTotal();
    case 'waitingForBed':
      return waitingAt(system, site).forBed;
    case 'longestWaitHours':
      return waitingAt(system, site).longestHours;
    case 'crewsWaiting':
      return waitingAt(system, site).crews;
    case 'delayedShare':
      return site.occupiedTotal > 0 ? site.delayedTotal / site.occupiedTotal : 0;
    case 'extraBedsShare':
      return extraBeds(system, site) / site.openTotal();
    case 'majorsShare':
      return majorsShare(site);
    default:
      return opelLevel(system, site);
  }
}

/** OPEL level 1 to 4 by the table of the site, or 0 where there is none. */
export function opelLevel(system: System, site: Site): number {
  const opel = site.parameters.policy?.opel;
  if (!opel) return 0;
  let points = 0;
  opel.measures.forEach((measure, i) => {
    const value = measureOf(system, site, measure);
    for (const from of opel.pointsFrom[i]) if (value >= from) points++;
  });
  let level = 1;
  for (const from of opel.levelFrom) if (points >= from) level++;
  return level;
}

/** In A&E without a bed given yet, and crews without a space; one look at everybody. */
function waitingAt({ patients, calendar }: System, site: Site): Waiting {
  const waiting = { forBed: 0, longestHours: 0, crews: 0 };
  for (let p = 0; p < patients.used; p++) {
    if (patients.site[p] !== site.index) continue;
    const stage = patients.stage[p];
    if (stage === AWAITING_HANDOVER && patients.waitsFor[p] === FOR_SPACE) waiting.crews++;
    if (stage !== AWAITING_BED || !patients.has(p, WAITS_FOR_BED)) continue;
    waiting.forBed++;
    const hours = (calendar.now - patients.requestedAt[p]) / MINUTES_PER_HOUR;
    if (hours > waiting.longestHours) waiting.longestHours = hours;
  }
  return waiting;
}

/** Beds open beyond the core: planned escalation, flexible, and of the policy. */
function extraBeds(system: System, site: Site): number {
  const planned = site.parameters.beds.escalation;
  return planned.reduce(
    (sum, row) => sum + row[system.day],
    site.flexOpenTotal() + site.surgeOpenTotal(),
  );
}

/** Patients in majors and resus, and waiting for a space there, by its spaces. */
function majorsShare({ spaces }: Site): number {
  const [resus, majors] = [spaces[RESUS], spaces[MAJORS]];
  const there = resus.busy + resus.waiting + majors.busy + majors.waiting;
  return there / Math.max(1, resus.capacity + majors.capacity);
}
