// sim/engine/calendar.ts: future events, fired by (time, rank of kind, sequence).
//
// A two-level timing wheel on typed arrays. Buckets of the current span hold unsorted chains; a
// bucket is sorted when the clock reaches it, so scheduling costs O(1) and firing O(1) as long as
// buckets hold a few events each. Events beyond the span wait in one chain per later span.

/** Kinds are numbered by rank: of two events at one instant the lower kind fires first. */
export const KINDS_MAX = 256;

const CANCELLED = 0;
const SPAN_BITS = 12;
const SPAN = 1 << SPAN_BITS; // buckets in a span
const BUCKETS_MAX = 2 ** 30;
const SORT_BY_INSERTION_MAX = 24;
const LAST_SEEN = 1000;

// Fields of an event in the store of integers.
// 0 is the link: next slot of a chain, or NONE
const KIND = 1;
const SUBJECT = 2;
const SEQUENCE = 3;
const STRIDE = 4;
// Stryker disable next-line UnaryOperator: slots are multiples of STRIDE, and +1 is none either
const NONE = -1;

export interface CalendarOptions {
  /** Width of a bucket in minutes; best near the mean gap between two events. */
  bucketMinutes?: number;
  /** Most events that one simulated minute may fire before the run is stopped. */
  eventsPerMinuteMax?: number;
}

/** Raised when one simulated minute fires more events than a sane model can need. */
export class EventCapError extends Error {
  constructor(time: number, cap: number, kinds: string) {
    super(`More than ${cap} events at minute ${Math.floor(time)}; the last kinds were ${kinds}.`);
    this.name = 'EventCapError';
  }
}

/**
 * The event calendar.
 *
 * `schedule` adds an event, `next` takes the earliest and shows it in `now`, `kind` and `subject`.
 * Times never go back; kinds are integers 1-255 whose number is their rank; a subject is any
 * 32-bit integer. Ties of time and kind fire in the order of scheduling.
 */
export class Calendar {
  /** Time of the event fired last. */
  now = 0;
  kind = 0;
  subject = 0;
  /** Events fired since the start; cancelled ones are not counted. */
  firedCount = 0;
  pendingCount = 0;

  // An event is a slot: an offset into `fields`, and offset / STRIDE into `times`.
  private times = new Float64Array(1 << 10);
  private fields = new Int32Array(STRIDE << 10);
  private free = 0;
  private sequence = 0;

  private front = NONE; // chain of the open bucket, sorted
  private bucket = 0; // number of the open bucket
  private readonly near = new Int32Array(SPAN).fill(NONE);
  private far = new Int32Array(64).fill(NONE); // chain per span
  private bucketsPerMinute = 1;
  private eventsPerBucketMax = LAST_SEEN;
  private eventsPerMinuteMax = LAST_SEEN;
  private capAt = 0;
  private seenCount = 0; // of the events near the cap, in this bucket
  private readonly seen = new Int32Array(LAST_SEEN);

  constructor({ bucketMinutes = 1, eventsPerMinuteMax = 1e6 }: CalendarOptions = {}) {
    if (!(bucketMinutes > 0)) throw new RangeError(`Bucket of ${bucketMinutes} minutes, not > 0.`);
    this.bucketsPerMinute = 1 / bucketMinutes;
    this.eventsPerMinuteMax = eventsPerMinuteMax;
    this.eventsPerBucketMax = Math.max(LAST_SEEN, eventsPerMinuteMax * Math.max(1, bucketMinutes));
    this.capAt = this.eventsPerBucketMax - LAST_SEEN;
    this.chainFree(0);
  }

  /**
   * Schedules an event of `kind` for `subject` at `time`.
   * @returns a handle for `cancel`, valid until the event fires.
   * @throws RangeError when the time is before now, beyond the calendar or not a number.
   */
  schedule(time: number, kind: number, subject: number): number {
    if (!(time >= this.now)) this.refuse(time, kind);
    const at = time * this.bucketsPerMinute;
    if (at >= BUCKETS_MAX) this.refuse(time, kind);
    let slot = this.free;
    if (slot === NONE) slot = this.grow();
    const { fields } = this;
    this.free = fields[slot];
    this.times[slot >> 2] = time;
    fields[slot + KIND] = kind;
    fields[slot + SUBJECT] = subject;
    this.sequence = (this.sequence + 1) | 0;
    fields[slot + SEQUENCE] = this.sequence;
    this.pendingCount++;
    const bucket = at | 0;
    if (bucket <= this.bucket) {
      this.insert(slot);
    } else if ((bucket ^ this.bucket) < SPAN) {
      const { near } = this;
      const b = bucket & (SPAN - 1);
      fields[slot] = near[b];
      near[b] = slot;
    } else {
      this.putFar(slot, bucket >> SPAN_BITS);
    }
    return slot;
  }

  /** Withdraws a scheduled event; the handle must be of an event that has not fired. */
  cancel(handle: number): void {
    this.fields[handle + KIND] = CANCELLED; // stays in its place, and is passed over
    this.pendingCount--;
  }

  /**
   * Takes the earliest event into `now`, `kind` and `subject`.
   * @returns its kind, or 0 when none is left at or before `until`; the clock then stands still.
   */
  next(until: number): number {
    for (;;) {
      const slot = this.front;
      if (slot === NONE) {
        if (this.pendingCount === 0) return 0;
        this.openNextBucket();
        continue;
      }
      const time = this.times[slot >> 2];
      if (time > until) return 0;
      const { fields } = this;
      this.front = fields[slot];
      fields[slot] = this.free;
      this.free = slot;
      const kind = fields[slot + KIND];
      if (kind === CANCELLED) continue;
      this.now = time;
      this.kind = kind;
      this.subject = fields[slot + SUBJECT];
      this.pendingCount--;
      if (++this.firedCount > this.capAt) this.watch(kind);
      return kind;
    }
  }

  /** Opens the next bucket that holds an event. */
  private openNextBucket(): void {
    const { near } = this;
    let b = (this.bucket & (SPAN - 1)) + 1;
    let span = this.bucket >> SPAN_BITS;
    for (;;) {
      for (; b < SPAN; b++) {
        const chain = near[b];
        if (chain === NONE) continue;
        near[b] = NONE;
        this.bucket = (span << SPAN_BITS) + b;
        // Stryker disable next-line ConditionalExpression: a chain of one is sorted, but sooner
        this.front = this.fields[chain] === NONE ? chain : this.sorted(chain);
        this.capAt = this.firedCount + this.eventsPerBucketMax - LAST_SEEN;
        this.seenCount = 0;
        return;
      }
      do span++;
      while (this.far[span] === NONE);
      if (this.far[span] === undefined) {
        throw new Error(`The calendar holds none of ${this.pendingCount} events: cancelled twice?`);
      }
      this.spread(span);
      b = 0;
    }
  }

  /** Spreads the chain of a far span over the near buckets. */
  private spread(span: number): void {
    const { near, fields } = this;
    let slot = this.far[span];
    this.far[span] = NONE;
    while (slot !== NONE) {
      const following = fields[slot];
      const b = ((this.times[slot >> 2] * this.bucketsPerMinute) | 0) & (SPAN - 1);
      fields[slot] = near[b];
      near[b] = slot;
      slot = following;
    }
  }

  private putFar(slot: number, span: number): void {
    if (span >= this.far.length) {
      const far = new Int32Array(span * 2).fill(NONE);
      far.set(this.far);
      this.far = far;
    }
    this.fields[slot] = this.far[span];
    this.far[span] = slot;
  }

  /** Order of two events: time, then kind, then sequence. */
  private before(a: number, b: number): boolean {
    const timeA = this.times[a >> 2];
    const timeB = this.times[b >> 2];
    if (timeA < timeB) return true;
    if (timeA > timeB) return false;
    const { fields } = this;
    const kinds = fields[a + KIND] - fields[b + KIND];
    const order = kinds || fields[a + SEQUENCE] - fields[b + SEQUENCE];
    return order >>> 31 === 1; // the sign of 32 bits: sequences may wrap around
  }

  /** Puts a slot into its place in the open bucket. */
  private insert(slot: number): void {
    const { fields } = this;
    let previous = NONE;
    let at = this.front;
    while (at !== NONE && this.before(at, slot)) {
      previous = at;
      at = fields[at];
    }
    fields[slot] = at;
    if (previous === NONE) this.front = slot;
    else fields[previous] = slot;
  }

  /** Sorts a chain of one event or more: by insertion when short, else by merging its halves. */
  private sorted(chain: number): number {
    const { fields } = this;
    let head = chain;
    let count = 1;
    let slot = fields[chain];
    fields[chain] = NONE;
    while (slot !== NONE) {
      // Stryker disable next-line all: where insertion ends is a matter of speed, not of order
      if (++count > SORT_BY_INSERTION_MAX) return this.mergeRest(head, slot);
      const following = fields[slot];
      if (this.before(slot, head)) {
        fields[slot] = head;
        head = slot;
      } else {
        let at = head;
        while (fields[at] !== NONE && this.before(fields[at], slot)) at = fields[at];
        fields[slot] = fields[at];
        fields[at] = slot;
      }
      slot = following;
    }
    return head;
  }

  /** Sorts what is left of a long chain and merges it with the sorted beginning. */
  private mergeRest(sortedHead: number, rest: number): number {
    let count = 0;
    for (let slot = rest; slot !== NONE; slot = this.fields[slot]) count++;
    return this.merge(sortedHead, this.mergeSorted(rest, count));
  }

  private mergeSorted(chain: number, count: number): number {
    if (count === 1) {
      this.fields[chain] = NONE;
      return chain;
    }
    const half = count >> 1;
    let middle = chain;
    for (let i = 0; i < half; i++) middle = this.fields[middle];
    const last = this.mergeSorted(middle, count - half);
    return this.merge(this.mergeSorted(chain, half), last);
  }

  /** Merges two sorted chains that hold an event each, or more. */
  private merge(chainA: number, chainB: number): number {
    const { fields } = this;
    const head = this.before(chainA, chainB) ? chainA : chainB;
    let other = head === chainA ? chainB : chainA; // the chain that `tail` is not of
    let tail = head;
    for (;;) {
      const following = fields[tail];
      if (following === NONE) {
        fields[tail] = other;
        return head;
      }
      if (this.before(other, following)) {
        fields[tail] = other;
        other = following;
      }
      tail = fields[tail];
    }
  }

  /** Doubles the store of events; returns the first new slot. */
  private grow(): number {
    const { times, fields } = this;
    this.times = new Float64Array(times.length * 2);
    this.times.set(times);
    this.fields = new Int32Array(fields.length * 2);
    this.fields.set(fields);
    this.chainFree(fields.length);
    return fields.length;
  }

  private chainFree(from: number): void {
    const { fields } = this;
    this.free = NONE;
    for (let slot = fields.length - STRIDE; slot >= from; slot -= STRIDE) {
      fields[slot] = this.free;
      this.free = slot;
    }
  }

  private refuse(time: number, kind: number): never {
    if (time * this.bucketsPerMinute >= BUCKETS_MAX) {
      throw new RangeError(`Event of kind ${kind} at ${time}: too far ahead.`);
    }
    throw new RangeError(`Event of kind ${kind} scheduled at ${time}, before now (${this.now}).`);
  }

  /** Slow path near the cap: remembers the last kinds, then stops the run. */
  private watch(kind: number): void {
    if (this.seenCount < LAST_SEEN) {
      this.seen[this.seenCount++] = kind;
      return;
    }
    const counts = new Map<number, number>();
    for (const k of this.seen) counts.set(k, (counts.get(k) ?? 0) + 1);
    const kinds = [...counts].map(([k, n]) => `${k} (${n} times)`).join(', ');
    throw new EventCapError(this.now, this.eventsPerMinuteMax, kinds);
  }
}
