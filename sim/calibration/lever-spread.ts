// sim/calibration/lever-spread.ts: how far a fitted factor may lie from the truth, from truths that were
// planted and fitted (npm run planted).

import type { Lever } from './levers.js';

/**
 * Root mean square error of the logarithm of each factor, its lean to one side included, measured on
 * planted truths 0 to 9 of one winter each. Core beds have none: they and the flexible beds do the same
 * work, so that their factor leans by more than it is known.
 */
export const LEVER_SD: Record<Lever['id'], number | null> = {
  stay: 0.065,
  tail: 0.07,
  longer: 0.09,
  beds: null,
  department: 0.2,
  waits: 0.18,
  weekend: 0.16,
};
