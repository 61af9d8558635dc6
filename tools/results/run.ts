// tools/results/run.ts: simulates the scenarios of docs/results.md one after another, keeps each, and
// writes the document.

import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve as resolvePath } from 'node:path';
import { parseArgs } from 'node:util';
import { openNodeLibrary } from '../../cli/node-library.js';
import { OUTCOME_KEYS } from '../../sim/outcomes/keys.js';
import { VERSION } from '../../sim/outcomes/provenance.js';
import type { Library } from '../../sim/scenario/library.js';
import { InputError } from '../../sim/scenario/problems.js';
import { type Resolved, resolve } from '../../sim/scenario/resolve.js';
import { runBatch } from '../../workers/batch.js';
import { openNodePool } from '../../workers/node-pool.js';
import type { Pool } from '../../workers/pool.js';
import { type Columns, resultsDocument, type SystemResults } from './document.js';

// This runs from one folder below the root, as everything that is built.
const ROOT = resolvePath(import.meta.dirname, '..');

/** Those of the planning documents and the average; the Lister alone is part of the first. */
const SYSTEMS = ['east-north-herts', 'herefordshire', 'worcestershire', 'england-average'];

const { values } = parseArgs({
  options: {
    replications: { type: 'string', default: '40' },
    systems: { type: 'string' },
    plans: { type: 'string' },
    workers: { type: 'string', default: String(availableParallelism()) },
    seed: { type: 'string', default: 'results' },
    out: { type: 'string', default: 'docs/results.md' },
    fresh: { type: 'boolean', default: false },
  },
});
const replications = wholeNumber('replications', values.replications);
const workers = wholeNumber('workers', values.workers);
const kept = resolvePath(ROOT, '.cache/results');
if (values.fresh) rmSync(kept, { recursive: true, force: true });
mkdirSync(kept, { recursive: true });

const library = openNodeLibrary();
const systems = values.systems?.split(',') ?? SYSTEMS;
const plans = values.plans?.split(',') ?? library.names('plan');
const total = systems.length * (plans.length + 1);
let done = 0;
const pool = openNodePool(workers);
try {
  const results: SystemResults[] = [];
  for (const system of systems) results.push(await resultsOf(system));
  const text = resultsDocument(results, { replications, seed: values.seed, version: VERSION });
  writeFileSync(resolvePath(ROOT, values.out), text);
  say(`Written: ${values.out}`);
} finally {
  await pool.close();
}

async function resultsOf(system: string): Promise<SystemResults> {
  const base = resolve(library, { system });
  const baseColumns = await columnsOf(base, pool);
  const found: SystemResults = { system, name: base.name, base: baseColumns, plans: [], unfit: [] };
  for (const plan of plans) {
    const scenario = planned(library, system, plan);
    if (typeof scenario === 'string') {
      found.unfit.push({ plan, why: scenario });
      say(`${++done} of ${total}: ${system}, ${plan}: does not fit`);
    } else {
      const columns = await columnsOf(scenario, pool);
      found.plans.push({ plan, name: scenario.name, columns });
    }
  }
  return found;
}

/** The scenario of a plan, or why the plan does not fit the system. */
function planned(from: Library, system: string, plan: string): Resolved | string {
  try {
    return resolve(from, { system, plans: [plan] });
  } catch (error) {
    if (error instanceof InputError) return error.problems[0]?.message ?? error.message;
    throw error;
  }
}

/** Outcomes of a scenario by winter: from the file of an earlier run, or simulated now. */
async function columnsOf(scenario: Resolved, on: Pool): Promise<Columns> {
  const { hash, name, system, plans: named } = scenario;
  const file = resolvePath(kept, `${VERSION}-${hash.slice(0, 20)}-${codeOf(values.seed)}.json`);
  const label = `${system}${named.length > 0 ? `, ${name}` : ''}`;
  const old = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Columns) : null;
  if (old !== null && enough(old)) {
    say(`${++done} of ${total}: ${label}: kept from before`);
    return cut(old);
  }
  const start = performance.now();
  const batch = await runBatch([scenario], on, {
    seed: values.seed,
    replications,
    effects: 'likely',
    bankHolidays: library.bankHolidays(),
  });
  if (batch.failures.length > 0) throw new Error(`${label}: ${batch.failures[0].cause}`);
  const [runs] = batch.scenarios;
  const columns: Columns = Object.fromEntries(
    OUTCOME_KEYS.map((key, i) => [
      key,
      runs.replications.map(({ outcomes }) => (Number.isNaN(outcomes[i]) ? null : outcomes[i])),
    ]),
  );
  writeFileSync(`${file}.partial`, JSON.stringify(columns));
  renameSync(`${file}.partial`, file);
  const seconds = Math.round((performance.now() - start) / 1000);
  say(`${++done} of ${total}: ${label}: ${replications} winters in ${seconds} s`);
  return columns;
}

/** A file of an earlier version of the outcomes, or of fewer winters, is simulated anew. */
function enough(columns: Columns): boolean {
  return OUTCOME_KEYS.every((key) => (columns[key]?.length ?? 0) >= replications);
}

function cut(columns: Columns): Columns {
  return Object.fromEntries(
    Object.entries(columns).map(([key, column]) => [key, column.slice(0, replications)]),
  );
}

function codeOf(seed: string): string {
  return Buffer.from(seed).toString('hex').slice(0, 24);
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 2) {
    throw new RangeError(`--${name} is "${text}"; allowed: a whole number from 2.`);
  }
  return value;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
