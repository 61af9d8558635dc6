// sim/engine/special.ts: the few transcendental functions, used to build tables and intervals only.
//
// Engines agree on exp, log and sqrt to the last bit, but not on Math.pow: V8 changed it between
// Node 20 and 26. So nothing here raises to a power by it, and neither may jStat: of its inverse
// functions only that of the normal distribution does without (`npm run repeat` finds the others).

import jStat from 'jstat';

const HALLEY_STEPS_MAX = 12;
const HALLEY_PRECISION = 1e-8; // squared by the step that ends the search
const BISECTIONS = 64;
const STUDENT_KEPT = 1000;
const studentKept = new Map<string, number>();

/** A positive number (or 0) raised to a positive power, the same bits on every engine. */
export function power(base: number, exponent: number): number {
  return Math.exp(exponent * Math.log(base)); // exp(-∞) is 0
}

/** Natural logarithm of a positive number. */
export function logarithm(x: number): number {
  return Math.log(x);
}

/** Standard normal quantile. */
export function normalQuantile(p: number): number {
  return jStat.normal.inv(p, 0, 1);
}

/** Standard normal distribution function. */
export function normalCdf(x: number): number {
  return jStat.normal.cdf(x, 0, 1);
}

/** Distribution function of a gamma distribution of mean 1. */
export function gammaCdf(x: number, shape: number): number {
  return jStat.gamma.cdf(x, shape, 1 / shape);
}

/** Gamma function of a positive number. */
export function gammaFunction(x: number): number {
  return Math.exp(jStat.gammaln(x));
}

/** Distribution function of Student's t with the given degrees of freedom. */
export function studentCdf(x: number, degrees: number): number {
  return jStat.studentt.cdf(x, degrees);
}

/**
 * Quantile of a gamma distribution of mean 1: Halley's method from the approximation of Wilson and
 * Hilferty (Press et al., Numerical recipes, 3rd edition, 6.2.1).
 */
export function gammaQuantile(p: number, shape: number): number {
  if (p <= 0) return 0;
  const logGamma = jStat.gammaln(shape);
  // Stryker disable next-line all: where the search begins changes its steps, and no quantile
  let x = shape > 1 ? wilsonHilferty(p, shape) : smallShapeStart(p, shape);
  // Stryker disable next-line EqualityOperator: one step more is none that is needed
  for (let step = 0; step < HALLEY_STEPS_MAX; step++) {
    if (x <= 0) return 0;
    const error = jStat.gamma.cdf(x, shape, 1) - p;
    const density = Math.exp(-x + (shape - 1) * Math.log(x) - logGamma);
    const newton = error / density;
    const move = newton / (1 - 0.5 * Math.min(1, newton * ((shape - 1) / x - 1)));
    x -= move;
    // Stryker disable next-line all: steps beyond this move nothing that counts
    if (Math.abs(move) < HALLEY_PRECISION * x) break;
  }
  return x / shape;
}

// Both are where the search begins: what is wrong in them costs steps, and changes no quantile.
// Stryker disable all
function wilsonHilferty(p: number, shape: number): number {
  const root = 1 - 1 / (9 * shape) + normalQuantile(p) / (3 * Math.sqrt(shape));
  return Math.max(1e-3, shape * root * root * root);
}

function smallShapeStart(p: number, shape: number): number {
  const below = 1 - shape * (0.253 + shape * 0.12); // chance of less than 1, about
  return p < below ? power(p / below, 1 / shape) : 1 - Math.log(1 - (p - below) / (1 - below));
}
// Stryker restore all

/** Quantile of Student's t with the given degrees of freedom, by halving. */
export function studentQuantile(p: number, degrees: number): number {
  const key = `${p} ${degrees}`;
  const quantile =
    studentKept.get(key) ?? (p < 0.5 ? -upperStudent(p, degrees) : upperStudent(1 - p, degrees));
  // Stryker disable next-line all: how many are kept changes the time it takes, and no quantile
  if (studentKept.size >= STUDENT_KEPT) studentKept.clear();
  studentKept.set(key, quantile);
  return quantile;
}

/** The t that is exceeded with chance `above`: 2 × above = I(degrees ÷ (degrees + t²)). */
function upperStudent(above: number, degrees: number): number {
  let low = 0;
  let high = 1;
  for (let i = 0; i < BISECTIONS; i++) {
    const middle = (low + high) / 2;
    if (jStat.beta.cdf(middle, degrees / 2, 0.5) < 2 * above) low = middle;
    else high = middle;
  }
  return Math.sqrt((degrees * (1 - high)) / high);
}

const POISSON_MOST = 1000;

/** Least n with P(N ≤ n) > p for a Poisson N, at most 1000; for means up to some hundred. */
export function poissonQuantile(p: number, mean: number): number {
  let chance = Math.exp(-mean);
  let sum = chance;
  let n = 0;
  while (p >= sum && n < POISSON_MOST) {
    n++;
    chance *= mean / n;
    sum += chance;
  }
  return n;
}
