// sim/scenario/compile.ts: a complete, checked model becomes the flat tables that the engine reads.

import { type Days, daysOf } from '../engine/time.js';
import { AT_WARD, type Offer, TO_SDEC } from '../hospital/offers.js';
import type { Parameters, SiteParameters } from '../hospital/parameters.js';
import type { Context, EffectRange } from '../interventions/definition.js';
import { INTERVENTIONS } from '../interventions/registry.js';
import { compileBeds, compileElectives } from './compile-capacity.js';
import { compileCensus, compileDischarge, compileStays } from './compile-care.js';
import { compileCommunity } from './compile-community.js';
import { compileDemand, compileMix } from './compile-demand.js';
import { compileDepartment, noChanges } from './compile-department.js';
import { compileLosses } from './compile-losses.js';
import { compilePolicy } from './compile-policy.js';
import { compileReadmission } from './compile-readmission.js';
import { compileUnits, unitIds } from './compile-units.js';
import { localitySharesOf } from './localities.js';
import { admissionMix } from './mix.js';
import type { Model } from './schema.js';
import { type SiteModel, siteIds, siteModels } from './sites.js';
import { cumulative } from './tables.js';

/** Which value of an effect's range is simulated. */
export const EFFECTS = ['likely', 'low', 'high'] as const;
export type Effects = (typeof EFFECTS)[number];

/** What a batch may ask for: one value of all ranges, or a draw for every two replications. */
export const EFFECT_CHOICES = [...EFFECTS, 'sampled'] as const;
export type EffectChoice = (typeof EFFECT_CHOICES)[number];

export interface CompileOptions {
  name: string;
  effects: Effects;
  bankHolidays: ReadonlySet<string>;
}

/** The days of a model's run. */
export function daysOfModel(model: Model, bankHolidays: ReadonlySet<string>): Days {
  const { firstDay, lastDay, leadInDays } = model.period;
  return daysOf(firstDay, lastDay, leadInDays, bankHolidays);
}

/**
 * Compiles a model. Interventions are applied to a copy, in the order of the registry: first what
 * they change for all sites together, then what they change at each.
 * @throws RangeError when the run cannot be represented
 */
export function compile(given: Model, options: CompileOptions): Parameters {
  const whole = structuredClone(given);
  const days = daysOfModel(whole, options.bankHolidays);
  const context: Context = {
    days,
    effect: (range: EffectRange) => range[options.effects],
    siteId: '',
    sites: [],
    department: noChanges(days.count),
  };
  for (const { id, applyShared } of INTERVENTIONS) {
    const settings = whole.interventions[id];
    if (settings !== undefined) applyShared(whole, settings, context);
  }
  const community = compileCommunity(whole, days);
  for (const { id, tuneShared } of INTERVENTIONS) {
    const settings = whole.interventions[id];
    if (settings !== undefined) tuneShared(community, whole, settings, context);
  }
  const sites = siteModels(whole, options.name);
  return {
    days,
    sites: sites.map((site) => compileSite(site, contextAt(context, site, sites), whole)),
    units: compileUnits(whole, days),
    community,
  };
}

function contextAt(context: Context, { id }: SiteModel, sites: readonly SiteModel[]): Context {
  return { ...context, siteId: id, sites, department: noChanges(context.days.count) };
}

function compileSite(site: SiteModel, context: Context, whole: Model): SiteParameters {
  const { days } = context;
  const model = structuredClone(site.model);
  const offers: Offer[] = [];
  for (const { id, apply } of INTERVENTIONS) {
    const settings = model.interventions[id];
    if (settings !== undefined && worksAt(site.id, settings)) {
      offers.push(...apply(model, settings, context));
    }
  }
  numberPlaces(offers, whole);
  const mix = admissionMix(model);
  const tables: SiteParameters = {
    name: site.name,
    demand: compileDemand(model, days, mix),
    mix: compileMix(model, mix),
    department: compileDepartment(model, days, sdecSpaces(offers), context.department),
    beds: compileBeds(model, days),
    stays: compileStays(model, days),
    discharge: compileDischarge(model, days),
    electives: compileElectives(model, days),
    census: compileCensus(model, mix),
    offers,
    localityShares: cumulative(localitySharesOf(model.community, site.id)),
    policy: compilePolicy(model, days, siteIds(whole)),
    losses: compileLosses(model, days),
    virtualWard: null,
    readmission: compileReadmission(site.model, days),
    hasWardServices: offers.some(({ point }) => point === AT_WARD),
    fundedMinutes: Math.min(...offers.map((offer) => offer.fundedMinutes ?? Infinity)),
  };
  for (const { id, tune } of INTERVENTIONS) {
    const settings = model.interventions[id];
    if (settings !== undefined && worksAt(site.id, settings))
      tune(tables, model, settings, context);
  }
  return tables;
}

/** Offers at arrival name units and sites; the engine knows them by number. */
function numberPlaces(offers: readonly Offer[], whole: Model): void {
  for (const { arrival } of offers) {
    if (arrival === undefined) continue;
    arrival.unit = unitIds(whole).indexOf(arrival.unitId);
    arrival.site = siteIds(whole).indexOf(arrival.siteId);
  }
}

/** Whether an intervention works at a site: at all of them unless it names some. */
function worksAt(siteId: string, settings: unknown): boolean {
  const { sites } = settings as { sites?: readonly string[] };
  return sites === undefined || sites.includes(siteId);
}

function sdecSpaces(offers: readonly Offer[]): Float64Array {
  const spaces = new Float64Array(168);
  for (const offer of offers) {
    if (offer.route !== TO_SDEC) continue;
    for (let hour = 0; hour < spaces.length; hour++)
      spaces[hour] += offer.hours[hour] * offer.spaces;
  }
  return spaces;
}
