// test/unit/questions/direction.test.ts: which end of a range helps is told by winters that both ends meet;
// what is undefined tells nothing, and nothing is answered about what no winter gives.

import { describe, expect, it } from 'vitest';
import { best, UndefinedOutcomeOf } from '../../../sim/questions/best.js';
import { directionOf } from '../../../sim/questions/direction.js';
import { solve, UndefinedOutcome } from '../../../sim/questions/solve.js';
import { parseTarget } from '../../../sim/questions/target.js';

const values = [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20];
const of = (at: (value: number, winter: number) => number) => ({
  values,
  winters: 40,
  target: { atMost: 5.2 },
  sample: async (value: number, winters: readonly number[]) => winters.map((w) => at(value, w)),
});

describe('which end helps', () => {
  it('is told by eight winters when these leave no doubt', async () => {
    let most = 0;
    const found = await directionOf(
      of((value, winter) => {
        most = Math.max(most, winter);
        return 100 - value + (winter % 3);
      }),
    );
    expect(found).toEqual({ moreHelps: true, isSure: true });
    expect(most).toBe(7);
  });

  it('is told by all winters when eight point the other way', async () => {
    // In the first eight winters more seems to hurt, within what chance can do; in all, it helps.
    const at = (value: number, winter: number) =>
      value === 20 ? (winter < 8 ? (winter % 2 === 0 ? 9 : -6) : -5) : 0;
    expect(await directionOf(of(at))).toEqual({ moreHelps: true, isSure: true });
  });

  it('is said to be unsure when all winters leave a doubt', async () => {
    const at = (value: number, winter: number) => (value === 20 ? (winter % 2) - 0.6 : 0);
    expect(await directionOf(of(at))).toEqual({ moreHelps: true, isSure: false });
  });

  it('is neither when both ends give the same in every winter', async () => {
    expect(await directionOf(of((_, winter) => winter))).toEqual({
      moreHelps: null,
      isSure: false,
    });
  });

  it('leaves out winters that are undefined at one end', async () => {
    const at = (value: number, winter: number) => (winter === 3 ? Number.NaN : value);
    expect(await directionOf(of(at))).toEqual({ moreHelps: false, isSure: true });
  });
});

describe('solve', () => {
  it('gives the interval with its lower value first where less is better', async () => {
    const noise = (winter: number) => (winter % 5) - 2;
    const problem = of((value, winter) => value - 10 + noise(winter));
    const found = await solve({ ...problem, values: [...values].reverse() });
    expect(found.value).toBe(15);
    expect(found.low).toBeLessThan(15);
    expect(found.high).toBeGreaterThan(found.low as number);
  });

  it('ends with the place when no winter gives the outcome there', async () => {
    const problem = of((value) => (value === 15 ? Number.NaN : value));
    await expect(solve(problem)).rejects.toEqual(new UndefinedOutcome(15, 8));
  });
});

describe('best', () => {
  const problem = {
    plans: 3,
    better: 'lower',
    indifference: 1,
    confidence: 0.95,
    firstStage: 5,
    most: 9,
  } as const;

  it('refuses a plan without the outcome instead of dropping it', async () => {
    const sample = async (winter: number, plans: readonly number[]) =>
      plans.map((p) => (p === 2 && winter === 4 ? Number.NaN : p));
    await expect(best({ ...problem, sample })).rejects.toEqual(new UndefinedOutcomeOf(2, 4));
  });

  it('refuses fewer winters at most than at first', async () => {
    const sample = async (_: number, plans: readonly number[]) => plans.map((p) => p);
    await expect(best({ ...problem, most: 4, sample })).rejects.toThrow('4 winters at most');
  });
});

describe('a target', () => {
  it('is a part of the days only for counts of days', () => {
    expect(parseTarget('daysOver92Count<=5%', 182)).toMatchObject({ atMost: 9.1 });
    expect(parseTarget('longestRunOver92Days<=5%', 100)).toMatchObject({ atMost: 5 });
    expect(() => parseTarget('stayMeanDays<=5%', 182)).toThrow(
      '% goes with shares and counts of days',
    );
  });
});
