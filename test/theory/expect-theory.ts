// test/theory/expect-theory.ts: is a simulated mean what theory says, and could the check have failed?

import { expect } from 'vitest';

/** Batches, or replications, of each check. */
export const BATCHES = 40;
const STUDENT_39 = 2.0226909; // 97.5 % quantile of t with 39 degrees of freedom

/** Mean over batches, its standard error, and the half-width of its 95 % interval. */
export function meanOf(batches: readonly number[]): { mean: number; error: number; half: number } {
  if (batches.length !== BATCHES) throw new Error(`${batches.length} batches, not ${BATCHES}.`);
  const mean = batches.reduce((a, b) => a + b, 0) / BATCHES;
  const squares = batches.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const error = Math.sqrt(squares / (BATCHES - 1) / BATCHES);
  return { mean, error, half: STUDENT_39 * error };
}

/**
 * The tolerance rule of evidence.md §7: |mean − target| ≤ max(tolerance, 3 standard errors), where
 * the half-width of the 95 % interval must not exceed the tolerance.
 */
export function expectTheory(batches: readonly number[], target: number, tolerance: number): void {
  const { mean, error, half } = meanOf(batches);
  const told = `simulated ${mean} ± ${half}, theory ${target}, tolerance ${tolerance}`;
  expect(half, `the check is too blunt: ${told}`).toBeLessThanOrEqual(tolerance);
  expect(half, `nothing varies: ${told}`).toBeGreaterThan(0);
  expect(Math.abs(mean - target), told).toBeLessThanOrEqual(Math.max(tolerance, 3 * error));
}

/** The closed form agrees with the figure that evidence.md prints, to its last digit. */
export function expectPrinted(value: number, printed: string): void {
  const [digits, exponent = '0'] = printed.split('e');
  const decimals = (digits.split('.')[1] ?? '').length - Number(exponent);
  const gap = Math.abs(value - Number(printed));
  expect(gap, `${value} is not printed as ${printed}`).toBeLessThanOrEqual(
    0.5001 * 10 ** -decimals,
  );
}

/** The result of a run that several checks share: run at the first of them. */
export function once<T>(run: () => T): () => T {
  let result: T | undefined;
  return () => {
    result ??= run();
    return result;
  };
}
