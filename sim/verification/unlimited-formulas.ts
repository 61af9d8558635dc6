// sim/verification/unlimited-formulas.ts: closed forms of beds without limit (M/G/∞), and of stays.

import { normalCdf } from '../engine/special.js';

/** P(N ≤ n) of a Poisson variable. */
export function poissonAtMost(n: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = 0;
  for (let k = 0; k <= n; k++) {
    sum += term;
    term *= mean / (k + 1);
  }
  return sum;
}

/** Smallest n with P(N ≤ n) ≥ p for a Poisson variable. */
export function poissonQuantile(p: number, mean: number): number {
  let n = 0;
  while (poissonAtMost(n, mean) < p) n++;
  return n;
}

/** How a census follows arrivals that rise and fall by a share β over a period. */
export interface Wave {
  /** Amplitude of the census as a share of its mean. */
  amplitudeShare: number;
  /** Time from the peak of arrivals to that of the census. */
  lag: number;
}

/** Exponential stays: amplitude β ÷ √(1 + ω²S²), lag arctan(ωS) ÷ ω (Eick, Massey, Whitt 1993). */
export function exponentialWave(beta: number, period: number, meanStay: number): Wave {
  const omega = (2 * Math.PI) / period;
  const turn = omega * meanStay;
  return { amplitudeShare: beta / Math.sqrt(1 + turn ** 2), lag: Math.atan(turn) / omega };
}

/** Stays all alike: amplitude β sin(ωS/2) ÷ (ωS/2), lag S/2; for stays shorter than the period. */
export function fixedWave(beta: number, period: number, stay: number): Wave {
  const half = (Math.PI * stay) / period;
  return { amplitudeShare: (beta * Math.sin(half)) / half, lag: stay / 2 };
}

/** Census after arrivals change from one rate to another, with exponential stays. */
export function afterStep(from: number, to: number, meanStay: number, time: number): number {
  return meanStay * (to + (from - to) * Math.exp(-time / meanStay));
}

/** A lognormal distribution by the mean and sd of its logarithm. */
export interface Lognormal {
  mu: number;
  sigma: number;
  mean: number;
}

export function lognormalOf(mean: number, sd: number): Lognormal {
  const variance = Math.log(1 + (sd / mean) ** 2);
  return { mu: Math.log(mean) - variance / 2, sigma: Math.sqrt(variance), mean };
}

/** Share of stays of at least `time`. */
export function staysAtLeast({ mu, sigma }: Lognormal, time: number): number {
  return normalCdf((mu - Math.log(time)) / sigma);
}

/**
 * Share of occupied beds whose patient has been there for at least `time`: the mean of what a stay
 * has beyond it, over the mean stay. Long stays fill more beds than they are of admissions.
 */
export function bedsElapsedAtLeast(of: Lognormal, time: number): number {
  const { mu, sigma, mean } = of;
  const beyond = normalCdf((mu + sigma ** 2 - Math.log(time)) / sigma);
  return beyond - (time / mean) * staysAtLeast(of, time);
}
