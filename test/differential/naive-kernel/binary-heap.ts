// test/differential/naive-kernel/binary-heap.ts: future events in a binary heap of objects: no
// event goes before its parent, which stands at half its place.

import { type Event, goesBefore } from './event.js';
import type { EventStore } from './plain-calendar.js';

/** A binary heap; withdrawn events are taken out at once. */
export class BinaryHeap implements EventStore {
  private readonly heap: Event[] = [];

  get size(): number {
    return this.heap.length;
  }

  add(event: Event): void {
    this.heap.push(event);
    this.rise(this.heap.length - 1);
  }

  first(): Event | undefined {
    return this.heap[0];
  }

  removeFirst(): void {
    this.removeAt(0);
  }

  remove(id: number): void {
    const place = this.heap.findIndex((event) => event.id === id);
    if (place < 0) throw new RangeError(`No event ${id} to withdraw.`);
    this.removeAt(place);
  }

  /** The last event takes the place and finds its own from there. */
  private removeAt(place: number): void {
    const last = this.heap.pop();
    if (last === undefined || place === this.heap.length) return;
    this.heap[place] = last;
    this.sink(place);
    this.rise(place);
  }

  private rise(from: number): void {
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!goesBefore(this.heap[place], this.heap[parent])) return;
      this.swap(place, parent);
      place = parent;
    }
  }

  private sink(from: number): void {
    let place = from;
    for (;;) {
      let first = place;
      for (const child of [2 * place + 1, 2 * place + 2]) {
        if (child < this.heap.length && goesBefore(this.heap[child], this.heap[first])) {
          first = child;
        }
      }
      if (first === place) return;
      this.swap(place, first);
      place = first;
    }
  }

  private swap(a: number, b: number): void {
    [this.heap[a], this.heap[b]] = [this.heap[b], this.heap[a]];
  }
}
