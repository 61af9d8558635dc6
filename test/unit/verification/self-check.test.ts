// test/unit/verification/self-check.test.ts: a machine that gives other numbers is told apart from
// one whose scenario files are others.

import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Library } from '../../../sim/scenario/library.js';
import { REFERENCE } from '../../../sim/verification/reference.js';
import { selfCheck, selfCheckWords } from '../../../sim/verification/self-check.js';
import { library } from '../../model/batches.js';

afterEach(() => vi.restoreAllMocks());

describe('self-check', () => {
  it('finds that this machine reproduces the reference run', () => {
    const check = selfCheck(library);
    expect(check).toEqual({ verdict: 'reproduces', expected: REFERENCE, found: REFERENCE });
    expect(selfCheckWords(check)).toMatch(/^This machine reproduces/);
  });

  it('notices an engine whose exp is wrong in the last digit', async () => {
    const { exp } = Math;
    vi.spyOn(Math, 'exp').mockImplementation((x) => exp(x) * (1 + Number.EPSILON));
    vi.resetModules(); // tables are built once per process
    const fresh = await import('../../../sim/verification/self-check.js');
    const check = fresh.selfCheck(library);
    expect(check.verdict).toBe('differs');
    expect(check.found.model).toBe(check.expected.model);
    expect(selfCheckWords(check)).toMatch(/other numbers/);
  });

  it('compares nothing when the scenario files are others', () => {
    const other: Library = {
      ...library,
      read: (kind, name) => {
        const source = library.read(kind, name);
        if (source === null || kind !== 'system') return source;
        return {
          ...source,
          text: source.text.replace(/attendancesPerDay: ([\d.]+)/, 'attendancesPerDay: 300'),
        };
      },
    };
    const check = selfCheck(other);
    expect(check.verdict).toBe('other scenario');
    expect(selfCheckWords(check)).toMatch(/cannot be compared/);
  });
});
