// sim/interventions/coverage.ts: services that work in some localities only.

import type { Offer } from '../hospital/offers.js';
import { localityIds } from '../scenario/localities.js';
import type { Model } from '../scenario/schema.js';

interface Covered {
  localities?: readonly string[];
  coverageShare?: number;
}

/** Where an offer at discharge is made: named localities, or a share of patients by where they live. */
export function coverageOf(
  { community }: Model,
  { localities, coverageShare }: Covered,
): Pick<Offer, 'localities' | 'coverageShare'> {
  if (localities === undefined) return { coverageShare };
  const ids = localityIds(community);
  return { localities: Uint8Array.from(ids, (id) => Number(localities.includes(id))) };
}
