// test/differential/dice.ts: chance for making up scenarios, the same for the same seed; it shares
// nothing with the draws under test.

import type { Model } from '../../sim/scenario/schema.js';

/** A distribution as a scenario file holds it. */
export type Distribution = Model['beds']['transferMinutes'];

const EDGE_CHANCE = 0.12; // of a value at the very end of what is allowed

/** A small generator (mulberry32) and what scenarios are made of. */
export class Dice {
  constructor(private state: number) {}

  /** A number from 0 to 1, without 1. */
  unit(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  /** A whole number, both ends included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.unit() * (high - low + 1));
  }

  /** A number of three digits between two. */
  between(low: number, high: number): number {
    return Math.round((low + this.unit() * (high - low)) * 1000) / 1000;
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.unit() * list.length)];
  }

  list<T>(length: number, make: (index: number) => T): T[] {
    return Array.from({ length }, (_, index) => make(index));
  }

  /** A capacity: often 0 or 1, where errors show. */
  capacity(most: number): number {
    if (this.chance(EDGE_CHANCE)) return 0;
    return this.chance(EDGE_CHANCE) ? 1 : this.whole(1, most);
  }

  /** A share, with 0 and 1 among them. */
  share(): number {
    if (this.chance(EDGE_CHANCE)) return 0;
    return this.chance(EDGE_CHANCE) ? 1 : this.between(0.01, 0.99);
  }

  /** Shares that add up to 1, some of them 0. */
  proportions(length: number): number[] {
    const weights: number[] = this.list(length, () => (this.chance(0.2) ? 0 : this.whole(1, 9)));
    if (!weights.some((weight) => weight > 0)) weights[this.whole(0, length - 1)] = 1;
    const total = weights.reduce((a, b) => a + b, 0);
    return weights.map((weight) => weight / total);
  }

  /** Weights of hours or weekdays, some of them 0. */
  profile(length: number): number[] {
    const weights: number[] = this.list(length, () => (this.chance(0.2) ? 0 : this.whole(1, 9)));
    return weights.some((weight) => weight > 0) ? weights : weights.fill(1);
  }

  /** The same, at times all of it in one. */
  peaked(length: number): number[] {
    if (!this.chance(EDGE_CHANCE)) return this.profile(length);
    const only = this.whole(0, length - 1);
    return this.list(length, (i) => Number(i === only));
  }

  /**
   * A distribution of any kind. Fixed whole values are frequent: they make events meet in a minute.
   * @param typical a whole number; means are this, a quarter or the double of it
   */
  distribution(typical: number): Distribution {
    const mean = typical * this.pick([0.25, 1, 2]);
    const cv = this.pick([0.3, 1, 2]);
    switch (this.whole(0, 10)) {
      case 0:
        return { distribution: 'exponential', mean };
      case 1:
        return { distribution: 'lognormal', mean, cv };
      case 2:
        return { distribution: 'lognormal', mean, median: mean * 0.8 };
      case 3:
        return { distribution: 'gamma', mean, cv };
      case 4:
        return { distribution: 'weibull', mean, shape: this.pick([0.7, 2]) };
      case 5:
        return { distribution: 'uniform', low: 0, high: 2 * mean };
      case 6:
        return { distribution: 'triangular', low: 0, likely: mean, high: 2 * mean };
      case 7:
        return { distribution: 'empirical', values: [0, mean, 3 * mean], weights: [1, 4, 1] };
      case 8:
        return this.mixture(mean);
      default:
        return { distribution: 'fixed', value: this.chance(0.2) ? 0 : Math.ceil(mean) };
    }
  }

  private mixture(mean: number): Distribution {
    const parts = [
      { share: 0.75, of: { distribution: 'uniform', low: 0, high: mean } as const },
      { share: 0.25, of: { distribution: 'exponential', mean: 2 * mean } as const },
    ];
    return { distribution: 'mixture', parts };
  }
}
