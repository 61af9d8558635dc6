// test/differential/naive-kernel/naive-arrivals.ts: the arrivals of an hour from their definition.
//
// The plane above an hour is cut into strips of 4 patients an hour. Each strip has a Poisson count
// of points (mean 4), each point a time within the hour and a height within the strip; a point
// arrives when it lies below the rate.

import type { HourArrivals } from '../../../sim/engine/arrivals.js';
import { type Draws, tagOf, toUnit } from '../../../sim/engine/draws.js';
import type { Public } from './event.js';

const STRIP_PER_HOUR = 4;
const POINTS_MAX = 64;
const STRIPS_MAX = 512;
const TIME = 0;
const COUNT = 2;

/** Poisson count of a strip by one uniform: the smallest n with P(N ≤ n) above it. */
function pointsOf(unit: number): number {
  let chance = Math.exp(-STRIP_PER_HOUR);
  let sum = chance;
  let n = 0;
  while (unit >= sum && n < POINTS_MAX - 1) {
    n++;
    chance *= STRIP_PER_HOUR / n;
    sum += chance;
  }
  return n;
}

/** All points of the plane, one after the other; those below the rate arrive. */
export class NaiveArrivals implements Public<HourArrivals> {
  count = 0;
  times = new Float64Array(0);
  keys = new Int32Array(0);

  draw(draws: Draws, stream: number, hour: number, ratePerHour: number): void {
    const found: { time: number; key: number }[] = [];
    for (let strip = 0; strip * STRIP_PER_HOUR < ratePerHour; strip++) {
      const firstKey = (hour * STRIPS_MAX + strip) * POINTS_MAX;
      const points = pointsOf(draws.unit(firstKey, tagOf(stream, COUNT)));
      for (let point = 0; point < points; point++) {
        const key = firstKey + point;
        const time = toUnit(draws.block(key, tagOf(stream, TIME)));
        const height = (strip + toUnit(draws.other)) * STRIP_PER_HOUR;
        if (height < ratePerHour) found.push({ time: (hour + time) * 60, key });
      }
    }
    this.count = found.length;
    this.times = Float64Array.from(found, ({ time }) => time);
    this.keys = Int32Array.from(found, ({ key }) => key);
  }
}
