// test/unit/verification/judge.test.ts: when a finding holds, is off, or is too blunt to tell.

import { describe, expect, it } from 'vitest';
import type { Expected, Finding, MeanSample } from '../../../sim/verification/check.js';
import { distance, holm, judge } from '../../../sim/verification/judge.js';

/** Batch means with a given mean and standard deviation: half below, half above. */
function batches(mean: number, spread: number, count = 40): number[] {
  return Array.from({ length: count }, (_, i) => mean + (i % 2 === 0 ? spread : -spread));
}

function sampleOf(
  expected: Expected,
  values: readonly number[],
  rest: Partial<MeanSample> = {},
): MeanSample {
  return {
    kind: 'mean',
    figure: 'f',
    expected,
    tolerance: 0.05,
    bluntness: 1,
    values,
    ...rest,
  };
}

function judged(...samples: MeanSample[]): Finding[] {
  return judge(samples.map((sample) => ({ check: 'V0', title: 't', sample })));
}

describe('Holm’s correction', () => {
  it('multiplies the smallest by n, the next by n - 1, and never falls', () => {
    expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
    expect(holm([0.5, 0.9])).toEqual([1, 1]);
    expect(holm([])).toEqual([]);
  });

  it('keeps its rejections to 5 % of runs in which everything is true', () => {
    let state = 1;
    const uniform = () => {
      state = (state * 48271) % 2147483647;
      return state / 2147483647;
    };
    const runs = 2000;
    let alarms = 0;
    for (let run = 0; run < runs; run++) {
      if (holm(Array.from({ length: 190 }, uniform)).some((p) => p < 0.05)) alarms++;
    }
    expect(alarms / runs).toBeGreaterThan(0.035);
    expect(alarms / runs).toBeLessThan(0.065);
  });
});

describe('a distance', () => {
  it('is to a number, or to the nearer end of a range, and 0 within it', () => {
    expect(distance(3, 5)).toBe(2);
    expect(distance(3, [4, 5])).toBe(1);
    expect(distance(6.5, [4, 5])).toBe(1.5);
    expect(distance(4.5, [4, 5])).toBe(0);
    expect(distance(-1, [0, Number.POSITIVE_INFINITY])).toBe(1);
  });
});

describe('a mean', () => {
  it('by hand: 4 batches 1, 2, 3, 4 have mean 2.5 and interval 0.446 to 4.554', () => {
    const [finding] = judged(sampleOf(2.5, [1, 2, 3, 4], { tolerance: 3 }));
    expect(finding.simulated).toBe(2.5);
    expect(finding.low95).toBeCloseTo(0.4457, 3);
    expect(finding.high95).toBeCloseTo(4.5543, 3);
    expect(finding.pValue).toBe(1);
    expect(finding.verdict).toBe('holds');
  });

  it('by hand: the same batches against 4.5 have t = 3.098 and p = 0.0533', () => {
    const [finding] = judged(sampleOf(4.5, [1, 2, 3, 4], { tolerance: 3 }));
    expect(finding.pValue).toBeCloseTo(0.0533, 3);
    expect(finding.verdict).toBe('holds');
  });

  it('that is off by 2 % beyond chance is off, though within its tolerance', () => {
    const [finding] = judged(sampleOf(1, batches(1.02, 0.01)));
    expect(finding.withinTolerance).toBe(true);
    expect(finding.verdict).toBe('off');
  });

  it('that is off by half a per cent holds, however sure that is', () => {
    const [finding] = judged(sampleOf(1, batches(1.005, 0.001)));
    expect(finding.pHolm).toBeLessThan(0.001);
    expect(finding.verdict).toBe('holds');
  });

  it('has no such allowance beyond a tolerance that is smaller', () => {
    const [finding] = judged(sampleOf(1, batches(1.005, 0.001), { tolerance: 0.002 }));
    expect(finding.verdict).toBe('off');
    expect(finding.withinTolerance).toBe(false);
  });

  it('with an interval wider than its tolerance is too blunt', () => {
    const wide = sampleOf(1, batches(1, 0.3));
    expect(judged(wide)[0].verdict).toBe('blunt');
    expect(judged({ ...wide, bluntness: 3 })[0].verdict).toBe('holds');
  });

  it('that is too blunt and yet surely wrong is off', () => {
    expect(judged(sampleOf(1, batches(3, 0.3)))[0].verdict).toBe('off');
  });

  it('whose batches do not vary is too blunt: something shares its draws', () => {
    expect(judged(sampleOf(1, batches(1, 0)))[0].verdict).toBe('blunt');
  });

  it('that is not a number does not hold', () => {
    expect(judged(sampleOf(1, batches(Number.NaN, 1)))[0].verdict).toBe('blunt');
  });
});

describe('a range', () => {
  const of = (mean: number) => judged(sampleOf([0.43, 0.44], batches(mean, 0.01)))[0].verdict;

  it('holds within, and just outside as far as chance reaches', () => {
    expect(of(0.435)).toBe('holds');
    expect(of(0.442)).toBe('holds');
  });

  it('is off beyond, without any allowance', () => {
    expect(of(0.45)).toBe('off');
  });
});

describe('many findings', () => {
  // 3.2 standard errors: p = 0.003, unless one looks at 40 of them.
  const odd = sampleOf(1, batches(1.0162, 0.0317));

  it('excuse one that alone would be off', () => {
    expect(judged(odd)[0].verdict).toBe('off');
    const others = Array.from({ length: 40 }, () => sampleOf(1, batches(1, 0.03)));
    expect(judged(odd, ...others)[0].verdict).toBe('holds');
  });

  it('of which exact ones do not count', () => {
    const [finding] = judge([
      { check: 'V0', title: 't', sample: odd },
      ...Array.from({ length: 40 }, () => ({
        check: 'V0',
        title: 't',
        sample: { kind: 'exact', figure: 'f', expected: 1, simulated: 1, tolerance: 0 } as const,
      })),
    ]);
    expect(finding.verdict).toBe('off');
  });
});

describe('an exact figure', () => {
  const exact = (simulated: number) =>
    judge([
      {
        check: 'V0',
        title: 't',
        sample: { kind: 'exact', figure: 'f', expected: 10, simulated, tolerance: 1e-9 },
      },
    ])[0];

  it('holds to its tolerance and no further', () => {
    expect(exact(10 + 5e-10).verdict).toBe('holds');
    expect(exact(10.0000001).verdict).toBe('off');
    expect(exact(Number.NaN).verdict).toBe('off');
  });
});
