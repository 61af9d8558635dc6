// sim/verification/self-check.ts: does this machine reproduce the reference run to the last bit?
//
// The same draws and the same sums give the same winter everywhere, unless an engine computes some
// function of Math otherwise. One short winter with every service, built from the scenario files at
// hand, is run and its hash compared with the one stored by `npm run golden`.

import { seedOf } from '../engine/seed.js';
import { simulate } from '../hospital/simulate.js';
import { measure } from '../outcomes/measures.js';
import { compile } from '../scenario/compile.js';
import { hashOf } from '../scenario/hash.js';
import type { Library } from '../scenario/library.js';
import { resolve } from '../scenario/resolve.js';
import type { Model } from '../scenario/schema.js';
import { fingerprint } from './fingerprint.js';
import { REFERENCE } from './reference.js';

/** What the reference run is made from: a built-in system with all plans, for two weeks. */
const REQUEST = { system: 'lister-2017-18', plans: ['all-together'] } as const;
const PERIOD = { firstDay: '2017-12-18', lastDay: '2017-12-31', leadInDays: 7 };
const SEED = 'self-check';

/** Two hashes: of the scenario that was run and of its results. */
export interface Reference {
  model: string;
  results: string;
}

export interface SelfCheck {
  /**
   * 'reproduces'; 'differs': the same scenario gave other numbers here; 'other scenario': the files
   * at hand are not those of the reference, so there is nothing to compare.
   */
  verdict: 'reproduces' | 'differs' | 'other scenario';
  expected: Reference;
  found: Reference;
}

/**
 * Runs the reference scenario on this machine; about a tenth of a second.
 * @param library the scenario files that come with this version
 * @throws InputError when they cannot be read
 */
export function selfCheck(library: Library, expected: Reference = REFERENCE): SelfCheck {
  const found = runReference(library);
  if (found.model !== expected.model) return { verdict: 'other scenario', expected, found };
  const verdict = found.results === expected.results ? 'reproduces' : 'differs';
  return { verdict, expected, found };
}

/** The hashes of the reference run on this machine. */
export function runReference(library: Library): Reference {
  const { name, model: whole } = resolve(library, REQUEST);
  const model: Model = { ...whole, period: PERIOD, beds: { ...whole.beds, changes: [] } };
  const bankHolidays = new Set(library.bankHolidays());
  const parameters = compile(model, { name, effects: 'likely', bankHolidays });
  const replication = simulate(parameters, seedOf(SEED), 0);
  const results = fingerprint([measure(replication, parameters.days)]);
  return { model: hashOf(model), results };
}

/** What to tell a person, in one sentence. */
export function selfCheckWords({ verdict }: SelfCheck): string {
  switch (verdict) {
    case 'reproduces':
      return 'This machine reproduces the reference run to the last digit.';
    case 'differs':
      return 'This machine gives other numbers than the reference run: do not compare its results with those of others.';
    case 'other scenario':
      return 'The scenario files are not those of the reference run, so it cannot be compared.';
  }
}
