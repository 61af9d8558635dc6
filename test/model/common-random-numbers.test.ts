// test/model/common-random-numbers.test.ts: the same patients in every scenario make differences
// sharp: their variance beside that of independent seeds.

import { expect, it } from 'vitest';
import type { Outcome } from '../../sim/outcomes/keys.js';
import { batchOf, column, lister, paired, variance } from './batches.js';

const REPLICATIONS = 40;
const RATIO_LEAST = 20;
/** One plan of each kind: at the door, at streaming, at discharge, in beds, and together. */
const PLANS = [
  'frailty-in-reach-50h',
  'frailty-in-reach-70h',
  'sdec-14h',
  'discharge-to-assess',
  'escalation-beds-24',
  'all-together',
];
const KEYS: Outcome[] = ['bedsOccupiedMean', 'occupancy0800ShareMean', 'within4hType1Share'];

it('shrinks the variance of the occupancy difference at least 20 times, for each plan', async () => {
  const scenarios = [lister(), ...PLANS.map((plan) => lister([plan]))];
  const { scenarios: runs } = await batchOf(scenarios, { replications: REPLICATIONS });
  const rows = PLANS.map((plan, i) => {
    const ratios = KEYS.map((key) => {
      const base = column(runs[0], key);
      const withPlan = column(runs[i + 1], key);
      return (variance(base) + variance(withPlan)) / variance(paired(withPlan, base));
    });
    return { plan, ratios };
  });
  const header = ['independent ÷ common variance', ...KEYS];
  const lines = rows.map(({ plan, ratios }) => [plan, ...ratios.map((ratio) => ratio.toFixed(0))]);
  process.stdout.write(
    `${[header, ...lines].map((cells) => cells.map((c) => c.padEnd(30)).join('')).join('\n')}\n`,
  );
  for (const { plan, ratios } of rows) {
    expect(ratios[0], `${plan}: beds occupied`).toBeGreaterThanOrEqual(RATIO_LEAST);
  }
});
