// sim/interventions/site-names.ts: sites by name or by size, so that a plan fits several systems.

import type { SiteModel } from '../scenario/sites.js';

/** Names that stand for the site with the most and with the fewest attendances. */
export const LARGEST = 'largest';
export const SMALLEST = 'smallest';

/** Short name of a site that may be named by its size; of equal sizes the earlier is smaller. */
export function siteNamed(name: string, sites: readonly SiteModel[]): string {
  if (sites.length === 0) return name;
  const bySize = [...sites].sort(
    (a, b) => a.model.demand.attendancesPerDay - b.model.demand.attendancesPerDay,
  );
  if (name === SMALLEST) return bySize[0].id;
  if (name === LARGEST) return bySize[bySize.length - 1].id;
  return name;
}
