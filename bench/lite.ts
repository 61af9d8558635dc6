// bench/lite.ts: winter-lite, the small model on which engines are compared, on the kernel's
// public parts: calendar, resources, keyed draws, quantile tables, thinned arrivals.

import { HourArrivals } from '../sim/engine/arrivals.js';
import { Calendar } from '../sim/engine/calendar.js';
import { exponentialQuantile, lognormalQuantile } from '../sim/engine/distributions.js';
import { Draws, tagOf } from '../sim/engine/draws.js';
import { type QuantileTable, quantileOf, tabulate } from '../sim/engine/quantile-table.js';
import { Resource } from '../sim/engine/resource.js';
import { seedOf } from '../sim/engine/seed.js';

export interface WinterLite {
  perDay: number;
  weights: number[];
  triageServers: number;
  triageMean: number;
  edServers: number;
  edMean: number;
  edCv: number;
  pAdmit: number;
  beds: number;
  losMeanDays: number;
  losCv: number;
  pDtoc: number;
  dtocMeanDays: number;
  warmDays: number;
  measDays: number;
}

export interface LiteResult {
  events: number;
  bedsOccupiedMean: number;
  within4hShare: number;
  departmentMinutesMean: number;
}

const TRIAGED = 1;
const SEEN = 2;
const STAYED = 3;
const DELAYED = 4;
const ARRIVED = 5;
const HOUR = 6;

const TRIAGE_TAG = tagOf(0, 4);
const SEEN_TAG = tagOf(0, 6);
const ADMIT_TAG = tagOf(0, 8);
const STAY_TAG = tagOf(0, 10);
const DELAYED_TAG = tagOf(0, 12);
const DELAY_TAG = tagOf(0, 14);

const DAY = 1440;

/** Winter-lite with its tables; `run` makes one replication. */
export class Lite {
  private readonly triageTable: QuantileTable;
  private readonly edTable: QuantileTable;
  private readonly stayTable: QuantileTable;
  private readonly delayTable: QuantileTable;
  private readonly ratePerHour: number[];
  private readonly arrivals = new HourArrivals();

  private calendar = new Calendar();
  private draws = new Draws([0, 0], 0);
  private triage = new Resource(0);
  private ed = new Resource(0);
  private beds = new Resource(0);
  private keys = new Int32Array(8192);
  private arrivedAt = new Float64Array(8192);
  private freePatients = new Int32Array(8192);
  private freeCount = 0;
  private warm = 0;
  private left = 0;
  private within = 0;
  private minutes = 0;

  constructor(private readonly model: WinterLite) {
    const weightMean = model.weights.reduce((a, b) => a + b, 0) / model.weights.length;
    this.ratePerHour = model.weights.map((weight) => ((model.perDay / 24) * weight) / weightMean);
    this.triageTable = tabulate(exponentialQuantile(model.triageMean));
    this.edTable = tabulate(lognormalQuantile(model.edMean, model.edCv));
    this.stayTable = tabulate(lognormalQuantile(model.losMeanDays * DAY, model.losCv));
    this.delayTable = tabulate(exponentialQuantile(model.dtocMeanDays * DAY));
  }

  run(seed: string, replication: number): LiteResult {
    const { model } = this;
    this.calendar = new Calendar();
    this.draws = new Draws(seedOf(seed), replication);
    this.triage = new Resource(model.triageServers);
    this.ed = new Resource(model.edServers);
    this.beds = new Resource(model.beds);
    this.freeCount = 8192;
    for (let i = 0; i < 8192; i++) this.freePatients[i] = 8191 - i;
    this.warm = model.warmDays * DAY;
    this.left = 0;
    this.within = 0;
    this.minutes = 0;
    const end = this.warm + model.measDays * DAY;
    const { calendar, beds, ed } = this;
    let ticks = 0;
    let tickSum = 0;
    calendar.schedule(0, HOUR, 0);
    for (let kind = calendar.next(end); kind !== 0; kind = calendar.next(end)) {
      const p = calendar.subject;
      switch (kind) {
        case ARRIVED:
          if (this.triage.seize(p) < 0) this.startTriage(p);
          break;
        case TRIAGED:
          if (ed.seize(p) < 0) this.startCare(p);
          this.triage.release();
          this.startTriage(this.triage.admit());
          break;
        case SEEN:
          if (!this.draws.chance(this.keys[p], ADMIT_TAG, model.pAdmit)) this.leave(p, true);
          else if (beds.seize(p) < 0) this.startStay(p);
          ed.release();
          this.startCare(ed.admit());
          break;
        case STAYED:
          if (this.draws.chance(this.keys[p], DELAYED_TAG, model.pDtoc)) {
            this.after(DELAYED, p, this.delayTable, DELAY_TAG);
            break;
          }
          this.endStay(p);
          break;
        case DELAYED:
          this.endStay(p);
          break;
        default:
          if (calendar.now >= this.warm) {
            ticks++;
            tickSum += beds.busy;
          }
          this.drawHour(p);
      }
    }
    return {
      events: calendar.firedCount,
      bedsOccupiedMean: tickSum / ticks,
      within4hShare: this.within / this.left,
      departmentMinutesMean: this.minutes / this.left,
    };
  }

  private drawHour(hour: number): void {
    const { arrivals, calendar } = this;
    arrivals.draw(this.draws, 0, hour, this.ratePerHour[hour % 24]);
    for (let i = 0; i < arrivals.count; i++) {
      const p = this.freePatients[--this.freeCount];
      this.keys[p] = arrivals.keys[i];
      this.arrivedAt[p] = arrivals.times[i];
      calendar.schedule(arrivals.times[i], ARRIVED, p);
    }
    calendar.schedule((hour + 1) * 60, HOUR, hour + 1);
  }

  private startTriage(p: number): void {
    if (p >= 0) this.after(TRIAGED, p, this.triageTable, TRIAGE_TAG);
  }

  private startCare(p: number): void {
    if (p >= 0) this.after(SEEN, p, this.edTable, SEEN_TAG);
  }

  private startStay(p: number): void {
    if (p < 0) return;
    this.leave(p, false);
    this.after(STAYED, p, this.stayTable, STAY_TAG);
  }

  private endStay(p: number): void {
    this.freePatients[this.freeCount++] = p;
    this.beds.release();
    this.startStay(this.beds.admit());
  }

  private after(kind: number, p: number, table: QuantileTable, tag: number): void {
    const minutes = quantileOf(table, this.draws.bits(this.keys[p], tag));
    this.calendar.schedule(this.calendar.now + minutes, kind, p);
  }

  private leave(p: number, home: boolean): void {
    if (home) this.freePatients[this.freeCount++] = p;
    if (this.calendar.now < this.warm) return;
    const minutes = this.calendar.now - this.arrivedAt[p];
    this.left++;
    this.minutes += minutes;
    if (minutes <= 240) this.within++;
  }
}
