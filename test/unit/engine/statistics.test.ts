// test/unit/engine/statistics.test.ts: tallies and areas against the plain formulas.

import { describe, expect, it } from 'vitest';
import { Tally, TimePersistent } from '../../../sim/engine/statistics.js';
import { numbers } from './drain.js';

function tallyOf(values: readonly number[]): Tally {
  const tally = new Tally();
  for (const value of values) tally.add(value);
  return tally;
}

describe('tally', () => {
  it('gives the count, mean, variance and extremes of the plain formulas', () => {
    const random = numbers(1);
    const values = Array.from({ length: 5000 }, () => random(10_000) / 7 - 300);
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    const variance = values.reduce((s, x) => s + (x - mean) ** 2, 0) / (values.length - 1);
    const tally = tallyOf(values);
    expect(tally.count).toBe(5000);
    expect(tally.mean).toBeCloseTo(mean, 9);
    expect(tally.variance / variance).toBeCloseTo(1, 12);
    expect(tally.sd / Math.sqrt(variance)).toBeCloseTo(1, 12);
    expect([tally.min, tally.max]).toEqual([Math.min(...values), Math.max(...values)]);
  });

  it('divides by n - 1: the variance of 2, 4, 4, 4, 5, 5, 7, 9 is 32/7', () => {
    const tally = tallyOf([2, 4, 4, 4, 5, 5, 7, 9]);
    expect(tally.mean).toBe(5);
    expect(tally.variance).toBeCloseTo(32 / 7, 14);
  });

  it('keeps its variance when all values are far from zero', () => {
    expect(tallyOf([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]).variance).toBe(30);
  });

  it('has no variance below two observations: undefined, not 0', () => {
    expect(tallyOf([]).variance).toBeNaN();
    expect(tallyOf([3]).variance).toBeNaN();
    expect(tallyOf([3]).mean).toBe(3);
    expect(tallyOf([3, 3]).variance).toBe(0);
  });

  it('has no extremes before the first observation', () => {
    expect([tallyOf([]).min, tallyOf([]).max, tallyOf([]).count]).toEqual([Infinity, -Infinity, 0]);
  });
});

describe('time-persistent statistic', () => {
  it('sums value × time of a step function', () => {
    const beds = new TimePersistent(3, 10);
    beds.set(5, 14); // 3 for 4
    beds.set(0, 16); // 5 for 2
    beds.set(2, 20); // 0 for 4
    expect(beds.area(26)).toBe(3 * 4 + 5 * 2 + 0 * 4 + 2 * 6);
    expect(beds.mean(26)).toBe(34 / 16);
    expect(beds.value).toBe(2);
  });

  it('can be read at any time without being changed', () => {
    const beds = new TimePersistent(1, 0);
    beds.set(4, 2);
    expect([beds.area(2), beds.area(3), beds.area(2)]).toEqual([2, 6, 2]);
    beds.set(0, 3);
    expect(beds.area(100)).toBe(6);
  });

  it('counts nothing for a value that stood for no time', () => {
    const beds = new TimePersistent(1, 0);
    beds.set(1000, 5);
    beds.set(2, 5);
    expect(beds.area(6)).toBe(7);
  });

  it('forgets the past at a restart and keeps the value', () => {
    const beds = new TimePersistent(3, 0);
    beds.set(7, 10);
    beds.restart(12);
    expect([beds.value, beds.area(12)]).toEqual([7, 0]);
    beds.set(1, 14);
    expect(beds.area(20)).toBe(7 * 2 + 1 * 6);
    expect(beds.mean(20)).toBe(20 / 8);
  });

  it('has no mean over no time: undefined, not 0', () => {
    expect(new TimePersistent(3, 10).mean(10)).toBeNaN();
    const beds = new TimePersistent(3, 10);
    beds.set(4, 20);
    beds.restart(30);
    expect(beds.mean(30)).toBeNaN();
    expect(beds.mean(31)).toBe(4);
  });

  it('starts at value 0 and time 0 unless told otherwise', () => {
    const beds = new TimePersistent();
    beds.set(6, 2);
    expect([beds.area(3), beds.mean(3)]).toEqual([6, 2]);
  });
});
