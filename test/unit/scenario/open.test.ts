// test/unit/scenario/open.test.ts: files that many requests share are read once, and nobody notices.

import { describe, expect, it } from 'vitest';
import type { Library } from '../../../sim/scenario/library.js';
import { resolve } from '../../../sim/scenario/resolve.js';
import { library } from '../../model/batches.js';

/** Spoils everything that hangs on a value. */
function spoil(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const fields = value as Record<string, unknown>;
  for (const key of Object.keys(fields)) {
    spoil(fields[key]);
    fields[key] = 'spoilt';
  }
}

describe('a file that is read once', () => {
  it.each(library.names('plan'))('gives the same model after somebody changed one: %s', (plan) => {
    const request = { system: 'worcestershire', plans: [plan] };
    const first = resolve(library, request);
    const stored = structuredClone(first.model);
    spoil(first.model);
    const again = resolve(library, request);
    expect(again.model).toEqual(stored);
    expect(again.hash).toBe(first.hash);
  });

  it('is read again when its text has changed, and its faults are told each time', () => {
    let growth = '0.01';
    const changing: Library = {
      ...library,
      names: (kind) => library.names(kind),
      read: (kind, name) =>
        kind === 'scenario' && name === 'mine.yaml'
          ? {
              file: 'mine.yaml',
              text: `winterflow: 1\nname: Mine\nsystem: lister-2017-18\nchanges:\n  demand: { growthShare: ${growth} }\n`,
            }
          : library.read(kind, name),
    };
    const growthNow = () => resolve(changing, { scenario: 'mine.yaml' }).model.demand.growthShare;
    expect(growthNow()).toBe(0.01);
    growth = '0.02';
    expect(growthNow()).toBe(0.02);
    growth = 'much';
    for (const _ of [1, 2]) expect(growthNow).toThrow(/mine\.yaml:5.*growthShare/);
    growth = '0.01';
    expect(growthNow()).toBe(0.01);
  });
});
