// sim/engine/arrivals.ts: thinned Poisson arrivals whose patients stay the same when demand changes.
//
// Candidates are points of a Poisson process over (time, rate): the plane above each hour is cut
// into strips of STRIP_PER_HOUR, each with its own count, times and heights, all keyed draws. A
// candidate arrives when its height lies below the rate of that hour. So a scenario with more
// demand keeps every patient of one with less and adds some, and no majorant has to be guessed.

import { type Draws, tagOf, toUnit } from './draws.js';

const STRIP_PER_HOUR = 4;
const POINT_BITS = 6;
const STRIP_BITS = 9;
export const RATE_PER_HOUR_MAX = STRIP_PER_HOUR << STRIP_BITS;
export const HOURS_MAX = 1 << (31 - POINT_BITS - STRIP_BITS - 1);

// Purposes 0-3 of every stream belong to arrivals; a model numbers its own from 4.
const TIME = 0; // its pair, purpose 1, is the height
const COUNT = 2;
export const FIRST_FREE_PURPOSE = 4;

/** Chances of at most n points in a strip of one hour (Poisson). */
const COUNT_CHANCES = Float64Array.from(poissonChances(STRIP_PER_HOUR));

/** The arrivals of one hour: `count` times (minutes) and keys, in no particular order. */
export class HourArrivals {
  count = 0;
  times = new Float64Array(256);
  keys = new Int32Array(256);

  /**
   * Draws the arrivals of an hour.
   * @param hour number of the hour from the start of the run
   * @param ratePerHour expected arrivals in it; 0 is a quiet hour
   * @throws RangeError beyond RATE_PER_HOUR_MAX or HOURS_MAX
   */
  draw(draws: Draws, stream: number, hour: number, ratePerHour: number): void {
    if (!(ratePerHour >= 0 && ratePerHour <= RATE_PER_HOUR_MAX)) {
      throw new RangeError(`Arrivals at ${ratePerHour} an hour, not 0 to ${RATE_PER_HOUR_MAX}.`);
    }
    if (!(hour >= 0 && hour < HOURS_MAX)) {
      throw new RangeError(`Arrivals in hour ${hour}, not 0 to ${HOURS_MAX - 1}.`);
    }
    const timeTag = tagOf(stream, TIME);
    const countTag = tagOf(stream, COUNT);
    const heightMax = ratePerHour / STRIP_PER_HOUR; // in strips
    let n = 0;
    for (let strip = 0; strip < heightMax; strip++) {
      const cell = (hour << (STRIP_BITS + POINT_BITS)) | (strip << POINT_BITS);
      const points = countOf(draws.unit(cell, countTag));
      if (n + points > this.times.length) this.grow();
      const whole = strip + 1 <= heightMax;
      for (let point = 0; point < points; point++) {
        const key = cell | point;
        const time = draws.block(key, timeTag);
        if (!whole && strip + toUnit(draws.other) >= heightMax) continue;
        this.times[n] = (hour + toUnit(time)) * 60;
        this.keys[n++] = key;
      }
    }
    this.count = n;
  }

  private grow(): void {
    const { times, keys } = this;
    this.times = new Float64Array(times.length * 2);
    this.keys = new Int32Array(keys.length * 2);
    this.times.set(times);
    this.keys.set(keys);
  }
}

function countOf(unit: number): number {
  let n = 0;
  while (unit >= COUNT_CHANCES[n]) n++;
  return n;
}

function poissonChances(mean: number): number[] {
  const chances: number[] = [];
  let term = Math.exp(-mean);
  let sum = 0;
  for (let n = 0; chances.length < 1 << POINT_BITS; n++) {
    sum += term;
    chances.push(sum);
    term *= mean / (n + 1);
  }
  chances[chances.length - 1] = 1;
  return chances;
}
