// test/unit/outcomes/true-words.test.ts: a sentence written by hand keeps to the numbers of a batch.

import { describe, expect, it } from 'vitest';
import { numbersNotOf } from '../../../sim/outcomes/true-words.js';
import { plainSentence } from '../../../web/components/headline.js';
import { summaryOf } from './summary-of.js';

const SUMMARY = summaryOf({
  Base: { days: [100, 101, 102], fourHour: [0.7, 0.72, 0.74] },
  'Plan 70 h': { days: [80, 82, 84], fourHour: [0.75, 0.76, 0.77] },
  Other: { days: [60, 60, 60], fourHour: [0.9, 0.9, 0.9] },
});

describe('numbers of a sentence', () => {
  it('are all known in the sentence that is made from them', () => {
    expect(numbersNotOf(plainSentence(SUMMARY), SUMMARY)).toEqual([]);
  });

  it.each([
    ['Days over 92 % fall from 101 to 82 with Plan 70 h.', []],
    ['With Plan 70 h we gain 19 days.', []],
    ['With Plan 70 h, 76 % leave within 4 hours.', []],
    ['With Plan 70 h days fall from 101 to 84.5.', ['84.5']],
    ['With Plan 70 h 76 days are left.', ['76']],
    ['With Plan 70 h, 82 % leave within 4 hours.', ['82']],
    ['Nothing but words.', []],
    ['On 8 January 2018 it is worst: 1,200 wait.', ['1,200']],
    ['', []],
  ])('%s', (text, strange) => {
    expect(numbersNotOf(text, SUMMARY)).toEqual(strange);
  });

  it('of one plan are not those of another', () => {
    expect(numbersNotOf('With Plan 70 h only 60 days are left.', SUMMARY)).toEqual(['60']);
    expect(numbersNotOf('With Other only 60 days are left.', SUMMARY)).toEqual([]);
  });

  it('of a plan whose name begins another, or holds signs, are its own alone', () => {
    const plans = summaryOf({
      'Base (2017/18)': { days: [100, 100], fourHour: [0.7, 0.7] },
      'Plan 7': { days: [80, 80], fourHour: [0.75, 0.75] },
      'Plan 7 and 30': { days: [60, 60], fourHour: [0.9, 0.9] },
      'In-reach [70 h] *2 + D2A?': { days: [50, 50], fourHour: [0.9, 0.9] },
    });
    expect(numbersNotOf('Plan 7 and 30: only 80 days.', plans)).toEqual(['80']);
    expect(numbersNotOf('Plan 7 and 30: only 60 days.', plans)).toEqual([]);
    expect(numbersNotOf('Plan 7 and 31: only 80 days.', plans)).toEqual(['31']);
    expect(numbersNotOf('Plan 71: only 80 days.', plans)).toEqual(['71']);
    expect(numbersNotOf('Of (Plan 7): only 60 days.', plans)).toEqual(['60']);
    expect(numbersNotOf('In-reach [70 h] *2 + D2A?: 50 days, not 60.', plans)).toEqual(['60']);
    expect(numbersNotOf('Base (2017/18): 100 days; Plan 7: 80.', plans)).toEqual([]);
  });

  it('may be the days of the winter, and what is left of them', () => {
    expect(numbersNotOf('101 of 182 days.', SUMMARY)).toEqual(['182']);
    expect(numbersNotOf('101 of 182 days.', SUMMARY, 182)).toEqual([]);
    expect(numbersNotOf('Plan 70 h keeps 100 days under 92 %.', SUMMARY, 182)).toEqual([]);
  });

  it('no longer fit another batch', () => {
    const other = summaryOf({ Base: { days: [90, 92], fourHour: [0.8, 0.8] } });
    expect(numbersNotOf(plainSentence(SUMMARY), other).length).toBeGreaterThan(0);
  });
});
