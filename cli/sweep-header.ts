// cli/sweep-header.ts: what a sweep is: everything that decides its numbers, so that one that was
// stopped goes on, and never with the winters of another.

import { z } from 'zod';
import { VERSION } from '../sim/outcomes/provenance.js';
import { hashOf } from '../sim/scenario/hash.js';
import type { Resolved } from '../sim/scenario/resolve.js';
import { buildOf } from './batch-header.js';
import type { Experiment } from './experiment-file.js';
import { jsonOf } from './json-text.js';

const SWEEP_FORMAT = 1;
const ID_DIGITS = 16;

const headerSchema = z.strictObject({
  winterflow: z.literal(SWEEP_FORMAT),
  kind: z.literal('sweep'),
  version: z.string(),
  build: z.string(),
  id: z.string(),
  seed: z.string(),
  replications: z.int().min(1),
  scenario: z.string(),
  system: z.string(),
  winter: z.string(),
  hash: z.string(),
  points: z.int().min(1),
  models: z.string().describe('hash of the models of all points, in order'),
  bankHolidays: z.string().describe('hash of their list'),
  experiment: z.record(z.string(), z.unknown()),
});

/** The contents of sweep.json. */
export type SweepHeader = z.infer<typeof headerSchema>;

/**
 * Describes a sweep.
 * @param hashes of the models of its points
 */
export function sweepHeaderOf(
  base: Resolved,
  experiment: Experiment,
  hashes: readonly string[],
  asked: { seed: string; replications: number; bankHolidays: readonly string[] },
): SweepHeader {
  const { name: scenario, system, winter, hash } = base;
  const header = {
    winterflow: SWEEP_FORMAT,
    kind: 'sweep',
    version: VERSION,
    build: buildOf(),
    seed: asked.seed,
    replications: asked.replications,
    ...{ scenario, system, winter, hash },
    points: hashes.length,
    models: hashOf(hashes),
    bankHolidays: hashOf(asked.bankHolidays),
    experiment: JSON.parse(JSON.stringify(experiment)) as Record<string, unknown>,
  } as const;
  return { ...header, id: idOf(header) };
}

function idOf(header: Omit<SweepHeader, 'id'>): string {
  return hashOf(header).slice(0, ID_DIGITS);
}

/** sweep.json as text. */
export function sweepText(header: SweepHeader): string {
  return `${JSON.stringify(header, null, 2)}\n`;
}

/**
 * Reads sweep.json.
 * @throws RangeError saying what is wrong
 */
export function parseSweep(text: string): SweepHeader {
  const parsed = headerSchema.safeParse(jsonOf(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new RangeError(
      `it does not describe a sweep (${issue.path.join('.')}: ${issue.message})`,
    );
  }
  const { id, ...header } = parsed.data;
  if (idOf(header) !== id) throw new RangeError('its parts do not fit its id');
  return parsed.data;
}

/** What tells two sweeps apart, in words; empty when their winters are the same. */
export function differenceOfSweeps(there: SweepHeader, wanted: SweepHeader): string {
  if (there.id === wanted.id) return '';
  if (there.version !== wanted.version) return `version ${there.version}, not ${wanted.version}`;
  if (there.seed !== wanted.seed) return `seed "${there.seed}", not "${wanted.seed}"`;
  if (there.replications !== wanted.replications) {
    return `${there.replications} winters at each point, not ${wanted.replications}`;
  }
  if (there.scenario !== wanted.scenario) {
    return `scenario "${there.scenario}", not "${wanted.scenario}"`;
  }
  if (there.hash !== wanted.hash) return `another model of "${there.scenario}"`;
  if (hashOf(there.experiment) !== hashOf(wanted.experiment)) return 'another experiment';
  if (there.build !== wanted.build) return 'another build of the program';
  if (there.bankHolidays !== wanted.bankHolidays) return 'another list of bank holidays';
  return 'other models of its points';
}
