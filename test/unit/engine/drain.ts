// test/unit/engine/drain.ts: what a calendar fires, as a list, without ever looping for ever.

import type { Calendar } from '../../../sim/engine/calendar.js';

export interface Fired {
  time: number;
  kind: number;
  subject: number;
}

/** Takes events until none is left at or before `until`; more than `most` of them is a fault. */
export function drain(calendar: Calendar, until = Number.MAX_VALUE, most = 1e6): Fired[] {
  const fired: Fired[] = [];
  while (calendar.next(until) !== 0) {
    fired.push({ time: calendar.now, kind: calendar.kind, subject: calendar.subject });
    if (fired.length > most) throw new Error(`The calendar fired more than ${most} events.`);
  }
  return fired;
}

export const subjectsOf = (fired: readonly Fired[]): number[] => fired.map((e) => e.subject);

/** Integers from 0 to below, the same at each call: a plain generator that is not under test. */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return Math.floor(((state >>> 0) / 2 ** 32) * below);
  };
}

/** Indices in the order in which the calendar must fire: time, kind, then order of scheduling. */
export function stableOrder(times: readonly number[], kinds: readonly number[]): number[] {
  return times.map((_, i) => i).sort((a, b) => times[a] - times[b] || kinds[a] - kinds[b] || a - b);
}
