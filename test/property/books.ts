// test/property/books.ts: the books of a hospital, counted from every patient: who is where, who
// holds what, and whether it agrees with what the model keeps.

import { NO_AREA, PATHWAYS, POOLS } from '../../sim/hospital/categories.js';
import * as patient from '../../sim/hospital/patients.js';
import type { Site, System } from '../../sim/hospital/system.js';

/** What one patient holds or waits for, found from the patient alone. */
function holdings(system: System) {
  const { patients, sites, community } = system;
  const zeros = (length: number) => new Array<number>(length).fill(0);
  const bySite = sites.map(() => ({
    occupied: zeros(POOLS.length),
    reserved: zeros(POOLS.length),
    spaces: zeros(3),
    waitingForSpace: zeros(3),
    waitingForNurse: 0,
    waitingForClinician: 0,
    waitingForGp: 0,
    inSdec: 0,
    inLine: 0,
    delayed: 0,
    dtoc: 0,
  }));
  const taken = zeros(community.places.length);
  let present = 0;
  for (let p = 0; p < patients.used; p++) {
    const stage = patients.stage[p];
    if (stage === patient.NOBODY || stage === patient.EXPECTED) continue;
    present++;
    const held = bySite[patients.site[p]];
    const inBed = stage === patient.IN_BED || stage === patient.DELAYED;
    const placed = stage === patient.IN_COMMUNITY || patients.has(p, patient.HAS_PLACE);
    if (inBed) held.occupied[patients.pool[p]]++;
    if (stage === patient.DELAYED) held.delayed++;
    if (stage === patient.DELAYED && patients.has(p, patient.DELAYED_TRANSFER)) held.dtoc++;
    if (placed) taken[patients.pathway[p]]++;
    if (stage === patient.IN_SDEC) held.inSdec++;
    if (stage === patient.IN_COMMUNITY) continue;
    if (patients.has(p, patient.IN_TRANSFER)) {
      const elsewhere = patients.has(p, patient.TO_OTHER_SITE);
      const given = elsewhere ? bySite[patients.bedSite[p]] : held;
      given.reserved[patients.nextPool[p]]++;
    }
    if (patients.has(p, patient.WAITS_FOR_BED)) held.inLine++;
    const inDepartment = stage >= patient.AWAITING_HANDOVER && stage <= patient.AWAITING_BED;
    if (!inDepartment) continue;
    const waits = patients.waitsFor[p];
    const area = patients.area[p];
    if (waits === patient.FOR_SPACE) held.waitingForSpace[area]++;
    else if (area !== NO_AREA) held.spaces[area]++;
    if (waits === patient.FOR_ASSESSMENT) held.waitingForNurse++;
    if (waits === patient.FOR_CLINICIAN) held.waitingForClinician++;
    if (waits === patient.FOR_PRIMARY_CARE) held.waitingForGp++;
  }
  return { bySite, taken, present };
}

function sizes(lines: readonly { size: number }[]): number {
  return lines.reduce((sum, { size }) => sum + size, 0);
}

function keptBy(site: Site) {
  return {
    occupied: Array.from(site.occupied),
    reserved: Array.from(site.reserved),
    spaces: site.spaces.map(({ busy }) => busy),
    waitingForSpace: site.spaces.map(({ waiting }) => waiting),
    waitingForNurse: site.assessmentNurses.waiting,
    waitingForClinician: site.clinicians.reduce((sum, { waiting }) => sum + waiting, 0),
    waitingForGp: site.primaryCare.waiting,
    inSdec: site.sdec.busy,
    inLine: sizes(site.lines),
    delayed: site.delayedTotal,
    dtoc: site.dtocTotal,
  };
}

/** What the books say and what the count of patients says; equal in every moment. */
export function booksOf(system: System): { kept: unknown; counted: unknown } {
  const { bySite, taken, present } = holdings(system);
  return {
    kept: {
      bySite: system.sites.map(keptBy),
      taken: Array.from(system.community.taken).slice(0, PATHWAYS.length),
      present: system.enteredCount - system.leftCount,
    },
    counted: { bySite, taken, present },
  };
}
