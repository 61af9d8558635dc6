// test/differential/naive-kernel/plain-calendar.ts: the contract of the event calendar in the
// simplest words, over any store of events that knows its first.

import type { Calendar } from '../../../sim/engine/calendar.js';
import type { Event, Public } from './event.js';

/** Where future events are kept. */
export interface EventStore {
  readonly size: number;
  add(event: Event): void;
  /** The event that fires next, left in its place; undefined when there is none. */
  first(): Event | undefined;
  removeFirst(): void;
  remove(id: number): void;
}

/** An event calendar without any cleverness. */
export class PlainCalendar implements Public<Calendar> {
  now = 0;
  kind = 0;
  subject = 0;
  firedCount = 0;
  private scheduledCount = 0;

  constructor(private readonly store: EventStore) {}

  get pendingCount(): number {
    return this.store.size;
  }

  schedule(time: number, kind: number, subject: number): number {
    if (!(time >= this.now)) throw new RangeError(`Event at ${time}, before now (${this.now}).`);
    const id = this.scheduledCount++;
    this.store.add({ id, time, kind, subject });
    return id;
  }

  cancel(handle: number): void {
    this.store.remove(handle);
  }

  next(until: number): number {
    const event = this.store.first();
    if (event === undefined || event.time > until) return 0;
    this.store.removeFirst();
    this.now = event.time;
    this.kind = event.kind;
    this.subject = event.subject;
    this.firedCount++;
    return event.kind;
  }
}
