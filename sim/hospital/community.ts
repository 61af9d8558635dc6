// sim/hospital/community.ts: places after discharge (P1 slots, P2 beds, P3 homes) and their queues.
//
// Each locality has its own places and queues; the sites share them. A patient in a community bed
// who still needs care at home or a care home waits for it there, and holds the bed meanwhile.

import { P1, P2, P3, PATHWAYS } from './categories.js';
import { placeFound } from './discharge.js';
import { PLACE_FREE } from './kinds.js';
import { IN_COMMUNITY, WAITS_ONWARD } from './patients.js';
import * as purpose from './purposes.js';
import type { System } from './system.js';

const ONWARD_TRY = 1; // the second stay in the community is a draw of its own

/** Places of a new day. Fewer places never end a stay: they close as people leave. */
export function openPlaces(system: System, day: number): void {
  const { community, parameters } = system;
  for (let slot = 0; slot < community.places.length; slot++) {
    community.places[slot] = parameters.community.places[slot][day];
  }
}

/** Once a day free places go to the longest waits, fewer of them when services start few. */
export function communityRound(system: System): void {
  const { community, parameters, patients } = system;
  const share = parameters.community.startShare[system.day];
  for (let slot = P1; slot < community.places.length; slot++) {
    const free = community.places[slot] - community.taken[slot];
    const queue = community.queues[slot];
    for (let starts = Math.ceil(free * share); starts > 0 && queue.size > 0; starts--) {
      const p = queue.shift();
      community.taken[slot]++;
      if (patients.stage[p] === IN_COMMUNITY) moveOn(system, p, slot % PATHWAYS.length);
      else placeFound(system, p);
    }
  }
}

/** The stay in the community is over; some who leave a community bed first wait there for more. */
export function placeFreed(system: System, p: number): void {
  const { patients, community, parameters } = system;
  const { onwardShare, onwardHomeShare } = parameters.community;
  if (onwardShare > 0 && patients.pathway[p] === P2) {
    if (system.unit(p, purpose.ONWARD) < onwardShare) {
      const home = system.unit(p, purpose.ONWARD_PATHWAY) < onwardHomeShare;
      patients.set(p, WAITS_ONWARD);
      const slot = patients.locality[p] * PATHWAYS.length + (home ? P1 : P3);
      community.queues[slot].push(p);
      return;
    }
  }
  community.taken[system.slotOf(p)]--;
  system.leave(p);
}

/** Care at home or a care home is found: the community bed is free. */
function moveOn(system: System, p: number, pathway: number): void {
  const { patients, community } = system;
  community.taken[system.slotOf(p)]--;
  patients.pathway[p] = pathway;
  patients.clear(p, WAITS_ONWARD);
  const table = system.parameters.community.stayMinutes[system.slotOf(p)];
  if (table === null) return;
  system.begin(PLACE_FREE, p, purpose.COMMUNITY_STAY, table, 1, ONWARD_TRY);
}
