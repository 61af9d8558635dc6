// sim/hospital/reviews.ts: reviews of long stays: what is left of a delay is done sooner.

import { REASON_ASSESSMENT, REASON_PROCESS } from './categories.js';
import { DISCHARGE_ASSESSED } from './kinds.js';
import { DELAY_SAVED, DELAYED, DIES, EXPEDITED, IN_BED } from './patients.js';
import type { Site, System } from './system.js';

/** The reviews of a day at each site that holds them: the longest stays first. */
export function reviewLongStays(system: System): void {
  for (const site of system.sites) {
    if (site.parameters.discharge.reviews !== null) reviewAt(system, site);
  }
}

function reviewAt(system: System, site: Site): void {
  const { reviews } = site.parameters.discharge;
  if (reviews === null || reviews.perDay[system.day] === 0) return;
  const { patients, calendar } = system;
  const long: number[] = [];
  for (let p = 0; p < patients.used; p++) {
    const inBed = patients.stage[p] === IN_BED || patients.stage[p] === DELAYED;
    if (!inBed || patients.site[p] !== site.index) continue;
    if (calendar.now - patients.admittedAt[p] >= reviews.stayMinutesMin) long.push(p);
  }
  long.sort((a, b) => patients.admittedAt[a] - patients.admittedAt[b] || a - b);
  const reviewed = long.slice(0, Math.floor(reviews.perDay[system.day]));
  const changed = reviewed.filter((p) => hastens(system, p, reviews.remainingFactor)).length;
  if (!system.recording) return;
  const count = site.observed.offers.find(({ name }) => name === reviews.name);
  if (count === undefined) return;
  count.eligible += long.length;
  count.reached += reviewed.length;
  count.changed += changed;
}

/** Shortens what is left of an assessment or of the wait to leave; true if something was left. */
function hastens(system: System, p: number, factor: number): boolean {
  const { patients, calendar } = system;
  if (factor === 1 || patients.stage[p] !== DELAYED) return false;
  if (patients.has(p, DELAY_SAVED) || patients.has(p, DIES)) return false;
  if (patients.reason[p] === REASON_ASSESSMENT) {
    const left = patients.assessedAt[p] - calendar.now;
    calendar.cancel(patients.assessedEvent[p]);
    schedule(system, p, calendar.now + left * factor);
  } else if (patients.reason[p] === REASON_PROCESS) patients.set(p, EXPEDITED);
  else return false;
  patients.set(p, DELAY_SAVED);
  return true;
}

function schedule(system: System, p: number, time: number): void {
  const { patients, calendar } = system;
  patients.assessedAt[p] = time;
  patients.assessedEvent[p] = calendar.schedule(time, DISCHARGE_ASSESSED, p);
}
