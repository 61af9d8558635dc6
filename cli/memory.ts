// cli/memory.ts: a batch that cannot fit into memory is refused before it starts.

import { freemem } from 'node:os';
import { DAILY, OUTCOMES } from '../sim/outcomes/keys.js';
import { counted } from '../sim/scenario/problems.js';
import { RUN_DAYS_MAX } from '../sim/scenario/schema.js';
import { dailyBytesMost } from './daily-tables.js';
import { CommandError, USAGE } from './exit-codes.js';

const BYTES = 8;
const FREE_SHARE = 0.7; // of the memory that is free now
const WORKER_BYTES = 6e7; // measured: 35 MB a thread for the largest shipped scenario
const MEGABYTE = 1e6;
/** With a journal: numbers of a replication but its daily series. */
const ROW_NUMBERS = OUTCOMES.length + 150;
/** Scenarios whose outcomes stand in columns at once: one beside the base. */
const IN_COLUMNS = 2;
const ROW_BYTES = 300;
/** What reading a journal and writing tables takes beside the daily series that are read together. */
const WRITING_BYTES = 2.8e8;

/** How the results are kept. */
export interface Kept {
  /** Daily series stay on the disk, or are not kept at all. */
  journalled?: boolean;
}

/** Bytes that the workers and the results of a batch need at most. */
export function bytesNeeded(
  scenarios: number,
  replications: number,
  workers: number,
  { journalled }: Kept = {},
): number {
  const runs = scenarios * replications;
  const days = RUN_DAYS_MAX / 2;
  const all = runs * (OUTCOMES.length + DAILY.length * days) * BYTES;
  const columns = Math.min(scenarios, IN_COLUMNS) * replications * OUTCOMES.length * BYTES;
  const writing = dailyBytesMost(replications, days) + WRITING_BYTES;
  const rows = runs * (ROW_NUMBERS * BYTES + ROW_BYTES) + columns + writing;
  return (journalled === undefined ? all : Math.min(all, rows)) + workers * WORKER_BYTES;
}

/**
 * Refuses a batch that would not fit, with both numbers.
 * @param free bytes that are free; by default what the machine, or its container, has left
 * @throws CommandError with exit code 64
 */
export function refuseTooLarge(
  scenarios: number,
  replications: number,
  workers: number,
  kept: Kept = {},
  free: number = freeBytes(),
): void {
  const needed = bytesNeeded(scenarios, replications, workers, kept);
  const allowed = FREE_SHARE * free;
  if (needed <= allowed) return;
  throw new CommandError(
    USAGE,
    `${counted(scenarios, 'scenario')} × ${counted(replications, 'winter')} on ${counted(workers, 'worker')} need about ` +
      `${megabytes(needed)} MB; ${megabytes(allowed)} MB are free for them. Run fewer replications ` +
      'or workers.',
  );
}

/** Free memory; in a container what is left of its limit, where Node can tell. */
function freeBytes(): number {
  return Math.min(freemem(), process.availableMemory?.() ?? Number.POSITIVE_INFINITY);
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / MEGABYTE);
}
