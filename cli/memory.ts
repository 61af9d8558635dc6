// cli/memory.ts: a batch that cannot fit into memory is refused before it starts.

import { freemem } from 'node:os';
import { DAILY, OUTCOMES } from '../sim/outcomes/keys.js';
import { RUN_DAYS_MAX } from '../sim/scenario/schema.js';
import { CommandError, USAGE } from './exit-codes.js';

const BYTES = 8;
const FREE_SHARE = 0.7; // of the memory that is free now
const MEGABYTE = 1e6;

/** Bytes that the results of a batch need at most. */
export function bytesNeeded(scenarios: number, replications: number): number {
  const numbers = OUTCOMES.length + DAILY.length * (RUN_DAYS_MAX / 2);
  return scenarios * replications * numbers * BYTES;
}

/** Refuses a batch whose results would not fit, with both numbers. */
export function refuseTooLarge(scenarios: number, replications: number): void {
  const needed = bytesNeeded(scenarios, replications);
  const allowed = FREE_SHARE * freemem();
  if (needed <= allowed) return;
  throw new CommandError(
    USAGE,
    `${scenarios} scenarios × ${replications} winters need about ${megabytes(needed)} MB; ` +
      `${megabytes(allowed)} MB are free for them. Run fewer replications.`,
  );
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / MEGABYTE);
}
