// test/unit/outcomes/number-text.test.ts: a number read from a table is shown as the true one is.

import { describe, expect, it } from 'vitest';
import { numberText } from '../../../sim/outcomes/number-text.js';

describe('a number in a table', () => {
  it('has ten digits, or fewer where fewer are the number', () => {
    expect(numberText(1 / 3)).toBe('0.3333333333');
    expect(numberText(84)).toBe('84');
    expect(numberText(-0.25)).toBe('-0.25');
    expect(numberText(1234567.891234)).toBe('1234567.891');
  });

  it('has all digits where ten would be a rounder number', () => {
    expect(numberText(4461.499999999999)).toBe('4461.499999999999');
    expect(numberText(0.92 + 1e-15)).toBe(String(0.92 + 1e-15));
  });

  it('has as many digits as count: no zeros before them, no exponent', () => {
    const beside = (value: number) => value * (1 + 1e-15);
    for (const eight of [1.2345678e-7, 0.0012345678, 12_345_678, 1.0000008]) {
      expect(beside(eight)).not.toBe(eight);
      expect(numberText(beside(eight))).toBe(String(beside(eight)));
    }
    for (const nine of [1.23456789e-7, 0.00123456789, 12_345_678.9, 1_002_003.04]) {
      expect(beside(nine)).not.toBe(nine);
      expect(numberText(beside(nine))).toBe(String(nine));
    }
  });

  it('is rounded to the same, and on the same side of a limit, as the true number', () => {
    for (let k = 1; k < 20_000; k++) {
      for (const off of [-1e-12, -1e-14, 0, 1e-14, 1e-12]) {
        const value = (k / 2000) * (1 + off);
        const read = Number(numberText(value));
        expect(read > k / 2000, String(value)).toBe(value > k / 2000);
        for (const decimals of [0, 1, 2]) {
          if (read.toFixed(decimals) === value.toFixed(decimals)) continue;
          expect.fail(`${value} is read as ${read}`);
        }
        expect((read * 100).toFixed(1)).toBe((value * 100).toFixed(1));
      }
    }
  });
});
