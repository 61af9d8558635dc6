// test/unit/questions/usual-factors.test.ts: the inputs that a tornado moves, on systems that exist;
// and regrets out of batches.

import { describe, expect, it } from 'vitest';
import { regretOfRuns } from '../../../sim/questions/regret-of-runs.js';
import { movedByShare, USUAL_FACTORS } from '../../../sim/questions/usual-factors.js';
import { resolve } from '../../../sim/scenario/resolve.js';
import { library } from '../../model/batches.js';
import { measured, runsOf } from '../outcomes/summary-of.js';

describe('usual factors', () => {
  it.each(['lister-2017-18', 'worcestershire', 'england-average'])(
    'are all there in %s, and move it down and up',
    (system) => {
      const base = resolve(library, { system });
      const moved = movedByShare(base, 0.05, library.bankHolidays());
      expect(moved.map(({ factor }) => factor.name)).toEqual(USUAL_FACTORS.map(({ name }) => name));
      for (const { low, high } of moved) {
        expect(new Set([low.hash, base.hash, high.hash]).size).toBe(3);
      }
      const [{ low, high }] = moved;
      const { attendancesPerDay } = base.model.demand;
      expect(low.model.demand.attendancesPerDay).toBeCloseTo(attendancesPerDay * 0.95, 6);
      expect(high.model.demand.attendancesPerDay).toBeCloseTo(attendancesPerDay * 1.05, 6);
    },
  );
});

describe('regrets of batches', () => {
  const runs = (name: string, days: number[]) =>
    runsOf(
      name,
      days.map((daysOver92Count) => measured({ daysOver92Count })),
    );
  const batches = [
    { winter: 'mild', runs: [runs('Base', [50, 52]), runs('A', [40, 42]), runs('B', [45, 47])] },
    { winter: 'severe', runs: [runs('Base', [90, 92]), runs('A', [88, 90]), runs('B', [80, 82])] },
  ];

  it('are distances from the best plan of each winter', () => {
    const regret = regretOfRuns(batches, 'daysOver92Count');
    expect(regret?.cells.map((row) => row.map((cell) => cell.regret))).toEqual([
      [10, 10],
      [0, 8],
      [5, 0],
    ]);
    expect([regret?.chosen, regret?.worst]).toEqual([2, [10, 8, 5]]);
    expect([regret?.plans, regret?.winters]).toEqual([
      ['Base', 'A', 'B'],
      ['mild', 'severe'],
    ]);
  });

  it('are none of one winter, one plan, or an outcome without a better end', () => {
    expect(regretOfRuns(batches.slice(0, 1), 'daysOver92Count')).toBeNull();
    expect(regretOfRuns(batches, 'bedsOpenMean')).toBeNull();
    expect(regretOfRuns(batches, 'dtocShareMean')).toBeNull(); // undefined here
  });
});
