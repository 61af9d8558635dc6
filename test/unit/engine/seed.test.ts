// test/unit/engine/seed.test.ts: a phrase becomes two integers, the same for ever.

import { describe, expect, it } from 'vitest';
import { seedOf } from '../../../sim/engine/seed.js';

describe('seed of a phrase', () => {
  it('is the same at each call', () => {
    expect(seedOf('winter 2017-18')).toEqual(seedOf('winter 2017-18'));
  });

  it('is what it was in the first version: results can be reproduced from their phrase', () => {
    expect(seedOf('winter')).toEqual([1735677986, 1100664084]);
    expect(seedOf('')).toEqual([-1902967660, 1133049098]);
  });

  it('differs between phrases that differ by a letter, a space or a capital', () => {
    const phrases = ['', ' ', '0', '1', '01', '10', 'a', 'A', 'a ', ' a', 'aa', 'winter', 'wintes'];
    const seeds = new Set(phrases.map((phrase) => seedOf(phrase).join(' ')));
    expect(seeds.size).toBe(phrases.length);
  });

  it('differs between ten thousand numbered phrases, in each of its two integers', () => {
    const seeds = Array.from({ length: 10_000 }, (_, i) => seedOf(String(i)));
    expect(new Set(seeds.map((seed) => seed.join(' '))).size).toBe(10_000);
    for (const half of [0, 1]) {
      // By chance alone two of 10,000 32-bit integers are equal about once in a hundred such sets.
      expect(new Set(seeds.map((seed) => seed[half])).size).toBeGreaterThan(9997);
    }
  });

  it('gives 32-bit integers to any text', () => {
    for (const phrase of ['', 'é', '❄️ winter', 'x'.repeat(10_000)]) {
      for (const half of seedOf(phrase)) expect(half | 0).toBe(half);
    }
  });
});
