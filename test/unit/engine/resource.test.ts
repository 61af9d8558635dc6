// test/unit/engine/resource.test.ts: servers and their lines: nobody overtakes, nobody is evicted.

import { describe, expect, it } from 'vitest';
import { Resource } from '../../../sim/engine/resource.js';

function admitAll(resource: Resource): number[] {
  const admitted: number[] = [];
  for (let left = resource.waiting; left >= 0; left--) {
    const subject = resource.admit();
    if (subject < 0) break;
    admitted.push(subject);
  }
  return admitted;
}

/** A resource with all servers busy and these subjects in line at their priorities. */
function full(capacity: number, line: readonly (readonly [number, number])[]): Resource {
  const resource = new Resource(capacity, 3);
  for (let i = 0; i < capacity; i++) resource.seize(1000 + i);
  for (const [subject, priority] of line) resource.seize(subject, priority);
  return resource;
}

describe('seizing and releasing', () => {
  it('gives exactly as many servers as its capacity', () => {
    const resource = new Resource(3);
    const places = [1, 2, 3, 4, 5].map((subject) => resource.seize(subject));
    expect(places.map((place) => place < 0)).toEqual([true, true, true, false, false]);
    expect([resource.busy, resource.waiting]).toEqual([3, 2]);
  });

  it('puts everybody in line when it has no server', () => {
    const resource = new Resource(0);
    expect(resource.seize(1)).toBeGreaterThanOrEqual(0);
    expect([resource.busy, resource.waiting, resource.admit()]).toEqual([0, 1, -1]);
  });

  it('admits nobody while no server is free, and one for each that is released', () => {
    const resource = full(2, [
      [5, 0],
      [6, 0],
      [7, 0],
    ]);
    expect(resource.admit()).toBe(-1);
    resource.release();
    expect(admitAll(resource)).toEqual([5]);
    resource.release();
    resource.release();
    expect(admitAll(resource)).toEqual([6, 7]);
    expect([resource.busy, resource.waiting]).toEqual([2, 0]);
  });

  it('admits nobody when nobody waits, and keeps the server free', () => {
    const resource = full(2, []);
    resource.release();
    expect([resource.admit(), resource.busy]).toEqual([-1, 1]);
    expect(resource.seize(9)).toBe(-1);
  });

  it('lets nobody overtake: a newcomer waits while anybody waits, though a server is free', () => {
    const resource = full(1, [[5, 2]]);
    resource.release();
    expect(resource.seize(6, 0)).toBeGreaterThanOrEqual(0);
    expect(resource.busy).toBe(0);
    expect(admitAll(resource)).toEqual([6]); // by priority, once the caller admits
  });
});

describe('priorities', () => {
  it('serves by priority, and within it first come, first served', () => {
    const line = [
      [20, 2],
      [10, 1],
      [0, 0],
      [21, 2],
      [1, 0],
      [11, 1],
    ] as const;
    const resource = full(6, line);
    expect([0, 1, 2].map((priority) => resource.waitingAt(priority))).toEqual([2, 2, 2]);
    for (let i = 0; i < 6; i++) resource.release();
    expect(admitAll(resource)).toEqual([0, 1, 10, 11, 20, 21]);
  });

  it('does not take a server from a lower priority that holds it', () => {
    const resource = new Resource(1, 2);
    resource.seize(1, 1);
    expect(resource.seize(2, 0)).toBeGreaterThanOrEqual(0);
    expect([resource.busy, resource.admit()]).toEqual([1, -1]);
  });
});

describe('capacity', () => {
  it('never evicts when it falls, and admits nobody until fewer are busy than it has', () => {
    const resource = full(5, [
      [1, 0],
      [2, 0],
    ]);
    resource.setCapacity(2);
    expect(resource.busy).toBe(5);
    for (const busy of [4, 3, 2]) {
      resource.release();
      expect([resource.busy, resource.admit()]).toEqual([busy, -1]);
    }
    resource.release();
    expect(admitAll(resource)).toEqual([1]);
    expect([resource.busy, resource.waiting]).toEqual([2, 1]);
  });

  it('refuses newcomers while more are busy than it now has', () => {
    const resource = full(3, []);
    resource.setCapacity(1);
    resource.release();
    expect(resource.seize(9)).toBeGreaterThanOrEqual(0);
  });

  it('admits several, and only as many as fit, when it rises', () => {
    const resource = full(1, [
      [1, 1],
      [2, 0],
      [3, 1],
      [4, 1],
    ]);
    resource.setCapacity(4);
    expect(admitAll(resource)).toEqual([2, 1, 3]);
    expect([resource.busy, resource.waiting]).toEqual([4, 1]);
  });

  it('drains to nobody at capacity 0 and comes back', () => {
    const resource = full(2, [[1, 0]]);
    resource.setCapacity(0);
    resource.release();
    resource.release();
    expect([resource.busy, resource.admit()]).toEqual([0, -1]);
    resource.setCapacity(1);
    expect(admitAll(resource)).toEqual([1]);
  });

  it('may have no limit', () => {
    const resource = new Resource(Infinity);
    for (let i = 0; i < 1000; i++) resource.seize(i);
    expect([resource.busy, resource.waiting]).toEqual([1000, 0]);
  });
});

describe('leaving the line', () => {
  it('passes over who left, at each priority', () => {
    const resource = new Resource(0, 2);
    const places = [1, 2, 3].map((subject) => resource.seize(subject, 0));
    const lower = [4, 5].map((subject) => resource.seize(subject, 1));
    resource.withdraw(places[0], 0);
    resource.withdraw(lower[0], 1);
    expect(resource.waiting).toBe(3);
    expect([resource.waitingAt(0), resource.waitingAt(1)]).toEqual([2, 1]);
    resource.setCapacity(10);
    expect(admitAll(resource)).toEqual([2, 3, 5]);
  });

  it('serves a newcomer at once when the only one in line has left', () => {
    const resource = new Resource(0);
    const place = resource.seize(1);
    resource.setCapacity(1);
    resource.withdraw(place);
    expect([resource.seize(2), resource.busy, resource.admit()]).toEqual([-1, 1, -1]);
  });
});
