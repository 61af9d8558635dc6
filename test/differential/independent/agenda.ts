// test/differential/independent/agenda.ts: future events in one sorted list, as docs/model.md 2.9
// orders them: by time, then by kind, then by the order in which they were scheduled.

import type { Patient, Site } from './hospital.js';

/** Kinds of event; of two at one moment the earlier in this list goes first (docs/model.md 2.9). */
export const ORDER = [
  'day begins',
  'hour begins',
  'community place free',
  'bed ready',
  'discharge tried',
  'clinical stay ends',
  'step-down due',
  'delayed transfer begins',
  'assessed for discharge',
  'choice made',
  'community round',
  'arrived in bed',
  'departed for home',
  'same-day care ends',
  'unit care ends',
  'primary care ends',
  'decision to admit',
  'liaison ends',
  'reviewed',
  'investigated',
  'consulted',
  'initially assessed',
  'handed over',
  'bed search widened',
  'patience ends',
  'elective list',
  'elective due',
  'arrived',
  'census',
] as const;

export type Kind = (typeof ORDER)[number];

export interface Event {
  time: number;
  kind: Kind;
  sequence: number;
  patient: Patient | null;
  /** Of beds that are ready: where. */
  site: Site | null;
  pool: number;
}

/** Events yet to happen, the next first. */
export class Agenda {
  now = 0;
  private events: Event[] = [];
  private scheduledCount = 0;

  /** Adds an event; `patient`, `site` and `pool` as its kind needs them. */
  add(
    time: number,
    kind: Kind,
    patient: Patient | null = null,
    site: Site | null = null,
    pool = -1,
  ): Event {
    if (!(time >= this.now)) throw new RangeError(`${kind} at ${time}, before ${this.now}.`);
    const event = { time, kind, sequence: this.scheduledCount++, patient, site, pool };
    let low = 0;
    let high = this.events.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (isBefore(this.events[middle], event)) low = middle + 1;
      else high = middle;
    }
    this.events.splice(low, 0, event);
    return event;
  }

  /** Withdraws an event, if it is still to come. */
  remove(event: Event | null): void {
    const at = event === null ? -1 : this.events.indexOf(event);
    if (at >= 0) this.events.splice(at, 1);
  }

  /** The next event, with the clock at its time. */
  next(): Event {
    const event = this.events.shift();
    if (event === undefined) throw new RangeError('Nothing left to happen.');
    this.now = event.time;
    return event;
  }
}

function isBefore(a: Event, b: Event): boolean {
  if (a.time !== b.time) return a.time < b.time;
  if (a.kind !== b.kind) return ORDER.indexOf(a.kind) < ORDER.indexOf(b.kind);
  return a.sequence < b.sequence;
}
