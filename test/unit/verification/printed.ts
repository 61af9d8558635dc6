// test/unit/verification/printed.ts: a value beside a printed figure, to its last digit.

import { expect } from 'vitest';

/** The value rounds to the printed figure, which may have an exponent (8.43e-4). */
export function expectPrinted(value: number, printed: string): void {
  const [digits, exponent = '0'] = printed.split('e');
  const decimals = (digits.split('.')[1] ?? '').length - Number(exponent);
  const gap = Math.abs(value - Number(printed));
  expect(gap, `${value} is not printed as ${printed}`).toBeLessThanOrEqual(
    0.5001 * 10 ** -decimals,
  );
}
