// test/differential/digest.ts: the state of a hospital as one number: resources, beds, lines, places.

import { STAGES } from '../../sim/hospital/patients.js';
import type { Site, System } from '../../sim/hospital/system.js';

const PRIME = 0x01000193; // of the FNV hash

/** A number that differs, but for one chance in 2^32, when any count of the system differs. */
export function digestOf(system: System): number {
  const { community, patients, calendar } = system;
  let digest = 0x811c9dc5 ^ system.enteredCount;
  digest = Math.imul(digest, PRIME) ^ system.leftCount;
  digest = Math.imul(digest, PRIME) ^ calendar.pendingCount;
  digest = Math.imul(digest, PRIME) ^ calendar.firedCount;
  for (let stage = 0; stage < STAGES; stage++) {
    digest = Math.imul(digest, PRIME) ^ patients.inStage[stage];
  }
  for (let pathway = 0; pathway < community.places.length; pathway++) {
    digest = Math.imul(digest, PRIME) ^ community.places[pathway];
    digest = Math.imul(digest, PRIME) ^ community.taken[pathway];
    digest = Math.imul(digest, PRIME) ^ community.queues[pathway].size;
  }
  for (const { clinicians } of system.units) {
    digest = Math.imul(digest, PRIME) ^ clinicians.busy;
    digest = Math.imul(digest, PRIME) ^ clinicians.waiting;
    digest = Math.imul(digest, PRIME) ^ (2 * clinicians.capacity);
  }
  for (const site of system.sites) digest = withSite(digest, site);
  return digest;
}

function withSite(before: number, site: Site): number {
  let digest = before;
  const teams = [site.assessmentNurses, site.primaryCare, site.sdec, site.liaison, site.cohort];
  for (const resource of [...teams, ...site.clinicians, ...site.spaces]) {
    digest = Math.imul(digest, PRIME) ^ resource.busy;
    digest = Math.imul(digest, PRIME) ^ resource.waiting;
    digest = Math.imul(digest, PRIME) ^ (2 * resource.capacity);
  }
  for (const counts of [
    site.open,
    site.occupied,
    site.reserved,
    site.cleaning,
    site.flexOpen,
    site.surgeOpen,
  ]) {
    for (const count of counts) digest = Math.imul(digest, PRIME) ^ count;
  }
  for (const line of site.lines) digest = Math.imul(digest, PRIME) ^ line.size;
  digest = Math.imul(digest, PRIME) ^ site.delayedTotal;
  return Math.imul(digest, PRIME) ^ site.dtocTotal;
}
