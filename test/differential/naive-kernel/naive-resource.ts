// test/differential/naive-kernel/naive-resource.ts: identical servers and one list of who waits.

import type { Resource } from '../../../sim/engine/resource.js';
import type { Public } from './event.js';

interface Waiter {
  place: number;
  subject: number;
  priority: number;
}

/** Serves the lowest priority number first and, within it, who has waited longest. */
export class NaiveResource implements Public<Resource> {
  busy = 0;
  private waiters: Waiter[] = [];
  private tickets = 0;

  constructor(public capacity: number) {}

  get waiting(): number {
    return this.waiters.length;
  }

  seize(subject: number, priority = 0): number {
    if (this.waiters.length === 0 && this.busy < this.capacity) {
      this.busy++;
      return -1;
    }
    const place = this.tickets++;
    this.waiters.push({ place, subject, priority });
    return place;
  }

  release(): void {
    this.busy--;
  }

  admit(): number {
    if (this.busy >= this.capacity || this.waiters.length === 0) return -1;
    const most = Math.min(...this.waiters.map((waiter) => waiter.priority));
    const next = this.waiters.findIndex((waiter) => waiter.priority === most);
    const [{ subject }] = this.waiters.splice(next, 1);
    this.busy++;
    return subject;
  }

  withdraw(place: number, priority = 0): void {
    const found = this.waiters.findIndex((waiter) => waiter.place === place);
    if (found < 0 || this.waiters[found].priority !== priority) {
      throw new RangeError(`Nobody of priority ${priority} waits at ${place}.`);
    }
    this.waiters.splice(found, 1);
  }

  setCapacity(capacity: number): void {
    this.capacity = capacity;
  }

  waitingAt(priority: number): number {
    return this.waiters.filter((waiter) => waiter.priority === priority).length;
  }
}
