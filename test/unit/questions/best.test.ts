// test/unit/questions/best.test.ts: the best plan is chosen as often as promised, and dropping pays.

import { expect, it } from 'vitest';
import { Draws, tagOf, toUnit } from '../../../sim/engine/draws.js';
import { seedOf } from '../../../sim/engine/seed.js';
import { normalQuantile } from '../../../sim/engine/special.js';
import { best } from '../../../sim/questions/best.js';

const REPEATS = 300;
const MEANS = [171, 165, 160, 154, 155.5]; // the fourth is the best, by just more than a day

it('300 choices among five plans are right in at least 95 %, for fewer winters than all plans take', async () => {
  let right = 0;
  let saved = 0;
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const seed = seedOf(`best ${repeat}`);
    const normal = (winter: number, purpose: number) =>
      normalQuantile(toUnit(new Draws(seed, winter).bits(purpose, tagOf(0, 4))));
    const found = await best({
      plans: MEANS.length,
      better: 'lower',
      indifference: 1,
      confidence: 0.95,
      firstStage: 15,
      most: 2000,
      // All plans share the winter; each has some noise of its own.
      sample: async (winter, plans) =>
        plans.map((p) => MEANS[p] + 12 * normal(winter, 100) + 5 * normal(winter, p)),
    });
    if (found.isSure && found.plan === 3) right++;
    saved += 1 - found.simulated / (found.winters * MEANS.length);
  }
  expect(right / REPEATS).toBeGreaterThanOrEqual(0.95);
  expect(saved / REPEATS).toBeGreaterThan(0.3);
});

it('a choice that winters do not suffice for is said not to be sure', async () => {
  const sample = async (winter: number, plans: readonly number[]) =>
    plans.map((p) => ((winter * 7 + p * 3) % 11) + p / 100);
  const problem = { plans: 2, better: 'higher', indifference: 0.01, confidence: 0.95 } as const;
  const found = await best({ ...problem, firstStage: 5, most: 20, sample });
  expect(found).toMatchObject({ isSure: false, winters: 20, simulated: 40 });
});
