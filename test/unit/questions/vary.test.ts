// test/unit/questions/vary.test.ts: values of a model moved by path, and targets as people write them.

import { describe, expect, it } from 'vitest';
import { valuesOfShares, valuesOfSteps } from '../../../sim/questions/ranges.js';
import { parseTarget } from '../../../sim/questions/target.js';
import { varied, type Way } from '../../../sim/questions/vary.js';
import { library, lister } from '../../model/batches.js';

const base = lister();
const days = library.bankHolidays();
const moved = (way: Way, path: string, value: number) =>
  varied(base, [{ name: path, way, paths: [path] }], [value], days);

describe('a value', () => {
  it('is set, added to, or scaled with all below it, in a model of its own', () => {
    expect(moved('set', 'beds.olderPeople.core', 140).model.beds.olderPeople.core).toBe(140);
    const { core } = base.model.beds.olderPeople;
    expect(moved('add', 'beds.olderPeople.core', 12).model.beds.olderPeople.core).toBe(core + 12);
    const { meanDays } = base.model.stays;
    const scaled = moved('scale', 'stays.meanDays', 0.9).model.stays.meanDays;
    for (const [band, of] of Object.entries(meanDays)) {
      const after = scaled[band as keyof typeof scaled];
      expect(JSON.stringify(after)).not.toBe(JSON.stringify(of));
    }
    const beds = moved('scale', 'beds.olderPeople.core', 0.97).model.beds.olderPeople.core;
    expect(beds).toBe(Math.round(0.97 * core));
    expect(moved('scale', 'stays.meanDays', 0.9).hash).not.toBe(base.hash);
    expect(base.model.beds.olderPeople.core).toBe(core);
  });

  it('that is reckoned is rounded only where whole numbers are asked for', () => {
    const share = 'patients.admission.overallShare';
    const { overallShare } = base.model.patients.admission;
    const beyond = Number((1.2 / overallShare).toPrecision(6));
    expect(() => moved('scale', share, beyond)).toThrow(
      `With ${share} = ${beyond}, ${share} is not possible: Too big: expected number to be <=1.`,
    );
    expect(() => moved('add', share, -overallShare - 0.4)).toThrow(/is not possible: Too small/);
    expect(() => moved('add', 'beds.olderPeople.core', -1e4 - 0.5)).toThrow(/is not possible/);
    expect(moved('add', 'beds.olderPeople.core', 0.4).hash).toBe(base.hash);
  });

  it('that is set is never rounded, whatever else is scaled', () => {
    const path = 'beds.olderPeople.core';
    const set = { name: 'older', way: 'set', paths: [path] } as const;
    const scale = (at: string) => ({ name: 'scaled', way: 'scale', paths: [at] }) as const;
    expect(() => varied(base, [scale('beds.medical.core'), set], [0.97, 151.4], days)).toThrow(
      `With scaled = 0.97, older = 151.4, ${path} is not possible: Invalid input: expected int`,
    );
    expect(() => varied(base, [scale(path), set], [0.97, 151.4], days)).toThrow(/not possible/);
    const { model } = varied(base, [set, scale(path)], [150, 0.97], days);
    expect(model.beds.olderPeople.core).toBe(Math.round(0.97 * 150));
  });

  it('that leaves no possible model is refused with path and value', () => {
    expect(() => moved('set', 'beds.olderPeople.core', 140.5)).toThrow(
      /^With beds.olderPeople.core = 140.5, beds.olderPeople.core is not possible/,
    );
    expect(() => moved('set', 'beds.olderPeopel.core', 1)).toThrow(
      /has no "olderPeopel" there; it has: /,
    );
    expect(() => moved('set', 'beds.olderPeople', 1)).toThrow('only a number can be set.');
    expect(() => moved('set', '__proto__.x', 1)).toThrow(/has no "__proto__" there/);
    expect(() => moved('scale', 'period.firstDay', 1)).toThrow('holds no number');
  });
});

describe('a share of a range', () => {
  const at = (way: Way, path: string, from: number, to: number) => {
    const values = valuesOfShares(base.model, [{ name: 'it', way, paths: [path], from, to }]);
    return [0, 0.33, 0.52, 1].map((share) => values([share])[0]);
  };

  it('is whole where the model asks for a whole number, whatever its ends', () => {
    expect(at('set', 'beds.olderPeople.core', 150, 160)).toEqual([150, 153, 155, 160]);
    expect(at('set', 'beds.olderPeople.core', 150.2, 152.6)).toEqual([151, 151, 151, 152]);
    expect(at('set', 'discharge.choiceDays.mean', 1, 5)).toEqual([1, 2.32, 3.08, 5]);
    expect(at('scale', 'beds.olderPeople.core', 1, 2)).toEqual([1, 1.33, 1.52, 2]);
  });

  it('is refused where none of the range can be', () => {
    expect(() => at('set', 'beds.olderPeople.core', 150.2, 150.8)).toThrow(
      'it goes from 150.2 to 150.8, but beds.olderPeople.core is a whole number, and none lies there.',
    );
  });
});

describe('the steps of a grid', () => {
  const steps = (path: string, from: number, to: number, values: number[]) =>
    valuesOfSteps(base.model, { name: 'it', way: 'set', paths: [path], from, to }, values);

  it('are whole where the model asks for a whole number, within the range, each once', () => {
    const five = [150, 150.75, 151.5, 152.25, 153];
    expect(steps('beds.olderPeople.core', 150, 153, five)).toEqual([150, 151, 152, 153]);
    const between = [150.6, 151.6, 152.6];
    expect(steps('beds.olderPeople.core', 150.6, 152.6, between)).toEqual([151, 152]);
    expect(steps('discharge.choiceDays.mean', 150, 153, five)).toEqual(five);
  });

  it('are refused where none of the range can be', () => {
    expect(() => steps('beds.olderPeople.core', 150.2, 150.8, [150.2, 150.8])).toThrow(
      'none lies there.',
    );
  });
});

describe('a target', () => {
  it('is read with its unit', () => {
    expect(parseTarget('occupancy0800ShareMean<=92%', 182)).toMatchObject({ atMost: 0.92 });
    expect(parseTarget('within4hType1Share ≥ 0.9', 182)).toMatchObject({ atLeast: 0.9 });
    const { atMost, text } = parseTarget('daysOver92Count<=5%', 182);
    expect(atMost).toBeCloseTo(9.1);
    expect(text).toBe('Days over 92 % at most 5 % of 182 days');
  });

  it('that cannot be read is refused', () => {
    expect(() => parseTarget('occupancy', 182)).toThrow('for example occupancy0800ShareMean<=92%');
    expect(() => parseTarget('occupancy0800ShareMean<=92', 182)).toThrow('write 92% or 0.92');
    expect(() => parseTarget('dtocBedDays<=5%', 182)).toThrow(
      '% goes with shares and counts of days',
    );
    expect(() => parseTarget('nothing<=5', 182)).toThrow('no outcome "nothing"');
  });
});
