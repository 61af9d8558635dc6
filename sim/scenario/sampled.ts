// sim/scenario/sampled.ts: one draw of what is not known: effects within their ranges, and fitted
// numbers within the uncertainty that a system states for them.
//
// Two replications in a row share a draw, so that what they have in common can be told from what
// differs between winters of one and the same hospital (outcomes/layers.ts).

import { type Distribution, quantileFunction } from '../engine/distributions.js';
import { toUnit } from '../engine/draws.js';
import { seedOf } from '../engine/seed.js';
import { normalQuantile, power } from '../engine/special.js';
import type { Model } from './schema.js';

/** Replications that share a draw. */
export const SHARED = 2;
const SD_MOST = 2.5; // a draw is no further out: beyond, the fit says nothing

/** Number of the draw that a replication uses. */
export function drawOf(replication: number): number {
  return Math.floor(replication / SHARED);
}

/**
 * A copy of a model with one draw of its effects and uncertain numbers.
 * @param seed phrase of the batch: all its scenarios meet the same draws
 */
export function sampledModel(model: Model, seed: string, draw: number): Model {
  const sampled = structuredClone(model);
  const uniform = (name: string) => toUnit(seedOf(`${seed}|unknown|${draw}|${name}`)[0]);
  sampleEffects(sampled.interventions, 'interventions', uniform);
  for (const site of Object.values(sampled.sites ?? {})) {
    sampleEffects(site.interventions, 'interventions', uniform);
  }
  const { uncertainty } = model;
  if (uncertainty !== undefined) moveUncertain(sampled, uncertainty, uniform);
  return sampled;
}

type Uniform = (name: string) => number;

/** Every range with low, likely and high becomes one value; distributions stay as they are. */
function sampleEffects(within: unknown, path: string, uniform: Uniform): void {
  if (typeof within !== 'object' || within === null || 'distribution' in within) return;
  const range = within as { low?: unknown; likely?: unknown; high?: unknown };
  if (isNumber(range.low) && isNumber(range.likely) && isNumber(range.high)) {
    const { low, likely, high } = range;
    const value = low < high ? triangular(low, likely, high, uniform(path)) : likely;
    Object.assign(range, { low: value, likely: value, high: value });
    return;
  }
  for (const [key, value] of Object.entries(within)) {
    sampleEffects(value, `${path}.${key}`, uniform);
  }
}

function triangular(low: number, likely: number, high: number, p: number): number {
  return quantileFunction({ distribution: 'triangular', low, likely, high })(p);
}

function moveUncertain(
  model: Model,
  uncertainty: NonNullable<Model['uncertainty']>,
  uniform: Uniform,
): void {
  const factor = (name: keyof typeof uncertainty): number => {
    const sd = uncertainty[name] ?? 0;
    if (sd === 0) return 1;
    const z = normalQuantile(uniform(`uncertainty.${name}`));
    return power(Math.E, sd * Math.max(-SD_MOST, Math.min(SD_MOST, z)));
  };
  model.demand.attendancesPerDay *= factor('attendances');
  const { admission } = model.patients;
  admission.overallShare = Math.min(0.95, admission.overallShare * factor('admission'));
  const stay = factor('stays');
  const { meanDays } = model.stays;
  for (const band of Object.keys(meanDays) as (keyof typeof meanDays)[]) meanDays[band] *= stay;
  model.stays.cv *= factor('staysVariation');
  const look = factor('consult');
  const { consultMinutes } = model.department;
  for (const area of ['resus', 'majors', 'minors'] as const) {
    consultMinutes[area] = timesAs(consultMinutes[area], look);
  }
}

/** A distribution with all its times multiplied. */
function timesAs<T>(of: T, factor: number): T {
  const times = ['mean', 'median', 'value', 'low', 'likely', 'high'];
  const entries = Object.entries(of as Distribution).map(([key, value]) => [
    key,
    times.includes(key) && typeof value === 'number' ? value * factor : value,
  ]);
  return Object.fromEntries(entries) as T;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}
