// sim/scenario/consistency-interventions.ts: services that start too late, or that cannot be done.

import { type Days, daysOf } from '../engine/time.js';
import { dayOfText } from '../interventions/definition.js';
import type { Add } from './consistency.js';
import { localityIds } from './localities.js';
import { valueText } from './problems.js';
import type { Model } from './schema.js';
import { siteIds } from './sites.js';

interface Service {
  sites?: string[];
  from?: string;
  to?: string;
  uptakeShare?: number;
  pathways?: ('p1' | 'p2' | 'p3')[];
  extraPlaces?: { p1: number; p2: number; p3: number };
  localities?: string[];
  coverageShare?: number;
}

/** Problems of the interventions of a model whose period is right. */
export function checkInterventions(model: Model, add: Add): void {
  const { firstDay, lastDay, leadInDays } = model.period;
  const days = daysOf(firstDay, lastDay, leadInDays, new Set());
  for (const [id, settings] of Object.entries(model.interventions)) {
    if (settings === undefined) continue;
    const service = settings as Service;
    const path = ['interventions', id];
    checkDates(service, model, days, path, add);
    checkSites(service, model, path, add);
    checkLocalities(service, model, path, add);
    if (id === 'community-capacity') checkClosed(service, model, path, add);
    if (id === 'discharge-to-assess') checkFunded(service, path, add);
  }
}

/** What has dates has them in order and within the run. */
export function checkDates(
  dated: { from?: string; to?: string },
  { period }: Model,
  days: Days,
  path: readonly PropertyKey[],
  add: Add,
): void {
  const { firstDay, lastDay, leadInDays } = period;
  const run = `the run is ${firstDay} to ${lastDay} and the ${leadInDays} days before`;
  const from = dated.from === undefined ? 0 : dayOfText(days, dated.from);
  const to = dated.to === undefined ? days.count - 1 : dayOfText(days, dated.to);
  if (from >= days.count) {
    const said = valueText(dated.from);
    add([...path, 'from'], (full) => `${full} is ${said}, after the last day; ${run}.`);
  } else if (to < 0) {
    const said = valueText(dated.to);
    add([...path, 'to'], (full) => `${full} is ${said}, before the first day; ${run}.`);
  } else if (to < from) {
    const said = valueText(dated.to);
    add([...path, 'to'], (full) => `${full} is ${said}; allowed: ${dated.from} ("from") or later.`);
  }
}

/** A service works at sites that there are. */
function checkSites({ sites }: Service, model: Model, path: readonly string[], add: Add): void {
  const known = siteIds(model);
  const unknown = (sites ?? []).findIndex((id) => !known.includes(id));
  if (sites === undefined || unknown < 0) return;
  const allowed = known.length === 0 ? 'none named, the system has one site' : known.join(', ');
  add(
    [...path, 'sites', unknown],
    (full) => `${full} is ${valueText(sites[unknown])}; allowed: ${allowed}.`,
  );
}

/** A service works in localities that there are, or for a share of a community without any. */
function checkLocalities(
  { localities, coverageShare }: Service,
  model: Model,
  path: readonly string[],
  add: Add,
): void {
  const known = localityIds(model.community);
  const unknown = (localities ?? []).findIndex((id) => !known.includes(id));
  if (localities !== undefined && unknown >= 0) {
    const allowed =
      known.length === 0 ? 'none, the community names no localities' : known.join(', ');
    add(
      [...path, 'localities', unknown],
      (full) => `${full} is ${valueText(localities[unknown])}; allowed: ${allowed}.`,
    );
  }
  if (coverageShare === undefined || localities === undefined) return;
  add(
    [...path, 'coverageShare'],
    (full) => `${full} is ${coverageShare} beside localities; allowed: one of the two.`,
  );
}

/** No more places close than there are. */
function checkClosed(service: Service, model: Model, path: readonly string[], add: Add): void {
  for (const pathway of ['p1', 'p2', 'p3'] as const) {
    const places = (service as Record<string, { places?: number } | undefined>)[pathway]?.places;
    const there = model.community[pathway].places;
    if (places === undefined || places >= -there) continue;
    add(
      [...path, pathway, 'places'],
      (full) => `${full} is ${places}, of ${there} places; allowed: ${-there} or more.`,
    );
  }
}

/** Assessing everybody sooner without any place to go to is a plan that cannot be carried out. */
function checkFunded(service: Service, path: readonly string[], add: Add): void {
  const { pathways = [], extraPlaces, uptakeShare = 0 } = service;
  const twice = pathways.findIndex((pathway, i) => pathways.indexOf(pathway) !== i);
  if (twice >= 0) {
    const said = valueText(pathways[twice]);
    add(
      [...path, 'pathways', twice],
      (full) => `${full} is ${said}, as before it in the list; allowed: each pathway once.`,
    );
  }
  if (uptakeShare < 1 || pathways.some((pathway) => (extraPlaces?.[pathway] ?? 0) > 0)) return;
  add(
    [...path, 'extraPlaces'],
    (full) =>
      `${full} is ${valueText(extraPlaces)}, but uptakeShare 1 reaches every patient of ` +
      `${pathways.join(', ')}; allowed: at least one place there, or an uptakeShare below 1.`,
  );
}
