// test/differential/independent/chance.ts: a patient's draws (docs/model.md 2.11), and picking.

import { tagOf } from '../../../sim/engine/draws.js';
import { type QuantileTable, quantileOf } from '../../../sim/engine/quantile-table.js';
import type { Event, Kind } from './agenda.js';
import type { Patient, World } from './hospital.js';

/** A patient's uniform number for a purpose and try. */
export function unit(world: World, { key, stream }: Patient, purpose: number, attempt = 0): number {
  return world.draws.unit(key, tagOf(stream, purpose, attempt));
}

/** A patient's value from a table. */
export function value(
  world: World,
  { key, stream }: Patient,
  purpose: number,
  table: QuantileTable,
  attempt = 0,
): number {
  return quantileOf(table, world.draws.bits(key, tagOf(stream, purpose, attempt)));
}

/** Lets something happen to a patient after a drawn time, times a factor. */
export function later(
  world: World,
  patient: Patient,
  kind: Kind,
  purpose: number,
  table: QuantileTable,
  factor = 1,
  attempt = 0,
): Event {
  const minutes = value(world, patient, purpose, table, attempt) * factor;
  return world.agenda.add(world.agenda.now + minutes, kind, patient);
}

/** First of `width` entries from row `row` whose running sum exceeds the number; else the last. */
export function pick(sums: Float64Array, row: number, width: number, number: number): number {
  for (let i = 0; i < width - 1; i++) if (number < sums[row * width + i]) return i;
  return width - 1;
}
