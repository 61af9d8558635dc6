// test/unit/engine/calendar.test.ts: events fire by time, rank of kind and sequence, from any state.

import { describe, expect, it } from 'vitest';
import { Calendar, EventCapError } from '../../../sim/engine/calendar.js';
import { drain, numbers, stableOrder, subjectsOf } from './drain.js';

/** Schedules all events at once and returns the subjects (their indices) as they fire. */
function order(calendar: Calendar, times: readonly number[], kinds: readonly number[]): number[] {
  times.forEach((time, i) => {
    calendar.schedule(time, kinds[i], i);
  });
  return subjectsOf(drain(calendar));
}

describe('order of events', () => {
  it('fires events by time', () => {
    expect(order(new Calendar(), [5, 0.5, 3, 4.99, 0], [1, 1, 1, 1, 1])).toEqual([4, 1, 2, 3, 0]);
  });

  it('fires events of one instant by rank of kind, the lower kind first', () => {
    expect(order(new Calendar(), [7, 7, 7, 7], [9, 1, 255, 2])).toEqual([1, 3, 0, 2]);
  });

  it('fires events of one instant and kind in the order of scheduling', () => {
    expect(order(new Calendar(), [7, 7, 7, 7], [3, 3, 3, 3])).toEqual([0, 1, 2, 3]);
  });

  it('lets time decide before kind, and kind before sequence', () => {
    expect(order(new Calendar(), [2, 1, 1, 1], [1, 9, 2, 2])).toEqual([2, 3, 1, 0]);
  });

  it.each([24, 25, 26, 49, 100, 1000, 5000])(
    'orders %i events of few times in one bucket as a stable sort does',
    (count) => {
      const random = numbers(count);
      const times = Array.from({ length: count }, () => 100 + random(4) / 4);
      const kinds = Array.from({ length: count }, () => 1 + random(3));
      expect(order(new Calendar(), times, kinds)).toEqual(stableOrder(times, kinds));
    },
  );

  it('keeps the order of scheduling among 3,000 events of one instant and kind', () => {
    const times = Array.from({ length: 3000 }, () => 50);
    const kinds = times.map(() => 4);
    expect(order(new Calendar(), times, kinds)).toEqual(times.map((_, i) => i));
  });

  it('orders events across many spans of buckets', () => {
    const random = numbers(5);
    const times = Array.from({ length: 2000 }, () => random(300_000) + random(8) / 8);
    const kinds = times.map(() => 1 + random(3));
    expect(order(new Calendar(), times, kinds)).toEqual(stableOrder(times, kinds));
  });

  it.each([0.37, 3])('does so with buckets of %d minutes too', (bucketMinutes) => {
    const random = numbers(6);
    const times = Array.from({ length: 2000 }, () => random(200_000) + random(8) / 8);
    const kinds = times.map(() => 1);
    const calendar = new Calendar({ bucketMinutes });
    expect(order(calendar, times, kinds)).toEqual(stableOrder(times, kinds));
  });

  it('finds a lone event hundreds of spans ahead', () => {
    const calendar = new Calendar();
    calendar.schedule(2 ** 29 + 0.25, 6, 42);
    expect(drain(calendar)).toEqual([{ time: 2 ** 29 + 0.25, kind: 6, subject: 42 }]);
  });

  it.each([0.01, 0.1, 0.37, 1, 3, 10, 100])(
    'fires the same order with buckets of %d minutes',
    (bucketMinutes) => {
      const random = numbers(11);
      const times = Array.from({ length: 3000 }, () => random(20_000) / 8);
      const kinds = times.map(() => 1 + random(4));
      const calendar = new Calendar({ bucketMinutes });
      expect(order(calendar, times, kinds)).toEqual(stableOrder(times, kinds));
    },
  );

  it('fires the last bucket of a span after the others, and before the first of the next', () => {
    const calendar = new Calendar();
    for (const time of [4095, 4096, 8191, 8192, 4097, 1, 0]) calendar.schedule(time, 1, time);
    expect(subjectsOf(drain(calendar))).toEqual([0, 1, 4095, 4096, 4097, 8191, 8192]);
  });

  it.each([1, 63, 64, 65, 127, 128, 129, 1000])(
    'fires a lone event in bucket 0 of span %i, and one scheduled a span ahead from there',
    (span) => {
      const calendar = new Calendar();
      calendar.schedule(4096 * span, 1, 7);
      expect(calendar.next(Infinity)).toBe(1);
      calendar.schedule(4096 * (span + 1), 2, 8);
      expect(calendar.next(Infinity)).toBe(2);
      expect([calendar.now, calendar.next(Infinity)]).toEqual([4096 * (span + 1), 0]);
    },
  );

  it('takes events of nearer spans after one of a far span', () => {
    const calendar = new Calendar();
    const spans = [300, 2, 64, 65, 128, 1];
    for (const span of spans) calendar.schedule(4096 * span + 5, 1, span);
    expect(subjectsOf(drain(calendar))).toEqual([1, 2, 64, 65, 128, 300]);
  });

  it('puts an event scheduled into the open bucket in its place', () => {
    const calendar = new Calendar({ bucketMinutes: 100 });
    for (const time of [10, 20, 30]) calendar.schedule(time, 5, time);
    expect(calendar.next(100)).toBe(5);
    calendar.schedule(25, 5, 25);
    calendar.schedule(10, 9, 11); // now, but of a later rank
    calendar.schedule(10, 1, 12); // now, of an earlier rank than the event just fired
    calendar.schedule(30, 5, 31); // a tie: after the one scheduled before
    expect(subjectsOf(drain(calendar))).toEqual([12, 11, 20, 25, 30, 31]);
  });

  it('fires events scheduled before a bucket that was opened too early', () => {
    const calendar = new Calendar();
    calendar.schedule(5000, 1, 3);
    expect(calendar.next(10)).toBe(0);
    calendar.schedule(12, 1, 1);
    calendar.schedule(4999.5, 1, 2);
    calendar.schedule(5000.5, 1, 4);
    expect(subjectsOf(drain(calendar))).toEqual([1, 2, 3, 4]);
  });

  it('keeps ties in order when the sequence number wraps around', () => {
    const calendar = new Calendar();
    Reflect.set(calendar, 'sequence', 2 ** 31 - 20);
    const times = Array.from({ length: 60 }, () => 3);
    expect(order(calendar, times, times)).toEqual(times.map((_, i) => i));
  });

  it('carries any 32-bit integer as subject', () => {
    const calendar = new Calendar();
    const subjects = [0, -1, 2 ** 31 - 1, -(2 ** 31)];
    for (const subject of subjects) calendar.schedule(1, 1, subject);
    expect(subjectsOf(drain(calendar))).toEqual(subjects);
  });
});

describe('cancelling', () => {
  it('passes over a cancelled event in the open, a near and a far bucket', () => {
    const calendar = new Calendar();
    calendar.schedule(1.25, 1, 0);
    const open = calendar.schedule(1.75, 1, 1);
    const near = calendar.schedule(200, 1, 2);
    const far = calendar.schedule(90_000, 1, 3);
    calendar.schedule(90_000, 1, 4);
    calendar.next(10);
    for (const handle of [open, near, far]) calendar.cancel(handle);
    expect(calendar.pendingCount).toBe(1);
    expect(subjectsOf(drain(calendar))).toEqual([4]);
    expect(calendar.firedCount).toBe(2);
  });

  it('says that nothing is left when all was cancelled', () => {
    const calendar = new Calendar();
    const handles = [3, 3, 500].map((time) => calendar.schedule(time, 1, 0));
    for (const handle of handles) calendar.cancel(handle);
    expect(calendar.pendingCount).toBe(0);
    expect(calendar.next(1000)).toBe(0);
    expect(calendar.now).toBe(0);
  });

  it('twice is a fault that the calendar tells when it runs out of events', () => {
    const calendar = new Calendar();
    const handle = calendar.schedule(3, 1, 0);
    calendar.cancel(handle);
    calendar.cancel(handle);
    const sentence = 'The calendar holds none of -1 events: cancelled twice?';
    expect(() => calendar.next(10)).toThrow(new Error(sentence));
  });

  it('uses the place of cancelled events again without mixing them up', () => {
    const calendar = new Calendar();
    for (let round = 0; round < 5000; round++) {
      calendar.cancel(calendar.schedule(round + 0.5, 1, -1));
      calendar.schedule(round + 1, 2, round);
      expect(calendar.next(round + 1)).toBe(2);
      if (calendar.subject !== round) throw new Error(`Round ${round}: ${calendar.subject}.`);
    }
    expect(calendar.firedCount).toBe(5000);
  });
});

describe('size', () => {
  it('grows beyond 1,024 pending events and keeps every one', () => {
    const calendar = new Calendar();
    const random = numbers(3);
    const times = Array.from({ length: 10_000 }, () => random(50_000) / 4);
    const kinds = times.map(() => 1);
    times.forEach((time, i) => {
      calendar.schedule(time, 1, i);
    });
    expect(calendar.pendingCount).toBe(10_000);
    expect(subjectsOf(drain(calendar))).toEqual(stableOrder(times, kinds));
    expect(calendar.pendingCount).toBe(0);
  });

  it('counts pending and fired events', () => {
    const calendar = new Calendar();
    for (let i = 0; i < 5; i++) calendar.schedule(i, 1, i);
    drain(calendar, 2);
    expect([calendar.firedCount, calendar.pendingCount]).toEqual([3, 2]);
  });
});

describe('the clock', () => {
  it('stands still when nothing is left at or before the end', () => {
    const calendar = new Calendar();
    calendar.schedule(4, 2, 7);
    calendar.schedule(9, 3, 8);
    expect(calendar.next(4)).toBe(2); // an event at the end still fires
    expect(calendar.next(8.999)).toBe(0);
    expect([calendar.now, calendar.kind, calendar.subject]).toEqual([4, 2, 7]);
    expect(calendar.next(9)).toBe(3);
    expect(calendar.now).toBe(9);
  });

  it('starts at 0, and an empty calendar fires nothing', () => {
    const calendar = new Calendar();
    expect(calendar.next(1e9)).toBe(0);
    expect([calendar.now, calendar.firedCount]).toEqual([0, 0]);
  });
});

describe('refusals', () => {
  it.each([
    [99.5, 'Event of kind 4 scheduled at 99.5, before now (100).'],
    [-1, 'Event of kind 4 scheduled at -1, before now (100).'],
    [Number.NaN, 'Event of kind 4 scheduled at NaN, before now (100).'],
    [Infinity, 'Event of kind 4 at Infinity: too far ahead.'],
    [2 ** 30, 'Event of kind 4 at 1073741824: too far ahead.'],
  ])('refuses an event at %d in one sentence, and changes nothing', (time, sentence) => {
    const calendar = new Calendar();
    calendar.schedule(100, 1, 1);
    calendar.schedule(101, 1, 2);
    calendar.next(100);
    expect(() => calendar.schedule(time, 4, 9)).toThrow(new RangeError(sentence));
    expect(calendar.pendingCount).toBe(1);
    expect(subjectsOf(drain(calendar))).toEqual([2]);
  });

  it('reach half as far with buckets of half a minute, and twice as far with buckets of two', () => {
    const short = new Calendar({ bucketMinutes: 0.5 });
    const sentence = 'Event of kind 4 at 536870912: too far ahead.';
    expect(() => short.schedule(2 ** 29, 4, 1)).toThrow(new RangeError(sentence));
    const long = new Calendar({ bucketMinutes: 2 });
    for (const calendar of [short, long]) calendar.schedule(2 ** 29 - 0.5, 1, 1);
    long.schedule(2 ** 31 - 1, 1, 2);
    expect(subjectsOf(drain(short))).toEqual([1]);
    expect(subjectsOf(drain(long))).toEqual([1, 2]);
  });

  it('accepts an event in the very last bucket and at the very present', () => {
    const calendar = new Calendar();
    calendar.schedule(2 ** 30 - 0.5, 1, 1);
    calendar.schedule(0, 1, 0);
    expect(subjectsOf(drain(calendar))).toEqual([0, 1]);
  });

  it.each([0, -1, Number.NaN])('refuses buckets of %d minutes', (bucketMinutes) => {
    const sentence = `Bucket of ${bucketMinutes} minutes, not > 0.`;
    expect(() => new Calendar({ bucketMinutes })).toThrow(new RangeError(sentence));
  });
});

describe('the event cap', () => {
  /** Two kinds that schedule each other at one instant, for ever. */
  function loop(calendar: Calendar, most: number): void {
    calendar.schedule(7.5, 3, 0);
    for (let i = 0; i < most && calendar.next(10) !== 0; i++) {
      calendar.schedule(calendar.now, calendar.kind === 3 ? 8 : 3, 0);
    }
  }

  it('stops an endless minute and names its kinds', () => {
    const run = () => loop(new Calendar({ eventsPerMinuteMax: 2000 }), 20_000);
    expect(run).toThrow(EventCapError);
    const kinds = '3 (500 times), 8 (500 times)';
    expect(run).toThrow(`More than 2000 events at minute 7; the last kinds were ${kinds}.`);
    expect(new EventCapError(7.5, 2000, kinds).name).toBe('EventCapError');
  });

  it('names the kinds that fired last, not those before them', () => {
    const calendar = new Calendar({ eventsPerMinuteMax: 3000 });
    for (let i = 0; i < 4000; i++) calendar.schedule(7, 1 + Math.floor(i / 1500), 0);
    expect(() => drain(calendar)).toThrow('the last kinds were 2 (1000 times).');
  });

  /** Events of one time that a calendar fires before it stops. */
  function firedAt(calendar: Calendar, time: number): number {
    calendar.schedule(time, 1, 0);
    const run = () => {
      while (calendar.next(time) !== 0) calendar.schedule(time, 1, 0);
    };
    expect(run).toThrow(EventCapError);
    return calendar.firedCount - 1;
  }

  it.each([
    [1500, 1, 1500],
    [1500, 10, 15_000], // a bucket may fire what its minutes may
    [1500, 0.1, 1500], // but never less than a minute
    [5, 1, 1000], // a thousand are never too many
  ])('of %i a minute lets a bucket of %d minutes fire %i', (cap, bucketMinutes, count) => {
    const calendar = () => new Calendar({ eventsPerMinuteMax: cap, bucketMinutes });
    expect(firedAt(calendar(), 0)).toBe(count); // the bucket that is open at the start
    expect(firedAt(calendar(), 70)).toBe(count);
  });

  it('is not put off by events that were scheduled ahead and cancelled', () => {
    const calendar = new Calendar({ eventsPerMinuteMax: 1000 });
    const run = () => {
      for (let i = 0; i < 1500; i++) {
        calendar.schedule(7.5, 1, 0);
        calendar.cancel(calendar.schedule(8 + i, 1, 0));
        expect([calendar.next(7.5), calendar.next(7.5)]).toEqual([1, 0]);
      }
    };
    expect(run).toThrow('More than 1000 events at minute 7');
  });

  it('lets a minute fire exactly as many events as the cap, minute after minute', () => {
    const calendar = new Calendar({ eventsPerMinuteMax: 1500 });
    for (let i = 0; i < 4500; i++) calendar.schedule(5 + Math.floor(i / 1500), 1, i);
    expect(drain(calendar)).toHaveLength(4500);
    for (let i = 0; i < 1501; i++) calendar.schedule(9, 1, i);
    expect(() => drain(calendar)).toThrow('More than 1500 events at minute 9');
  });
});
