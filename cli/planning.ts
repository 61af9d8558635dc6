// cli/planning.ts: `winterflow planning`: activity by month for a planning return, of a results folder
// or of a scenario simulated now.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { commentaryOf } from '../sim/outcomes/commentary.js';
import { type PlanningTable, planningOf } from '../sim/outcomes/planning.js';
import { parsePlanningCsv } from '../sim/outcomes/planning-csv.js';
import { BAD_INPUT, CommandError, MISSING_INPUT } from './exit-codes.js';
import { refuseTooLarge } from './memory.js';
import { openNodeLibrary } from './node-library.js';
import {
  collect,
  once,
  REPLICATIONS_DEFAULT,
  REPLICATIONS_MAX,
  SEED_DEFAULT,
  seedPhrase,
  WORKERS_MAX,
  wholeNumber,
  workersDefault,
} from './options.js';
import { planningBlock } from './planning-table.js';
import { resolveWanted } from './requests.js';
import { exitCodeOf, type RunOptions, runScenarios } from './run-scenarios.js';
import { terminalColumns } from './text-table.js';

interface PlanningFlags {
  winter?: string;
  plan: string[];
  replications: number;
  seed?: string;
  workers: number;
  quiet?: boolean;
}

/** Adds the command to the program. */
export function addPlanning(program: Command, end: (exitCode: number) => void): void {
  program
    .command('planning')
    .description('activity by month for a planning return (E.M.11, 12, 23, 26)')
    .argument('<scenario>', 'a results folder, a scenario file or a system')
    .option('--winter <name>', 'winter of the system', once)
    .option('--plan <name>', 'a plan beside the base, A+B for plans together', collect, [])
    .option(
      '--replications <n>',
      'winters simulated',
      wholeNumber(1, REPLICATIONS_MAX),
      REPLICATIONS_DEFAULT,
    )
    .option('--seed <phrase>', `seed phrase (default: "${SEED_DEFAULT}")`, seedPhrase)
    .option('--workers <n>', 'threads', wholeNumber(1, WORKERS_MAX), workersDefault())
    .option('--quiet', 'no progress')
    .action(async (name: string, flags: PlanningFlags) => end(await planning(name, flags)));
}

/** Prints the tables; returns the exit code. */
export async function planning(name: string, flags: PlanningFlags): Promise<number> {
  if (existsSync(name) && statSync(name).isDirectory()) return ofFolder(name);
  const { plan, seed = SEED_DEFAULT, ...rest } = flags;
  const library = openNodeLibrary();
  const options: RunOptions = {
    ...rest,
    scenarios: [name],
    plans: plan,
    seed,
    effects: 'likely',
  };
  const scenarios = resolveWanted(library, options);
  refuseTooLarge(scenarios.length, options.replications, options.workers);
  const { batch, summary } = await runScenarios(library, scenarios, options);
  if (summary.replications > 0) {
    const tables = batch.scenarios.map((runs, s) => planningOf(runs, batch.dates[s]));
    print(tables, (s) => commentaryOf(library, scenarios[s]));
  }
  return exitCodeOf(batch, summary, options);
}

function ofFolder(folder: string): number {
  const read = (file: string): string => {
    const path = join(folder, file);
    if (existsSync(path)) return readFileSync(path, 'utf8');
    throw new CommandError(
      MISSING_INPUT,
      `${folder}: holds no ${file}; name the folder of a batch (winterflow run … --out ${folder}).`,
    );
  };
  const tables = tablesOf(read('planning.csv'), folder);
  const assumptions = assumptionsOf(read('manifest.json'), folder);
  print(tables, (s) => assumptions[s] ?? []);
  return 0;
}

function tablesOf(text: string, folder: string): PlanningTable[] {
  try {
    return parsePlanningCsv(text);
  } catch (error) {
    throw new CommandError(BAD_INPUT, `${folder}/${(error as Error).message}`);
  }
}

/** What each scenario of a manifest rests on. */
function assumptionsOf(text: string, folder: string): string[][] {
  try {
    const { scenarios } = JSON.parse(text) as { scenarios: { assumptions?: string[] }[] };
    return scenarios.map(({ assumptions = [] }) => assumptions.map(String));
  } catch {
    throw new CommandError(BAD_INPUT, `${folder}/manifest.json does not hold that of a batch.`);
  }
}

function print(tables: readonly PlanningTable[], assumptions: (s: number) => string[]): void {
  const columns = terminalColumns();
  const blocks = tables.map((table, s) => planningBlock(table, assumptions(s), columns));
  process.stdout.write(`${blocks.join('\n\n')}\n`);
}
