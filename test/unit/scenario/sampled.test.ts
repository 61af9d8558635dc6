// test/unit/scenario/sampled.test.ts: draws of what is not known stay in their ranges and are shared.

import { describe, expect, it } from 'vitest';
import { resolve } from '../../../sim/scenario/resolve.js';
import { drawOf, sampledModel } from '../../../sim/scenario/sampled.js';
import { library } from '../../model/batches.js';

const { model } = resolve(library, {
  system: 'lister-2017-18',
  plans: ['frailty-in-reach-70h', 'discharge-to-assess'],
});
const rangesOf = (
  of: typeof model,
): { path: string; low: number; likely: number; high: number }[] => {
  const found: { path: string; low: number; likely: number; high: number }[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null || 'distribution' in value) return;
    const range = value as { low?: number; likely?: number; high?: number };
    if (range.low !== undefined && range.likely !== undefined && range.high !== undefined) {
      found.push({ path, low: range.low, likely: range.likely, high: range.high });
    }
    for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`);
  };
  walk(of.interventions, '');
  return found;
};

describe('a draw of what is not known', () => {
  it('is shared by two replications in a row', () => {
    expect([0, 1, 2, 3, 4].map(drawOf)).toEqual([0, 0, 1, 1, 2]);
  });

  it('puts every effect at one value within its range, elsewhere in each draw', () => {
    const before = rangesOf(model);
    expect(before.length).toBeGreaterThan(2);
    const seen = [0, 1, 2].map((draw) => rangesOf(sampledModel(model, 'seed', draw)));
    for (const ranges of seen) {
      ranges.forEach(({ path, low, likely, high }, i) => {
        expect(path).toBe(before[i].path);
        expect([low, high]).toEqual([likely, likely]);
        expect(likely).toBeGreaterThanOrEqual(before[i].low);
        expect(likely).toBeLessThanOrEqual(before[i].high);
      });
    }
    expect(seen[0]).not.toEqual(seen[1]);
    expect(sampledModel(model, 'seed', 1)).toEqual(sampledModel(model, 'seed', 1));
  });

  it('leaves the model and its distributions as they are', () => {
    const copy = structuredClone(model);
    const { department } = sampledModel(model, 'seed', 0);
    expect(model).toEqual(copy);
    expect(department).toEqual(model.department);
  });

  it('moves fitted numbers only as far as a system says that they are unsure', () => {
    const unsure = { ...model, uncertainty: { stays: 0.05, consult: 0.1 } };
    const ratios = Array.from({ length: 200 }, (_, draw) => {
      const { stays } = sampledModel(unsure, 'seed', draw);
      return Math.log(stays.meanDays['85+'] / model.stays.meanDays['85+']);
    });
    const sd = Math.sqrt(ratios.reduce((sum, x) => sum + x * x, 0) / ratios.length);
    expect(sd).toBeGreaterThan(0.043);
    expect(sd).toBeLessThan(0.057);
    expect(sampledModel(unsure, 'seed', 0).demand).toEqual(model.demand);
    expect(sampledModel(unsure, 'seed', 3).department.consultMinutes).not.toEqual(
      model.department.consultMinutes,
    );
  });
});
