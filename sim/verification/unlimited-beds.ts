// sim/verification/unlimited-beds.ts: beds without limit (M(t)/G/∞) on the kernel's arrivals, draws
// and calendar. Times are hours; the number in bed is counted at every whole hour.

import { HourArrivals } from '../engine/arrivals.js';
import { Calendar } from '../engine/calendar.js';
import { type Distribution, quantileFunction } from '../engine/distributions.js';
import { Draws, tagOf, toUnit } from '../engine/draws.js';
import {
  lengthBiased,
  type QuantileTable,
  quantileOf,
  tabulate,
} from '../engine/quantile-table.js';
import type { Seed } from '../engine/seed.js';

/** Stays in hours: of who comes, and (length-biased) of who is found in bed at the start. */
export interface StayTables {
  fresh: QuantileTable;
  found: QuantileTable;
}

/** Tabulates stays once for all replications. */
export function stayTablesOf(stayHours: Distribution): StayTables {
  const fresh = tabulate(quantileFunction(stayHours));
  return { fresh, found: lengthBiased(fresh) };
}

export interface UnlimitedBeds {
  /** Expected arrivals in the hour that begins at `hour`. */
  ratePerHour: (hour: number) => number;
  stays: StayTables;
  hours: number;
  /** Patients in bed at the start, with stays as found by chance (longer ones more often). */
  startCount: number;
  seed: Seed;
  replication: number;
  /** Called at each whole hour from 0 on, with when each patient came (negative: before the start). */
  onCensus?: (hour: number, cameAt: Float64Array, used: number) => void;
}

const LEFT = 1;
const CAME = 2;
const HOUR = 3;

// Purposes; FOUND and its odd lane are the stay found at the start and how much of it is over.
const STAY = 4;
const FOUND = 6;

/** Marks an empty place in `cameAt`. */
export const NOBODY = Number.POSITIVE_INFINITY;

/** Simulates; returns the number in bed at each whole hour. */
export function simulateUnlimited(of: UnlimitedBeds): Int32Array {
  const { hours, ratePerHour, onCensus, stays } = of;
  const draws = new Draws(of.seed, of.replication);
  const calendar = new Calendar({ bucketMinutes: 0.02 });
  const arrivals = new HourArrivals();
  const census = new Int32Array(hours);
  const places = new Places();
  for (let i = 0; i < of.startCount; i++) {
    const stay = quantileOf(stays.found, draws.block(i, tagOf(1, FOUND)));
    const elapsed = stay * toUnit(draws.other);
    calendar.schedule(stay - elapsed, LEFT, places.take(-elapsed));
  }
  const stayTag = tagOf(0, STAY);
  calendar.schedule(0, HOUR, 0);
  for (let kind = calendar.next(hours); kind !== 0; kind = calendar.next(hours)) {
    const { now, subject } = calendar;
    if (kind === LEFT) places.free(subject);
    else if (kind === CAME) {
      const stay = quantileOf(stays.fresh, draws.bits(subject, stayTag));
      calendar.schedule(now + stay, LEFT, places.take(now));
    } else {
      if (subject === hours) break;
      census[subject] = places.count;
      onCensus?.(subject, places.cameAt, places.used);
      arrivals.draw(draws, 0, subject, ratePerHour(subject));
      for (let i = 0; i < arrivals.count; i++) {
        calendar.schedule(arrivals.times[i] / 60, CAME, arrivals.keys[i]);
      }
      calendar.schedule(subject + 1, HOUR, subject + 1);
    }
  }
  return census;
}

/** Beds as places that are taken and freed. */
class Places {
  cameAt = new Float64Array(1024).fill(NOBODY);
  used = 0;
  count = 0;
  private readonly freed: number[] = [];

  take(time: number): number {
    const place = this.freed.pop() ?? this.used++;
    if (place === this.cameAt.length) {
      const larger = new Float64Array(2 * place).fill(NOBODY);
      larger.set(this.cameAt);
      this.cameAt = larger;
    }
    this.cameAt[place] = time;
    this.count++;
    return place;
  }

  free(place: number): void {
    this.cameAt[place] = NOBODY;
    this.freed.push(place);
    this.count--;
  }
}
