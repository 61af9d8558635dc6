// test/differential/random-moves.ts: ambulances diverted to the second of two sites, and patients moved
// to its free beds, while actions of the first site's policy are in force.

import type { Parameters } from '../../sim/hospital/parameters.js';
import type { Dice } from './dice.js';

/** Gives actions of the first site, where it has a policy, the second site as a way out. */
export function addMovesBetweenSites(dice: Dice, { sites }: Parameters): void {
  for (const action of sites[0].policy?.actions ?? []) {
    if (dice.chance(0.6)) {
      action.divert = { site: 1, share: dice.share(), travelMinutes: dice.pick([0, 7, 25, 300]) };
    }
    if (dice.chance(0.6)) {
      const keepFree = dice.whole(0, 4);
      const afterMinutes = dice.pick([0, 60, 240]);
      action.transfer = { site: 1, afterMinutes, keepFree, minutes: dice.pick([0, 45, 600]) };
    }
  }
}
