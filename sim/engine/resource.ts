// sim/engine/resource.ts: identical servers and their lines, first come first served by priority.

import { Queue } from './queue.js';

/**
 * `capacity` servers of which `busy` are seized, and a line for each priority (0 goes first).
 *
 * Lowering the capacity never evicts: servers close as they are released, so `busy` may exceed
 * `capacity` for a while. Nobody overtakes: a server is given only to the first in line.
 */
export class Resource {
  capacity: number;
  busy = 0;
  /** Subjects in all lines. */
  waiting = 0;
  private readonly lines: Queue[];

  constructor(capacity: number, priorities = 1) {
    this.capacity = capacity;
    this.lines = Array.from({ length: priorities }, () => new Queue());
  }

  /**
   * Seizes a server for the subject, or puts it in line.
   * @returns -1 when seized, else the place in line (for `withdraw`).
   */
  seize(subject: number, priority = 0): number {
    if (this.busy < this.capacity && this.waiting === 0) {
      this.busy++;
      return -1;
    }
    this.waiting++;
    return this.lines[priority].push(subject);
  }

  /** Gives a server back. The caller then gives free servers to the line with `admit`. */
  release(): void {
    this.busy--;
  }

  /** Seizes a free server for the first in line; -1 when none is free or nobody waits. */
  admit(): number {
    if (this.waiting === 0 || this.busy >= this.capacity) return -1;
    this.busy++;
    this.waiting--;
    const lines = this.lines;
    let priority = 0;
    while (lines[priority].size === 0) priority++; // ends: somebody waits
    return lines[priority].shift();
  }

  /** Leaves the line; the place must be one that `seize` gave and that still waits. */
  withdraw(place: number, priority = 0): void {
    this.lines[priority].withdraw(place);
    this.waiting--;
  }

  /** Changes the number of servers. The caller then calls `admit` until it returns -1. */
  setCapacity(capacity: number): void {
    this.capacity = capacity;
  }

  /** Subjects waiting at one priority. */
  waitingAt(priority: number): number {
    return this.lines[priority].size;
  }
}
