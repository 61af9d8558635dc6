// test/property/lines.test.ts: who is served next: first come first served within a priority, in
// every line of any hospital, and for a bed freed and wanted in one minute.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Queue } from '../../sim/engine/queue.js';
import { Resource } from '../../sim/engine/resource.js';
import { seedOf } from '../../sim/engine/seed.js';
import { FAST_KERNEL } from '../../sim/hospital/kernel.js';
import { simulate } from '../../sim/hospital/simulate.js';
import { randomScenario } from '../differential/random-scenario.js';
import { hospital, type Placed } from '../micro/harness.js';

const SEED = 20171003;
const hospitals = fc.integer({ min: 1, max: 1_000_000 }).map(randomScenario);

interface Waiter {
  subject: number;
  priority: number;
  place: number;
}

const faults: string[] = [];
let served = 0;

/** A resource that keeps its own list of who waits, in the order of coming. */
class WatchedResource extends Resource {
  private readonly waiters: Waiter[] = [];

  override seize(subject: number, priority = 0): number {
    const place = super.seize(subject, priority);
    if (place >= 0) this.waiters.push({ subject, priority, place });
    else if (this.waiters.length > 0) faults.push(`${subject} overtook ${this.waiters.length}`);
    if (place < 0 && this.busy > Math.ceil(this.capacity))
      faults.push(`${subject} beyond the capacity`);
    return place;
  }

  override admit(): number {
    const subject = super.admit();
    const expected = this.waiters.reduce<Waiter | null>(
      (best, waiter) => (best === null || waiter.priority < best.priority ? waiter : best),
      null,
    );
    if (subject < 0) {
      if (expected !== null && this.busy < this.capacity) faults.push('a free server, a patient');
      return subject;
    }
    served++;
    if (subject !== expected?.subject) faults.push(`${subject}, not ${expected?.subject}`);
    if (expected !== null) this.waiters.splice(this.waiters.indexOf(expected), 1);
    return subject;
  }

  override withdraw(place: number, priority = 0): void {
    super.withdraw(place, priority);
    const gone = this.waiters.findIndex((w) => w.place === place && w.priority === priority);
    this.waiters.splice(gone, 1);
  }
}

/** A line that keeps its own list. */
class WatchedQueue extends Queue {
  private readonly waiters: { subject: number; place: number }[] = [];

  override push(subject: number): number {
    const place = super.push(subject);
    this.waiters.push({ subject, place });
    return place;
  }

  override shift(): number {
    const subject = super.shift();
    const expected = this.waiters.shift();
    if (subject >= 0) served++;
    if (subject !== (expected?.subject ?? -1)) faults.push(`${subject}, not ${expected?.subject}`);
    return subject;
  }

  override withdraw(place: number): void {
    super.withdraw(place);
    this.waiters.splice(
      this.waiters.findIndex((waiter) => waiter.place === place),
      1,
    );
  }
}

describe('every line of any hospital', () => {
  it('is first come first served within a priority, and nobody overtakes', () => {
    const kernel = {
      ...FAST_KERNEL,
      queue: () => new WatchedQueue(),
      resource: (capacity: number, priorities: number) => new WatchedResource(capacity, priorities),
    };
    const check = fc.property(hospitals, ({ parameters, seed, replication }) => {
      simulate(parameters, seedOf(seed), replication, null, kernel);
      expect(faults).toEqual([]);
    });
    fc.assert(check, { seed: SEED, numRuns: 25, endOnFailure: true });
    expect(served).toBeGreaterThan(1000);
  });
});

describe('a bed freed and wanted in one minute', () => {
  const STAY_TO_CLEAN = 20 + 240 + 60 + 40; // way, short stay, preparation, cleaning

  const at = (minute: number) => `0 ${Math.floor(minute / 60)}:${minute % 60}`;
  const clock = (minute: number) =>
    `0 ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

  it('goes to the one already waiting, whenever it is', () => {
    const minutes = fc.tuple(
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: 1, max: STAY_TO_CLEAN - 1 }),
    );
    const check = fc.property(minutes, ([first, wait]) => {
      const patient: Placed = { at: at(first), by: 'referred', needs: 'medical', short: true };
      const clean = first + STAY_TO_CLEAN;
      const course = hospital({
        Cat: { ...patient, at: at(clean) }, // named first: her arrival is scheduled first
        Ann: patient,
        Ben: { ...patient, at: at(first + wait) },
      });
      expect(course.of('Ben')[1]).toBe(`${clock(clean + 20)} arrived in bed`);
      expect(course.of('Cat')[1]).toBe(`${clock(clean + STAY_TO_CLEAN + 20)} arrived in bed`);
    });
    fc.assert(check, { seed: SEED, numRuns: 40 });
  });
});
