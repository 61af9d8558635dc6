// test/differential/naive-kernel/kernels.ts: the plain parts put together, in two makes.

import type { HourArrivals } from '../../../sim/engine/arrivals.js';
import type { Calendar } from '../../../sim/engine/calendar.js';
import type { Draws } from '../../../sim/engine/draws.js';
import type { Queue } from '../../../sim/engine/queue.js';
import type { Resource } from '../../../sim/engine/resource.js';
import type { Kernel } from '../../../sim/hospital/kernel.js';
import { BinaryHeap } from './binary-heap.js';
import { NaiveArrivals } from './naive-arrivals.js';
import { NaiveDraws } from './naive-draws.js';
import { NaiveQueue } from './naive-queue.js';
import { NaiveResource } from './naive-resource.js';
import { type EventStore, PlainCalendar } from './plain-calendar.js';
import { SortedList } from './sorted-list.js';

// Each plain class implements the public face of the part it stands for; what the fast classes keep
// private is all that the types would miss.
function plainKernel(store: () => EventStore): Kernel {
  return {
    calendar: () => new PlainCalendar(store()) as unknown as Calendar,
    draws: (seed, replication) => new NaiveDraws(seed, replication) as unknown as Draws,
    arrivals: () => new NaiveArrivals() as unknown as HourArrivals,
    queue: () => new NaiveQueue() as unknown as Queue,
    resource: (capacity) => new NaiveResource(capacity) as unknown as Resource,
  };
}

/** Kernels by name. */
export const PLAIN_KERNELS: Readonly<Record<string, Kernel>> = {
  'sorted list': plainKernel(() => new SortedList()),
  'binary heap': plainKernel(() => new BinaryHeap()),
};
