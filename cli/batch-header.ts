// cli/batch-header.ts: what a batch is: everything that decides its numbers, so that it can go on,
// be merged from parts and be done again, without the files that it was made of.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { OUTCOME_KEYS } from '../sim/outcomes/keys.js';
import { VERSION } from '../sim/outcomes/provenance.js';
import type { Wanted } from '../sim/questions/precision.js';
import { EFFECT_CHOICES, type EffectChoice } from '../sim/scenario/compile.js';
import { hashOf } from '../sim/scenario/hash.js';
import type { Resolved } from '../sim/scenario/resolve.js';
import { modelSchema } from '../sim/scenario/schema.js';
import { builtWorker } from '../workers/node-pool.js';
import { jsonOf } from './json-text.js';

const BATCH_FORMAT = 1;
const ID_DIGITS = 16;

const scenarioSchema = z.strictObject({
  name: z.string(),
  system: z.string(),
  winter: z.string(),
  plans: z.array(z.string()),
  hash: z.string(),
  files: z.array(z.string()),
  observed: z.string().nullable(),
  assumptions: z.array(z.string()),
  model: modelSchema,
});

const precisionSchema = z.strictObject({
  pilot: z.int().min(2),
  most: z.int().min(2),
  wanted: z
    .array(
      z.strictObject({
        key: z.enum(OUTCOME_KEYS),
        halfWidth: z.number().positive(),
        relative: z.boolean(),
      }),
    )
    .min(1),
});

const headerSchema = z.strictObject({
  winterflow: z.literal(BATCH_FORMAT),
  version: z.string(),
  build: z.string(),
  id: z.string(),
  seed: z.string(),
  effects: z.enum(EFFECT_CHOICES),
  replications: z.int().min(1),
  bankHolidays: z.array(z.string()),
  appended: z.int().min(1).optional(),
  precision: precisionSchema.optional(),
  shard: z.strictObject({ part: z.int().min(1), of: z.int().min(1) }).optional(),
  scenarios: z.array(scenarioSchema).min(1),
});

/** A part of a batch that is run in several places: replications whose number fits. */
export interface Shard {
  part: number;
  of: number;
}

/** A precision that a batch is run to: a pilot of so many winters, and at most so many in all. */
export interface PrecisionAsked {
  pilot: number;
  most: number;
  wanted: readonly Wanted[];
}

export type BatchScenario = Resolved & { assumptions: string[] };

/** The contents of batch.json. */
export interface BatchHeader {
  winterflow: typeof BATCH_FORMAT;
  version: string;
  /** Hash of the built model: other code gives other numbers. */
  build: string;
  /** Hash of all that decides the numbers of a replication. */
  id: string;
  seed: string;
  effects: EffectChoice;
  /** Winters of each scenario that are wanted. */
  replications: number;
  /** How many of them the last --append added. */
  appended?: number;
  /** The precision that decides on the winters; its pilot stays, however often the batch goes on. */
  precision?: PrecisionAsked;
  bankHolidays: readonly string[];
  shard?: Shard;
  scenarios: BatchScenario[];
}

/** Describes a batch. */
export function headerOf({
  seed,
  effects,
  replications,
  precision,
  bankHolidays,
  shard,
  scenarios,
}: Pick<
  BatchHeader,
  'seed' | 'effects' | 'replications' | 'precision' | 'bankHolidays' | 'shard' | 'scenarios'
>): BatchHeader {
  const of = { seed, effects, replications, precision, bankHolidays, shard, scenarios };
  const made = { winterflow: BATCH_FORMAT, version: VERSION, build: buildOf(), id: '' } as const;
  const header = { ...made, ...of };
  return { ...header, id: idOf(header) };
}

function idOf({
  version,
  build,
  seed,
  effects,
  bankHolidays,
  scenarios,
}: Omit<BatchHeader, 'winterflow'>): string {
  const named = scenarios.map(({ name, hash }) => ({ name, hash }));
  return hashOf({ version, build, seed, effects, bankHolidays, scenarios: named }).slice(
    0,
    ID_DIGITS,
  );
}

/** batch.json as text; its keys are in the order of the schema, wherever the header came from. */
export function headerText(header: BatchHeader): string {
  return `${JSON.stringify(headerSchema.parse(header), null, 1)}\n`;
}

/**
 * Reads batch.json.
 * @throws RangeError saying what is wrong: not one, changed by hand, of a model that is none
 */
export function parseHeader(text: string): BatchHeader {
  const parsed = headerSchema.safeParse(jsonOf(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new RangeError(
      `it does not describe a batch (${issue.path.join('.')}: ${issue.message})`,
    );
  }
  const header: BatchHeader = parsed.data;
  for (const { name, model, hash } of header.scenarios) {
    if (hashOf(model) !== hash)
      throw new RangeError(`the model of "${name}" is not what its hash says`);
  }
  if (idOf(header) !== header.id) throw new RangeError('its parts do not fit its id');
  return header;
}

/** What tells two batches apart, in words; empty when their replications are the same. */
export function differenceOf(there: BatchHeader, wanted: BatchHeader): string {
  if (there.id === wanted.id) return '';
  if (there.version !== wanted.version) return `version ${there.version}, not ${wanted.version}`;
  if (there.seed !== wanted.seed) return `seed "${there.seed}", not "${wanted.seed}"`;
  if (there.effects !== wanted.effects) return `effects ${there.effects}, not ${wanted.effects}`;
  const [names, namesWanted] = [there, wanted].map(({ scenarios }) => {
    return scenarios.map(({ name }) => `"${name}"`).join(', ');
  });
  if (names !== namesWanted) return `scenarios ${names}, not ${namesWanted}`;
  const other = there.scenarios.find(({ hash }, i) => hash !== wanted.scenarios[i].hash);
  if (other) return `another model of "${other.name}"`;
  if (there.build !== wanted.build) return 'another build of the program';
  return 'another list of bank holidays';
}

let build: string | undefined;

/** Hash of the built worker. */
export function buildOf(): string {
  build ??= createHash('sha256')
    .update(readFileSync(builtWorker()))
    .digest('hex')
    .slice(0, ID_DIGITS);
  return build;
}
