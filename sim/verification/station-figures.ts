// sim/verification/station-figures.ts: what is observed of a station, batch by batch.

import { TimePersistent } from '../engine/statistics.js';

/** Figures of a run: one number for each batch. */
export interface Figures {
  /** Mean number in service, waiting, and both. */
  busy: number[];
  waiting: number[];
  inSystem: number[];
  /** Mean wait of those who were served: of all, and by stream. */
  wait: number[];
  waitOf: number[][];
  /** Shares of arrivals: who did not start at once, who were lost, who left the line. */
  waitedShare: number[];
  lostShare: number[];
  abandonedShare: number[];
  /** Share of those served whose wait was over each limit. */
  waitOverShare: number[][];
  /** Share of those served whose time in the system was over the first limit. */
  timeOverShare: number[];
  /** Share of time that the servers are busy. */
  utilisation: number[];
}

/** Counts and areas of the batch that is running. */
export class Observer {
  readonly busy = new TimePersistent();
  readonly line = new TimePersistent();
  arrived = 0;
  waited = 0;
  lost = 0;
  abandoned = 0;
  private started = 0;
  private ended = 0;
  private endedOver = 0;
  private readonly startedOf: Float64Array;
  private readonly waitSumOf: Float64Array;
  private readonly over: Float64Array;
  private readonly limits: Float64Array;
  private readonly figures: Figures;

  constructor(
    streams: number,
    private readonly servers: number,
    limits: readonly number[],
  ) {
    this.startedOf = new Float64Array(streams);
    this.waitSumOf = new Float64Array(streams);
    this.limits = Float64Array.from(limits);
    this.over = new Float64Array(limits.length);
    this.figures = {
      busy: [],
      waiting: [],
      inSystem: [],
      wait: [],
      waitOf: Array.from({ length: streams }, () => []),
      waitedShare: [],
      lostShare: [],
      abandonedShare: [],
      waitOverShare: limits.map(() => []),
      timeOverShare: [],
      utilisation: [],
    };
  }

  start(stream: number, wait: number): void {
    const { limits } = this;
    this.started++;
    this.startedOf[stream]++;
    this.waitSumOf[stream] += wait;
    for (let i = 0; i < limits.length; i++) if (wait > limits[i]) this.over[i]++;
  }

  end(timeInSystem: number): void {
    this.ended++;
    if (timeInSystem > this.limits[0]) this.endedOver++;
  }

  /** Ends a batch: keeps its figures and forgets its counts. */
  record(now: number): Figures {
    const { figures, waitSumOf, startedOf, arrived, started } = this;
    const busy = this.busy.mean(now);
    const waiting = this.line.mean(now);
    figures.busy.push(busy);
    figures.waiting.push(waiting);
    figures.inSystem.push(busy + waiting);
    figures.utilisation.push(busy / this.servers);
    figures.wait.push(waitSumOf.reduce((a, b) => a + b, 0) / started);
    for (let i = 0; i < waitSumOf.length; i++) figures.waitOf[i].push(waitSumOf[i] / startedOf[i]);
    figures.waitedShare.push(this.waited / arrived);
    figures.lostShare.push(this.lost / arrived);
    figures.abandonedShare.push(this.abandoned / arrived);
    for (let i = 0; i < this.over.length; i++) {
      figures.waitOverShare[i].push(this.over[i] / started);
    }
    figures.timeOverShare.push(this.endedOver / this.ended);
    this.restart(now);
    return figures;
  }

  restart(now: number): void {
    this.busy.restart(now);
    this.line.restart(now);
    this.arrived = 0;
    this.waited = 0;
    this.lost = 0;
    this.abandoned = 0;
    this.started = 0;
    this.ended = 0;
    this.endedOver = 0;
    this.startedOf.fill(0);
    this.waitSumOf.fill(0);
    this.over.fill(0);
  }
}
