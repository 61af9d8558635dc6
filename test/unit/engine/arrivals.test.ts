// test/unit/engine/arrivals.test.ts: arrivals are Poisson, and more demand keeps everyone.

import { describe, expect, it } from 'vitest';
import { HOURS_MAX, HourArrivals, RATE_PER_HOUR_MAX } from '../../../sim/engine/arrivals.js';
import { Draws } from '../../../sim/engine/draws.js';
import { seedOf } from '../../../sim/engine/seed.js';
import { Tally } from '../../../sim/engine/statistics.js';
import { NaiveArrivals } from '../../differential/naive-kernel/naive-arrivals.js';

const draws = new Draws(seedOf('arrivals'), 0);

/** Times by key of the arrivals of an hour. */
function hourOf(rate: number, hour = 0, from = draws, stream = 0): Map<number, number> {
  const arrivals = new HourArrivals();
  arrivals.draw(from, stream, hour, rate);
  const found = new Map<number, number>();
  for (let i = 0; i < arrivals.count; i++) found.set(arrivals.keys[i], arrivals.times[i]);
  if (found.size !== arrivals.count) throw new Error('Two arrivals of an hour share a key.');
  return found;
}

describe('an hour of arrivals', () => {
  it.each([0, 0.001, 0.3, 3.99, 4, 4.01, 8, 37.5, 300, 611.5, RATE_PER_HOUR_MAX])(
    'at %d an hour holds those of the definition, point by point',
    (rate) => {
      const [arrivals, naive] = [new HourArrivals(), new NaiveArrivals()];
      for (const hour of [0, 1, 7, 8, 100, HOURS_MAX - 1]) {
        arrivals.draw(draws, 3, hour, rate);
        naive.draw(draws, 3, hour, rate);
        expect(arrivals.count).toBe(naive.count);
        expect([...arrivals.keys.subarray(0, naive.count)]).toEqual([...naive.keys]);
        naive.times.forEach((time, i) => {
          expect(arrivals.times[i]).toBeCloseTo(time, 6);
        });
      }
    },
  );

  it('may be drawn where nobody draws more than 63 points in a strip', () => {
    const all = { unit: () => 1 - 2 ** -53, block: () => 0, other: 0 };
    const arrivals = new HourArrivals();
    arrivals.draw(all as unknown as Draws, 0, 0, 4);
    expect(arrivals.count).toBe(63);
    expect(arrivals.keys[62]).toBe(62);
  });
});

describe('the number of arrivals', () => {
  it.each([0.3, 0.7, 3.99, 4, 4.01, 10.3, 42, 611.5])(
    'at %d an hour has the mean and variance of a Poisson variable',
    (rate) => {
      const hours = 8000;
      const arrivals = new HourArrivals();
      const counts = new Tally();
      for (let hour = 0; hour < hours; hour++) {
        arrivals.draw(draws, 1, hour, rate);
        counts.add(arrivals.count);
      }
      const meanError = Math.sqrt(rate / hours);
      const varianceError = rate * Math.sqrt((2 + 1 / rate) / hours);
      expect(Math.abs(counts.mean - rate)).toBeLessThan(4 * meanError);
      expect(Math.abs(counts.variance - rate)).toBeLessThan(4 * varianceError);
    },
  );

  it('has the shares of a Poisson variable, hour by hour', () => {
    const hours = 20_000;
    const shares = new Float64Array(20);
    for (let hour = 0; hour < hours; hour++) shares[hourOf(2.5, hour).size] += 1 / hours;
    let chance = Math.exp(-2.5);
    for (let n = 0; n < 10; n++) {
      const error = Math.sqrt((chance * (1 - chance)) / hours);
      expect(Math.abs(shares[n] - chance)).toBeLessThan(4 * error);
      chance *= 2.5 / (n + 1);
    }
  });

  it('of one hour says nothing of the next', () => {
    const hours = 20_000;
    const counts = Array.from({ length: hours + 1 }, (_, hour) => hourOf(6, hour).size - 6);
    const products = counts.slice(1).reduce((sum, n, i) => sum + n * counts[i], 0) / hours / 6;
    expect(Math.abs(products)).toBeLessThan(4 / Math.sqrt(hours));
  });

  it('is nobody at a rate of 0', () => {
    for (let hour = 0; hour < 100; hour++) expect(hourOf(0, hour).size).toBe(0);
  });

  it('may be more than the arrays first hold', () => {
    const found = hourOf(RATE_PER_HOUR_MAX);
    expect(Math.abs(found.size - RATE_PER_HOUR_MAX)).toBeLessThan(4 * Math.sqrt(RATE_PER_HOUR_MAX));
  });
});

describe('times', () => {
  it('lie evenly within their hour, in minutes', () => {
    const arrivals = new HourArrivals();
    const quarters = new Int32Array(4);
    let outside = 0;
    let count = 0;
    for (let hour = 0; hour < 4000; hour++) {
      arrivals.draw(draws, 2, hour, 10);
      for (let i = 0; i < arrivals.count; i++) {
        const minute = arrivals.times[i] - hour * 60;
        if (!(minute >= 0 && minute < 60)) outside++;
        else quarters[Math.floor(minute / 15)]++;
        count++;
      }
    }
    expect(outside).toBe(0);
    for (const quarter of quarters) {
      expect(Math.abs(quarter - count / 4)).toBeLessThan(4 * Math.sqrt((count * 3) / 16));
    }
  });
});

describe('common random numbers', () => {
  it.each([
    [10, 1.05],
    [3.1, 1.05],
    [3.9, 1.05],
    [40, 1.01],
    [7, 2],
  ])(
    'at %d an hour keep everyone when demand is %d times as high, and add some',
    (rate, factor) => {
      let added = 0;
      for (let hour = 0; hour < 2000; hour++) {
        const fewer = hourOf(rate, hour);
        const more = hourOf(rate * factor, hour);
        for (const [key, time] of fewer) {
          if (more.get(key) !== time) throw new Error(`Hour ${hour} lost or moved ${key}.`);
        }
        added += more.size - fewer.size;
      }
      const expected = 2000 * rate * (factor - 1);
      expect(Math.abs(added - expected)).toBeLessThan(4 * Math.sqrt(expected));
    },
  );

  it('do not depend on the order of hours, nor on the object that draws them', () => {
    const arrivals = new HourArrivals();
    arrivals.draw(draws, 0, 900, 300);
    arrivals.draw(draws, 0, 7, 12);
    const again = Array.from({ length: arrivals.count }, (_, i) => arrivals.times[i]);
    expect(again).toEqual([...hourOf(12, 7).values()]);
  });

  it('differ between streams and between replications', () => {
    const times = [
      hourOf(30, 5),
      hourOf(30, 5, draws, 1),
      hourOf(30, 5, new Draws(seedOf('arrivals'), 1)),
    ].flatMap((found) => [...found.values()]);
    expect(new Set(times).size).toBe(times.length);
  });
});

describe('keys', () => {
  it('are never given twice over 10,000 hours', () => {
    const arrivals = new HourArrivals();
    const keys = new Int32Array(600_000);
    let count = 0;
    for (let hour = 0; hour < 10_000; hour++) {
      arrivals.draw(draws, 0, hour, 20 + (hour % 40));
      keys.set(arrivals.keys.subarray(0, arrivals.count), count);
      count += arrivals.count;
    }
    const sorted = keys.subarray(0, count).sort();
    let twice = 0;
    for (let i = 1; i < count; i++) if (sorted[i] === sorted[i - 1]) twice++;
    expect(count).toBeGreaterThan(390_000);
    expect(twice).toBe(0);
    expect(sorted[0]).toBeGreaterThanOrEqual(0);
  });

  it('are whole and not negative in the last hour at the highest rate', () => {
    const keys = [...hourOf(RATE_PER_HOUR_MAX, HOURS_MAX - 1).keys()];
    expect(keys.every((key) => Number.isInteger(key) && key >= 0)).toBe(true);
  });
});

describe('refusals', () => {
  it.each([-0.1, Number.NaN, Infinity, RATE_PER_HOUR_MAX + 1])('refuses %d an hour', (rate) => {
    const sentence = `Arrivals at ${rate} an hour, not 0 to 2048.`;
    expect(() => hourOf(rate)).toThrow(new RangeError(sentence));
  });

  it.each([-1, Number.NaN, HOURS_MAX])('refuses hour %d', (hour) => {
    const sentence = `Arrivals in hour ${hour}, not 0 to 32767.`;
    expect(() => hourOf(1, hour)).toThrow(new RangeError(sentence));
  });
});
