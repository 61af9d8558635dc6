// test/regressions/events.test.ts: faults of event calendars that other simulators have had.

import { describe, expect, it } from 'vitest';
import { Calendar } from '../../sim/engine/calendar.js';
import type { System } from '../../sim/hospital/system.js';
import { fingerprint } from '../../sim/verification/fingerprint.js';
import { digestOf } from '../differential/digest.js';
import { drain } from '../unit/engine/drain.js';
import { run, shortWinter } from './short-winter.js';

const MINUTES_PER_DAY = 1440;
const DAYS = 28; // of the short winter, lead-in included

describe('events after the stop time', () => {
  it('do not fire, and the clock does not pass the end', () => {
    const calendar = new Calendar();
    for (const time of [10, 99.9, 100, 100.000001, 5000]) calendar.schedule(time, 3, time);
    expect(drain(calendar, 100).map(({ subject }) => subject)).toEqual([10, 99, 100]);
    expect([calendar.now, calendar.pendingCount]).toEqual([100, 2]);
  });

  it('are not seen by a winter: its last event is its last midnight', () => {
    let last = 0;
    run(shortWinter(), { observer: ({ calendar }) => (last = Math.max(last, calendar.now)) });
    expect(last).toBe(DAYS * MINUTES_PER_DAY);
  });

  it('change nothing before: a day reads the same however long the winter goes on after it', () => {
    const [short, long] = ['2017-12-17', '2017-12-31'].map((lastDay) => run(shortWinter(lastDay)));
    // The week that the short winter's end cuts is left out: who still waits then is not known yet.
    const days = 7;
    short.daily.forEach((series, i) => {
      expect(series.slice(0, days)).toEqual(long.daily[i].slice(0, days));
    });
  });
});

describe('two events at one time', () => {
  const STEP_MINUTES = 10;

  /** Every event is put off to the next ten minutes, so that dozens of them meet. */
  class SteppedCalendar extends Calendar {
    override schedule(time: number, kind: number, subject: number): number {
      return super.schedule(Math.ceil(time / STEP_MINUTES) * STEP_MINUTES, kind, subject);
    }
  }

  it('lose no patient: everybody is somewhere at each midnight, though dozens of events meet', () => {
    let meeting = 0;
    let before = -1;
    let system: System | null = null;
    const kernel = { calendar: () => new SteppedCalendar({ bucketMinutes: 0.5 }) };
    const observer = (seen: System) => {
      system = seen;
      if (seen.calendar.now === before) meeting++;
      before = seen.calendar.now;
    };
    // A run in which entered is not left + everybody in a stage stops with a ConservationError.
    const { eventsCount } = run(shortWinter(), { observer, kernel });
    expect(meeting).toBeGreaterThan(0.9 * eventsCount);
    const { enteredCount, leftCount, patients } = system as unknown as System;
    expect(leftCount).toBeGreaterThan(7000);
    expect(patients.inStage.reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(
      enteredCount - leftCount,
    );
  });
});

describe('an event that does nothing', () => {
  const NOTHING = 255;

  /** Beside each event another that does nothing, and one of the same kind that is withdrawn. */
  class NoisyCalendar extends Calendar {
    override schedule(time: number, kind: number, subject: number): number {
      this.cancel(super.schedule(time, kind, subject));
      super.schedule(time, NOTHING, subject);
      const handle = super.schedule(time, kind, subject);
      this.cancel(super.schedule(time, kind, subject));
      return handle;
    }

    override next(until: number): number {
      let kind = super.next(until);
      while (kind === NOTHING) kind = super.next(until);
      return kind;
    }
  }

  it('does not change the order of events at one time', () => {
    const [plain, noisy] = [new Calendar(), new NoisyCalendar()];
    for (const calendar of [plain, noisy]) {
      for (let i = 0; i < 2000; i++) calendar.schedule((i * 7) % 40, 1 + ((i * 5) % 3), i);
    }
    expect(drain(noisy, 1e9)).toEqual(drain(plain, 1e9));
  });

  it('changes no result of a winter', () => {
    const parameters = shortWinter();
    const kernel = { calendar: () => new NoisyCalendar({ bucketMinutes: 0.5 }) };
    const [plain, noisy] = [run(parameters), run(parameters, { kernel })];
    expect(noisy.eventsCount).toBeGreaterThan(plain.eventsCount);
    expect(fingerprint([{ ...noisy, eventsCount: 0 }])).toBe(
      fingerprint([{ ...plain, eventsCount: 0 }]),
    );
  });
});

describe('logging', () => {
  it('of every event, patient and count changes no result', () => {
    const parameters = shortWinter();
    let logged = 0;
    const plain = run(parameters);
    const watched = run(parameters, {
      observer: (system, kind, subject) => {
        const { patients, calendar } = system;
        const line = [calendar.now, kind, patients.key[subject], patients.pool[subject]].join();
        logged += line.length > 0 ? 1 + (digestOf(system) & 0) : 0;
      },
    });
    expect(logged).toBe(watched.eventsCount);
    expect(fingerprint([watched])).toBe(fingerprint([plain]));
  });
});
