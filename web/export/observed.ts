// web/export/observed.ts: a batch beside the winter as it was, where the two can be compared.

import { besideObserved, type Comparison } from '../../sim/outcomes/beside-observed.js';
import { observedWinter } from '../../sim/outcomes/observed-winter.js';
import type { ScenarioRuns } from '../../sim/outcomes/summary.js';
import type { Library } from '../../sim/scenario/library.js';
import { InputError } from '../../sim/scenario/problems.js';
import { type Resolved, resolve } from '../../sim/scenario/resolve.js';

/**
 * Compares the base of a batch with the winter that its system names.
 * @param dates ISO dates of the reported days
 * @returns null when the base is not that system in its own winter, or nothing was observed
 */
export function observedBeside(
  library: Library,
  base: Resolved,
  runs: ScenarioRuns,
  dates: readonly string[],
): Comparison[] | null {
  if (base.observed === null || runs.replications.length === 0) return null;
  if (!isSystemItself(library, base)) return null;
  const { firstDay, lastDay } = base.model.period;
  const observed = observedWinter(base.observed, firstDay, lastDay, (file) => library.data(file));
  const lines = besideObserved(runs, dates, observed);
  return lines.length > 0 ? lines : null;
}

/** Another winter, a plan or any change makes another model: it never was, so nobody observed it. */
function isSystemItself(library: Library, { hash, files }: Resolved): boolean {
  const all = library.names('system');
  // Making a model takes time: where the base was made of systems of the library, it can be none but these.
  const own = all.filter((system) => files.includes(library.read('system', system)?.file ?? ''));
  return (own.length > 0 ? own : all).some((system) => {
    try {
      return resolve(library, { system }).hash === hash;
    } catch (error) {
      // A system file with mistakes is not the one that was run.
      if (error instanceof InputError) return false;
      throw error;
    }
  });
}
