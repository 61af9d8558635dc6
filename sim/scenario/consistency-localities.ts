// sim/scenario/consistency-localities.ts: parts of a community that do not fit one another.

import { meanOf } from '../engine/distributions.js';
import type { Add } from './consistency.js';
import { SUM_TOLERANCE } from './fields.js';
import { localityIds, localitySharesOf } from './localities.js';
import { valueText } from './problems.js';
import type { Model } from './schema.js';
import { siteIds } from './sites.js';

const CARE = ['p1', 'p2', 'p3'] as const;
const PATH = ['community', 'localities'];

/** Shares that do not add up, places that differ from those of the community, unknown names. */
export function checkLocalities(model: Model, add: Add): void {
  checkNames(model, add);
  if (localityIds(model.community).length === 0) return;
  checkShares(model, add);
  checkPlaces(model, add);
}

function checkNames(model: Model, add: Add): void {
  const { changes, localities = {} } = model.community;
  const known = localityIds(model.community);
  const allowed = known.length === 0 ? 'none, the community names no localities' : known.join(', ');
  changes.forEach(({ locality }, i) => {
    if (locality === undefined || known.includes(locality)) return;
    const path = ['community', 'changes', i, 'locality'];
    add(path, (full) => `${full} is ${valueText(locality)}; allowed: ${allowed}.`);
  });
  const sites = siteIds(model);
  for (const id of known) {
    const unknown = Object.keys(localities[id].siteShare ?? {}).find(
      (site) => !sites.includes(site),
    );
    if (unknown === undefined) continue;
    const names = sites.length === 0 ? 'none named, the system has one site' : sites.join(', ');
    add([...PATH, id, 'siteShare', unknown], (full) => `${full} is of no site; sites: ${names}.`);
  }
}

function checkShares(model: Model, add: Add): void {
  const sites = siteIds(model);
  for (const site of sites.length === 0 ? [''] : sites) {
    const sum = localitySharesOf(model.community, site).reduce((a, b) => a + b, 0);
    if (Math.abs(sum - 1) <= SUM_TOLERANCE) continue;
    const of = site === '' ? '' : ` for the patients of ${site}`;
    const said = Number(sum.toPrecision(6));
    add(PATH, (full) => `${full} have shares that add up to ${said}${of}; allowed: 1.`);
    return;
  }
}

/** Of a pathway each locality gives its places, or none does. */
function checkPlaces({ community }: Model, add: Add): void {
  const ids = localityIds(community);
  const { localities = {} } = community;
  for (const pathway of CARE) {
    const given = ids.flatMap((id) => localities[id][pathway]?.places ?? []);
    const sum = given.reduce((a, b) => a + b, 0);
    const total = community[pathway].places;
    if (given.length > 0 && given.length < ids.length) {
      const without = ids.find((id) => localities[id][pathway]?.places === undefined) ?? '';
      add(
        [...PATH, without],
        (full) => `${full} gives no ${pathway} places, others do; allowed: all of them or none.`,
      );
    } else if (given.length > 0 && sum !== total) {
      add(
        PATH,
        (full) =>
          `${full} have ${sum} ${pathway} places together; allowed: ${total}, those of ` +
          `community.${pathway}.places.`,
      );
    }
    for (const id of ids) {
      const stay = localities[id][pathway]?.stayDays;
      if (stay === undefined || meanOf(stay) > 0) continue;
      add(
        [...PATH, id, pathway, 'stayDays'],
        (full) => `${full} is ${valueText(stay)}, of mean 0; allowed: a mean above 0.`,
      );
    }
  }
}
