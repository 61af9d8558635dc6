// sim/scenario/consistency-sites.ts: what names another site names one that there is, and ambulances
// are not sent round in a circle.

import { siteNamed } from '../interventions/site-names.js';
import type { Places } from './consistency.js';
import { type Problem, pathText, unique, valueText } from './problems.js';
import type { Model } from './schema.js';
import { siteIds, siteModels } from './sites.js';

type Path = readonly PropertyKey[];

/** A way from one site to another, and where it is written. */
interface Way {
  from: string;
  to: string;
  path: Path;
  /** Of ambulances; else of patients who wait for a bed. */
  diverts: boolean;
}

/** Problems between the sites of a whole model. */
export function checkBetweenSites(model: Model, places: Places): Problem[] {
  const ids = siteIds(model);
  const problems: Problem[] = [];
  const add = (path: Path, sentence: (full: string) => string) => {
    const full = pathText(places.pathOf(path));
    problems.push({ ...places.placeOf(path), path: full, message: sentence(full) });
  };
  const ways = siteModels(model, '').flatMap(({ id, model: at }) => waysFrom(id, at, model));
  for (const { from, to, path } of ways) {
    const others = ids.filter((id) => id !== from);
    const allowed = others.length === 0 ? 'none, the system has one site' : others.join(', ');
    const said = from !== '' && to === from ? `${valueText(to)}, the site itself` : valueText(to);
    if (!others.includes(to)) add(path, (full) => `${full} is ${said}; allowed: ${allowed}.`);
  }
  if (problems.length > 0) return unique(problems);
  const diverts = ways.filter((way) => way.diverts);
  const back = diverts.find((way) => reaches(diverts, way.to, way.from));
  if (back !== undefined) {
    add(
      back.path,
      (full) =>
        `${full} is ${valueText(back.to)}, which sends ambulances back to ${valueText(back.from)}; ` +
        'allowed: diverts that lead in no circle.',
    );
  }
  return problems;
}

function waysFrom(id: string, at: Model, whole: Model): Way[] {
  const own = whole.sites?.[id]?.policy?.actions !== undefined;
  const start = own ? ['sites', id, 'policy', 'actions'] : ['policy', 'actions'];
  const ways = (at.policy?.actions ?? []).flatMap(({ relief }, i) =>
    (['divert', 'transfers'] as const).flatMap((kind): Way[] => {
      const to = relief[kind]?.toSite;
      const path = [...start, i, 'relief', kind, 'toSite'];
      return to === undefined ? [] : [{ from: id, to, path, diverts: kind === 'divert' }];
    }),
  );
  const plan = at.interventions['ambulance-divert'] as
    | { toSite: string; sites?: string[] }
    | undefined;
  if (plan === undefined || !(plan.sites ?? [id]).includes(id)) return ways;
  const path = ['interventions', 'ambulance-divert', 'toSite'];
  const to = siteNamed(plan.toSite, siteModels(whole, ''));
  const bySize = to !== plan.toSite;
  return bySize && to === id ? ways : [...ways, { from: id, to, path, diverts: true }];
}

/** Whether ambulances sent to one site can end at another. */
function reaches(ways: readonly Way[], from: string, to: string): boolean {
  const seen = new Set<string>();
  const ahead = [from];
  for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
    if (at === to) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    for (const way of ways) if (way.from === at) ahead.push(way.to);
  }
  return false;
}
