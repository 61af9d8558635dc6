// test/theory/delay-beds-small.test.ts: V10 for 100 and 200 beds, and 500 at 92 %.

import { describe, expect, it } from 'vitest';
import { describeBeds } from './delay-beds.js';
import { mmc } from './formulas.js';

describeBeds({
  beds: 100,
  occupancyShare: 0.92,
  stays: 33_000,
  printedShare: '.311615',
  printedWait: '5.6091',
});

describeBeds({
  beds: 200,
  occupancyShare: 0.85,
  stays: 136_000,
  printedShare: '.015342',
  printedWait: '.0736',
});

describeBeds({
  beds: 200,
  occupancyShare: 0.92,
  stays: 36_000,
  printedShare: '.170377',
  printedWait: '1.5334',
  printedOver: [[4, '.109243']],
});

describeBeds({
  beds: 500,
  occupancyShare: 0.92,
  stays: 69_000,
  printedShare: '.040824',
  printedWait: '.1470',
});

describe('V10: the same 92 %', () => {
  it('means waits of 5.6, 1.5, 0.15 and 0.1 hours in 100, 200, 500 and 560 beds', () => {
    const waits = [100, 200, 500, 560].map((beds) => mmc((0.92 * beds) / 144, 1 / 144, beds).wait);
    expect(waits.map((hours) => Number(hours.toFixed(2)))).toEqual([5.61, 1.53, 0.15, 0.1]);
  });
});
