// web/state/project-schema.ts: what a project may look like that comes from outside: from this
// machine's storage, a file or a link. What does not fit is refused as a whole.

import { z } from 'zod';
import type { Project } from './project.js';

const TEXT_MOST = 200;
const PLANS_STORED_MOST = 8; // more than may be run, so that the page itself says so
const fields = z.record(z.string().max(TEXT_MOST), z.unknown());
const text = z.string().max(TEXT_MOST);

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
});

/** The project that a value is, or null. Whether its files exist is for the check to say. */
export function parseProject(value: unknown): Project | null {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : null;
}
