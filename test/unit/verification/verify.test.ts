// test/unit/verification/verify.test.ts: which checks there are, and how a run of them goes.

import { describe, expect, it } from 'vitest';
import { openNodeLibrary } from '../../../cli/node-library.js';
import { leastSquares } from '../../../sim/verification/least-squares.js';
import { checksOf, reportOf, runCases } from '../../../sim/verification/verify.js';

const SETTING = { length: 0.05, seed: 'unit', library: openNodeLibrary(), serviceFactor: 1 };

describe('the checks', () => {
  it('are V1 to V25, in order and without a gap', () => {
    expect(checksOf().map(({ id }) => id)).toEqual(
      Array.from({ length: 25 }, (_, i) => `V${i + 1}`),
    );
  });

  it('have cases whose titles, and so whose draws, differ', () => {
    const titles = checksOf().flatMap(({ cases }) => cases.map(({ title }) => title));
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('name their source', () => {
    expect(checksOf().filter(({ source }) => source.length < 10)).toEqual([]);
  });

  it('that do not exist are refused with those that do', () => {
    expect(() => checksOf(['V1', 'V26'])).toThrow(
      /There is no check "V26"; known: V1, V2, .*V25\./,
    );
  });
});

describe('a run', () => {
  it('comes case by case, and says how far it is', () => {
    const seen = [...runCases(checksOf(['V6', 'V17']), SETTING)];
    expect(seen.map(({ check, done, total }) => [check.id, done, total])).toEqual([
      ['V6', 1, 4],
      ['V6', 2, 4],
      ['V6', 3, 4],
      ['V17', 4, 4],
    ]);
  });

  it('is the same again with the same seed, and another with another', () => {
    const values = (seed: string) =>
      [...runCases(checksOf(['V2', 'V17', 'V18']), { ...SETTING, seed })].map(
        ({ samples }) => samples,
      );
    expect(values('a')).toEqual(values('a'));
    expect(values('a')).not.toEqual(values('b'));
  });

  it('holds when every check holds', () => {
    const runs = [...runCases(checksOf(['V23']), SETTING)];
    const [run] = runs;
    expect(reportOf(runs).holds).toBe(true);
    const [sample] = run.samples;
    if (sample.kind !== 'exact') throw new Error('V23 is exact.');
    const wrong = { ...run, samples: [{ ...sample, simulated: 11 }] };
    const report = reportOf([wrong]);
    expect(report.holds).toBe(false);
    expect(report.checks[0].findings[0].verdict).toBe('off');
  });
});

describe('least squares', () => {
  it('by hand: 1, 3, 5 at 0, 1, 2 is 1 + 2x', () => {
    const [a, b] = leastSquares(
      [
        [1, 0],
        [1, 1],
        [1, 2],
      ],
      [1, 3, 5],
    );
    expect(a).toBeCloseTo(1, 12);
    expect(b).toBeCloseTo(2, 12);
  });

  it('refuses regressors that say the same', () => {
    expect(() =>
      leastSquares(
        [
          [1, 1],
          [2, 2],
        ],
        [1, 2],
      ),
    ).toThrow(/Regressor 1 of 2 adds nothing/);
  });
});
