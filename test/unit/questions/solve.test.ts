// test/unit/questions/solve.test.ts: planted answers, which closed forms know, lie in the interval of
// solve in at least 95 of 100 repeats, for less than a fifth of what a grid would simulate.

import { describe, expect, it } from 'vitest';
import { Draws, tagOf, toUnit } from '../../../sim/engine/draws.js';
import { type Seed, seedOf } from '../../../sim/engine/seed.js';
import { poissonQuantile } from '../../../sim/engine/special.js';
import { orderBounds } from '../../../sim/questions/order-bounds.js';
import { type Solution, type SolveProblem, solve } from '../../../sim/questions/solve.js';
import { erlangB } from '../../../sim/verification/formulas.js';
import { simulateUnlimited, stayTablesOf } from '../../../sim/verification/unlimited-beds.js';

const REPEATS = 100;
const upTo = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** How often the interval held the truth, and the share of a grid's winters that it took. */
async function repeated(
  truth: number,
  problemOf: (repeat: number) => SolveProblem,
): Promise<{ inside: number; share: number; solutions: Solution[] }> {
  const solutions: Solution[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat++) solutions.push(await solve(problemOf(repeat)));
  const inside = solutions.filter(({ low, high }) => {
    return (low ?? Infinity) <= truth && truth <= (high ?? Infinity);
  }).length;
  const simulated = solutions.reduce((sum, of) => sum + of.simulated, 0);
  const grid = solutions.reduce((sum, of) => sum + of.gridWinters, 0);
  return { inside, share: simulated / grid, solutions };
}

/** Share of 800 patients who find all beds taken, after 200 who are not counted. */
function lostShare(beds: number, load: number, seed: Seed, winter: number): number {
  const draws = new Draws(seed, winter);
  const until = new Float64Array(beds);
  let now = 0;
  let lost = 0;
  for (let patient = 0; patient < 1000; patient++) {
    now -= Math.log(toUnit(draws.bits(patient, tagOf(0, 4)))) / load;
    const free = until.findIndex((time) => time <= now);
    if (free >= 0) until[free] = now - Math.log(toUnit(draws.bits(patient, tagOf(0, 6))));
    else if (patient >= 200) lost++;
  }
  return lost / 800;
}

describe('100 repeats of solve', () => {
  it('find the beds that are enough in 9 winters of 10 (patients in bed are Poisson)', async () => {
    const load = 30;
    const stays = stayTablesOf({ distribution: 'exponential', mean: 10 });
    const truth = poissonQuantile(0.9, load * (1 - Math.exp(-3)));
    const found = await repeated(truth, (repeat) => {
      const seed = seedOf(`beds ${repeat}`);
      const inBed = (winter: number) =>
        simulateUnlimited({
          ratePerHour: () => load / 10,
          stays,
          hours: 31,
          startCount: 0,
          seed,
          replication: winter,
        })[30];
      const known = new Map<number, number>();
      return {
        values: upTo(10, 70),
        winters: 60,
        target: { atMost: 0, chance: 0.9 },
        sample: async (beds, winters) =>
          winters.map((winter) => {
            if (!known.has(winter)) known.set(winter, inBed(winter));
            return (known.get(winter) as number) - beds;
          }),
      };
    });
    expect(found.inside).toBeGreaterThanOrEqual(95);
    expect(found.share).toBeLessThan(0.2);
    expect(found.solutions.every(({ feasible }) => feasible === 'yes')).toBe(true);
  });

  it('find the beds with which one patient of 100 is lost (Erlang loss)', async () => {
    const load = 8;
    const truth = upTo(1, 60).find((beds) => erlangB(load, beds) <= 0.01) as number;
    const found = await repeated(truth, (repeat) => ({
      values: upTo(1, 60),
      winters: 30,
      target: { atMost: 0.01 },
      sample: async (beds, winters) =>
        winters.map((winter) => lostShare(beds, load, seedOf(`loss ${repeat}`), winter)),
    }));
    expect(found.inside).toBeGreaterThanOrEqual(95);
    expect(found.share).toBeLessThan(0.2);
  });
});

describe('solve', () => {
  const steps = (answer: number): SolveProblem['sample'] => {
    return async (value, winters) => winters.map((winter) => value - answer + (winter % 7) / 10);
  };

  it('says that a target holds at no value', async () => {
    const values = upTo(0, 20);
    const of = { values, winters: 20, sample: steps(100) };
    expect(await solve({ ...of, target: { atLeast: 0 } })).toMatchObject({
      value: null,
      low: null,
      high: null,
      feasible: 'no',
    });
  });

  it('says that nothing need change', async () => {
    const of = { values: upTo(0, 20), winters: 20, sample: steps(-5) };
    expect(await solve({ ...of, target: { atLeast: 0, chance: 0.5 } })).toMatchObject({
      value: 0,
      holdsAtOnce: true,
      feasible: 'yes',
    });
  });

  it('says that it is uncertain when too few winters were asked to be sure of a rare one', async () => {
    const of = { values: upTo(0, 20), winters: 10, sample: steps(5) };
    const found = await solve({ ...of, target: { atLeast: 0, chance: 0.95 } });
    expect(found).toMatchObject({ feasible: 'uncertain', high: null });
    expect(orderBounds(10, 0.95, 0.95).surely).toBe(11);
  });

  it('shows the curve that it saw, in order', async () => {
    const of = { values: upTo(0, 40), winters: 30, sample: steps(11.2) };
    const { value, curve, simulated } = await solve({ ...of, target: { atLeast: 0 } });
    expect(value).toBe(11);
    expect(curve.map((point) => point.value)).toEqual(
      curve.map((point) => point.value).sort((a, b) => a - b),
    );
    expect(curve.find((point) => point.value === 11)?.holds).toBe(true);
    expect(curve.find((point) => point.value === 10)?.holds).toBe(false);
    expect(simulated).toBeLessThan((41 * 30) / 5);
  });

  it('has bounds of a binomial count that are right by summing', () => {
    const choose = (n: number, k: number): number =>
      k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k;
    const chanceOf = (k: number) => choose(20, k) * 0.9 ** k * 0.1 ** (20 - k);
    const { least, surely } = orderBounds(20, 0.9, 0.95);
    const below = upTo(0, least - 1).reduce((sum, k) => sum + chanceOf(k), 0);
    expect(below).toBeLessThanOrEqual(0.025);
    expect(below + chanceOf(least)).toBeGreaterThan(0.025);
    expect(surely).toBe(21); // 20 of 20 still happens in 12 % of cases
  });
});
