// test/unit/outcomes/plans-against.test.ts: plans beside the best, in sentences worked by hand.

import { describe, expect, it } from 'vitest';
import { plansAgainst } from '../../../sim/outcomes/plans-against.js';
import { measured, runsOf } from './summary-of.js';

const plan = (name: string, days: number[]) =>
  runsOf(
    name,
    days.map((daysOver92Count) => measured({ daysOver92Count })),
  );
const BASE = plan('Base', [0, 0, 0]);

describe('plans against one another', () => {
  it('are told beside the one with the fewest days over 92 %, wherever it stands', () => {
    // Differences 4, 5, 3: mean 4, sd 1, interval ± 4.303 ÷ √3. Then 20, 21, 22.
    const best = plan('Best', [10, 10, 10]);
    const sentences = [
      'Best keeps 4.0 more days at or under 92 % in a winter than Near (95 % interval 1.5 to 6.5); ' +
        'more in 3 of 3 simulated winters.',
      'Best keeps 21 more days at or under 92 % in a winter than Far (95 % interval 19 to 23); ' +
        'more in 3 of 3 simulated winters.',
    ];
    const [near, far] = [plan('Near', [14, 15, 13]), plan('Far', [30, 31, 32])];
    expect(plansAgainst([BASE, near, best, far])).toEqual(sentences);
    expect(plansAgainst([BASE, best, near, far])).toEqual(sentences);
    expect(plansAgainst([BASE, far, near, best])).toEqual(sentences.toReversed());
  });

  it('are said not to differ clearly when winters disagree, with winters alike counted', () => {
    // Differences 0, 4, -1: mean 1, sd √7, interval ± 4.303 × √(7 ÷ 3).
    const pair = [plan('One', [10, 10, 13]), plan('Other', [10, 14, 12])];
    expect(plansAgainst([BASE, ...pair])).toEqual([
      'Between One and Other there is no clear difference in days at or under 92 %: 1.0 more with ' +
        'the first (95 % interval −5.6 to 7.6); more in 1 of 3 simulated winters, and as many in 1.',
    ]);
  });

  it('take the first of two alike as the best', () => {
    const [sentence] = plansAgainst([BASE, plan('One', [5, 6, 7]), plan('Same', [5, 6, 7])]);
    expect(sentence).toMatch(/^Between One and Same there is no clear difference/);
    expect(sentence).toMatch(/more in 0 of 3 simulated winters, and as many in 3\.$/);
  });

  it('of a single winter have no interval', () => {
    const pair = [plan('One', [10]), plan('Other', [30])];
    const [sentence] = plansAgainst([BASE, ...pair]);
    expect(sentence).not.toContain('interval');
    expect(sentence).toBe(
      'Between One and Other there is no clear difference in days at or under 92 %: 20 more with ' +
        'the first; more in 1 of 1 simulated winters.',
    );
  });

  it('are at least two beside the base', () => {
    expect(plansAgainst([])).toEqual([]);
    expect(plansAgainst([BASE])).toEqual([]);
    expect(plansAgainst([BASE, plan('One', [1, 2, 3])])).toEqual([]);
  });
});
