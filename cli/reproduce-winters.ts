// cli/reproduce-winters.ts: `winterflow reproduce --winters`: the first winters of a batch, each with its
// line of the journal.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { counted } from '../sim/scenario/problems.js';
import { runBatch } from '../workers/batch.js';
import { Journal } from '../workers/journal.js';
import { openNodePool } from '../workers/node-pool.js';
import { seal } from '../workers/sealed.js';
import type { BatchHeader } from './batch-header.js';
import { CommandError, DONE, INTERRUPTED, MISSING_INPUT, NOT_VERIFIED } from './exit-codes.js';
import type { Stop } from './interrupt.js';
import { showProgress } from './progress.js';
import { JOURNAL } from './results-folder.js';
import { partOf } from './session.js';

/** How many winters were asked for, how many can be in the journal, how many were there, and differed. */
interface Compared {
  asked: number;
  expected: number;
  compared: number;
  differing: number;
}

/** Compares the first winters of each scenario; returns the exit code. */
export async function reproduceWinters(
  folder: string,
  header: BatchHeader,
  { winters, workers, quiet }: { winters: number; workers: number; quiet?: boolean },
  stop: Stop,
): Promise<number> {
  const path = join(folder, JOURNAL);
  if (!existsSync(path)) throw new CommandError(MISSING_INPUT, `${path}: there is no journal.`);
  const replications = Math.min(winters, header.replications);
  const scenarios = header.scenarios.length;
  const sums = new Map<string, string>();
  const there = new Set<number>();
  const warnings = Journal.scan(path, header.id, (scenario, replication, measured) => {
    if (scenario >= scenarios || replication >= replications) return;
    there.add(replication);
    sums.set(`${scenario} ${replication}`, seal(header.id, scenario, replication, measured).sum);
  });
  for (const warning of warnings) process.stderr.write(`${warning}\n`);
  const progress = showProgress(
    process.stderr,
    { winters: scenarios * there.size },
    quiet === true ? 'none' : 'auto',
  );
  const result: Compared = {
    asked: scenarios * replications,
    expected: scenarios * partOf(replications, header),
    compared: 0,
    differing: 0,
  };
  const pool = openNodePool(workers);
  const { failures } = await runBatch(header.scenarios, pool, {
    seed: header.seed,
    replications,
    effects: header.effects,
    bankHolidays: header.bankHolidays,
    isMine: (replication) => there.has(replication),
    keep: (scenario, replication, measured) => {
      const sum = sums.get(`${scenario} ${replication}`);
      if (sum !== undefined) {
        result.compared++;
        if (seal(header.id, scenario, replication, measured).sum !== sum) result.differing++;
      }
      return measured;
    },
    onProgress: progress.update,
    signal: stop.signal,
  }).finally(async () => {
    progress.stop();
    await pool.close();
  });
  if (stop.signal.aborted) return INTERRUPTED;
  for (const { scenario, replication, cause } of failures) {
    process.stderr.write(`Replication ${replication} of "${scenario}" failed: ${cause}\n`);
  }
  process.stdout.write(`${verdictOf(result, header, sums.size)}\n`);
  const { expected, compared, differing } = result;
  return differing === 0 && compared > 0 && compared === expected ? DONE : NOT_VERIFIED;
}

/** What was compared of what was asked for; nothing is called the same that was not. */
function verdictOf(
  { asked, compared, differing }: Compared,
  { shard }: BatchHeader,
  inJournal: number,
): string {
  const place = shard === undefined ? '' : ` of part ${shard.part} of ${shard.of}`;
  if (inJournal === 0) {
    return `None of the ${counted(asked, 'winter')} asked for is in the journal${place}: nothing was compared.`;
  }
  const verdict = differing === 0 ? 'all the same' : `${differing} DIFFER`;
  if (compared === asked)
    return `${counted(asked, 'winter')} compared with the journal: ${verdict}.`;
  const those =
    `${inJournal} of the ${counted(asked, 'winter')} asked for ${inJournal === 1 ? 'is' : 'are'} in the ` +
    `journal${place}`;
  if (compared === 0) return `${those}: none could be run again, nothing was compared.`;
  return compared === inJournal
    ? `${those}: ${verdict}.`
    : `${those}, ${counted(compared, 'winter')} could be compared: ${verdict}.`;
}
