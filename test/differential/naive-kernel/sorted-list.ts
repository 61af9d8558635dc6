// test/differential/naive-kernel/sorted-list.ts: future events in one list, the next one first.

import { type Event, goesBefore } from './event.js';
import type { EventStore } from './plain-calendar.js';

/** A list that is in order after each addition. */
export class SortedList implements EventStore {
  private readonly events: Event[] = [];

  get size(): number {
    return this.events.length;
  }

  add(event: Event): void {
    let place = this.events.length;
    while (place > 0 && goesBefore(event, this.events[place - 1])) place--;
    this.events.splice(place, 0, event);
  }

  first(): Event | undefined {
    return this.events[0];
  }

  removeFirst(): void {
    this.events.shift();
  }

  remove(id: number): void {
    const place = this.events.findIndex((event) => event.id === id);
    if (place < 0) throw new RangeError(`No event ${id} to withdraw.`);
    this.events.splice(place, 1);
  }
}
