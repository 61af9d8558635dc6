// bench/memory.ts: what `npm run memory` prints: memory of a batch of many winters while it is kept,
// summarised and written, with results of full size that nobody has to simulate.
// With `-- --folder <folder>` a second time: of one that goes on.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { headerOf } from '../cli/batch-header.js';
import { openNodeLibrary } from '../cli/node-library.js';
import { openSession } from '../cli/open-session.js';
import { openResultsFolder } from '../cli/results-folder.js';
import { runScenarios } from '../cli/run-scenarios.js';
import { writeResults } from '../cli/write-results.js';
import type { Measured } from '../sim/outcomes/measures.js';
import { resolve } from '../sim/scenario/resolve.js';
import { openNodePool } from '../workers/node-pool.js';
import type { Pool } from '../workers/pool.js';

const KIBIBYTE = 1024;
const MEGABYTE = 1e6;

const { values } = parseArgs({
  allowPositionals: true,
  options: {
    scenarios: { type: 'string', default: '20' },
    replications: { type: 'string', default: '10000' },
    // Where the batch stays: the same command again goes on with it, as after a stop at its very end.
    folder: { type: 'string' },
  },
});
const [scenarioCount, replications] = [Number(values.scenarios), Number(values.replications)];
const KNOWN = 20; // winters that are simulated; the others are these again
const library = openNodeLibrary();
const base = resolve(library, { system: 'lister-2017-18' });
const bankHolidays = library.bankHolidays();
// Simulated by threads, which stay: a batch has them too.
const threads = openNodePool(2);
const known: Measured[] = await Promise.all(
  Array.from({ length: KNOWN }, (_, replication) =>
    threads.run({
      ...base,
      scenario: 0,
      effects: 'likely',
      bankHolidays,
      seed: 'memory',
      replication,
    }),
  ),
);
let done = 0;
const every = Math.max(1, Math.floor((scenarioCount * replications) / 10));
const pool: Pool = {
  size: 2,
  run: async (task) => {
    if (++done % every === 0) say(`${done} winters kept`);
    if (done % 64 === 0) await new Promise((resolve) => setImmediate(resolve));
    return known[task.replication % KNOWN];
  },
  close: threads.close,
};
const scenarios = Array.from({ length: scenarioCount }, (_, s) => {
  return { ...base, name: `${base.name}, ${s + 1}`, assumptions: [] };
});
const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'winterflow-memory-'));
const results = openResultsFolder(folder);
const options = {
  seed: 'memory',
  effects: 'likely',
  replications,
  workers: 2,
  quiet: true,
} as const;
const session = openSession(results, headerOf({ ...options, bankHolidays, scenarios }), {
  counted: true,
});
const run = { ...options, scenarios: [], plans: [] };
say(`before, with ${session.rows.reduce((sum, { size }) => sum + size, 0)} winters found`);
const finished = await runScenarios(library, scenarios, run, { session, pool });
say('summarised');
writeResults(results, finished, run, session);
say('written');
session.close();
results.close();
if (values.folder === undefined) rmSync(folder, { recursive: true });
const most = (process.resourceUsage().maxRSS * KIBIBYTE) / MEGABYTE;
process.stdout.write(
  `${scenarioCount} scenarios × ${replications} winters: at most ${most.toFixed(0)} MB\n`,
);

function say(what: string): void {
  process.stdout.write(`${what}: ${(process.memoryUsage().rss / MEGABYTE).toFixed(0)} MB\n`);
}
