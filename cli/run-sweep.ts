// cli/run-sweep.ts: simulates what a sweep has not finished yet, a few points at a time.

import type { Resolved } from '../sim/scenario/resolve.js';
import { runBatch } from '../workers/batch.js';
import { openNodePool } from '../workers/node-pool.js';
import type { Pool } from '../workers/pool.js';
import { CommandError, SOME_FAILED, withPeriod } from './exit-codes.js';
import { counterOf } from './question-options.js';
import type { SweepHeader } from './sweep-header.js';
import type { SweepSession } from './sweep-session.js';

const WINTERS_TOGETHER = 16; // for each worker: models of all points would not fit into memory

/**
 * Runs a sweep until it is finished or stopped; points are begun in order.
 * @param at the scenario of a point
 * @throws CommandError when a winter fails twice; those that were finished are kept
 */
export async function runSweep(
  at: (point: number) => Resolved,
  { points, replications, seed }: SweepHeader,
  session: SweepSession,
  options: {
    workers: number;
    quiet?: boolean;
    bankHolidays: readonly string[];
    /** Once aborted, what runs is finished and kept, and nothing new starts. */
    signal: AbortSignal;
    /** Where winters run; threads of this machine by default. Closed at the end. */
    pool?: Pool;
  },
): Promise<void> {
  const { workers, quiet, bankHolidays, signal } = options;
  const open = Array.from({ length: points }, (_, p) => p).filter(
    (p) => session.figures(p) === undefined,
  );
  if (open.length === 0) return;
  const { pool = openNodePool(workers) } = options;
  const note = counterOf(quiet, `of ${points * replications} winters simulated`);
  const together = Math.max(1, Math.floor((WINTERS_TOGETHER * workers) / replications));
  try {
    for (let from = 0; from < open.length && !signal.aborted; from += together) {
      const these = open.slice(from, from + together);
      const { failures } = await runBatch(these.map(at), pool, {
        ...{ seed, replications, bankHolidays, signal },
        effects: 'likely',
        found: (s, k) => session.found(these[s], k),
        keep: (s, k, measured) => session.keep(these[s], k, measured),
        onProgress: () => note(session.count()),
      });
      if (failures.length === 0) continue;
      const there = `${session.count()} of ${points * replications} winters`;
      const [{ scenario, replication, cause }] = failures;
      const what = `Replication ${replication} of "${scenario}" failed: ${cause}`;
      throw new CommandError(
        SOME_FAILED,
        session.path === null
          ? what
          : `${withPeriod(what)} ${there} are kept in ${session.path}; the same command goes on from there.`,
      );
    }
  } finally {
    await pool.close();
  }
}
