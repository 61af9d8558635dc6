// sim/outcomes/costs.ts: what services cost, and what a bed day saved costs: labelled estimates.
//
// Only what settings give is counted. A plan with a service of unknown cost has no cost a bed day.

import type { Days } from '../engine/time.js';
import type { OfferCount } from '../hospital/offers.js';
import { dayOfText } from '../interventions/definition.js';
import type { Model } from '../scenario/schema.js';
import { siteModels } from '../scenario/sites.js';
import { interval } from './intervals.js';

/** A service as its settings price it. */
export interface ServiceCost {
  id: string;
  /** Its settings as text: services of equal settings are the same service. */
  settings: string;
  /** Pounds in the reported period by days; null when neither this nor a cost a patient is given. */
  pounds: number | null;
  poundsPerPatient: number;
}

/** What a plan costs beside the base. */
export interface PlanCost {
  pounds: number;
  /** Services that the plan adds or changes and whose cost is not known: it comes on top. */
  withoutCost: string[];
  /** Pounds for each bed day fewer; null when none are clearly saved, or a cost is not known. */
  perBedDaySaved: { mean: number; low: number; high: number } | null;
}

interface Priced {
  from?: string;
  to?: string;
  costPoundsPerDay?: number;
  costPoundsPerPatient?: number;
}

/** The services of a model with their costs, each once however many sites it serves. */
export function costsOf(model: Model, days: Days): ServiceCost[] {
  const found = new Map<string, ServiceCost>();
  for (const { model: site } of siteModels(model, '')) {
    for (const [id, given] of Object.entries(site.interventions)) {
      if (given === undefined) continue;
      const settings = JSON.stringify(given);
      found.set(`${id} ${settings}`, { id, settings, ...priceOf(given as Priced, days) });
    }
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function priceOf(service: Priced, days: Days): Pick<ServiceCost, 'pounds' | 'poundsPerPatient'> {
  const { from, to, costPoundsPerDay, costPoundsPerPatient } = service;
  const known = costPoundsPerDay !== undefined || costPoundsPerPatient !== undefined;
  const first = Math.max(days.reportedFrom, from === undefined ? 0 : dayOfText(days, from));
  const last = Math.min(days.count - 1, to === undefined ? days.count : dayOfText(days, to));
  const open = Math.max(0, last - first + 1);
  return {
    pounds: known ? open * (costPoundsPerDay ?? 0) : null,
    poundsPerPatient: costPoundsPerPatient ?? 0,
  };
}

/** Pounds of one winter; NaN when no service gives a cost. */
export function costOfWinter(costs: readonly ServiceCost[], services: readonly OfferCount[]) {
  const known = costs.filter(({ pounds }) => pounds !== null);
  if (known.length === 0) return Number.NaN;
  return known.reduce((sum, { id, pounds, poundsPerPatient }, i) => {
    // Patients are counted by service: where sites price it differently, the first price holds.
    const isFirst = known.findIndex((other) => other.id === id) === i;
    const reached = isFirst ? (services.find(({ name }) => name === id)?.reached ?? 0) : 0;
    return sum + (pounds ?? 0) + poundsPerPatient * reached;
  }, 0);
}

/** One scenario as costs see it: winters in the order of the batch. */
export interface CostedRuns {
  costs: readonly ServiceCost[];
  /** Pounds by winter. */
  pounds: Float64Array;
  /** Occupied bed days by winter. */
  bedDays: Float64Array;
}

/** The cost of a plan beside its base; null when no cost is known. */
export function planCost(plan: CostedRuns, base: CostedRuns): PlanCost | null {
  const more = plan.pounds.map((pounds, i) => pounds - (base.pounds[i] || 0));
  const { mean: pounds } = interval(more);
  if (pounds === null) return null;
  const added = plan.costs.filter(
    ({ id, settings }) => !base.costs.some((b) => b.id === id && b.settings === settings),
  );
  const withoutCost = added.filter((cost) => cost.pounds === null).map(({ id }) => id);
  const saved = interval(plan.bedDays.map((bedDays, i) => base.bedDays[i] - bedDays));
  return {
    pounds,
    withoutCost,
    perBedDaySaved: withoutCost.length === 0 ? perBedDay(pounds, saved) : null,
  };
}

/** Null unless the plan is dearer and saves days for certain. */
function perBedDay(
  pounds: number,
  { mean, low95, high95 }: ReturnType<typeof interval>,
): PlanCost['perBedDaySaved'] {
  // Stryker disable next-line all: an interval without an end is not above zero either
  if (mean === null || low95 === null || high95 === null) return null;
  if (low95 <= 0 || pounds <= 0) return null;
  return { mean: pounds / mean, low: pounds / high95, high: pounds / low95 };
}
