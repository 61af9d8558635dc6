// test/unit/outcomes/words.test.ts: numbers in words: unit, sign, and no difference that is not clear.

import { describe, expect, it } from 'vitest';
import type { DifferenceEstimate } from '../../../sim/outcomes/intervals.js';
import {
  differenceText,
  differenceWord,
  estimateText,
  headline,
  judgement,
  plainValue,
  signedRange,
  valueWithUnit,
  withCommas,
} from '../../../sim/outcomes/words.js';
import { summaryOf } from './summary-of.js';

const of = (mean: number, low95: number, high95: number): DifferenceEstimate => ({
  mean,
  low95,
  high95,
  chanceBetter: null,
});
const UNKNOWN: DifferenceEstimate = { mean: null, low95: null, high95: null, chanceBetter: null };
const ONE_RUN: DifferenceEstimate = { mean: -3, low95: null, high95: null, chanceBetter: 1 };
/** Not made here, but a file may hold them: an interval with one end is none. */
const ONE_END: DifferenceEstimate[] = [
  { mean: -3, low95: -5, high95: null, chanceBetter: 1 },
  { mean: 3, low95: null, high95: 5, chanceBetter: 0 },
  { mean: -3, low95: null, high95: -1, chanceBetter: 1 },
  { mean: 3, low95: 1, high95: null, chanceBetter: 0 },
];

describe('the word for a difference', () => {
  it.each([
    [of(-5, -9, -1), 'days', 'fewer'],
    [of(5, 1, 9), 'days', 'more'],
    [of(-5, -9, -1), 'beds', 'fewer'],
    [of(5, 1, 9), 'bed days', 'more'],
    [of(-5, -9, -1), 'count', 'fewer'],
    [of(-0.05, -0.09, -0.01), 'share', 'lower'],
    [of(0.05, 0.01, 0.09), 'share', 'higher'],
    [of(-5, -9, -1), 'minutes', 'lower'],
    [of(5, 1, 9), 'minutes', 'higher'],
  ] as const)('%j in %s is %s', (difference, unit, word) => {
    expect(differenceWord(difference, unit)).toBe(word);
  });

  it.each([
    ['holds zero', of(-5, -11, 1)],
    ['ends at zero', of(-5, -10, 0)],
    ['begins at zero', of(5, 0, 10)],
    ['is zero', of(0, 0, 0)],
    ['has no width to tell', ONE_RUN],
    ['is undefined', UNKNOWN],
  ])('is "no clear difference" where the interval %s', (_, difference) => {
    expect(differenceWord(difference, 'days')).toBe('no clear difference');
  });
});

describe('an interval with one end', () => {
  it.each(ONE_END)('is none: %j', (estimate) => {
    const { mean } = estimate;
    const [size, text] = mean === 3 ? ['3.0', '+3.0'] : ['−3.0', '−3.0'];
    expect(differenceWord(estimate, 'days')).toBe('no clear difference');
    expect(judgement(estimate, 'lower')).toBe('neither');
    expect(judgement(estimate, 'higher')).toBe('neither');
    expect(differenceText(estimate, { unit: 'days' })).toBe(text);
    expect(signedRange(estimate, 'days')).toBe(text);
    expect(estimateText(estimate, 'days')).toBe(size);
  });

  it('says nothing without a mean either', () => {
    const odd = { ...of(0, -5, -1), mean: null };
    expect(differenceWord(odd, 'days')).toBe('no clear difference');
    expect(differenceText(odd, { unit: 'days' })).toBe('undefined');
  });
});

describe('a difference with signs', () => {
  it.each([
    [of(-12, -14.4, -10), 'days', '−12 (−14 to −10)'],
    [of(0.5, -0.04, 1.04), 'days', '+0.5 (0.0 to +1.0)'],
    [of(0, -1, 1), 'beds', '0.0 (−1.0 to +1.0)'],
    [of(-1200, -2000, 10), 'bed days', '−1,200 (−2,000 to +10)'],
    [of(0.0214, 0.01, 0.03), 'share', '+2.1 (+1.0 to +3.0)'],
    [ONE_RUN, 'days', '−3.0'],
    [UNKNOWN, 'days', 'undefined'],
  ] as const)('%j in %s reads "%s"', (difference, unit, text) => {
    expect(signedRange(difference, unit)).toBe(text);
  });
});

describe('better or worse', () => {
  it('follows from the sign and from which way is better', () => {
    expect(judgement(of(-5, -9, -1), 'lower')).toBe('better');
    expect(judgement(of(-5, -9, -1), 'higher')).toBe('worse');
    expect(judgement(of(5, 1, 9), 'higher')).toBe('better');
    expect(judgement(of(5, 1, 9), 'lower')).toBe('worse');
  });

  it('is neither where it is not clear, or no way is better', () => {
    for (const unclear of [of(-5, -11, 1), of(-5, -10, 0), of(5, 0, 10), ONE_RUN, UNKNOWN]) {
      expect(judgement(unclear, 'lower')).toBe('neither');
    }
    expect(judgement(of(-5, -9, -1), null)).toBe('neither');
  });
});

describe('a difference in words', () => {
  it.each([
    [of(-12, -15, -10), 'days', '12 days fewer (10 to 15)'],
    [of(12, 10, 15), 'days', '12 days more (10 to 15)'],
    [of(-4.25, -6.04, -2.5), 'beds', '4.3 beds fewer (2.5 to 6.0)'],
    [of(1234.4, 1100, 1400), 'bed days', '1,234 bed days more (1,100 to 1,400)'],
    [of(-0.0214, -0.031, -0.0119), 'share', '2.1 points lower (1.2 to 3.1)'],
    [of(21.6, 10.2, 33), 'minutes', '22 min higher (10 to 33)'],
    [of(21.6, 10.2, 33), 'pounds', '22 pounds more (10 to 33)'],
    [of(-700, -900, -500), 'count', '700 fewer (500 to 900)'],
    [of(-5, -11, 1), 'days', 'no clear difference (−11 to +1.0)'],
    [of(0.001, -0.004, 0.006), 'share', 'no clear difference (−0.4 to +0.6)'],
    [of(0, 0, 0), 'days', 'no difference'],
    [{ ...ONE_RUN, mean: 0 }, 'days', 'no difference'],
    [of(0, -1, 1), 'days', 'no clear difference (−1.0 to +1.0)'],
    [of(0, 0, 1), 'days', 'no clear difference (0.0 to +1.0)'],
    [of(0, -1, 0), 'days', 'no clear difference (−1.0 to 0.0)'],
    // Clear, though small: a digit more, and never "0.0 more".
    [of(0.0004, 0.0001, 0.0007), 'share', '0.04 points higher (0.01 to 0.1)'],
    [of(0.0004, 0.00001, 0.02), 'share', '0.04 points higher (under 0.01 to 2.0)'],
    [of(0.03, 0.004, 0.2), 'days', '0.03 days more (under 0.01 to 0.2)'],
    [of(-0.03, -0.2, -0.005), 'days', '0.03 days fewer (0.01 to 0.2)'],
    [ONE_RUN, 'days', '−3.0'],
    [UNKNOWN, 'days', 'undefined'],
  ] as const)('%j in %s reads "%s"', (difference, unit, text) => {
    expect(differenceText(difference, { unit })).toBe(text);
  });
});

describe('values', () => {
  it.each([
    [0.9614, 'share', '96.1 %'],
    [84, 'days', '84 days'],
    [4.26, 'days', '4.3 days'],
    [557.6, 'beds', '558 beds'],
    [1234.5, 'bed days', '1,235 bed days'],
    [85012, 'count', '85,012'],
    [21.4, 'minutes', '21 min'],
    [85012, 'pounds', '85,012 pounds'],
    [0, 'share', '0.0 %'],
    [null, 'beds', 'undefined'],
  ] as const)('%d of unit %s read "%s"', (value, unit, text) => {
    expect(valueWithUnit(value, { unit })).toBe(text);
  });

  it('without a value have a dash in tables, never 0', () => {
    expect(plainValue(null, 'share')).toBe('–');
  });

  it('carry their interval, where there is one', () => {
    expect(estimateText({ mean: 51, low95: 47, high95: 55 }, 'days')).toBe('51 (47 to 55)');
    expect(estimateText({ mean: 0.8, low95: null, high95: null }, 'share')).toBe('80.0');
    expect(estimateText({ mean: null, low95: null, high95: null }, 'days')).toBe('undefined');
  });

  it.each([
    [1234567.891, 2, '1,234,567.89'],
    [999, 0, '999'],
    [1000, 0, '1,000'],
    [-1000, 0, '−1,000'],
    [-0.04, 1, '0.0'],
    [-0.06, 1, '−0.1'],
    [0, 0, '0'],
    [-0, 1, '0.0'],
    [0.5, 2, '0.50'],
    [1000.123, 3, '1,000.123'],
  ])('%d with %i digits is written %s', (value, digits, text) => {
    expect(withCommas(value, digits)).toBe(text);
  });
});

describe('the sentence', () => {
  it('says what the base is, when there is nothing to compare', () => {
    expect(headline(summaryOf({ base: { days: [80, 84, 88], fourHour: [0.8, 0.8, 0.8] } }))).toBe(
      'base: 84 (74 to 94) days over 92 % and 80.0 (80.0 to 80.0) % within 4 hours.',
    );
  });

  it('says what each plan buys, and where no difference is clear', () => {
    const summary = summaryOf({
      base: { days: [80, 84, 88], fourHour: [0.8, 0.81, 0.82] },
      wards: { days: [69, 74, 79], fourHour: [0.79, 0.82, 0.82] },
      visits: { days: [79, 85, 87], fourHour: [0.84, 0.86, 0.85] },
    });
    const [start, wards, visits] = headline(summary).split('. ');
    expect(start).toBe(
      'base: 84 (74 to 94) days over 92 % and 81.0 (78.5 to 83.5) % within 4 hours',
    );
    expect(wards).toBe(
      'wards: 10 fewer days over 92 % (7.5 to 12), ' +
        '4-hour performance no clear difference (−2.5 to +2.5)',
    );
    expect(visits).toBe(
      'visits: no clear difference in days over 92 % (−3.2 to +2.5), ' +
        '4-hour performance 4.0 points higher (1.5 to 6.5).',
    );
  });
});
