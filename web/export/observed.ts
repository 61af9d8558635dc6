// web/export/observed.ts: a batch beside the winter as it was, where the two can be compared.

import { besideObserved, type Comparison } from '../../sim/outcomes/beside-observed.js';
import { observedWinter } from '../../sim/outcomes/observed-winter.js';
import type { ScenarioRuns } from '../../sim/outcomes/summary.js';
import type { Library } from '../../sim/scenario/library.js';
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
  if (base.observed === null || !library.names('system').includes(base.system)) return null;
  if (runs.replications.length === 0) return null;
  // Another winter, a plan or any change makes another model: it never was, so nobody observed it.
  if (resolve(library, { system: base.system }).hash !== base.hash) return null;
  const { firstDay, lastDay } = base.model.period;
  const observed = observedWinter(base.observed, firstDay, lastDay, (file) => library.data(file));
  const lines = besideObserved(runs, dates, observed);
  return lines.length > 0 ? lines : null;
}
