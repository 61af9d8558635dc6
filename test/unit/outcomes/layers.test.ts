// test/unit/outcomes/layers.test.ts: ignorance and luck are told apart where the truth is known.

import { describe, expect, it } from 'vitest';
import { toUnit } from '../../../sim/engine/draws.js';
import { seedOf } from '../../../sim/engine/seed.js';
import { normalQuantile } from '../../../sim/engine/special.js';
import { OUTCOMES } from '../../../sim/outcomes/keys.js';
import { layerShare, layersOf } from '../../../sim/outcomes/layers.js';
import { measured, runsOf } from './summary-of.js';

const normal = (name: string) => normalQuantile(toUnit(seedOf(name)[0]));

/** Pairs of values that share a draw of one spread and differ by luck of another. */
function pairs(draws: number, unknown: number, luck: number, name: string): number[] {
  return Array.from({ length: 2 * draws }, (_, k) => {
    const shared = normal(`${name} draw ${Math.floor(k / 2)}`);
    return 5 + unknown * shared + luck * normal(`${name} luck ${k}`);
  });
}

describe('layerShare', () => {
  it('finds the share that was put in', () => {
    const found = layerShare(pairs(400, 3, 4, 'a'));
    expect(found?.share).toBeCloseTo(9 / 25, 1);
    expect(found?.unknownSd).toBeCloseTo(3, 0);
    expect(found?.winterSd).toBeCloseTo(4, 0);
  });

  it('has intervals that hold the truth about 19 times in 20', () => {
    let held = 0;
    for (let i = 0; i < 200; i++) {
      const found = layerShare(pairs(25, 1, 1, `b${i}`));
      if (found !== null && found.low95 <= 0.5 && found.high95 >= 0.5) held++;
    }
    expect(held).toBeGreaterThanOrEqual(180);
    expect(held).toBeLessThanOrEqual(199);
  });

  it('of luck alone is near 0, of ignorance alone 1', () => {
    expect(layerShare(pairs(300, 0, 1, 'c'))?.share).toBeLessThan(0.12);
    expect(layerShare(pairs(20, 1, 0, 'd'))).toMatchObject({ share: 1, winterSd: 0 });
  });

  it('says nothing of too few draws, of nothing defined, of values all the same', () => {
    expect(layerShare(pairs(4, 1, 1, 'e'))).toBeNull();
    expect(layerShare(new Array(20).fill(Number.NaN))).toBeNull();
    expect(layerShare(new Array(20).fill(3))).toBeNull();
  });
});

it('layersOf takes outcomes of the base and differences of the others', () => {
  const values = pairs(10, 1, 1, 'f');
  const base = runsOf(
    'Base',
    values.map((value) => measured({ daysOver92Count: value })),
  );
  const plan = runsOf(
    'Plan',
    values.map((value, k) => measured({ daysOver92Count: value - 2 - (Math.floor(k / 2) % 2) })),
  );
  const [ofBase, ofPlan] = layersOf([base, plan]);
  expect(ofBase).toMatchObject({ scenario: 'Base', of: 'outcome', draws: 10 });
  expect(ofPlan.of).toBe('difference');
  const share = ofPlan.shares.find(({ key }) => key === 'daysOver92Count');
  expect(share?.share).toBeCloseTo(1, 6);
});

/*
 * Five draws of two winters, by hand: means 1, 2, 3, 4 and 10, each winter 1 from its mean.
 * Within: 2² ÷ 2 = 2 of each draw. Middle 4; squares 9 + 4 + 1 + 0 + 36 = 50; between: 2 × 50 ÷ 4 = 25.
 */
const BY_HAND = [0, 2, 1, 3, 2, 4, 3, 5, 9, 11];
const UNKNOWN = (25 - 2) / 2;

describe('five draws by hand', () => {
  const found = layerShare(BY_HAND);

  it('have the shares of the analysis of variance', () => {
    expect(found?.winterSd).toBeCloseTo(Math.sqrt(2), 12);
    expect(found?.unknownSd).toBeCloseTo(Math.sqrt(UNKNOWN), 12);
    expect(found?.share).toBeCloseTo(UNKNOWN / (UNKNOWN + 2), 12);
  });

  it('have the interval of a ratio of 12.5 with 4 and 5 degrees of freedom', () => {
    const half = 1.959963984540054 * Math.sqrt(2 / 4 + 2 / 5);
    const at = (ratio: number) => (ratio - 1) / (ratio + 1);
    expect(found?.low95).toBeCloseTo(at(12.5 * Math.exp(-half)), 9);
    expect(found?.high95).toBeCloseTo(at(12.5 * Math.exp(half)), 9);
  });

  it('pass over a winter without its pair, and say nothing when one value is undefined', () => {
    expect(layerShare([...BY_HAND, 1000])).toEqual(found);
    expect(layerShare([...BY_HAND.slice(0, 9), Number.NaN])).toBeNull();
    expect(layerShare(BY_HAND.slice(0, 8))).toBeNull();
  });

  it('are luck alone where the draws agree', () => {
    const luck = layerShare([0, 2, 0, 2, 0, 2, 0, 2, 0, 2]);
    expect(luck).toEqual({ share: 0, low95: 0, high95: 0, unknownSd: 0, winterSd: Math.sqrt(2) });
  });

  it('are ignorance alone, and certain, where both winters of each draw agree', () => {
    const alike = layerShare([1, 1, 2, 2, 3, 3, 4, 4, 10, 10]);
    expect(alike).toMatchObject({ share: 1, low95: 1, high95: 1, winterSd: 0 });
    expect(alike?.unknownSd).toBeCloseTo(Math.sqrt(12.5), 12);
  });
});

describe('layersOf', () => {
  const scenario = (name: string, values: number[]) =>
    runsOf(
      name,
      values.map((daysOver92Count, k) =>
        measured({ daysOver92Count, attendancesCount: 5 + k, deathsCount: 3 * k ** 2 }),
      ),
    );

  it('has every main outcome that is defined and varies, and no other', () => {
    const [of] = layersOf([scenario('Base', BY_HAND)]);
    const main = OUTCOMES.filter((outcome) => 'main' in outcome).map(({ key }) => key as string);
    const given = ['daysOver92Count', 'attendancesCount', 'deathsCount'];
    expect(of.shares.map(({ key }) => key)).toEqual(main.filter((key) => given.includes(key)));
    expect(of.shares.find(({ key }) => key === 'daysOver92Count')).toEqual({
      key: 'daysOver92Count',
      ...layerShare(BY_HAND),
    });
  });

  it('takes the base as it is and another winter by winter from it', () => {
    const less = [1, 1, 2, 2, 3, 3, 4, 4, 10, 10];
    const other = BY_HAND.map((value, k) => value - less[k]);
    const [base, plan] = layersOf([scenario('Base', BY_HAND), scenario('Plan', other)]);
    expect([base.draws, plan.draws]).toEqual([5, 5]);
    const ofPlan = plan.shares.find(({ key }) => key === 'daysOver92Count');
    expect(ofPlan).toMatchObject({ share: 1, winterSd: 0 });
    expect(ofPlan?.unknownSd).toBeCloseTo(Math.sqrt(12.5), 12);
    expect(base.shares[0]).not.toEqual(plan.shares[0]);
  });

  it('pairs winters of one draw by their numbers where some are missing', () => {
    // 0 to 4, 6, 8 and 10 to 15: 4, 6 and 8 are without the other winter of their draw.
    const numbers = [0, 1, 2, 3, 4, 6, 8, 10, 11, 12, 13, 14, 15];
    const [alone, pairs] = [1000, BY_HAND];
    const values = numbers.map((k) =>
      k < 4 ? pairs[k] : k < 10 ? alone * k : (pairs[k - 6] as number),
    );
    const others = values.map((value, i) => value - (numbers[i] < 10 ? 7 : 3));
    const gappy = { ...scenario('Base', values as number[]), numbers };
    const [of, ofPlan] = layersOf([gappy, { ...scenario('Plan', others as number[]), numbers }]);
    expect(of.draws).toBe(5);
    expect(of.shares.find(({ key }) => key === 'daysOver92Count')).toEqual({
      key: 'daysOver92Count',
      ...layerShare(BY_HAND),
    });
    const differences = ofPlan.shares.find(({ key }) => key === 'daysOver92Count');
    expect(differences).toMatchObject({ share: 1, winterSd: 0 });
    const few = { ...scenario('Base', BY_HAND), numbers: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] };
    expect(layersOf([few])).toEqual([]); // four draws, though ten winters
  });

  it('of nothing, or of fewer than five draws, is empty', () => {
    expect(layersOf([])).toEqual([]);
    expect(layersOf([scenario('Base', BY_HAND.slice(0, 9))])).toEqual([]);
    expect(layersOf([scenario('Base', BY_HAND)])).toHaveLength(1);
  });
});
