// test/differential/naive-kernel/event.ts: a future event as a plain object, and which goes first.

export interface Event {
  /** Number of the event in the order of scheduling: its handle, never used twice. */
  id: number;
  time: number;
  kind: number;
  subject: number;
}

/** Time, then kind, then the order of scheduling. */
export function goesBefore(a: Event, b: Event): boolean {
  if (a.time !== b.time) return a.time < b.time;
  if (a.kind !== b.kind) return a.kind < b.kind;
  return a.id < b.id;
}

/** The public face of a class, without what it keeps to itself. */
export type Public<T> = Pick<T, keyof T>;
