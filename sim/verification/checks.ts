// sim/verification/checks.ts: every check, in the order of its number.

import type { Check } from './check.js';
import { DELAY_CHECKS } from './delay-beds.js';
import { IDENTITY_CHECKS } from './identities.js';
import { LOSS_CHECKS } from './loss-beds.js';
import { MARKOV_CHECKS } from './markov-queues.js';
import { PRESSURE_CHECKS } from './pressure-response.js';
import { READY_CHECKS } from './ready-patients.js';
import { SEASON_CHECKS } from './seasons.js';
import { SINGLE_SERVER_CHECKS } from './single-server.js';
import { STAY_CHECKS } from './stays.js';
import { STROKE_CHECKS } from './stroke-units.js';
import { SEASONAL_CHECKS } from './winter-and-summer.js';

/** V1 to V25 of the evidence. */
export const CHECKS: readonly Check[] = [
  ...MARKOV_CHECKS,
  ...SINGLE_SERVER_CHECKS,
  ...LOSS_CHECKS,
  ...DELAY_CHECKS,
  ...SEASON_CHECKS,
  ...STAY_CHECKS,
  ...STROKE_CHECKS,
  ...READY_CHECKS,
  ...PRESSURE_CHECKS,
  ...SEASONAL_CHECKS,
  ...IDENTITY_CHECKS,
].sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));
