// sim/questions/regret-of-runs.ts: regrets from batches of the same plans in several winters.

import { OUTCOME_KEYS, type Outcome, outcomeOf } from '../outcomes/keys.js';
import type { ScenarioRuns } from '../outcomes/summary.js';
import { type RegretTable, regretTable } from './regret.js';

export interface WinterRegret extends RegretTable {
  key: Outcome;
  winters: string[];
  plans: string[];
  replications: number;
}

/**
 * Regrets over winters.
 * @param batches for each winter the same plans in the same order, base first
 * @returns null when fewer than two winters or plans are there, or the outcome has no better end or
 *   is undefined in some winter
 */
export function regretOfRuns(
  batches: readonly { winter: string; runs: readonly ScenarioRuns[] }[],
  key: Outcome,
): WinterRegret | null {
  const { better } = outcomeOf(key);
  const [first] = batches;
  if (better === null || batches.length < 2 || first.runs.length < 2) return null;
  const at = OUTCOME_KEYS.indexOf(key);
  const replications = Math.min(
    ...batches.flatMap(({ runs }) => runs.map((of) => of.replications.length)),
  );
  if (replications === 0) return null;
  const values = first.runs.map((_, plan) =>
    batches.map(({ runs }) =>
      runs[plan].replications.slice(0, replications).map(({ outcomes }) => outcomes[at]),
    ),
  );
  if (values.flat(2).some(Number.isNaN)) return null;
  return {
    ...regretTable(values, better),
    key,
    winters: batches.map(({ winter }) => winter),
    plans: first.runs.map(({ name }) => name),
    replications,
  };
}
