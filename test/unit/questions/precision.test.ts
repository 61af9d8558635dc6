// test/unit/questions/precision.test.ts: the intervals of the two-stage rule cover as often as they say.

import { describe, expect, it } from 'vitest';
import { Draws, tagOf, toUnit } from '../../../sim/engine/draws.js';
import { seedOf } from '../../../sim/engine/seed.js';
import { gammaQuantile, normalQuantile } from '../../../sim/engine/special.js';
import { needOf, parsePrecision, reached } from '../../../sim/questions/precision.js';
import { simulateUnlimited, stayTablesOf } from '../../../sim/verification/unlimited-beds.js';

const REPEATS = 1000;
const PILOT = 30;

/** Uniform draws, one after another. */
function randomOf(seed: string): () => number {
  const draws = new Draws(seedOf(seed), 0);
  let next = 0;
  return () => toUnit(draws.bits(next++, tagOf(0, 4)));
}

/** Share of repeats whose interval holds the mean, and the mean number of winters. */
function coverage(
  sample: (repeat: number, replication: number) => number,
  mean: number,
  wanted: { halfWidth: number; relative: boolean },
): { covered: number; replications: number; narrow: number } {
  let covered = 0;
  let replications = 0;
  let narrow = 0;
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const values: number[] = [];
    const add = (count: number) => {
      while (values.length < count) values.push(sample(repeat, values.length));
    };
    add(PILOT);
    for (let round = 0; round < 12; round++) {
      const need = needOf(values.slice(0, PILOT), wanted, reached(values, PILOT).mean);
      add(need?.replications ?? 0);
    }
    const { low95, high95, halfWidth, mean: found } = reached(values, PILOT);
    if (low95 <= mean && mean <= high95) covered++;
    const asked = wanted.relative ? wanted.halfWidth * Math.abs(found) : wanted.halfWidth;
    if (halfWidth <= asked * 1.0001) narrow++;
    replications += values.length / REPEATS;
  }
  return { covered: covered / REPEATS, replications, narrow: narrow / REPEATS };
}

describe('1,000 sequential precisions', () => {
  it('cover the mean of a normal outcome in 93 to 97 %', () => {
    const random = randomOf('normal');
    const found = coverage(() => 170 + 15 * normalQuantile(random()), 170, {
      halfWidth: 2,
      relative: false,
    });
    expect(found.covered).toBeGreaterThanOrEqual(0.93);
    expect(found.covered).toBeLessThanOrEqual(0.97);
    expect(found.narrow).toBe(1);
    expect(found.replications).toBeGreaterThan(200);
  });

  it('cover the mean of a skewed outcome, to a share of it', () => {
    const random = randomOf('gamma');
    const table = Array.from({ length: 4000 }, (_, i) => gammaQuantile((i + 0.5) / 4000, 4));
    const mean = table.reduce((sum, value) => sum + value, 0) / table.length;
    const found = coverage(() => table[Math.floor(random() * table.length)], mean, {
      halfWidth: 0.05,
      relative: true,
    });
    expect(found.covered).toBeGreaterThanOrEqual(0.93);
    expect(found.covered).toBeLessThanOrEqual(0.97);
    expect(found.narrow).toBeGreaterThan(0.99);
  });

  it('cover the mean of beds that the kernel simulates, which theory knows', () => {
    const stays = stayTablesOf({ distribution: 'exponential', mean: 5 });
    const found = coverage(
      (repeat, replication) => {
        const census = simulateUnlimited({
          ratePerHour: () => 2,
          stays,
          hours: 6,
          startCount: 0,
          seed: seedOf(`precision ${repeat}`),
          replication,
        });
        return census[5];
      },
      2 * 5 * (1 - Math.exp(-5 / 5)),
      { halfWidth: 0.7, relative: false },
    );
    expect(found.covered).toBeGreaterThanOrEqual(0.93);
    expect(found.covered).toBeLessThanOrEqual(0.97);
  });
});

describe('a precision', () => {
  it('is read in the unit of its outcome, or as a share of the mean', () => {
    expect(parsePrecision('daysOver92Count=1d')).toEqual({
      key: 'daysOver92Count',
      halfWidth: 1,
      relative: false,
    });
    expect(parsePrecision('within4hShare = 0.5pp').halfWidth).toBeCloseTo(0.005);
    expect(parsePrecision('dtocBedDays=2%')).toMatchObject({ halfWidth: 0.02, relative: true });
  });

  it('that cannot be read is refused with what is allowed', () => {
    expect(() => parsePrecision('daysOver92Count')).toThrow('for example daysOver92Count=1d.');
    expect(() => parsePrecision('daysOver29Count=1')).toThrow('no outcome "daysOver29Count"');
    expect(() => parsePrecision('daysOver92Count=0')).toThrow('not a number above 0');
    expect(() => parsePrecision('daysOver92Count=1pp')).toThrow(
      'allowed: d, days, % (of the mean)',
    );
  });

  it('of a share is a share; more than all of it is refused', () => {
    const refusal = 'within4hShare is a share from 0 to 1; write';
    expect(() => parsePrecision('within4hShare=2')).toThrow(`${refusal} 2pp or 0.02.`);
    expect(() => parsePrecision('within4hShare=200pp')).toThrow(`${refusal} 100pp or 1.`);
    expect(parsePrecision('within4hShare=1')).toMatchObject({ halfWidth: 1 });
    expect(parsePrecision('within4hShare=2pp')).toMatchObject({ halfWidth: 0.02 });
  });

  it('needs winters that all say something; a pilot of undefined ones tells nothing', () => {
    expect(needOf([Number.NaN, 1], { halfWidth: 1, relative: false })).toBeNull();
    const half = Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? Number.NaN : i));
    const whole = half.filter((value) => !Number.isNaN(value));
    const [one, other] = [half, whole].map((pilot) => {
      return needOf(pilot, { halfWidth: 1, relative: false })?.replications ?? 0;
    });
    expect(Math.abs(one - 2 * other)).toBeLessThanOrEqual(2);
    expect(needOf(half, { halfWidth: 1, relative: false })).toMatchObject({
      ...{ pilot: 40, pilotDefined: 20 },
    });
  });

  it('keeps the half-width asked for beside the one that there is', () => {
    const values = [10, 12, 14, 16];
    const need = needOf(values.slice(0, 3), { halfWidth: 0.1, relative: true }, 13);
    expect(need?.halfWidthAsked).toBeCloseTo(1.3);
    const { halfWidth, mean, high95 } = reached(values, 3);
    expect(halfWidth).toBeCloseTo((4.303 * 2) / 2, 2);
    expect(high95 - mean).toBeCloseTo(halfWidth);
    expect({ ...need, ...reached(values, 3) }).toMatchObject({
      ...{ halfWidthAsked: need?.halfWidthAsked, halfWidth },
    });
  });
});
