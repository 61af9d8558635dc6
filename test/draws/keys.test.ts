// test/draws/keys.test.ts: no two keys meet, and no draw serves two ends.
//
// A draw is cipher(cipher(seed, replication), (key, tag)). The cipher has an inverse, shown below
// by using it; a tag gives back its stream, attempt and purpose; so within a replication no two
// draws share their input. Seeds by arithmetic made 40 of 75 streams of one published model share
// a stream: here the key of a replication is itself a block of the cipher.

import { describe, expect, it } from 'vitest';
import { HOURS_MAX, HourArrivals, RATE_PER_HOUR_MAX } from '../../sim/engine/arrivals.js';
import { ATTEMPTS_MAX, Draws, PURPOSES_MAX, STREAMS_MAX, tagOf } from '../../sim/engine/draws.js';
import { seedOf } from '../../sim/engine/seed.js';
import { FAST_KERNEL } from '../../sim/hospital/kernel.js';
import * as purposes from '../../sim/hospital/purposes.js';
import { simulate } from '../../sim/hospital/simulate.js';
import { INTERVENTIONS } from '../../sim/interventions/registry.js';
import { randomScenario } from '../differential/random-scenario.js';
import { numbers } from '../unit/engine/drain.js';
import { threefryBackwards } from './cipher-backwards.js';
import { RecordedDraws } from './recorded-draws.js';

const random = numbers(21);
const word = () => (random(2 ** 16) << 16) | random(2 ** 16);

describe('the cipher', () => {
  it('has an inverse: what went in can be computed from what came out, for any key', () => {
    for (let i = 0; i < 5_000; i++) {
      const seed = [word(), word()] as const;
      const replication = word();
      const [key, tag] = [word(), word()];
      const draws = new Draws(seed, replication);
      const out = [draws.block(key, tag), draws.other] as const;
      const inner = [Reflect.get(draws, 'k0'), Reflect.get(draws, 'k1')] as const;
      expect(threefryBackwards(inner, out)).toEqual([key, tag]);
      expect(threefryBackwards(seed, inner)[0]).toBe(replication);
    }
  });
});

describe('a tag', () => {
  it('gives back its stream, attempt and purpose at every edge and at random', () => {
    const edges = (most: number) => [
      0,
      1,
      most / 2,
      most - 1,
      ...[1, 2, 3].map(() => random(most)),
    ];
    for (const stream of edges(STREAMS_MAX)) {
      for (const attempt of edges(ATTEMPTS_MAX)) {
        for (const purpose of edges(PURPOSES_MAX)) {
          const tag = tagOf(stream, purpose, attempt);
          expect([tag >>> 20, (tag >>> 8) & 4095, tag & 255]).toEqual([stream, attempt, purpose]);
        }
      }
    }
  });

  it('is the sum of the tags of its parts, so what holds for each bit holds for all of them', () => {
    for (let i = 0; i < 5_000; i++) {
      const parts = [random(STREAMS_MAX), random(PURPOSES_MAX), random(ATTEMPTS_MAX)] as const;
      const [stream, purpose, attempt] = parts;
      const sum = tagOf(stream, 0) | tagOf(0, purpose) | tagOf(0, 0, attempt);
      expect(tagOf(...parts)).toBe(sum);
    }
    const bits = Array.from({ length: 12 }, (_, bit) => 1 << bit);
    const single = [
      ...bits.map((bit) => tagOf(bit, 0)),
      ...bits.map((bit) => tagOf(0, 0, bit)),
      ...bits.slice(0, 8).map((bit) => tagOf(0, bit)),
    ];
    expect(new Set(single).size).toBe(32);
    expect(single.reduce((a, b) => a | b)).toBe(-1);
    expect(single.every((tag) => (tag & (tag - 1)) === 0)).toBe(true);
  });
});

describe('the key of an arrival', () => {
  it('tells its hour and strip: no two hours of a run share one', () => {
    const draws = new Draws(seedOf('keys'), 0);
    const arrivals = new HourArrivals();
    for (const hour of [0, 1, 2, 511, 512, 4367, HOURS_MAX - 1]) {
      arrivals.draw(draws, 0, hour, RATE_PER_HOUR_MAX);
      const keys = arrivals.keys.subarray(0, arrivals.count);
      expect(keys.every((key) => key >> 15 === hour)).toBe(true);
      expect(new Set(keys).size).toBe(arrivals.count);
    }
  });
});

describe('purposes', () => {
  const { FIRST_OFFER, OFFER_PURPOSES, OFFERS_MAX, ...named } = purposes;
  const afterOffers = FIRST_OFFER + OFFERS_MAX * OFFER_PURPOSES;

  it('have each a number of their own, above those of arrivals and beside those of offers', () => {
    const used = Object.values(named);
    expect(new Set(used).size).toBe(used.length);
    expect(Math.min(...used)).toBe(4);
    expect(Math.max(...used)).toBeLessThan(PURPOSES_MAX);
    expect(used.filter((each) => each >= FIRST_OFFER && each < afterOffers)).toEqual([]);
  });

  it('of interventions are apart: each has a number of its own in their range', () => {
    const numbers = INTERVENTIONS.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(Math.max(...numbers)).toBeLessThan(OFFERS_MAX);
  });
});

describe('a whole replication', () => {
  it('looks at no draw twice: nothing depends on anything else through a shared draw', () => {
    let draws = 0;
    for (let number = 1; number <= 6; number++) {
      const { parameters, seed, replication } = randomScenario(number);
      const made: RecordedDraws[] = [];
      const kernel = {
        ...FAST_KERNEL,
        draws: (...key: ConstructorParameters<typeof RecordedDraws>) => {
          made.push(new RecordedDraws(...key));
          return made[0];
        },
      };
      const recorded = simulate(parameters, seedOf(seed), replication, null, kernel);
      const plain = simulate(parameters, seedOf(seed), replication);
      expect(recorded.eventsCount).toBe(plain.eventsCount);
      const counted = made[0].counted();
      const again = [...counted.again].map(([tag, times]) => {
        return `scenario ${number}: purpose ${tag & 255} of stream ${tag >>> 20}, ${times} times`;
      });
      expect(again).toEqual([]);
      draws += counted.draws;
    }
    expect(draws).toBeGreaterThan(40_000);
  });
});
