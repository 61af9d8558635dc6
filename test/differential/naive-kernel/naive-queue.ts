// test/differential/naive-kernel/naive-queue.ts: a line as a list of who stands in it.

import type { Queue } from '../../../sim/engine/queue.js';
import type { Public } from './event.js';

interface Waiter {
  place: number;
  subject: number;
}

/** First in, first out; a place is the number of the ticket drawn on joining. */
export class NaiveQueue implements Public<Queue> {
  private waiters: Waiter[] = [];
  private tickets = 0;

  get size(): number {
    return this.waiters.length;
  }

  push(subject: number): number {
    const place = this.tickets++;
    this.waiters.push({ place, subject });
    return place;
  }

  shift(): number {
    return this.waiters.shift()?.subject ?? -1;
  }

  first(): number {
    return this.waiters[0]?.subject ?? -1;
  }

  withdraw(place: number): void {
    const left = this.waiters.filter((waiter) => waiter.place !== place);
    if (left.length === this.waiters.length) throw new RangeError(`Nobody waits at ${place}.`);
    this.waiters = left;
  }
}
