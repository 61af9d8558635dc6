// test/unit/workers/results.ts: results for tests of what keeps them, without simulating.

import { DELAY_CELLS } from '../../../sim/hospital/delays.js';
import { DAILY, OUTCOMES } from '../../../sim/outcomes/keys.js';
import type { Measured } from '../../../sim/outcomes/measures.js';

/** A result whose numbers all differ, by a number of its own; some are undefined, negative or huge. */
export function resultOf(own: number, { sites = 2, days = 5 } = {}): Measured {
  let next = own * 1000;
  const numbers = (length: number) =>
    Float64Array.from({ length }, (_, i) => {
      next++;
      if (i % 7 === 3) return Number.NaN;
      return i % 5 === 2 ? -next / 3 : next * 1.1;
    });
  return {
    eventsCount: 10 + own,
    outcomes: numbers(OUTCOMES.length),
    sites: Array.from({ length: sites }, () => numbers(OUTCOMES.length)),
    delays: numbers(DELAY_CELLS),
    services: [
      { name: 'sdec', eligible: own, reached: 2, changed: 1 },
      { name: 'in-reach, "é"', eligible: 5, reached: 4, changed: 3 },
    ],
    units: [
      {
        name: 'Hertford',
        visits: false,
        attendances: 9 + own,
        clocked: 8,
        within4h: 7,
        begun: 6,
        within2h: 5,
        sentOn: 4,
        foundClosed: 3,
      },
    ],
    actions: [{ name: 'divert', calls: 1, days: 2, bedDays: 3.5, patients: own }],
    daily: DAILY.map(() => numbers(days)),
  };
}

/** A result as plain values, to compare. */
export function plain(of: Measured): unknown {
  const { eventsCount, outcomes, sites, delays, services, units, actions, daily } = of;
  return structuredClone({ eventsCount, outcomes, sites, delays, services, units, actions, daily });
}
