// test/unit/outcomes/true-words.numbers.test.ts: units, limits, names and roundings of the numbers in a
// sentence, against a batch whose every number is chosen here.

import { describe, expect, it } from 'vitest';
import { OUTCOME_KEYS, type Outcome } from '../../../sim/outcomes/keys.js';
import type { Summary } from '../../../sim/outcomes/summary.js';
import { numbersNotOf } from '../../../sim/outcomes/true-words.js';

type Range = readonly [mean: number, low95: number, high95: number, chanceBetter?: number];
type Given = Partial<Record<Outcome, Range>>;

const NONE = { mean: null, low95: null, high95: null, chanceBetter: null };
const outcomesOf = (given: Given) =>
  Object.fromEntries(
    OUTCOME_KEYS.map((key) => {
      const range = given[key];
      if (range === undefined) return [key, NONE];
      const [mean, low95, high95, chanceBetter = null] = range;
      return [key, { mean, low95, high95, chanceBetter }];
    }),
  );
const scenario = (name: string, given: Given, share: number) => ({
  name,
  outcomes: outcomesOf(given),
  chances: [{ key: 'daysOver92Count', text: 'chance', share }],
});
const difference = (name: string, given: Given) => ({
  scenario: name,
  base: 'Base',
  outcomes: outcomesOf(given),
});

const SUMMARY = {
  replications: 20,
  scenarios: [
    scenario(
      'Base',
      {
        daysOver92Count: [101.4, 98.2, 104.6],
        daysOver95Count: [40, 38, 42],
        daysOver98Count: [12, 11, 13],
        policyDaysCount: [33, 31, 35],
        within4hType1Share: [0.7234, 0.71, 0.736],
        bedsOccupiedMean: [1234.4, 1200, 1260],
        escalationBedDays: [129, 118, 140],
      },
      0.25,
    ),
    scenario('Plan 7', { daysOver92Count: [80, 77, 83] }, 0.55),
    scenario('Plan 7 and 30', { daysOver92Count: [60, 57, 63] }, 0.65),
  ],
  differences: [
    difference('Plan 7', { daysOver92Count: [-21, -24, -18, 0.966] }),
    difference('Plan 7 and 30', { daysOver92Count: [-41, -44, -37] }),
  ],
} as unknown as Summary;

const strangeIn = (text: string, days?: number) => numbersNotOf(text, SUMMARY, days);

describe('a number with a unit', () => {
  it.each([
    ['101 days, 33 days, 1,234 beds, 129 bed days, 72 % and 72.3 %.', []],
    ['41 fewer days, 1,260 more beds, 129 more bed days.', []],
    ['71 points, but 101 points are none.', ['101']],
    ['A 101 point fall.', ['101']],
    ['72% and 129%.', ['129']],
    ['129 days.', ['129']],
    ['129 beds.', ['129']],
    ['101 beds.', ['101']],
    ['101 bed days.', ['101']],
    ['1,234 bed days.', ['1,234']],
    ['1,234 days.', ['1,234']],
    ['129 fewer days.', ['129']],
    ['101 more beds.', ['101']],
    ['A 101 day winter, a 72 day wait.', ['72']],
    ['A 1200 bed hospital, a 72 bed ward.', ['72']],
    ['A 129 bed day loss.', []],
    ['101, 72, 1200 and 129 stand alone; 73 does not.', ['73']],
  ])('%s', (text, strange) => {
    expect(strangeIn(text)).toEqual(strange);
  });

  it.each([
    ['72.3 %', []],
    ['72.34 %', ['72.34']],
    ['1.4 % and 101.4 days', ['1.4', '101.4']],
    ['10,140 days', ['10,140']],
    ['1 % of them', ['1']],
    ['98 days or 105 days', []],
    ['99 days', ['99']],
  ])('is known as tables show it and as people round it: %s', (text, strange) => {
    expect(strangeIn(text)).toEqual(strange);
  });

  it('is not known as 0 because something is undefined', () => {
    expect(strangeIn('0 days, 0 %, 0 beds')).toEqual(['0', '0', '0']);
  });
});

describe('names that hold numbers', () => {
  it.each([
    ['Open at 08:00, 8:05, 18:30 and 23:59.', []],
    ['From 1 December to 14 January, 2018-19 or 2018.', []],
    ['The 4-hour standard, 4 hours, 12 hours and a 12-hour wait.', []],
    ['Within 15 minutes, a 30-minute handover, 60 minutes.', []],
    ['A 7-day stay, 21 days stays, 14 day stays, stays over 21 days.', []],
    ['Over 92%, 95 %, 98 %, 90 % and 85%.', []],
    ['In 5 hours, 45 minutes, at 88 %.', ['5', '45', '88']],
    ['On 12 Januaries.', []], // 12 days over 98 %
    ['On 14 Januaries.', ['14']],
  ])('say nothing of results: %s', (text, strange) => {
    expect(strangeIn(text)).toEqual(strange);
  });

  it('of scenarios are taken out, the longest first', () => {
    expect(strangeIn('Plan 7 and 30 leaves 60 days.')).toEqual([]);
    expect(strangeIn('Plan 7 leaves 80 days.')).toEqual([]);
    expect(strangeIn('Plan 7 leaves 60 days.')).toEqual(['60']);
  });

  it('of the base alone leave all scenarios in question', () => {
    expect(strangeIn('Base had 101 days, the best plan 60 days.')).toEqual([]);
  });
});

describe('days over a limit', () => {
  it.each([
    ['Over 92 %: 101 days.', []],
    ['Over 92 %: 40 days.', ['40']],
    ['Over 95 %: 40 days.', []],
    ['Over 95 %: 101 days.', ['101']],
    ['Over 98 %: 12 days.', []],
    ['Over 98 %: 40 days.', ['40']],
    ['Over 92 % and 95 %: 101 days and 40 days.', []],
    ['Over 95%: 101 days.', ['101']],
    ['Over 92 %: 33 days of the policy.', ['33']],
    ['The policy is in force on 33 days.', []],
    ['Over 92 %: 1,234 beds.', []],
  ])('are those of the limit that is named: %s', (text, strange) => {
    expect(strangeIn(text)).toEqual(strange);
  });

  it('may be said by what is left of the winter, which other days may not', () => {
    expect(strangeIn('81 days are left of 182 days.', 182)).toEqual([]);
    expect(strangeIn('77 days, 84 days.', 182)).toEqual([]); // 182 less the interval
    expect(strangeIn('149 days without the policy.', 182)).toEqual(['149']);
    expect(strangeIn('81 days are left of 182 days.')).toEqual(['81', '182']);
  });
});

describe('chances', () => {
  it('of a plan, and of being better than the base, are shares', () => {
    expect(strangeIn('Plan 7 is better in 97 %, with a chance of 55 %.')).toEqual([]);
    expect(strangeIn('Plan 7 and 30: 65 % and 25 %.')).toEqual([]);
    expect(strangeIn('Plan 7: 55 days, 97 days.')).toEqual(['55', '97']);
  });

  it('may be said without a unit, as the number of winters may', () => {
    expect(strangeIn('Plan 7: 97 of 100 in 20 winters.')).toEqual(['100']);
  });
});
