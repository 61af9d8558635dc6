// workers/queue-messages.ts: what travels through a queue server, checked on arrival. Nothing in a message
// is a path, a command or code; what does not fit is refused whole.

import { createHash } from 'node:crypto';
import { z } from 'zod';
import { EFFECT_CHOICES } from '../sim/scenario/compile.js';
import { hashOf } from '../sim/scenario/hash.js';
import { type Model, modelSchema } from '../sim/scenario/schema.js';
import { REPLICATIONS_LIMIT } from './sealed.js';

const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`));
const MODEL_TEXT_MAX = 4e6;
const ID_DIGITS = 24;

/** Replications that travel in one job at most. */
export const TOGETHER_MOST = 8;

const replicationSchema = z.strictObject({
  scenario: z.int().min(0).max(10_000),
  hash: hex(64),
  effects: z.enum(EFFECT_CHOICES),
  seed: z.string().min(1).max(200),
  replication: z
    .int()
    .min(0)
    .max(REPLICATIONS_LIMIT - 1),
});

const jobSchema = z.strictObject({
  format: z.literal(2),
  batch: hex(16),
  replications: z.array(replicationSchema).min(1).max(TOGETHER_MOST),
});

/** One replication to simulate. */
export type Wanted = z.infer<typeof replicationSchema>;

/** A few replications that one worker simulates and gives back together, in their order. */
export type Job = z.infer<typeof jobSchema>;

const sharedSchema = z.strictObject({
  name: z.string().max(500),
  bankHolidays: z.array(z.string().regex(/^\d{4}-\d\d-\d\d$/)).max(2000),
  model: modelSchema,
});

/** What all jobs of a scenario share; stands once beside the queue. */
export interface SharedModel {
  name: string;
  bankHolidays: string[];
  model: Model;
}

/** Name of the queue: workers of another build never see its jobs. */
export function queueName(build: string): string {
  return `winterflow-${build}`;
}

/** Where the model of a scenario stands. */
export function modelKey(build: string, batch: string, hash: string): string {
  return `winterflow-${build}:model:${batch}:${hash}`;
}

/** Where a batch says how far it is. */
export function progressKey(build: string, batch: string): string {
  return `winterflow-${build}:progress:${batch}`;
}

/** The same replications of the same batch are the same job, however often it is added. */
export function jobIdOf({ batch, replications }: Job): string {
  const hash = createHash('sha256');
  for (const { scenario, replication } of replications) hash.update(`${scenario} ${replication}\n`);
  return `${batch}-${hash.digest('hex').slice(0, ID_DIGITS)}`;
}

/**
 * Reads a job.
 * @throws RangeError naming what does not fit
 */
export function parseJob(data: unknown): Job {
  const parsed = jobSchema.safeParse(data);
  if (parsed.success) return parsed.data;
  const [{ path, message }] = parsed.error.issues;
  throw new RangeError(`The job is none of Winterflow: ${path.join('.') || 'it'}: ${message}.`);
}

/**
 * Reads the model of a scenario.
 * @param hash what the job says that it is
 * @throws RangeError when it is missing, no possible model, or another one
 */
export function parseShared(text: string | null, hash: string): SharedModel {
  if (text === null) throw new RangeError('The model of the job is not on the server.');
  if (text.length > MODEL_TEXT_MAX) throw new RangeError(`A model of ${text.length} characters.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new RangeError('The model of the job is not JSON.');
  }
  const parsed = sharedSchema.safeParse(value);
  if (!parsed.success) throw new RangeError('The model of the job is no possible model.');
  if (hashOf(parsed.data.model) !== hash) throw new RangeError('The model is not that of the job.');
  return parsed.data;
}
