// sim/verification/formulas.ts: closed forms of queueing theory, in double precision.

/** Erlang's loss formula: share lost of load a offered to c servers. B(k) = aB / (k + aB). */
export function erlangB(a: number, c: number): number {
  let b = 1;
  for (let k = 1; k <= c; k++) b = (a * b) / (k + a * b);
  return b;
}

/** Erlang's delay formula: share that waits. */
export function erlangC(a: number, c: number): number {
  const b = erlangB(a, c);
  return b / (1 - (a / c) * (1 - b));
}

export interface Delay {
  /** Share that waits, mean wait, mean in line, mean in the system. */
  waitedShare: number;
  wait: number;
  waiting: number;
  inSystem: number;
  /** P(wait > t). */
  waitOver: (time: number) => number;
}

/** M/M/c with arrival rate λ and service rate μ. */
export function mmc(lambda: number, mu: number, c: number): Delay {
  const waitedShare = erlangC(lambda / mu, c);
  const spare = c * mu - lambda;
  const wait = waitedShare / spare;
  return {
    waitedShare,
    wait,
    waiting: lambda * wait,
    inSystem: lambda * wait + lambda / mu,
    waitOver: (time) => waitedShare * Math.exp(-spare * time),
  };
}

/** Pollaczek and Khinchine: mean wait of M/G/1 with service of the given mean and cv. */
export function mg1Wait(lambda: number, mean: number, cv: number): number {
  return (lambda * mean ** 2 * (1 + cv ** 2)) / (2 * (1 - lambda * mean));
}

/** Cobham: mean waits of M/G/1 with non-preemptive priorities, the first class first. */
export function priorityWaits(
  classes: readonly { lambda: number; mean: number; cv: number }[],
): number[] {
  const work = classes.reduce((sum, { lambda, mean, cv }) => {
    return sum + (lambda * mean ** 2 * (1 + cv ** 2)) / 2;
  }, 0);
  let load = 0;
  return classes.map(({ lambda, mean }) => {
    const before = load;
    load += lambda * mean;
    return work / ((1 - before) * (1 - load));
  });
}

export interface Impatient {
  waitedShare: number;
  waiting: number;
  abandonedShare: number;
  utilisation: number;
}

/** Erlang A: M/M/c whose waiting customers leave at rate θ each. */
export function erlangA(lambda: number, mu: number, c: number, theta: number): Impatient {
  const most = c + 3000;
  let weight = 1;
  let total = 0;
  let wait = 0;
  let line = 0;
  let busy = 0;
  for (let n = 0; n <= most; n++) {
    if (n > 0) weight *= lambda / (Math.min(n, c) * mu + Math.max(n - c, 0) * theta);
    if (weight > 1e250) {
      const scale = 1e-250;
      weight *= scale;
      total *= scale;
      wait *= scale;
      line *= scale;
      busy *= scale;
    }
    total += weight;
    if (n >= c) wait += weight;
    line += Math.max(n - c, 0) * weight;
    busy += Math.min(n, c) * weight;
  }
  return {
    waitedShare: wait / total,
    waiting: line / total,
    abandonedShare: (theta * line) / total / lambda,
    utilisation: busy / total / c,
  };
}
