// test/regressions/lines.test.ts: faults of resources and their lines that others have had.

import { describe, expect, it } from 'vitest';
import { Calendar } from '../../sim/engine/calendar.js';
import { Resource } from '../../sim/engine/resource.js';
import { ARRIVED, CONSULTED, HOUR } from '../../sim/hospital/kinds.js';

interface Started {
  subject: number;
  at: number;
}

/**
 * A clinic of some servers: who comes seizes one or waits; `capacities` change it at a time.
 * @returns who was begun with, in order
 */
function clinic(
  servers: number,
  patients: readonly { at: number; minutes: number }[],
  capacities: readonly { at: number; servers: number }[] = [],
): Started[] {
  const calendar = new Calendar();
  const resource = new Resource(servers);
  const started: Started[] = [];
  const begin = (subject: number) => {
    started.push({ subject, at: calendar.now });
    calendar.schedule(calendar.now + patients[subject].minutes, CONSULTED, subject);
  };
  patients.forEach(({ at }, subject) => {
    calendar.schedule(at, ARRIVED, subject);
  });
  // Scheduled after the arrivals: only the rank of its kind brings a change of capacity before.
  capacities.forEach(({ at }, i) => {
    calendar.schedule(at, HOUR, i);
  });
  for (let kind = calendar.next(1e6); kind !== 0; kind = calendar.next(1e6)) {
    if (kind === ARRIVED) {
      if (resource.seize(calendar.subject) < 0) begin(calendar.subject);
      continue;
    }
    if (kind === HOUR) resource.setCapacity(capacities[calendar.subject].servers);
    else resource.release();
    for (let next = resource.admit(); next >= 0; next = resource.admit()) begin(next);
  }
  return started;
}

describe('a small request', () => {
  it('does not overtake one that waits, however short it is', () => {
    const patients = Array.from({ length: 300 }, (_, i) => ({
      at: i * 2,
      minutes: i % 3 === 0 ? 20 : 0.1,
    }));
    const started = clinic(2, patients);
    expect(started.map(({ subject }) => subject)).toEqual(patients.map((_, i) => i));
    expect(started[299].at).toBeGreaterThan(patients[299].at);
  });

  it('waits behind one that waits though a server is free for a moment', () => {
    const resource = new Resource(1);
    resource.seize(1);
    resource.seize(2);
    resource.release();
    expect(resource.seize(3)).toBeGreaterThanOrEqual(0);
    expect([resource.admit(), resource.admit()]).toEqual([2, -1]);
  });
});

describe('a change of capacity and an arrival in one instant', () => {
  it('gives the new server to who waited, and the newcomer waits', () => {
    // Minute 0: patient 0 begins (90 minutes), patient 1 waits. Minute 60: a second server, and
    // patient 2 comes. Patient 1 begins at 60; patient 2 at 90, when patient 0 is done.
    const patients = [
      { at: 0, minutes: 90 },
      { at: 0, minutes: 90 },
      { at: 60, minutes: 5 },
    ];
    expect(clinic(1, patients, [{ at: 60, servers: 2 }])).toEqual([
      { subject: 0, at: 0 },
      { subject: 1, at: 60 },
      { subject: 2, at: 90 },
    ]);
  });

  it('does not begin with the newcomer when the server closes in that instant', () => {
    // The one server closes at minute 60, when patient 0 comes; it opens again at 120.
    const started = clinic(
      1,
      [{ at: 60, minutes: 5 }],
      [
        { at: 60, servers: 0 },
        { at: 120, servers: 1 },
      ],
    );
    expect(started).toEqual([{ subject: 0, at: 120 }]);
  });

  it('lets a server that closes while busy finish, and takes nobody after', () => {
    const patients = [
      { at: 0, minutes: 80 },
      { at: 10, minutes: 5 },
    ];
    const closed = clinic(1, patients, [
      { at: 60, servers: 0 },
      { at: 200, servers: 1 },
    ]);
    expect(closed).toEqual([
      { subject: 0, at: 0 },
      { subject: 1, at: 200 },
    ]);
  });
});
