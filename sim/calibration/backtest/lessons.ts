// sim/calibration/backtest/lessons.ts: what all organisations of the files teach about a winter to
// come: how levels change from winter to winter, and how demand grows.

import type { EmergencyMonth, History } from '../history.js';
import type { SeriesFile } from '../series.js';
import { DAYS_LEAST, type LevelRule, learnLevels, type WinterPair } from './level.js';
import { type LongStayRule, learnLongStays } from './long-stays.js';
import { type Growth, growthOf } from './plan.js';
import { historyOfWinter, type Winter, winterOf } from './winters.js';

export interface Lessons {
  rule: LevelRule;
  longStays: LongStayRule;
  growth: Growth;
}

/**
 * The rule where the files have too few organisations to learn one: levels of 105 and 102 trusts in
 * the winters of 2015-16 to 2017-18 (NHS England daily situation reports).
 */
export const USUAL_RULE: LevelRule = {
  shrink: 0.05,
  toward: 0.95,
  changes: [
    -0.055, -0.034, -0.024, -0.019, -0.015, -0.012, -0.0095, -0.007, -0.005, -0.0025, 0, 0.0025,
    0.005, 0.007, 0.0095, 0.012, 0.015, 0.019, 0.024, 0.034, 0.055,
  ],
  basis: 'about 100 trusts, winters 2015-16 to 2017-18',
};

const NATIONAL = ['ENG', 'MEAN'];

/** Learns from the winters before the target, never from it or from what came after. */
export function lessonsOf(
  files: readonly SeriesFile[],
  target: Winter,
  earlier: readonly Winter[],
): Lessons {
  const orgs = new Set(files.flatMap(({ organisations }) => organisations.map(({ org }) => org)));
  for (const org of NATIONAL) orgs.delete(org);
  const winters = [...earlier].sort();
  const pairs: WinterPair[] = [];
  const lasts: History[] = [];
  const months: EmergencyMonth[][] = [];
  for (const org of orgs) {
    const histories = winters.map((winter) => historyOfWinter(org, files, winter));
    for (let i = 1; i < histories.length; i++) {
      pairs.push([histories[i - 1], histories[i]]);
    }
    const last = histories.findLast(({ days }) => days.length >= DAYS_LEAST);
    if (last !== undefined) lasts.push(last);
    months.push(monthsBefore(org, files, target));
  }
  return {
    rule: learnLevels(pairs, USUAL_RULE),
    longStays: learnLongStays(lasts, pairs),
    growth: growthOf(months),
  };
}

function monthsBefore(org: string, files: readonly SeriesFile[], target: Winter): EmergencyMonth[] {
  const values = new Map<string, EmergencyMonth>();
  for (const { organisations } of files) {
    for (const own of organisations) {
      if (own.org !== org) continue;
      const admissions = new Map(
        (own.series.get('emergency_admissions') ?? []).map(({ when, value }) => [when, value]),
      );
      for (const { when, value } of own.series.get('attendances') ?? []) {
        if (winterOf(`${when}-01`) >= target) continue;
        const admitted = admissions.get(when) ?? Number.NaN;
        values.set(when, {
          month: when,
          attendances: value,
          breaches: Number.NaN,
          admissions: admitted,
        });
      }
    }
  }
  return [...values.values()];
}
