// sim/calibration/backtest/usual.ts: what is expected of a winter where the files have too few
// organisations to learn it from, as scenarios/data/usual_winters.yaml gives it.

import { parse } from 'yaml';
import { z } from 'zod';
import type { LevelRule } from './level.js';
import type { LongStayRule } from './long-stays.js';

/** Data file of the rules. */
export const USUAL_WINTERS_FILE = 'usual_winters.yaml';

const share = z.number().min(0).max(1);
const said = {
  basis: z.string().min(1),
  source: z.string().min(1),
  confidence: z.enum(['high', 'medium', 'low']),
};
const usualWinters = z.strictObject({
  level: z.strictObject({
    shrink: share,
    toward: share,
    changes: z.array(z.number().min(-1).max(1)).min(1),
    ...said,
  }),
  longStays: z.strictObject({
    shrink: share,
    toward: z.strictObject({ over7: share, over21: share }),
    ...said,
  }),
});

/** Rules where nothing can be learnt. */
export interface UsualWinters {
  level: LevelRule;
  longStays: LongStayRule;
}

/**
 * Reads the rules.
 * @param text the data file, or null where there is none
 * @throws Error when it is missing or not of this form
 */
export function usualWintersOf(text: string | null): UsualWinters {
  if (text === null) throw new Error(`There is no data file ${USUAL_WINTERS_FILE}.`);
  const { level, longStays } = usualWinters.parse(parse(text));
  return {
    level: {
      shrink: level.shrink,
      toward: level.toward,
      changes: level.changes,
      basis: level.basis,
    },
    longStays: {
      shrink: longStays.shrink,
      toward: longStays.toward,
      basis: longStays.basis,
    },
  };
}
