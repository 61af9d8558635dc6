// sim/engine/distributions.ts: distributions of durations: quantile, distribution function, mean.

import {
  gammaCdf,
  gammaFunction,
  gammaQuantile,
  normalCdf,
  normalQuantile,
  power,
} from './special.js';

/** A distribution of a non-negative quantity; the unit is that of the field that holds it. */
export type Distribution =
  | { distribution: 'fixed'; value: number }
  | { distribution: 'exponential'; mean: number }
  | { distribution: 'lognormal'; mean: number; cv?: number; median?: number }
  | { distribution: 'gamma'; mean: number; cv: number }
  | { distribution: 'weibull'; mean: number; shape: number }
  | { distribution: 'uniform'; low: number; high: number }
  | { distribution: 'triangular'; low: number; likely: number; high: number }
  | { distribution: 'empirical'; values: readonly number[]; weights: readonly number[] }
  | { distribution: 'mixture'; parts: readonly MixturePart[] };

export interface MixturePart {
  share: number;
  of: Distribution;
}

/** The quantile function of a distribution, for p in (0, 1). */
export function quantileFunction(of: Distribution): (p: number) => number {
  switch (of.distribution) {
    case 'fixed':
      return () => of.value;
    case 'exponential':
      return exponentialQuantile(of.mean);
    case 'lognormal':
      return lognormalQuantile(of.mean, lognormalCv(of));
    case 'gamma': {
      const shape = 1 / of.cv ** 2;
      return (p) => of.mean * gammaQuantile(p, shape);
    }
    case 'weibull': {
      const scale = of.mean / gammaFunction(1 + 1 / of.shape);
      return (p) => scale * power(-Math.log1p(-p), 1 / of.shape);
    }
    case 'uniform':
      return (p) => of.low + p * (of.high - of.low);
    case 'triangular':
      return triangularQuantile(of.low, of.likely, of.high);
    case 'empirical':
      return empiricalQuantile(of.values, of.weights);
    case 'mixture':
      return mixtureQuantile(of.parts);
  }
}

/** Quantile of an exponential distribution of the given mean. */
export function exponentialQuantile(mean: number): (p: number) => number {
  return (p) => -mean * Math.log1p(-p);
}

/** Quantile of a lognormal distribution of the given mean and coefficient of variation. */
export function lognormalQuantile(mean: number, cv: number): (p: number) => number {
  const sigma = Math.sqrt(Math.log1p(cv * cv));
  const mu = Math.log(mean) - (sigma * sigma) / 2;
  return (p) => Math.exp(mu + sigma * normalQuantile(p));
}

/** Coefficient of variation of a lognormal given by its cv or its median: (mean ÷ median)² = 1 + cv². */
function lognormalCv(of: { mean: number; cv?: number; median?: number }): number {
  if (of.median !== undefined) return Math.sqrt((of.mean / of.median) ** 2 - 1);
  return of.cv ?? 0;
}

/** The distribution function P(X ≤ x). */
export function distributionFunction(of: Distribution): (x: number) => number {
  switch (of.distribution) {
    case 'fixed':
      return (x) => (x >= of.value ? 1 : 0);
    case 'exponential':
      return (x) => -Math.expm1(-Math.max(x, 0) / of.mean);
    case 'lognormal': {
      const sigma = Math.sqrt(Math.log1p(lognormalCv(of) ** 2));
      const mu = Math.log(of.mean) - (sigma * sigma) / 2;
      if (sigma === 0) return (x) => (x >= of.mean ? 1 : 0);
      return (x) => normalCdf((Math.log(Math.max(x, 0)) - mu) / sigma);
    }
    case 'gamma': {
      const shape = 1 / of.cv ** 2;
      return (x) => gammaCdf(Math.max(x, 0) / of.mean, shape);
    }
    case 'weibull': {
      const scale = of.mean / gammaFunction(1 + 1 / of.shape);
      return (x) => -Math.expm1(-power(Math.max(x, 0) / scale, of.shape));
    }
    case 'uniform':
      return (x) => (x >= of.high ? 1 : clamp((x - of.low) / (of.high - of.low)));
    case 'triangular':
      return triangularCdf(of.low, of.likely, of.high);
    case 'empirical': {
      const total = sum(of.weights);
      return (x) => sum(of.weights.filter((_, i) => of.values[i] <= x)) / total;
    }
    case 'mixture': {
      const parts = of.parts.map((part) => distributionFunction(part.of));
      const total = sum(of.parts.map((part) => part.share));
      return (x) => parts.reduce((s, cdf, i) => s + of.parts[i].share * cdf(x), 0) / total;
    }
  }
}

/** Mean of a distribution. */
export function meanOf(of: Distribution): number {
  switch (of.distribution) {
    case 'fixed':
      return of.value;
    case 'exponential':
    case 'lognormal':
    case 'gamma':
    case 'weibull':
      return of.mean;
    case 'uniform':
      return (of.low + of.high) / 2;
    case 'triangular':
      return (of.low + of.likely + of.high) / 3;
    case 'empirical':
      return sum(of.values.map((value, i) => value * of.weights[i])) / sum(of.weights);
    case 'mixture': {
      const total = sum(of.parts.map((part) => part.share));
      return sum(of.parts.map((part) => part.share * meanOf(part.of))) / total;
    }
  }
}

function triangularQuantile(low: number, likely: number, high: number): (p: number) => number {
  const turn = (likely - low) / (high - low);
  return (p) =>
    p < turn
      ? low + Math.sqrt(p * (high - low) * (likely - low))
      : high - Math.sqrt((1 - p) * (high - low) * (high - likely));
}

function triangularCdf(low: number, likely: number, high: number): (x: number) => number {
  return (x) => {
    if (x >= high) return 1;
    if (x <= low) return 0;
    return x < likely
      ? (x - low) ** 2 / ((high - low) * (likely - low))
      : 1 - (high - x) ** 2 / ((high - low) * (high - likely));
  };
}

function empiricalQuantile(
  values: readonly number[],
  weights: readonly number[],
): (p: number) => number {
  const total = sum(weights);
  let passed = 0;
  const chances = weights.map((weight) => {
    passed += weight / total;
    return passed;
  });
  // Where rounding leaves the last chance a little below p: place -1, the last value.
  return (p) => values.at(chances.findIndex((chance) => p < chance)) as number;
}

/** By bisection: the quantile of a mixture lies between the extreme quantiles of its parts. */
function mixtureQuantile(parts: readonly MixturePart[]): (p: number) => number {
  const quantiles = parts.filter((part) => part.share > 0).map((part) => quantileFunction(part.of));
  const cdf = distributionFunction({ distribution: 'mixture', parts });
  return (p) => {
    const ends = quantiles.map((quantile) => quantile(p));
    let low = Math.min(...ends);
    let high = Math.max(...ends);
    while (high - low > 1e-10 * high) {
      const middle = (low + high) / 2;
      if (cdf(middle) < p) low = middle;
      else high = middle;
    }
    return high;
  };
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
