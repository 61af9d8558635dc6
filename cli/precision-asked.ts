// cli/precision-asked.ts: the precision that `run` is asked for, with the pilot that its batch has already.

import { PILOT, type Wanted } from '../sim/questions/precision.js';
import type { BatchHeader, PrecisionAsked } from './batch-header.js';
import { CommandError, USAGE } from './exit-codes.js';

const MOST_DEFAULT = 10_000;

/** What the command line says of it. */
export interface PrecisionFlags {
  /** Half-widths that outcomes shall have ... */
  precision: readonly Wanted[];
  /** ... as far as so many winters give them. */
  most?: number;
  /** Winters of the pilot; of the batch when no precision is asked for. */
  replications?: number;
  resume?: boolean;
  append?: number;
}

/**
 * The precision that a batch is run to. One that goes on keeps its pilot and its limit: a pilot of
 * whatever winters are there would depend on when it was stopped.
 * @throws CommandError for a pilot or a limit that cannot be
 */
export function precisionAsked(
  { precision, most, replications, resume, append }: PrecisionFlags,
  there: BatchHeader | null,
): PrecisionAsked | undefined {
  const kept = resume === true && append === undefined ? there : null;
  if (precision.length === 0) return replications === undefined ? kept?.precision : undefined;
  const { pilot, most: limit } = kept?.precision ?? { pilot: kept?.replications ?? PILOT };
  const asked = { pilot: replications ?? pilot, most: most ?? limit ?? MOST_DEFAULT };
  refuse(asked);
  return { ...asked, wanted: precision };
}

/** Refuses what needs no look into the folder. */
export function refusePrecisionFlags(flags: PrecisionFlags): void {
  const { precision, most, replications, resume } = flags;
  if (precision.length === 0 && most !== undefined) {
    throw new CommandError(USAGE, '--most is the limit for --precision; give both.');
  }
  if (resume !== true || replications !== undefined) precisionAsked(flags, null);
}

function refuse({ pilot, most }: Omit<PrecisionAsked, 'wanted'>): void {
  if (pilot < 2) {
    throw new CommandError(
      USAGE,
      `--precision with --replications ${pilot}: one winter has no standard deviation; allowed: a ` +
        'pilot of 2 or more.',
    );
  }
  if (most < pilot) {
    throw new CommandError(
      USAGE,
      `--most ${most} is below the pilot of ${pilot} winters; allowed: ${pilot} or more, or a ` +
        'smaller pilot by --replications.',
    );
  }
}
