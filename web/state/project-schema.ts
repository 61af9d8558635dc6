// web/state/project-schema.ts: what a project may look like that comes from outside: from this
// machine's storage, a file or a link. What does not fit is refused as a whole.

import { z } from 'zod';
import { OUTCOME_KEYS } from '../../sim/outcomes/keys.js';
import { OUTCOME_SLIDES, SLIDE_IDS } from '../export/pack-slide.js';
import { HEADLINE_LENGTH_MOST, TITLE_LENGTH_MOST } from '../export/pack-text.js';
import type { Project } from './project.js';

const TEXT_MOST = 200;
const PLANS_STORED_MOST = 8; // more than may be run, so that the page itself says so
const fields = z.record(z.string().max(TEXT_MOST), z.unknown());
const text = z.string().max(TEXT_MOST);

/** Titles and headlines are text and no more: pages and files write them out as such. */
const pack = z.strictObject({
  leftOut: z.array(z.enum(SLIDE_IDS)).max(SLIDE_IDS.length),
  headlines: z.partialRecord(z.enum(SLIDE_IDS), z.string().max(HEADLINE_LENGTH_MOST)),
  title: z.string().max(TITLE_LENGTH_MOST),
  outcomes: z.partialRecord(z.enum(OUTCOME_SLIDES), z.enum(OUTCOME_KEYS)),
  winter: z.strictObject({
    scenario: z
      .int()
      .min(0)
      .max(PLANS_STORED_MOST + 1),
    which: z.string().regex(/^(typical|mild|severe|\d{1,5})$/),
    day: z
      .string()
      .regex(/^\d{4}-\d\d-\d\d$/)
      .nullable(),
  }),
});

const schema = z.strictObject({
  system: text.min(1),
  winter: text.min(1),
  changes: fields,
  plans: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[0-9a-z]{1,4}$/),
        library: text,
        name: text,
        interventions: fields.nullable(),
      }),
    )
    .max(PLANS_STORED_MOST)
    .refine((plans) => new Set(plans.map(({ id }) => id)).size === plans.length),
  together: z.boolean(),
  replications: text,
  precision: text,
  seed: text,
  pack: pack.optional(),
});

/** The project that a value is, or null. Whether its files exist is for the check to say. */
export function parseProject(value: unknown): Project | null {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : null;
}
