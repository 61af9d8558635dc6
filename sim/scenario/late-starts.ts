// sim/scenario/late-starts.ts: services that fail to start on time: in some winters, each by a draw.

import { Draws, tagOf } from '../engine/draws.js';
import type { Seed } from '../engine/seed.js';
import { type Days, dateOfDay } from '../engine/time.js';
import { LATE_START } from '../hospital/purposes.js';
import { STREAM_DAYS } from '../hospital/system.js';
import { dayOfText } from '../interventions/definition.js';
import { INTERVENTIONS } from '../interventions/registry.js';
import type { Model } from './schema.js';

interface Dated {
  from?: string;
  lateStart?: { chanceShare: number; days: number };
}

/** Short names of the services that start late in a replication; none draws where none can. */
export function lateStarts(model: Model, seed: Seed, replication: number): string[] {
  const can = INTERVENTIONS.filter(({ id }) => settingsOf(model, id)?.lateStart !== undefined);
  if (can.length === 0) return [];
  const draws = new Draws(seed, replication);
  return can
    .filter(({ id, number }) => {
      const chance = settingsOf(model, id)?.lateStart?.chanceShare ?? 0;
      return draws.unit(number, tagOf(STREAM_DAYS, LATE_START)) < chance;
    })
    .map(({ id }) => id);
}

/** The model in which these services start as many days later as they then do. */
export function startedLate(model: Model, late: readonly string[], days: Days): Model {
  if (late.length === 0) return model;
  const interventions = { ...model.interventions };
  for (const id of late) {
    const settings = settingsOf(model, id);
    if (settings?.lateStart === undefined) continue;
    const planned =
      settings.from === undefined ? days.reportedFrom : dayOfText(days, settings.from);
    const from = dateOfDay(days, planned + settings.lateStart.days);
    interventions[id] = { ...settings, from };
  }
  return { ...model, interventions };
}

function settingsOf({ interventions }: Model, id: string): Dated | undefined {
  return interventions[id] as Dated | undefined;
}
