// sim/engine/special.ts: the few transcendental functions, used to build tables and intervals only.

import jStat from 'jstat';

/** Standard normal quantile. */
export function normalQuantile(p: number): number {
  return jStat.normal.inv(p, 0, 1);
}

/** Standard normal distribution function. */
export function normalCdf(x: number): number {
  return jStat.normal.cdf(x, 0, 1);
}

/** Quantile of a gamma distribution of mean 1. */
export function gammaQuantile(p: number, shape: number): number {
  return jStat.gamma.inv(p, shape, 1 / shape);
}

/** Distribution function of a gamma distribution of mean 1. */
export function gammaCdf(x: number, shape: number): number {
  return jStat.gamma.cdf(x, shape, 1 / shape);
}

/** Gamma function of a positive number. */
export function gammaFunction(x: number): number {
  return Math.exp(jStat.gammaln(x));
}

/** Quantile of Student's t with the given degrees of freedom. */
export function studentQuantile(p: number, degrees: number): number {
  return jStat.studentt.inv(p, degrees);
}

/** Distribution function of Student's t with the given degrees of freedom. */
export function studentCdf(x: number, degrees: number): number {
  return jStat.studentt.cdf(x, degrees);
}
