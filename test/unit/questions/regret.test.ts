// test/unit/questions/regret.test.ts: distances from the best plan, by hand.

import { describe, expect, it } from 'vitest';
import { regretTable } from '../../../sim/questions/regret.js';

// Two plans over three winters: the first is best in mild winters, the second in severe ones.
const VALUES = [
  [
    [10, 12],
    [20, 22],
    [60, 64],
  ],
  [
    [14, 18],
    [22, 22],
    [30, 30],
  ],
];

describe('regret', () => {
  it('is the distance from the best plan of each winter, and the least of the worst is chosen', () => {
    const { cells, worst, chosen } = regretTable(VALUES, 'lower');
    expect(cells.map((row) => row.map(({ regret }) => regret))).toEqual([
      [0, 0, 32],
      [5, 1, 0],
    ]);
    expect(worst).toEqual([32, 5]);
    expect(chosen).toBe(1);
  });

  it('turns round for an outcome of which more is better', () => {
    const { cells, chosen } = regretTable(VALUES, 'higher');
    expect(cells[0].map(({ regret }) => regret)).toEqual([5, 1, 0]);
    expect(chosen).toBe(0);
  });

  it('has the interval of paired winters, none for the best', () => {
    const [[best], [other]] = regretTable(VALUES, 'lower').cells;
    expect([best.low95, best.high95]).toEqual([null, null]);
    // differences 4 and 6: mean 5, standard error 1, t at one degree of freedom 12.706
    expect(other.low95).toBeCloseTo(5 - 12.7062, 3);
    expect(other.high95).toBeCloseTo(5 + 12.7062, 3);
  });

  it('refuses plans that were not simulated alike', () => {
    expect(() => regretTable([[[1, 2]], [[1]]], 'lower')).toThrow(RangeError);
    expect(() =>
      regretTable(
        [
          [[1, 2]],
          [
            [1, 2],
            [3, 4],
          ],
        ],
        'lower',
      ),
    ).toThrow(RangeError);
  });
});
