// test/unit/outcomes/layers.test.ts: ignorance and luck are told apart where the truth is known.

import { describe, expect, it } from 'vitest';
import { toUnit } from '../../../sim/engine/draws.js';
import { seedOf } from '../../../sim/engine/seed.js';
import { normalQuantile } from '../../../sim/engine/special.js';
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
