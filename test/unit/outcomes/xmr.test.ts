// test/unit/outcomes/xmr.test.ts: limits and signals of XmR charts, worked by hand.

import { describe, expect, it } from 'vitest';
import { type Signal, xmrOf } from '../../../sim/outcomes/xmr.js';

/** Where a signal is seen, by position. */
const seen = (values: readonly number[], signal: Signal): number[] =>
  xmrOf(values).points.flatMap((point, i) => (point.signal === signal ? [i] : []));

/** Values that go up and down by 1 around 10, so that limits lie 5.32 from the mean. */
const calm = (count: number): number[] => Array.from({ length: count }, (_, i) => 9.5 + (i % 2));

describe('limits', () => {
  it('lie 2.66 mean moving ranges from the mean', () => {
    const { mean, movingRange, low, high } = xmrOf([10, 14, 12, 12]);
    expect(mean).toBe(12);
    expect(movingRange).toBe(2);
    expect(low).toBeCloseTo(12 - 5.32, 12);
    expect(high).toBeCloseTo(12 + 5.32, 12);
  });

  it('are crossed by a value beyond them, not by one inside', () => {
    const values = [...calm(20), 20, ...calm(20)];
    expect(seen(values, 'limits')).toEqual([20]);
    expect(xmrOf(values).points[20].side).toBe(1);
    expect(seen(calm(20), 'limits')).toEqual([]);
    const below = xmrOf([...calm(20), 0, ...calm(20)]).points[20];
    expect(below).toEqual({ value: 0, signal: 'limits', side: -1 });
    const under = xmrOf([...calm(20), 0, ...calm(20)].map((value) => value - 30)).points[20];
    expect(under.side).toBe(-1);
  });

  it('of values that never change are the values, and nothing is beyond them', () => {
    const { low, high, points } = xmrOf([5, 5, 5, 5, 5, 5, 5, 5]);
    expect([low, high]).toEqual([5, 5]);
    expect(points.every(({ signal }) => signal === null)).toBe(true);
  });

  it('need three values, all of them defined', () => {
    expect(() => xmrOf([1, 2])).toThrow(RangeError);
    expect(xmrOf([1, 2, 3])).toMatchObject({ mean: 2, movingRange: 1 });
    expect(() => xmrOf([1, Number.NaN, 2, 3])).toThrow('3 values of 4');
  });
});

describe('a shift', () => {
  const low = [8, 9, 8, 9, 8, 9];
  const high = [12, 11, 12, 11, 12, 11];

  it('is seven values on one side of the mean, and all of them are marked', () => {
    expect(seen([...low, 8, ...high, 12], 'shift')).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
    ]);
    expect(seen([...low, ...high], 'shift')).toEqual([]);
  });

  it('is ended by a value on the mean', () => {
    const values = [...low, 10, 8, ...high, 12];
    const { mean } = xmrOf(values);
    expect(mean).toBe(10);
    expect(seen(values, 'shift')).toEqual([8, 9, 10, 11, 12, 13, 14]);
  });
});

describe('a trend', () => {
  it('is seven values that rise, or fall, one after the other', () => {
    const noise = [9, 12, 8, 11, 8, 12, 9, 12];
    const rising = [...noise, 8, 8.5, 9, 9.5, 10, 10.5, 11, 9, 12];
    expect(seen(rising, 'trend')).toEqual([8, 9, 10, 11, 12, 13, 14]);
    expect(xmrOf(rising).points[8].side).toBe(1);
    const falling = rising.map((value) => 20 - value);
    expect(seen(falling, 'trend')).toEqual([8, 9, 10, 11, 12, 13, 14]);
    expect(xmrOf(falling).points[8].side).toBe(-1);
  });

  it('of six values, or with two alike, is none', () => {
    const noise = [9, 12, 8, 11, 8, 12, 9, 12];
    expect(seen([...noise, 8, 8.5, 9, 9.5, 10, 10.5, 9, 12], 'trend')).toEqual([]);
    expect(seen([...noise, 8, 8.5, 9, 9.5, 9.5, 10, 10.5, 9, 12], 'trend')).toEqual([]);
    // Nothing comes before the first value, neither a rise nor a fall.
    expect(seen([11, 10.5, 10, 9.5, 9, 8.5, ...noise], 'trend')).toEqual([]);
    expect(seen([8, 8.5, 9, 9.5, 10, 10.5, 9, 12, 8], 'trend')).toEqual([]);
    expect(seen([11.5, 11, 10.5, 10, 9.5, 9, 8.5, ...noise], 'trend')).toEqual([
      0, 1, 2, 3, 4, 5, 6,
    ]);
  });
});

describe('two of three', () => {
  // Around 10 with limits about 3 to 4 away: 13 is near a limit, and inside it.
  const near = (...inserted: number[]) => [...calm(20), ...inserted, ...calm(20)];

  it('near one limit are marked, a single one is not', () => {
    expect(seen(near(12.5, 9.5, 12.5), 'two of three')).toEqual([20, 22]);
    expect(seen(near(12.5), 'two of three')).toEqual([]);
    expect(seen(near(12.5, 9.5, 10.5, 12.5), 'two of three')).toEqual([]);
  });

  it('may be the first values, or the last', () => {
    expect(seen([12.5, 12.5, ...calm(30)], 'two of three')).toEqual([0, 1]);
    expect(seen([12.5, 9.5, 12.5, ...calm(30)], 'two of three')).toEqual([0, 2]);
    expect(seen([...calm(30), 12.5, 12.5], 'two of three')).toEqual([30, 31]);
    expect(seen([...calm(30), 12.5], 'two of three')).toEqual([]);
    expect(seen([12.5, ...calm(30)], 'two of three')).toEqual([]);
  });

  it('must lie on one side', () => {
    expect(seen(near(12.7, 7.3), 'two of three')).toEqual([]);
  });
});
