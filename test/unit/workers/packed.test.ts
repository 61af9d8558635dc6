// test/unit/workers/packed.test.ts: results as bytes come back to the last bit, and bad bytes do not.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Measured } from '../../../sim/outcomes/measures.js';
import { DailyMemory } from '../../../workers/daily-memory.js';
import { pack, unpack } from '../../../workers/packed.js';
import { Rows } from '../../../workers/rows.js';
import { plain, resultOf } from './results.js';

describe('a packed result', () => {
  it('comes back to the last bit, undefined values too', () => {
    for (const options of [{}, { sites: 0 }, { sites: 3, days: 1 }]) {
      const result = resultOf(4, options);
      expect(plain(unpack(pack(result)))).toEqual(plain(result));
    }
  });

  it('has equal bytes for equal results', () => {
    expect(pack(resultOf(4))).toEqual(pack(unpack(pack(resultOf(4)))));
  });

  it('is refused when it is short, long or shaped otherwise', () => {
    const packed = pack(resultOf(1));
    expect(() => unpack(packed.subarray(0, -8))).toThrow(/its shape needs/);
    expect(() => unpack(new Uint8Array(packed.length + 8).fill(0))).toThrow(/begin with the shape/);
    const text = `{"sites":1,"services":[],"units":[],"actions":[],"days":1e9}\n`;
    expect(() => unpack(new TextEncoder().encode(text))).toThrow(/begin with the shape/);
    const named = text.replace('1e9', '1').replace('}', ',"__proto__":{"days":2}}');
    expect(() => unpack(new TextEncoder().encode(named))).toThrow(RangeError);
  });

  it('of any bytes is a result or a RangeError, never anything else', () => {
    const packed = pack(resultOf(2));
    fc.assert(
      fc.property(fc.nat(packed.length - 1), fc.nat(255), (at, byte) => {
        const changed = Uint8Array.from(packed);
        changed[at] = byte;
        try {
          return unpack(changed).daily.length > 0;
        } catch (error) {
          return error instanceof RangeError;
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('rows', () => {
  it('give each result back, and its daily series while they are loaded', () => {
    const rows = new Rows();
    const results = Array.from({ length: 150 }, (_, k) => resultOf(k));
    for (const [k, result] of results.entries()) rows.add(k, result);
    expect(rows.get(149)?.outcomes).toEqual(results[149].outcomes);
    expect(rows.get(77)?.daily).toEqual([]);
    rows.loadDaily([0, 3], (k) => results[k], new DailyMemory());
    expect(rows.get(77)?.daily[3]).toEqual(results[77].daily[3]);
    expect(rows.get(77)?.daily[1]).toHaveLength(0);
    rows.dropDaily();
    expect(rows.get(77)?.daily).toEqual([]);
  });

  it('load daily series again and again into the same arrays, of other scenarios too', () => {
    const memory = new DailyMemory();
    const load = (results: Measured[], series: number[]) => {
      const rows = new Rows();
      for (const [k, result] of results.entries()) rows.add(k, result);
      rows.loadDaily([0, 1, 2], (k) => results[k], memory);
      rows.loadDaily(series, (k) => results[k], memory);
      for (const [k, { daily }] of results.entries()) {
        const loaded = rows.get(k)?.daily as Float64Array[];
        for (const s of daily.keys())
          expect(loaded[s]).toEqual(series.includes(s) ? daily[s] : new Float64Array(0));
      }
      return results.flatMap((_, k) => series.map((s) => rows.get(k)?.daily[s]));
    };
    const resultsOf = (count: number, days: number) =>
      Array.from({ length: count }, (_, k) => resultOf(k, { days }));
    const first = load(resultsOf(4, 6), [3, 5]);
    const second = load(resultsOf(3, 6), [0, 7]);
    expect(second.every((series, i) => series === first[i])).toBe(true);
    const third = load(resultsOf(5, 2), [1, 4]);
    expect(third.every((series) => series?.buffer === first[0]?.buffer)).toBe(true);
    const grown = load(resultsOf(20, 2), [2, 6]);
    expect(grown.every((series) => series?.buffer === grown[0]?.buffer)).toBe(true); // the old one is free
    load(resultsOf(5, 9), [2]);
  });

  it('refuse a result of another shape', () => {
    const rows = new Rows();
    rows.add(0, resultOf(0));
    expect(() => rows.add(1, resultOf(1, { days: 6 }))).toThrow(/not shaped like/);
  });
});
