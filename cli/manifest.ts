// cli/manifest.ts: manifest.json read again: what a batch has written, and of which winters.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { REPLICATIONS_LIMIT } from '../workers/sealed.js';
import { BAD_INPUT, CommandError, MISSING_INPUT } from './exit-codes.js';
import { MANIFEST } from './results-folder.js';

const manifestSchema = z.object({
  replications: z.int().min(0).max(REPLICATIONS_LIMIT),
  wanted: z.int().min(1).optional(),
  complete: z.boolean(),
  winters: z
    .string()
    .regex(/^(\d+(-\d+)?(, \d+(-\d+)?)*)?$/)
    .optional(),
  failures: z.array(z.unknown()),
  files: z.record(z.string(), z.string()),
});

/** What later commands need of manifest.json. */
export type Manifest = z.infer<typeof manifestSchema>;

/** The manifest of a text; null when it is none. */
export function manifestOf(text: string | null): Manifest | null {
  try {
    return manifestSchema.parse(JSON.parse(text ?? ''));
  } catch {
    return null;
  }
}

/**
 * The manifest of a folder that has results.
 * @throws CommandError
 */
export function readManifest(folder: string): Manifest {
  const path = join(folder, MANIFEST);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : null;
  const manifest = manifestOf(text);
  if (manifest !== null && Object.keys(manifest.files).length > 0) return manifest;
  if (manifest === null && text !== null) {
    throw new CommandError(
      BAD_INPUT,
      `${path}: is not a manifest as winterflow run writes it; write the results again with winterflow run --resume.`,
    );
  }
  throw new CommandError(
    MISSING_INPUT,
    `${path}: lists no files to compare; the batch has no results yet.`,
  );
}

/** Numbers that ascend, as ranges: "0-4, 7". */
export function rangesText(numbers: readonly number[]): string {
  const ranges: [from: number, to: number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}

/** The winters whose numbers the results hold; null when the manifest does not tell. */
export function wintersOf({ winters, replications, wanted, complete }: Manifest): number[] | null {
  if (winters === undefined) {
    // Manifests of earlier builds do not name them; where none is missing, they are the first.
    if (!complete || replications !== wanted) return null;
    return Array.from({ length: replications }, (_, k) => k);
  }
  const ranges = winters.split(', ').map((range) => {
    const [from, to = from] = range.split('-').map(Number);
    return { from, length: to - from + 1 };
  });
  const count = ranges.reduce((sum, { length }) => sum + length, 0);
  if (count !== replications || ranges.some(({ length }) => length < 1)) return null;
  return ranges.flatMap(({ from, length }) => Array.from({ length }, (_, i) => from + i));
}
