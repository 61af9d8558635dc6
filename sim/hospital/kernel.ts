// sim/hospital/kernel.ts: the parts of the engine that a replication is built from.
//
// The model knows what these parts do, not how. A simulation uses the fast ones; the tests put
// plain ones in their place and find the same events (test/differential).

import { HourArrivals } from '../engine/arrivals.js';
import { Calendar } from '../engine/calendar.js';
import { Draws } from '../engine/draws.js';
import { Queue } from '../engine/queue.js';
import { Resource } from '../engine/resource.js';
import type { Seed } from '../engine/seed.js';

/** Makes the parts; called at the start of a replication only. */
export interface Kernel {
  calendar(): Calendar;
  draws(seed: Seed, replication: number): Draws;
  arrivals(): HourArrivals;
  queue(): Queue;
  resource(capacity: number, priorities: number): Resource;
}

/** The parts that simulations use. */
export const FAST_KERNEL: Kernel = {
  calendar: () => new Calendar({ bucketMinutes: 0.5 }),
  draws: (seed, replication) => new Draws(seed, replication),
  arrivals: () => new HourArrivals(),
  queue: () => new Queue(),
  resource: (capacity, priorities) => new Resource(capacity, priorities),
};
