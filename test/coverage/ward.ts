// test/coverage/ward.ts: cases whose true mean is known, simulated on the kernel as the hospital is:
// one number a replication, as many replications as a batch has.

import { HourArrivals } from '../../sim/engine/arrivals.js';
import { Calendar } from '../../sim/engine/calendar.js';
import { Draws, tagOf } from '../../sim/engine/draws.js';
import { type QuantileTable, quantileOf } from '../../sim/engine/quantile-table.js';
import type { Seed } from '../../sim/engine/seed.js';

const ARRIVED = 2;
const LEFT = 1;
const STAY = 22;
const drawn = new HourArrivals();

/** A ward without limit of beds, empty at the start. */
export interface Ward {
  hours: number;
  arrivalsPerHour: number;
  /** Minutes of a stay. */
  stay: QuantileTable;
}

/** What one replication of a ward counts. */
export interface WardCounts {
  arrivals: number;
  /** Beds occupied on average over the run. */
  occupiedMean: number;
  /** Days of stay that the arrivals bring, whenever they are spent. */
  stayDays: number;
}

/** Runs one replication of a ward. */
export function runWard({ hours, arrivalsPerHour, stay }: Ward, seed: Seed, k: number): WardCounts {
  const draws = new Draws(seed, k);
  const calendar = new Calendar({ bucketMinutes: 10 });
  const end = hours * 60;
  const counts: WardCounts = { arrivals: 0, occupiedMean: 0, stayDays: 0 };
  for (let hour = 0; hour < hours; hour++) {
    drawn.draw(draws, 0, hour, arrivalsPerHour);
    for (let i = 0; i < drawn.count; i++) calendar.schedule(drawn.times[i], ARRIVED, drawn.keys[i]);
  }
  const tag = tagOf(0, STAY);
  let occupied = 0;
  let since = 0;
  let area = 0;
  for (;;) {
    const kind = calendar.next(end);
    const now = kind === 0 ? end : calendar.now;
    area += occupied * (now - since);
    since = now;
    if (kind === 0) break;
    if (kind === LEFT) {
      occupied--;
      continue;
    }
    const minutes = quantileOf(stay, draws.bits(calendar.subject, tag));
    occupied++;
    counts.arrivals++;
    counts.stayDays += minutes / 1440;
    calendar.schedule(now + minutes, LEFT, calendar.subject);
  }
  counts.occupiedMean = area / end;
  return counts;
}

/**
 * Beds occupied on average over a run that starts empty, stays exponential with mean m:
 * λ m (1 - m (1 - e^(-T/m)) / T), from the mean λ m (1 - e^(-t/m)) of an M/M/∞ at time t.
 */
export function occupiedMeanExpected(perHour: number, meanHours: number, hours: number): number {
  const share = (meanHours / hours) * -Math.expm1(-hours / meanHours);
  return perHour * meanHours * (1 - share);
}
