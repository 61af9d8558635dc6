// test/draws/uniformity.test.ts: draws are even, and independent of their neighbours: those of the
// next patient, purpose, replication, try and stream, and in the order in which the model draws.
//
// The draws are fixed, so the tests are too: the error probability is that of a perfect generator
// being refused for the one seed chosen. All p-values of this file are one family; the smallest is
// compared with ERROR ÷ their number (Bonferroni, which is the first step of Holm).

import { describe, expect, it } from 'vitest';
import { seedOf } from '../../sim/engine/seed.js';
import { counting, ORDERS, type Order } from './orders.js';
import { chiSquareAbove, kolmogorovSmirnov, poissonTwoSided, WORD_TESTS } from './statistics.js';

const ERROR = 1e-3;
const WORDS = 1 << 19;
const TESTS = Object.keys(WORD_TESTS);
const FAMILY = Object.keys(ORDERS).length * TESTS.length;

/** p-values of all tests, each on words of its own. */
function pValues(order: Order): Record<string, number> {
  const words = new Int32Array(WORDS);
  return Object.fromEntries(
    TESTS.map((name) => {
      order(words);
      return [name, WORD_TESTS[name](words)];
    }),
  );
}

describe('draws in the order of', () => {
  const all: number[] = [];

  it.each(Object.keys(ORDERS))('%s pass every test', (name) => {
    const found = pValues(ORDERS[name]('uniformity'));
    all.push(...Object.values(found));
    const refused = Object.entries(found).filter(([, p]) => !(p > ERROR / FAMILY));
    expect(refused).toEqual([]);
  });

  it('all orders have p-values that are even themselves', () => {
    expect(all).toHaveLength(FAMILY);
    const words = Int32Array.from(all, (p) => Math.min(p * 2 ** 32, 2 ** 32 - 1) | 0);
    expect(kolmogorovSmirnov(words)).toBeGreaterThan(ERROR);
  });
});

/** Good draws with a fault put in. */
function changed(change: (word: number, index: number) => number): Order {
  const inner = ORDERS.patients('fault');
  let index = 0;
  return (words) => {
    inner(words);
    for (let i = 0; i < words.length; i++) words[i] = change(words[i], index++);
  };
}

/** Faults that others had, or that could be made here, and a test that must refuse each. */
const FAULTS: readonly (readonly [string, string, () => Order])[] = [
  [
    'one draw in a hundred pushed up',
    'distribution function',
    () => changed((word, i) => (i % 100 === 0 ? (word >>> 1) | (1 << 31) : word)),
  ],
  ['a low bit that is never set', 'low bits', () => changed((word) => word & ~1)],
  ['a high cell half empty', 'high bits', () => changed((word) => (word >>> 20 ? word : ~word))],
  [
    'a linear congruential generator modulo 2^32',
    'birthday spacings',
    () => {
      let state = 1;
      return counting(() => {
        state = (Math.imul(state, 69069) + 12345) | 0;
        return state;
      });
    },
  ],
  [
    'a counter times the golden ratio',
    'serial correlation',
    () => counting((i) => Math.imul(i, 0x9e3779b9) | 0),
  ],
  [
    'pairs that share their low bits',
    'bits that change',
    () => {
      let previous = 0;
      return changed((word, i) => {
        const mixed = i % 2 ? (word & ~3) | (previous & 3) : word;
        previous = word;
        return mixed;
      });
    },
  ],
  [
    'seeds by arithmetic: replication k + 1 begins one draw after replication k',
    'collisions',
    () => {
      const stream = ORDERS.patients(String(seedOf('shared')));
      const words = new Int32Array(WORDS + 64);
      stream(words);
      return counting((i) => words[Math.floor(i / 64) + (i % 64)]);
    },
  ],
];

describe('a fault is refused:', () => {
  it.each(FAULTS)('%s, by %s', (_, test, order) => {
    const words = new Int32Array(WORDS);
    order()(words);
    expect(WORD_TESTS[test](words)).toBeLessThan(ERROR / FAMILY);
  });
});

describe('chances that the tests use', () => {
  it('are those of printed tables', () => {
    expect(chiSquareAbove(3.841459, 1)).toBeCloseTo(0.05, 6);
    expect(chiSquareAbove(330.5197, 255)).toBeCloseTo(0.001, 6);
    expect(chiSquareAbove(4244.99, 4095)).toBeCloseTo(0.05, 4);
    expect(poissonTwoSided(4, 4)).toBe(1);
    expect(poissonTwoSided(12, 4)).toBeCloseTo(2 * 0.000915, 5);
    expect(poissonTwoSided(0, 4)).toBeCloseTo(2 * Math.exp(-4), 8);
  });
});
