// web/charts/board-outcomes.ts: the outcomes that boards ask for first.

import type { Outcome } from '../../sim/outcomes/keys.js';

export const BOARD_OUTCOMES: readonly Outcome[] = [
  'daysOver92Count',
  'occupancy0800ShareMean',
  'within4hType1Share',
  'over12hFromArrivalShare',
  'handoverOver30Share',
  'electivesCancelledCount',
];
