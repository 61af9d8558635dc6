// sim/hospital/community.ts: places after discharge (P1 slots, P2 beds, P3 homes) and their queues.

import { P1, PATHWAYS } from './categories.js';
import { placeFound } from './discharge.js';
import type { System } from './system.js';

/** Places of a new day. Fewer places never end a stay: they close as people leave. */
export function openPlaces(system: System, day: number): void {
  const { community, parameters } = system;
  for (let pathway = P1; pathway < PATHWAYS.length; pathway++) {
    community.places[pathway] = parameters.community.places[pathway][day];
  }
}

/** Once a day free places go to the longest waits, fewer of them when services start few. */
export function communityRound(system: System): void {
  const { community, parameters } = system;
  const share = parameters.community.startShare[system.day];
  for (let pathway = P1; pathway < PATHWAYS.length; pathway++) {
    const free = community.places[pathway] - community.taken[pathway];
    const queue = community.queues[pathway];
    for (let starts = Math.ceil(free * share); starts > 0 && queue.size > 0; starts--) {
      community.taken[pathway]++;
      placeFound(system, queue.shift());
    }
  }
}

/** The stay in the community is over. */
export function placeFreed(system: System, p: number): void {
  system.community.taken[system.patients.pathway[p]]--;
  system.leave(p);
}
