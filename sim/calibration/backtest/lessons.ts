// sim/calibration/backtest/lessons.ts: what all organisations of the files teach about a winter to
// come: how levels change from winter to winter, and how demand grows.

import type { EmergencyMonth, History } from '../history.js';
import type { SeriesFile } from '../series.js';
import { DAYS_LEAST, type LevelRule, learnLevels, type WinterPair } from './level.js';
import { type LongStayRule, learnLongStays } from './long-stays.js';
import { type Growth, growthOf } from './plan.js';
import type { UsualWinters } from './usual.js';
import { historyOfWinter, type Winter, winterOf } from './winters.js';

export interface Lessons {
  rule: LevelRule;
  longStays: LongStayRule;
  growth: Growth;
}

const NATIONAL = ['ENG', 'MEAN'];

/**
 * Learns from the winters before the target, never from it or from what came after.
 * @param usual rules where the files hold too little
 */
export function lessonsOf(
  files: readonly SeriesFile[],
  target: Winter,
  earlier: readonly Winter[],
  usual: UsualWinters,
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
    rule: learnLevels(pairs, usual.level),
    longStays: learnLongStays(lasts, pairs, usual.longStays),
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
