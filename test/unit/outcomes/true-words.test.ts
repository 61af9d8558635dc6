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
