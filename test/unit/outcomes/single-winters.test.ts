// test/unit/outcomes/single-winters.test.ts: chances by day and beds by winter, counted by hand.

import { describe, expect, it } from 'vitest';
import {
  bedsFor,
  bedsForChance,
  chanceEnough,
  DAY_SHARES,
  SINGLE_WINTER_SERIES,
  singleWinters,
} from '../../../sim/outcomes/single-winters.js';
import { measured, runsOf } from './summary-of.js';

const DATES = ['2018-01-01', '2018-01-02', '2018-01-03', '2018-01-04'];
const winter = (share: number[], beds: number[], waiting: number[]) =>
  measured(
    {},
    { occupancy0800Share: share, bedsOccupied0800: beds, awaitingBed0800: waiting },
    DATES.length,
  );
const RUNS = runsOf('Base', [
  winter([0.92, 0.93, 0.95, Number.NaN], [276, 460, 92, 184], [0, 0, 0, 0]), // not in their order
  winter([0.91, 0.99, 0.9, Number.NaN], [92, 92, 92, 90], [0, 0, 0, 2]),
]);

describe('single winters', () => {
  it('count the winters in which a day is over 92 %, not those at it', () => {
    expect(singleWinters(RUNS, DATES).overShare).toEqual([0, 1, 0.5, null]);
  });

  it('need the beds that the busiest day allowed fills to 92 %, with who waits for a bed', () => {
    const { bedsNeeded } = singleWinters(RUNS, DATES);
    expect(bedsNeeded[DAY_SHARES.indexOf(1)]).toEqual([500, 100]);
    expect(bedsNeeded[DAY_SHARES.indexOf(0.75)]).toEqual([300, 100]);
    expect(bedsNeeded[DAY_SHARES.indexOf(0.5)]).toEqual([200, 100]);
  });

  it('need whole beds, and hold exactly at the limit', () => {
    expect(bedsFor([92], 1)).toBe(100);
    expect(bedsFor([93], 1)).toBe(102);
    expect(bedsFor([], 1)).toBeNaN();
  });

  it('say the chance of a number of beds, and the beds of a chance, both ways', () => {
    const needed = [100, 110, 120, 130];
    expect([99, 100, 119, 130].map((beds) => chanceEnough(needed, beds))).toEqual([
      0, 0.25, 0.5, 1,
    ]);
    for (const chance of [0.25, 0.5, 0.75, 1]) {
      expect(chanceEnough(needed, bedsForChance(needed, chance))).toBe(chance);
    }
    expect(bedsForChance(needed, 0.6)).toBe(120);
    expect(bedsForChance([], 0.9)).toBeNaN();
  });
});

describe('beds by hand', () => {
  it('sort days and winters by size, not by their digits or as they came', () => {
    expect(bedsFor([920, 9.2, 92], 0.5)).toBe(100); // 9.2, 92, 920: the second
    expect(bedsForChance([9, 100, 20], 0.6)).toBe(20);
    expect(bedsForChance([100, 9, 20], 0.3)).toBe(9);
    expect(bedsForChance([20, 100, 9], 1)).toBe(100);
  });

  it('are those of one day at least, and of no day undefined', () => {
    expect(bedsFor([92, 184], 0)).toBe(100);
    expect(bedsForChance([7, 8], 0)).toBe(7);
    expect(bedsFor([], 0.5)).toBeNaN();
  });

  it('count who waits for a bed beside who is in one', () => {
    const waiting = runsOf('Base', [winter([], [46, 46, 46, 46], [46, 46, 46, 46])]);
    expect(singleWinters(waiting, DATES).bedsNeeded[0]).toEqual([100]);
  });

  it('are made of three series', () => {
    expect(SINGLE_WINTER_SERIES).toEqual([
      'occupancy0800Share',
      'bedsOccupied0800',
      'awaitingBed0800',
    ]);
  });
});
