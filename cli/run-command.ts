// cli/run-command.ts: the options of `winterflow run`.

import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { type Wanted as Precision, parsePrecision } from '../sim/questions/precision.js';
import { EFFECT_CHOICES, type EffectChoice } from '../sim/scenario/compile.js';
import type { Shard } from './batch-header.js';
import { EXPORT_FORMATS, type ExportFormat } from './exports.js';
import {
  collect,
  once,
  oneOf,
  REPLICATIONS_DEFAULT,
  REPLICATIONS_MAX,
  SEED_DEFAULT,
  seedPhrase,
  shardOf,
  WORKERS_MAX,
  wholeNumber,
  workersDefault,
} from './options.js';
import { PROGRESS, type ProgressHow } from './progress.js';
import { run } from './run.js';

interface Flags {
  winter?: string;
  plan: string[];
  replications?: number;
  seed?: string;
  workers: number;
  effects?: EffectChoice;
  out?: string;
  resume?: boolean;
  append?: number;
  shard?: Shard;
  precision: Precision[];
  most?: number;
  also?: ExportFormat[];
  queue?: string;
  json?: boolean;
  quiet?: boolean;
  progress?: ProgressHow;
  within?: number;
}

/** Adds the command to the program. */
export function addRun(program: Command, end: (exitCode: number) => void): void {
  program
    .command('run')
    .description('simulate scenarios and compare them; the first is the base')
    .argument('[scenario...]', 'scenario files, or one system')
    .option('--winter <name>', 'winter of the system', once)
    .option(
      '--plan <name>',
      'a plan beside the base, A+B for plans together; repeat for more',
      collect,
      [],
    )
    .option(
      '--replications <n>',
      `winters simulated (default: ${REPLICATIONS_DEFAULT})`,
      wholeNumber(1, REPLICATIONS_MAX),
    )
    .option('--seed <phrase>', `seed phrase (default: "${SEED_DEFAULT}")`, seedPhrase)
    .option('--workers <n>', 'threads', wholeNumber(1, WORKERS_MAX), workersDefault())
    .option(
      '--effects <which>',
      'value of each effect range: likely, low, high or sampled (default: likely)',
      oneOf(EFFECT_CHOICES),
    )
    .option('--within <seconds>', 'start no winter after this time', wholeNumber(1, 1e6))
    .option('--out <dir>', 'folder for the results; a batch stopped there goes on', once)
    .option('--resume', 'only go on with the batch in the folder; scenarios need not be named')
    .option('--append <n>', 'so many more winters for the batch in the folder', wholeNumber(1, 1e5))
    .option('--shard <i/n>', 'only part i of n of the winters, for winterflow merge', shardOf)
    .option(
      '--precision <outcome=h>',
      'add winters until the mean is known to ± h: daysOver92Count=1d, within4hShare=0.5pp or 2%',
      precisionOf,
      [],
    )
    .option(
      '--most <n>',
      'winters at most for --precision (default: 10000)',
      wholeNumber(2, REPLICATIONS_MAX),
    )
    .option('--queue <address>', 'let winterflow work simulate: redis://… or rediss://…', once)
    .option(
      '--also <formats>',
      'beside CSV and JSON: parquet, excel or both, with a comma',
      formatsOf,
    )
    .option('--json', 'print summary.json instead of the table')
    .option('--progress <how>', 'auto, json (a line each second) or none', oneOf(PROGRESS))
    .option('--quiet', 'no progress')
    .action(async (scenarios: string[], { plan, ...flags }: Flags) => {
      end(await run({ ...flags, scenarios, plans: plan }));
    });
}

/** Adds a precision to those asked for. */
function precisionOf(text: string, previous: readonly Precision[]): Precision[] {
  try {
    return [...previous, parsePrecision(text)];
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
}

/** Formats beside the usual ones. */
export function formatsOf(text: string): ExportFormat[] {
  return text.split(',').map((word) => oneOf(EXPORT_FORMATS)(word.trim()));
}
