// test/unit/engine/draws.test.ts: a draw is Threefry-2x32-13 of its key, and of nothing else.

import { describe, expect, it } from 'vitest';
import { Draws, tagOf, toUnit } from '../../../sim/engine/draws.js';
import { seedOf } from '../../../sim/engine/seed.js';
import { numbers } from './drain.js';
import { threefry, type Words } from './threefry.js';

const REPLICATION_TAG = 0x52455031;
const SEED = seedOf('draws');

/** Both halves of a block by the published cipher: the key of a replication is itself a block. */
function expected(seed: Words, replication: number, key: number, tag: number): [number, number] {
  return threefry(13, threefry(13, seed, [replication, REPLICATION_TAG]), [key, tag]);
}

const hex = (words: Words) => words.map((word) => (word >>> 0).toString(16).padStart(8, '0'));

describe('the cipher', () => {
  it.each([
    [13, [0, 0], [0, 0], '9d1c5ec6 8bd50731'],
    [13, [-1, -1], [-1, -1], 'fd36d048 2d17272c'],
    [13, [0x13198a2e, 0x03707344], [0x243f6a88, 0x85a308d3], 'ba3e4725 f27d669e'],
    [20, [0x13198a2e, 0x03707344], [0x243f6a88, 0x85a308d3], 'c4923a9c 483df7a0'],
  ] as const)(
    'of these tests gives the known answers of Random123 (%i rounds, key %j)',
    (rounds, key, counter, answer) => {
      expect(hex(threefry(rounds, key, counter)).join(' ')).toBe(answer);
    },
  );

  it('of the kernel is the published one, for any seed, replication, key and tag', () => {
    const random = numbers(8);
    const word = () => random(2 ** 32) | 0;
    for (let i = 0; i < 2000; i++) {
      const seed: Words = [word(), word()];
      const [replication, key, tag] = [random(10_000), word(), word()];
      const draws = new Draws(seed, replication);
      const first = draws.block(key, tag);
      expect([first, draws.other]).toEqual(expected(seed, replication, key, tag));
    }
  });

  it('of the kernel is the published one at the edges of its words', () => {
    const edges = [0, 1, -1, 2 ** 31 - 1, -(2 ** 31)];
    for (const a of edges) {
      for (const b of edges) {
        const draws = new Draws([a, b], 0);
        const first = draws.block(b, a);
        expect([first, draws.other]).toEqual(expected([a, b], 0, b, a));
      }
    }
  });
});

describe('keyed draws', () => {
  it('give the two halves of one block to an even purpose and the next odd one', () => {
    const draws = new Draws(SEED, 3);
    for (let purpose = 4; purpose < 40; purpose += 2) {
      const tag = tagOf(2, purpose, 5);
      const first = draws.block(77, tag);
      const { other } = draws;
      expect([draws.bits(77, tag), draws.bits(77, tag + 1)]).toEqual([first, other]);
      expect(first).not.toBe(other);
    }
  });

  it('do not depend on what was drawn before', () => {
    const draws = new Draws(SEED, 0);
    const keys = Array.from({ length: 500 }, (_, i) => i);
    const forward = keys.map((key) => draws.bits(key, tagOf(0, 7)));
    const backward = keys.toReversed().map((key) => {
      draws.bits(key, tagOf(1, 4));
      return draws.bits(key, tagOf(0, 7));
    });
    expect(backward.toReversed()).toEqual(forward);
    expect(keys.map((key) => new Draws(SEED, 0).bits(key, tagOf(0, 7)))).toEqual(forward);
  });

  it('differ by seed, replication, key, stream, purpose and attempt', () => {
    const at = (seed: string, replication: number, key: number, tag: number) =>
      new Draws(seedOf(seed), replication).bits(key, tag);
    const base = at('a', 0, 1, tagOf(1, 4, 1));
    const others = [
      at('b', 0, 1, tagOf(1, 4, 1)),
      at('a', 1, 1, tagOf(1, 4, 1)),
      at('a', 0, 2, tagOf(1, 4, 1)),
      at('a', 0, 1, tagOf(2, 4, 1)),
      at('a', 0, 1, tagOf(1, 5, 1)),
      at('a', 0, 1, tagOf(1, 6, 1)),
      at('a', 0, 1, tagOf(1, 4, 2)),
    ];
    expect(new Set([base, ...others]).size).toBe(8);
  });

  it('never meet: a million blocks of keys and tags are all different', () => {
    const draws = new Draws(SEED, 0);
    const blocks = new Float64Array(1_000_000);
    for (let i = 0; i < blocks.length; i++) {
      const key = i % 1000;
      const group = Math.floor(i / 1000);
      const first = draws.block(key, tagOf(group % 10, 2 * (group % 5), Math.floor(group / 10)));
      blocks[i] = (first >>> 0) * 2 ** 21 + (draws.other >>> 11);
    }
    blocks.sort();
    let equal = 0;
    for (let i = 1; i < blocks.length; i++) if (blocks[i] === blocks[i - 1]) equal++;
    expect(equal).toBe(0);
  });

  it('give ten thousand replications ten thousand keys, though seeds are neighbours', () => {
    const firsts = new Set<string>();
    for (let replication = 0; replication < 5000; replication++) {
      for (const seed of [[1, 2] as const, [1, 3] as const]) {
        const draws = new Draws(seed, replication);
        firsts.add(`${draws.block(0, 0)} ${draws.other}`);
      }
    }
    expect(firsts.size).toBe(10_000);
  });
});

describe('uniformity', () => {
  // 256 cells: χ² with 255 degrees of freedom is over 330.5 once in a thousand.
  it.each([
    ['neighbouring keys', (i: number) => [i, tagOf(0, 4)]],
    ['neighbouring attempts', (i: number) => [9, tagOf(i >> 12, 4, i)]],
    ['odd purposes', (i: number) => [i, tagOf(3, 5)]],
  ] as const)('is even over %s, in the high and the low bits', (_, keyOf) => {
    const draws = new Draws(SEED, 1);
    const count = 256_000;
    const high = new Int32Array(256);
    const low = new Int32Array(256);
    for (let i = 0; i < count; i++) {
      const [key, tag] = keyOf(i);
      const bits = draws.bits(key, tag);
      high[bits >>> 24]++;
      low[bits & 255]++;
    }
    for (const cells of [high, low]) {
      expect(cells.reduce((s, n) => s + (n - 1000) ** 2 / 1000, 0)).toBeLessThan(330.5);
    }
  });
});

describe('numbers and chances', () => {
  it('map 32 bits to the middle of their cell in (0, 1)', () => {
    expect(toUnit(0)).toBe(2 ** -33);
    expect(toUnit(-1)).toBe(1 - 2 ** -33);
    expect(toUnit(2 ** 31 - 1)).toBeLessThan(0.5);
    expect(toUnit(-(2 ** 31))).toBeGreaterThan(0.5);
  });

  it('give a unit number of the same bits', () => {
    const draws = new Draws(SEED, 2);
    expect(draws.unit(5, tagOf(0, 9))).toBe(toUnit(draws.bits(5, tagOf(0, 9))));
  });

  it('make a chance of 0 never, of 1 always, and of 0.3 three times in ten', () => {
    const draws = new Draws(SEED, 2);
    const times = (probability: number) => {
      let hits = 0;
      for (let key = 0; key < 100_000; key++) if (draws.chance(key, 10, probability)) hits++;
      return hits;
    };
    expect([times(0), times(1)]).toEqual([0, 100_000]);
    expect(Math.abs(times(0.3) - 30_000)).toBeLessThan(4 * Math.sqrt(100_000 * 0.3 * 0.7));
  });

  it('make a chance of exactly the draw no: draws below p have chance p', () => {
    const draws = new Draws(SEED, 2);
    const unit = draws.unit(5, 10);
    expect(draws.chance(5, 10, unit)).toBe(false);
    expect(draws.chance(5, 10, unit + 2 ** -32)).toBe(true);
  });

  it('pack stream, attempt and purpose without overlap', () => {
    const tags = new Set<number>();
    for (const stream of [0, 1, 2047, 4095]) {
      for (const attempt of [0, 1, 4095]) {
        for (const purpose of [0, 1, 255]) tags.add(tagOf(stream, purpose, attempt));
      }
    }
    expect(tags.size).toBe(36);
  });
});
