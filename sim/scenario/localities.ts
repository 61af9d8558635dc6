// sim/scenario/localities.ts: the parts of a community: who lives there and what each has.

import type { Model } from './schema.js';

type Community = Model['community'];
type Care = Pick<Community['p1'], 'places' | 'stayDays' | 'initialShare'>;
export type CarePathway = 'p1' | 'p2' | 'p3';
const CARE: readonly CarePathway[] = ['p1', 'p2', 'p3'];

export interface Locality {
  /** Short name; empty for the only one of a community that names none. */
  id: string;
  /** Share of the patients of a site that does not say otherwise. */
  share: number;
  care: Record<CarePathway, Care>;
}

/** Short names of the localities, in their order. */
export function localityIds({ localities = {} }: Pick<Community, 'localities'>): string[] {
  return Object.keys(localities).sort();
}

/**
 * The localities in the order of their short names. Places of a pathway that no locality gives are
 * split by their shares of patients; stays are those of the community where a locality gives none.
 */
export function localitiesOf(community: Community): Locality[] {
  const { localities = {} } = community;
  const ids = localityIds(community);
  if (ids.length === 0) return [{ id: '', share: 1, care: community }];
  const shares = ids.map((id) => localities[id].share);
  const split = CARE.map((pathway) => splitWhole(community[pathway].places, shares));
  return ids.map((id, i) => {
    const care = CARE.map((pathway, k) => {
      const { stayDays, initialShare } = community[pathway];
      const own = localities[id][pathway] ?? {};
      const places = own.places ?? split[k][i];
      return [pathway, { stayDays, initialShare, ...own, places }] as const;
    });
    return { id, share: shares[i], care: Object.fromEntries(care) as Locality['care'] };
  });
}

/** Shares of the localities among the patients of a site. */
export function localitySharesOf(community: Community, siteId: string): number[] {
  const { localities = {} } = community;
  const ids = localityIds(community);
  if (ids.length === 0) return [1];
  return ids.map((id) => localities[id].siteShare?.[siteId] ?? localities[id].share);
}

/** Splits a whole number by weights, the largest remainders first, of equal ones the earlier. */
export function splitWhole(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const size = Math.abs(total);
  const exact = weights.map((weight) => (sum > 0 ? (size * weight) / sum : size / weights.length));
  const parts = exact.map(Math.floor);
  const left = size - parts.reduce((a, b) => a + b, 0);
  const order = exact
    .map((_, i) => i)
    .sort((a, b) => exact[b] - parts[b] - (exact[a] - parts[a]) || a - b);
  for (const i of order.slice(0, left)) parts[i]++;
  return total < 0 ? parts.map((part) => 0 - part) : parts;
}
