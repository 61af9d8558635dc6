// test/unit/calibration/broyden.test.ts: levers are found where they are known.

import { describe, expect, it } from 'vitest';
import { type FitOptions, meetGoals } from '../../../sim/calibration/broyden.js';

const OPTIONS: FitOptions = { step: 0.1, stepMost: 0.5, looksMost: 30 };
const WIDE = { least: -3, most: 3 };

const bowl = async ([a, b]: readonly number[]) => [Math.exp(a) + 0.2 * b, b + 0.3 * a * a];

describe('meetGoals', () => {
  it('finds two levers of a curved case, and says with how many looks', async () => {
    const [first, second] = await bowl([0.4, -0.3]);
    const goals = [first, second].map((target) => ({ target, tolerance: 1e-4 }));
    const fit = await meetGoals(bowl, [0, 0], [WIDE, WIDE], goals, OPTIONS);
    expect(fit.isMet).toBe(true);
    expect(fit.levers[0]).toBeCloseTo(0.4, 3);
    expect(fit.levers[1]).toBeCloseTo(-0.3, 3);
    expect(fit.looks).toBeLessThan(15);
  });

  it('needs one look where the goals are met at the start', async () => {
    const goals = [{ target: 1, tolerance: 0.1 }];
    const fit = await meetGoals(async () => [1.05], [0], [WIDE], goals, OPTIONS);
    expect(fit).toMatchObject({ isMet: true, looks: 1, levers: [0] });
  });

  it('comes as near as it can where a bound is in the way', async () => {
    const goals = [{ target: 5, tolerance: 0.01 }];
    const line = async ([a]: readonly number[]) => [2 * a];
    const fit = await meetGoals(line, [0], [{ least: -1, most: 1 }], goals, OPTIONS);
    expect(fit.isMet).toBe(false);
    expect(fit.levers[0]).toBe(1);
    expect(fit.distance).toBeCloseTo(300, 6);
  });

  it('weighs more goals than levers by their tolerances', async () => {
    const goals = [
      { target: 0, tolerance: 1 },
      { target: 1, tolerance: 0.1 },
    ];
    const line = async ([a]: readonly number[]) => [a, a];
    const fit = await meetGoals(line, [0], [WIDE], goals, OPTIONS);
    expect(fit.levers[0]).toBeCloseTo(1 / 1.01, 2); // (0 x 1 + 1 x 100) / 101
  });

  it('stops at the most looks, with the best found', async () => {
    const goals = [{ target: 100, tolerance: 1e-9 }];
    const fit = await meetGoals(async ([a]) => [a], [0], [{ least: 0, most: 1e6 }], goals, {
      ...OPTIONS,
      looksMost: 5,
    });
    expect(fit.looks).toBe(5);
    expect(fit.levers[0]).toBeCloseTo(1.5, 6); // three moves of at most 0.5
  });
});
