// sim/engine/queue.ts: first in, first out, on a ring that doubles when full.

const WITHDRAWN = -1;

/** A line of non-negative integers; a place in it can be withdrawn in constant time. */
export class Queue {
  /** Subjects in line; withdrawn ones are not counted. */
  size = 0;
  private ring = new Int32Array(16);
  private head = 0;
  private tail = 0;

  /** Joins the end of the line; returns the place, for `withdraw`. */
  push(subject: number): number {
    if (this.tail - this.head === this.ring.length) this.grow();
    this.ring[this.tail & (this.ring.length - 1)] = subject;
    this.size++;
    return this.tail++;
  }

  /** Takes the first in line, or -1 when the line is empty. */
  shift(): number {
    while (this.head < this.tail) {
      const subject = this.ring[this.head++ & (this.ring.length - 1)];
      if (subject === WITHDRAWN) continue;
      this.size--;
      return subject;
    }
    return -1;
  }

  /** The first in line without taking it, or -1 when the line is empty. */
  first(): number {
    while (this.head < this.tail) {
      const subject = this.ring[this.head & (this.ring.length - 1)];
      if (subject !== WITHDRAWN) return subject;
      this.head++;
    }
    return -1;
  }

  /** Leaves the line from a place given by `push`; the place must still be waiting. */
  withdraw(place: number): void {
    this.ring[place & (this.ring.length - 1)] = WITHDRAWN;
    this.size--;
  }

  private grow(): void {
    const ring = new Int32Array(this.ring.length * 2);
    // Twice: the new index of a place is the old one, or that and the old length.
    ring.set(this.ring);
    ring.set(this.ring, this.ring.length);
    this.ring = ring;
  }
}
