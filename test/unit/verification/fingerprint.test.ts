// test/unit/verification/fingerprint.test.ts: one hash sees every bit of every number, and no more.

import { describe, expect, it } from 'vitest';
import type { Measured } from '../../../sim/outcomes/measures.js';
import { fingerprint } from '../../../sim/verification/fingerprint.js';

const measured = (outcomes: number[], daily: number[][] = [[1, 2]], eventsCount = 5): Measured => ({
  outcomes: Float64Array.from(outcomes),
  daily: daily.map((values) => Float64Array.from(values)),
  sites: [],
  delays: new Float64Array(0),
  services: [],
  actions: [],
  eventsCount,
});

describe('fingerprint', () => {
  const base = fingerprint([measured([0.1, 7])]);

  it('is the SHA-256 of the numbers as little-endian doubles', () => {
    // printf of 1.0 and of 0 events, by sha256sum: 000000000000f03f 0000000000000000
    const found = fingerprint([measured([1], [], 0)]);
    expect(found).toBe('3239b05c38b825ebb79f103172438292a22a0951351a6b81be1df5d44776cc65');
  });

  it('changes with the last bit of an outcome, of a day, and with the number of events', () => {
    const others = [
      [measured([0.1 + 2 ** -56, 7])],
      [measured([0.1, 7], [[1, 2 + 2 ** -51]])],
      [measured([0.1, 7], [[1, 2]], 6)],
      [measured([7, 0.1])],
      [measured([0.1, 7]), measured([0.1, 7])],
    ].map(fingerprint);
    expect(new Set([base, ...others]).size).toBe(6);
  });

  it('depends on the order of replications', () => {
    const [a, b] = [measured([1]), measured([2])];
    expect(fingerprint([a, b])).not.toBe(fingerprint([b, a]));
  });

  it('takes all undefined values as one, however an engine writes them', () => {
    const odd = new Float64Array(1);
    new DataView(odd.buffer).setBigUint64(0, 0xfff8000000000001n, true);
    const plain = measured([Number.NaN]);
    expect(fingerprint([{ ...plain, outcomes: odd }])).toBe(fingerprint([plain]));
  });
});
