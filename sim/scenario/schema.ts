// sim/scenario/schema.ts: the one definition of a scenario: types, editor schema, documentation and
// messages all come from it.

import { z } from 'zod';
import { interventionsSchema } from '../interventions/registry.js';
import { date } from './fields.js';
import {
  bedsSchema,
  censusSchema,
  departmentSchema,
  electivesSchema,
  staysSchema,
} from './schema-care.js';
import { communitySchema } from './schema-community.js';
import { demandSchema, patientsSchema } from './schema-demand.js';
import { dischargeSchema } from './schema-discharge.js';
import { policySchema } from './schema-policy.js';
import { seasonSchema } from './schema-season.js';
import { UNITS_MAX, unitSchema } from './schema-units.js';

export const FORMAT_VERSION = 1;
export const NAME_LENGTH_MAX = 120;
export const RUN_DAYS_MAX = 550;
export const SITES_MAX = 20;

/** How far a number can be trusted. */
export const CONFIDENCES = ['published', 'computed', 'derived', 'fitted', 'assumed'] as const;

const version = z.literal(FORMAT_VERSION).describe('version of the format');

const name = z
  .string()
  .min(1)
  .max(NAME_LENGTH_MAX)
  .regex(/^[\p{L}\p{N}]/u, { error: 'a name that begins with a letter or a digit' })
  .regex(/^[^/\\<>|"\p{C}\p{Zl}\p{Zp}\p{Extended_Pictographic}]*$/u, {
    error: 'a name without / \\ < > | ", control characters or emoji',
  })
  .describe('as shown in tables and charts');

const sources = z
  .record(
    z.string(),
    z.strictObject({
      source: z.string().min(3).describe('document and place, or how it was derived'),
      confidence: z.enum(CONFIDENCES),
    }),
  )
  .describe('source of each number: a path of this file, or the beginning of one');

const periodSchema = z
  .strictObject({
    firstDay: date('first reported day'),
    lastDay: date('last reported day'),
    leadInDays: z.int().min(1).max(200).describe('days simulated before it and discarded'),
  })
  .describe('the winter reported');

const spread = (words: string) =>
  z.number().min(0).max(1).describe(`standard deviation of the logarithm of ${words}`).optional();

const uncertaintySchema = z
  .strictObject({
    attendances: spread('attendances a day'),
    admission: spread('the share admitted'),
    stays: spread('mean clinical stays'),
    staysVariation: spread('the variation of clinical stays'),
    consult: spread('the time of a first look in A&E'),
  })
  .describe('how sure fitted numbers are; used with sampled effects only');

/** A system of one site: everything that a simulation needs. */
const wholeSchema = z.strictObject({
  period: periodSchema,
  catchmentPeople: z.number().min(0).max(1e8).describe('people served, for rates per 100,000'),
  demand: demandSchema.describe('arrivals'),
  patients: patientsSchema.describe('the mix of patients'),
  department: departmentSchema.describe('A&E'),
  beds: bedsSchema.describe('general and acute beds'),
  stays: staysSchema.describe('clinical stays'),
  discharge: dischargeSchema.describe('from the end of the clinical stay to leaving'),
  community: communitySchema.describe('care after discharge'),
  electives: electivesSchema.describe('planned admissions'),
  census: censusSchema.describe('beds at the start'),
  season: seasonSchema.describe('what differs between winters'),
  interventions: interventionsSchema.describe('services and measures, by their id'),
  policy: policySchema.optional().describe('what is done under pressure'),
  uncertainty: uncertaintySchema.optional(),
});

/** Parts that a site may have for itself. */
const siteSchema = partialDeep(
  wholeSchema.pick({
    catchmentPeople: true,
    demand: true,
    patients: true,
    department: true,
    beds: true,
    stays: true,
    discharge: true,
    electives: true,
    census: true,
    interventions: true,
    policy: true,
  }),
)
  .partial()
  .extend({ name: name.optional() });

const siteId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, {
  error: 'a name of small letters, digits and hyphens that begins with a letter',
});

/** The body of a system. */
export const modelSchema = wholeSchema.extend({
  sites: z
    .record(siteId, siteSchema)
    .refine((sites) => Object.keys(sites).length <= SITES_MAX, {
      error: `at most ${SITES_MAX} sites`,
    })
    .optional()
    .describe('acute sites, by a short name; what one leaves out is as written beside "sites"'),
  units: z
    .record(siteId, unitSchema)
    .refine((units) => Object.keys(units).length <= UNITS_MAX, {
      error: `at most ${UNITS_MAX} units`,
    })
    .optional()
    .describe('urgent care units apart from A&E, by a short name'),
});

export type FileKind = 'system' | 'winter' | 'plan' | 'scenario';

/** The schema of each kind of file; made when one is first used, for it takes a while. */
export const SCHEMAS: { readonly [Kind in FileKind]: z.ZodObject } = {
  get system() {
    return fileSchemas().system;
  },
  get winter() {
    return fileSchemas().winter;
  },
  get plan() {
    return fileSchemas().plan;
  },
  get scenario() {
    return fileSchemas().scenario;
  },
};

let made: Record<FileKind, z.ZodObject> | null = null;

function fileSchemas(): Record<FileKind, z.ZodObject> {
  made ??= makeFileSchemas();
  return made;
}

function makeFileSchemas(): Record<FileKind, z.ZodObject> {
  const header = { winterflow: version, name, description: z.string().max(2000).optional() };
  const references = {
    extends: z.string().min(1).optional().describe('file of the same kind to start from'),
    sources: sources.optional(),
  };
  const plans = z.array(z.string().min(1)).max(20).optional();
  const parts = z.strictObject(partialDeep(modelSchema).shape).partial();
  const ofWinter = { season: true, demand: true, discharge: true, patients: true, stays: true };
  return {
    system: z.strictObject({
      ...header,
      kind: z.literal('system'),
      ...references,
      winter: z.string().min(1).optional().describe('winter used when none is asked for'),
      observed: z.string().min(1).optional().describe('data file of this winter as it was'),
      ...parts.shape,
    }),
    winter: z.strictObject({
      ...header,
      kind: z.literal('winter'),
      ...references,
      ...parts.pick(ofWinter as Record<keyof typeof ofWinter, true>).shape,
    }),
    plan: z.strictObject({
      ...header,
      kind: z.literal('plan'),
      ...references,
      plans: plans.describe('plans that it puts together'),
      interventions: parts.shape.interventions,
      policy: parts.shape.policy,
    }),
    scenario: z.strictObject({
      ...header,
      kind: z.literal('scenario').optional(),
      ...references,
      system: z.string().min(1).optional().describe('a system'),
      winter: z.string().min(1).optional().describe('a winter'),
      plans: plans.describe('plans, added in this order'),
      changes: parts.optional().describe('changes of single values'),
    }),
  };
}

/** A complete, checked model, and what it is called. */
export type Model = z.infer<typeof modelSchema>;

/**
 * Makes every object of a schema optional, so that a file may hold only what it changes. Rules
 * between fields are left to the check of the whole model.
 */
function partialDeep<T extends z.ZodObject>(schema: T): T {
  const shape = Object.fromEntries(
    Object.entries(schema.shape).map(([key, value]) => [key, partialOf(value as z.ZodType)]),
  );
  return z.strictObject(shape) as unknown as T;
}

function partialOf(given: z.ZodType): z.ZodType {
  const schema = given instanceof z.ZodOptional ? (given.unwrap() as z.ZodType) : given;
  if (schema instanceof z.ZodRecord && schema.valueType instanceof z.ZodObject) {
    return z.record(siteId, partialDeep(schema.valueType)).optional();
  }
  if (!(schema instanceof z.ZodObject)) return given.optional();
  if ('distribution' in schema.shape || 'low' in schema.shape) return schema.optional();
  return partialDeep(schema).optional();
}
