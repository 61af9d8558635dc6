// test/unit/outcomes/targets.levels.test.ts: a target's level held against winters chosen here.

import { describe, expect, it } from 'vitest';
import { holdTargets, TARGET_LINES, type Values } from '../../../sim/outcomes/targets.js';

const valuesOf =
  (given: Record<string, number[]>): Values =>
  (key) =>
    key in given ? Float64Array.from(given[key]) : undefined;

const held = (given: Record<string, number[]>, base: Record<string, number[]> | null = null) =>
  holdTargets(valuesOf(given), base === null ? null : valuesOf(base));

describe('a level', () => {
  it('that is the most allowed is met at it', () => {
    expect(held({ occupancy0800ShareMean: [0.92] }).targets[0]).toMatchObject({ chance: 1 });
    const { targets } = held({ occupancy0800ShareMean: [0.875, 0.875, 0.75, 1] });
    expect(targets).toEqual([
      {
        id: 'T1',
        text: 'Mean occupancy at 08:00 at most 92 %',
        key: 'occupancy0800ShareMean',
        mean: 0.875,
        met: true,
        chance: 0.75,
      },
      expect.objectContaining({ text: expect.stringContaining('85 %'), met: false, chance: 0.25 }),
    ]);
  });

  it('that is the least allowed is met at it', () => {
    expect(held({ within4hType1Share: [0.9] }).targets[0]).toMatchObject({ met: true, chance: 1 });
    const { targets } = held({ within4hType1Share: [1, 0.75, 0.9375, 0.9375] });
    expect(targets.map(({ id, met, chance }) => [id, met, chance])).toEqual([
      ['T2', true, 0.75],
      ['T2', false, 0.25],
    ]);
  });

  it('to stay below is not met at it', () => {
    const of = (...winters: number[]) => held({ chcInHospitalShare: winters }).targets[0];
    expect(of(0.15)).toMatchObject({ met: false, chance: 0 });
    expect(of(0.15, 0.14)).toMatchObject({ met: true, chance: 0.5 });
    expect(of(0.2, 0.14)).toMatchObject({ met: false, chance: 0.5 });
  });

  it('that nobody has set gives the value alone, over the winters that have one', () => {
    expect(held({ over12hFromArrivalShare: [0.1, Number.NaN, 0.3] }).targets).toEqual([
      {
        id: 'T11',
        text: 'Over 12 h from arrival, no level set',
        key: 'over12hFromArrivalShare',
        mean: 0.2,
        met: null,
        chance: null,
      },
    ]);
  });
});

describe('less than the base', () => {
  const text = 'Fewer beds with stays over 7 days';
  const of = (own: number[], base: number[]) =>
    held({ stays7Beds: own }, { stays7Beds: base }).targets.find((line) => line.text === text);

  it('is less by any number, and not the same', () => {
    expect(of([10, 20], [10, 20])).toMatchObject({ mean: 15, met: false, chance: 0 });
    expect(of([10, 19], [10, 20])).toMatchObject({ mean: 14.5, met: true, chance: 0.5 });
    expect(of([11, 18], [10, 19.5])).toMatchObject({ met: true, chance: 0.5 });
    expect(of([12, 18], [10, 19])).toMatchObject({ met: false, chance: 0.5 });
  });

  it('leaves out winters that either of both does not have', () => {
    expect(of([10, 10, 90], [20, Number.NaN, 80])).toMatchObject({ mean: 50, chance: 0.5 });
  });

  it('is not asked of other targets', () => {
    const { targets } = held({ daysOver95Count: [3] }, { daysOver95Count: [5] });
    expect(targets).toEqual([expect.objectContaining({ mean: 3, met: false, chance: 0 })]);
  });
});

describe('what cannot be held', () => {
  it('says why: nothing gives it, it is undefined, or this is the base', () => {
    const { targets, targetsAbsent } = held({
      stays7Beds: [1],
      daysOver98Count: [Number.NaN, Number.NaN],
    });
    expect(targets).toEqual([]);
    expect(targetsAbsent).toHaveLength(TARGET_LINES.length);
    const whys = new Map(targetsAbsent.map((absent) => [absent.text, absent]));
    const line = (text: string, id: string, why: string) =>
      expect(whys.get(text)).toEqual({ id, text, why });
    line('Fewer beds with stays over 7 days', 'T7', 'held against the base, and this is the base');
    line('No day over 98 % at 08:00', 'T1', 'undefined in every winter');
    line('No day over 95 % at 08:00', 'T1', 'nothing in this scenario gives it');
  });
});
