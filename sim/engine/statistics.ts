// sim/engine/statistics.ts: streamed statistics of observations and of steps over time.

/** Statistic of observations: count, mean, variance, extremes (Welford's update). */
export class Tally {
  count = 0;
  mean = 0;
  min = Infinity;
  max = -Infinity;
  private squares = 0;

  add(value: number): void {
    const delta = value - this.mean;
    this.count++;
    this.mean += delta / this.count;
    this.squares += delta * (value - this.mean);
    this.min = Math.min(this.min, value);
    this.max = Math.max(this.max, value);
  }

  /** Sample variance (n - 1); NaN below two observations. */
  get variance(): number {
    return this.squares / Math.max(this.count - 1, 0); // 0 ÷ 0 below two
  }

  get sd(): number {
    return Math.sqrt(this.variance);
  }
}

/** Time-persistent statistic: the area under a step function of time. */
export class TimePersistent {
  value: number;
  private since: number;
  private start: number;
  private sum = 0;

  constructor(value = 0, time = 0) {
    this.value = value;
    this.since = time;
    this.start = time;
  }

  /** The function takes this value from `time` on. */
  set(value: number, time: number): void {
    this.sum += this.value * (time - this.since);
    this.since = time;
    this.value = value;
  }

  /** Forgets the past: areas count from `time` (the end of the lead-in). */
  restart(time: number): void {
    this.sum = 0;
    this.since = time;
    this.start = time;
  }

  /** Area from the start to `time`, in units of value × time. */
  area(time: number): number {
    return this.sum + this.value * (time - this.since);
  }

  /** Mean from the start to `time`; NaN over no time. */
  mean(time: number): number {
    return this.area(time) / (time - this.start); // 0 ÷ 0 over no time
  }
}
