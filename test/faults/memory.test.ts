// test/faults/memory.test.ts: a batch that cannot fit is refused before it starts.

import { describe, expect, it } from 'vitest';
import { bytesNeeded, refuseTooLarge } from '../../cli/memory.js';
import { OBSERVED_SERIES } from '../../sim/outcomes/beside-observed.js';

const MB = 1e6;

describe('memory', () => {
  it('refuses a batch larger than what is free, with both numbers', () => {
    const needed = Math.ceil(bytesNeeded(20, 1000, 2) / MB);
    expect(() => refuseTooLarge(20, 1000, 2, {}, 100 * MB)).toThrow(
      `20 scenarios × 1000 winters on 2 workers need about ${needed} MB; 70 MB are free for them. ` +
        'Run fewer replications or workers.',
    );
  });

  it('refuses more workers than fit', () => {
    expect(() => refuseTooLarge(1, 1, 256, {}, 1000 * MB)).toThrow(
      '1 scenario × 1 winter on 256 workers need about',
    );
  });

  it('counts the daily series of which a table is made, which are in memory together', () => {
    const [tens, hundreds] = [10_000, 100_000].map((winters) =>
      bytesNeeded(1, winters, 2, { journalled: true }),
    );
    expect((hundreds - tens) / 90_000).toBeGreaterThan(OBSERVED_SERIES.length * 182 * 8);
  });

  it('lets a usual batch pass', () => {
    expect(() => refuseTooLarge(6, 400, 2, {}, 4000 * MB)).not.toThrow();
  });
});
