// sim/verification/station.ts: queueing stations with known answers, on the kernel's public parts.
//
// Customers come by streams (Poisson, each with its service and its line: stream 0 goes first),
// take one of `servers`, and may be lost when all are busy, or leave when their patience ends. Time
// has any unit, the same for all figures. A run starts with the mean number of servers busy, each
// with the rest of a service found by its length; it is cut into batches of equal length after a
// warm-up, and the figures of each batch are kept, so that their interval can be told.

import { HourArrivals } from '../engine/arrivals.js';
import { Calendar } from '../engine/calendar.js';
import { type Distribution, quantileFunction } from '../engine/distributions.js';
import { Draws, tagOf, toUnit } from '../engine/draws.js';
import {
  lengthBiased,
  type QuantileTable,
  quantileOf,
  tableMean,
  tabulate,
} from '../engine/quantile-table.js';
import { Resource } from '../engine/resource.js';
import type { Seed } from '../engine/seed.js';
import { type Figures, Observer } from './station-figures.js';

export interface Stream {
  /** Arrivals per unit of time. */
  rate: number;
  service: Distribution;
}

export interface Station {
  servers: number;
  streams: readonly Stream[];
  /** Who finds all servers busy is lost. */
  loses?: boolean;
  /** Who has waited so long leaves. */
  patience?: Distribution;
  /** Arrivals come hour by hour from the arrivals of the kernel; the unit of time is the minute. */
  hourly?: boolean;
}

export interface RunPlan {
  batches: number;
  batchTime: number;
  warmUpTime: number;
  /** Waits over these limits are counted. */
  limits?: readonly number[];
  seed: Seed;
  replication?: number;
}

const SERVED = 1;
const GAVE_UP = 2;
const ARRIVAL = 3;
const BATCH_END = 4;
const HOUR = 5;

// Purposes of draws; the odd one of each pair is the other half of the same block.
const GAP = 4;
const SERVICE = 5;
const PATIENCE = 6;
const FOUND = 8; // length of a service under way, and the share of it that is left

const SLOTS = 1 << 16;

/** Runs a station; its figures have one number for each batch. */
export function simulateStation(station: Station, plan: RunPlan): Figures {
  return new Run(station, plan).figures();
}

/** The same time, counted patient by patient and as the area under the number present. */
export interface Presence {
  /** Sum over everybody of the time in the station until the end of the run. */
  stays: number;
  /** Area under the number in the station. */
  area: number;
}

/** Runs a station without warm-up, and counts its time twice (Little's law, without chance). */
export function presenceIn(station: Station, plan: Omit<RunPlan, 'warmUpTime'>): Presence {
  const run = new Run(station, { ...plan, warmUpTime: 0 });
  const figures = run.figures();
  const area = figures.inSystem.reduce((sum, mean) => sum + mean * plan.batchTime, 0);
  return { stays: run.staysTotal(), area };
}

class Run {
  private readonly calendar: Calendar;
  private readonly resource: Resource;
  private readonly draws: Draws;
  private readonly observer: Observer;
  private readonly gaps: QuantileTable[];
  private readonly services: QuantileTable[];
  private readonly gapTags: number[];
  private readonly patience: QuantileTable | null;
  private readonly loses: boolean;
  private readonly nextKey: Int32Array;
  private readonly hour = new HourArrivals();

  // Customers are slots of these arrays.
  private readonly stream = new Uint8Array(SLOTS);
  private readonly key = new Int32Array(SLOTS);
  private readonly cameAt = new Float64Array(SLOTS);
  private readonly service = new Float64Array(SLOTS);
  private readonly place = new Int32Array(SLOTS);
  private readonly patienceEvent = new Int32Array(SLOTS);
  private readonly free = Int32Array.from({ length: SLOTS }, (_, i) => SLOTS - 1 - i);
  private freeCount = SLOTS;
  /** Time in the station of who has left, and who is in it now (1) or not (0). */
  private staysOver = 0;
  private readonly present = new Uint8Array(SLOTS);

  constructor(
    private readonly station: Station,
    private readonly plan: RunPlan,
  ) {
    const { streams, servers } = station;
    const rate = streams.reduce((sum, stream) => sum + stream.rate, 0);
    this.calendar = new Calendar({ bucketMinutes: 0.5 / rate });
    this.resource = new Resource(servers, streams.length);
    this.draws = new Draws(plan.seed, plan.replication ?? 0);
    this.observer = new Observer(streams.length, servers, plan.limits ?? []);
    this.gaps = streams.map(({ rate: of }) =>
      tableOf({ distribution: 'exponential', mean: 1 / of }),
    );
    this.services = streams.map(({ service }) => tableOf(service));
    this.gapTags = streams.map((_, stream) => tagOf(stream, GAP));
    this.patience = station.patience ? tableOf(station.patience) : null;
    this.loses = station.loses ?? false;
    this.nextKey = new Int32Array(streams.length);
  }

  figures(): Figures {
    const { calendar, observer, plan } = this;
    const { warmUpTime, batchTime, batches } = plan;
    this.fillServers();
    if (this.station.hourly) calendar.schedule(0, HOUR, 0);
    else for (let stream = 0; stream < this.gaps.length; stream++) this.expectArrival(stream, 0);
    calendar.schedule(warmUpTime, BATCH_END, 0);
    const end = warmUpTime + (batches + 0.5) * batchTime;
    for (let kind = calendar.next(end); kind !== 0; kind = calendar.next(end)) {
      const { subject } = calendar;
      if (kind === SERVED) this.end(subject);
      else if (kind === ARRIVAL) this.arrive(subject);
      else if (kind === GAVE_UP) this.giveUp(subject);
      else if (kind === HOUR) this.expectHour(subject);
      else if (subject === batches) return observer.record(calendar.now);
      else {
        if (subject === 0) observer.restart(calendar.now);
        else observer.record(calendar.now);
        calendar.schedule(warmUpTime + (subject + 1) * batchTime, BATCH_END, subject + 1);
      }
    }
    throw new Error('A run ended before its last batch.');
  }

  /** Time in the station of everybody, until now. */
  staysTotal(): number {
    let total = this.staysOver;
    for (let p = 0; p < SLOTS; p++) {
      if (this.present[p] === 1) total += this.calendar.now - this.cameAt[p];
    }
    return total;
  }

  private fillServers(): void {
    const { calendar, draws, resource, services, station } = this;
    for (let stream = 0; stream < services.length; stream++) {
      const found = lengthBiased(services[stream]);
      const mean = Math.round(station.streams[stream].rate * tableMean(services[stream]));
      const count = Math.min(mean, station.servers - resource.busy);
      for (let i = 0; i < count; i++) {
        const length = quantileOf(found, draws.block(i, tagOf(stream, FOUND)));
        const p = this.take(stream, i, 0);
        resource.seize(p, stream);
        this.present[p] = 1;
        calendar.schedule(length * toUnit(draws.other), SERVED, p);
      }
    }
    this.observer.busy.set(resource.busy, 0);
  }

  private take(stream: number, key: number, time: number): number {
    const p = this.free[--this.freeCount];
    this.stream[p] = stream;
    this.key[p] = key;
    this.cameAt[p] = time;
    return p;
  }

  private leave(p: number): void {
    this.staysOver += this.calendar.now - this.cameAt[p];
    this.present[p] = 0;
    this.free[this.freeCount++] = p;
  }

  private expectArrival(stream: number, after: number): void {
    const { draws } = this;
    const key = this.nextKey[stream]++;
    const gap = quantileOf(this.gaps[stream], draws.block(key, this.gapTags[stream]));
    const p = this.take(stream, key, after + gap);
    this.service[p] = quantileOf(this.services[stream], draws.other);
    this.calendar.schedule(after + gap, ARRIVAL, p);
  }

  private expectHour(number: number): void {
    const { calendar, draws, hour, services, station } = this;
    for (let stream = 0; stream < services.length; stream++) {
      hour.draw(draws, stream, number, station.streams[stream].rate * 60);
      for (let i = 0; i < hour.count; i++) {
        const p = this.take(stream, hour.keys[i], hour.times[i]);
        const bits = draws.bits(hour.keys[i], tagOf(stream, SERVICE));
        this.service[p] = quantileOf(services[stream], bits);
        calendar.schedule(hour.times[i], ARRIVAL, p);
      }
    }
    calendar.schedule((number + 1) * 60, HOUR, number + 1);
  }

  private arrive(p: number): void {
    const { calendar, observer, resource } = this;
    const stream = this.stream[p];
    observer.arrived++;
    this.present[p] = 1;
    if (!this.station.hourly) this.expectArrival(stream, calendar.now);
    if (this.loses && resource.busy >= resource.capacity) {
      observer.lost++;
      this.leave(p);
      return;
    }
    const place = resource.seize(p, stream);
    if (place < 0) {
      observer.busy.set(resource.busy, calendar.now);
      this.begin(p);
      return;
    }
    observer.waited++;
    observer.line.set(resource.waiting, calendar.now);
    if (!this.patience) return;
    const bits = this.draws.bits(this.key[p], tagOf(stream, PATIENCE));
    const patience = quantileOf(this.patience, bits);
    this.place[p] = place;
    this.patienceEvent[p] = calendar.schedule(calendar.now + patience, GAVE_UP, p);
  }

  private begin(p: number): void {
    const { calendar } = this;
    this.observer.start(this.stream[p], calendar.now - this.cameAt[p]);
    calendar.schedule(calendar.now + this.service[p], SERVED, p);
  }

  private end(p: number): void {
    const { calendar, observer, resource } = this;
    observer.end(calendar.now - this.cameAt[p]);
    this.leave(p);
    resource.release();
    const next = resource.admit();
    if (next < 0) {
      observer.busy.set(resource.busy, calendar.now);
      return;
    }
    observer.line.set(resource.waiting, calendar.now);
    if (this.patience) calendar.cancel(this.patienceEvent[next]);
    this.begin(next);
  }

  private giveUp(p: number): void {
    const { observer, resource } = this;
    resource.withdraw(this.place[p], this.stream[p]);
    observer.line.set(resource.waiting, this.calendar.now);
    observer.abandoned++;
    this.leave(p);
  }
}

function tableOf(of: Distribution): QuantileTable {
  return tabulate(quantileFunction(of));
}
