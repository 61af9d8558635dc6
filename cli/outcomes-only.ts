// cli/outcomes-only.ts: what a journal keeps of a winter when only its outcomes are asked for.

import { DELAY_CELLS } from '../sim/hospital/delays.js';
import { DAILY } from '../sim/outcomes/keys.js';
import type { Measured } from '../sim/outcomes/measures.js';

const NO_DELAYS = new Float64Array(DELAY_CELLS);
const NO_DAYS = DAILY.map(() => new Float64Array(1));

/** A result without sites, services and daily series: a tenth of its bytes. */
export function outcomesOnly({ outcomes, eventsCount }: Measured): Measured {
  const nothing = { sites: [], delays: NO_DELAYS, services: [], actions: [], daily: NO_DAYS };
  return { ...nothing, outcomes: outcomes.slice(), eventsCount };
}
