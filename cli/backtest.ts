// cli/backtest.ts: `winterflow backtest`: winters that have been, predicted from those before.

import { type Command, InvalidArgumentError } from 'commander';
import {
  type Backtest,
  backtest,
  type LeftOut,
  MODES,
  type Mode,
} from '../sim/calibration/backtest/backtest.js';
import { type Lessons, lessonsOf } from '../sim/calibration/backtest/lessons.js';
import {
  USUAL_WINTERS_FILE,
  type UsualWinters,
  usualWintersOf,
} from '../sim/calibration/backtest/usual.js';
import { type Winter, wintersIn } from '../sim/calibration/backtest/winters.js';
import type { DateOrder } from '../sim/calibration/cells.js';
import type { SeriesFile } from '../sim/calibration/series.js';
import type { Model } from '../sim/scenario/schema.js';
import { writeBacktests } from './backtest-files.js';
import { backtestTable } from './backtest-table.js';
import { dateOrder, organisationsIn, readDataFiles } from './data-files.js';
import { BAD_INPUT, CommandError, DONE, USAGE } from './exit-codes.js';
import { openJournal } from './journal.js';
import { openNodeLibrary } from './node-library.js';
import { collect, once, WORKERS_MAX, wholeNumber, workersDefault } from './options.js';
import { inTurn, openSimulator, type Simulator, showCount } from './simulator.js';
import { terminalColumns } from './text-table.js';

const BASE_DEFAULT = 'england-average';
const WINTER_DEFAULT = 'expected';
const REPLICATIONS_DEFAULT = 12;

export interface BacktestFlags {
  org: string[];
  all?: boolean;
  target?: Winter;
  train: Winter[];
  mode: Mode | 'both';
  base: string;
  winter: string;
  dates: DateOrder;
  lagDays: number;
  replications: number;
  workers: number;
  out?: string;
  resume?: boolean;
  json?: boolean;
  quiet?: boolean;
}

/** Adds the command to the program. */
export function addBacktest(program: Command, end: (exitCode: number) => void): void {
  program
    .command('backtest')
    .description('predict winters that have been from those before, and score the predictions')
    .argument(
      '<file...>',
      'CSV files or Excel workbooks with a column date or month (see docs/calibration.md)',
    )
    .option('--org <code>', 'organisation, as in the column org_code; repeat for more', collect, [])
    .option('--all', 'every organisation that the files have')
    .option('--target <winter>', 'winter predicted, such as 2017-18 (default: the last)', winter)
    .option('--train <winter>', 'winters to learn from (default: all before)', winters, [])
    .option('--mode <mode>', 'forecast, given-plan or both', modeChoice, 'both')
    .option('--base <system>', 'system whose shapes are kept', BASE_DEFAULT)
    .option('--winter <name>', 'winter whose flu wave is expected', WINTER_DEFAULT)
    .option('--dates <order>', 'order of dates that are not YYYY-MM-DD', dateOrder, null)
    .option(
      '--lag-days <n>',
      'beds dated D are those of so many mornings later',
      wholeNumber(0, 1),
      1,
    )
    .option('--replications <n>', 'winters for each', wholeNumber(5, 1000), REPLICATIONS_DEFAULT)
    .option('--workers <n>', 'threads', wholeNumber(1, WORKERS_MAX), workersDefault())
    .option('--out <dir>', 'folder for tables, charts and what is needed to resume', once)
    .option('--resume', 'keep what the folder already holds of the same test')
    .option('--json', 'print the results instead of the table')
    .option('--quiet', 'no progress')
    .action(async (files: string[], flags: BacktestFlags) =>
      end(await backtestFiles(files, flags)),
    );
}

const WINTER = /^(\d{4})-(\d{2})$/;

function winter(text: string): Winter {
  const found = WINTER.exec(text);
  if (!found || (Number(found[1]) + 1) % 100 !== Number(found[2])) {
    throw new InvalidArgumentError('allowed: a winter such as 2017-18.');
  }
  return text;
}

function winters(text: string, before: readonly Winter[]): Winter[] {
  return [...before, ...text.split(',').map((part) => winter(part.trim()))];
}

function modeChoice(text: string): Mode | 'both' {
  const modes = [...MODES, 'both'] as const;
  const mode = modes.find((known) => known === text);
  if (!mode) throw new InvalidArgumentError(`allowed: ${modes.join(', ')}.`);
  return mode;
}

async function backtestFiles(paths: readonly string[], flags: BacktestFlags): Promise<number> {
  if (flags.all !== true && flags.org.length === 0) {
    throw new CommandError(USAGE, 'Name an organisation with --org, or say --all.');
  }
  const files = await readDataFiles(paths, { dates: flags.dates });
  const span = spanOf(files, flags);
  const orgs = organisationsIn(files, flags.all === true ? null : flags.org);
  const library = openNodeLibrary();
  const usual = usualWintersOf(library.data(USUAL_WINTERS_FILE));
  const simulator = openSimulator(library, flags);
  const journal = openJournal(flags.out, flags.resume === true, [files, span, settings(flags)]);
  try {
    const results = await each(orgs, { files, span, flags, usual, simulator, journal });
    const scored = results.flatMap((result) => (Array.isArray(result) ? result : []));
    const leftOut = results.flatMap((result) => (Array.isArray(result) ? [] : [result]));
    if (flags.json) process.stdout.write(`${JSON.stringify({ scored, leftOut }, null, 1)}\n`);
    else process.stdout.write(backtestTable(scored, leftOut, terminalColumns()));
    if (flags.out !== undefined) writeBacktests(flags.out, scored, leftOut, library.bankHolidays());
    return DONE;
  } finally {
    await simulator.close();
  }
}

/** What changes results; the number of workers and the folder do not. */
function settings({ mode, base, winter, lagDays, replications }: BacktestFlags) {
  return { mode, base, winter, lagDays, replications };
}

interface Span {
  target: Winter;
  earlier: Winter[];
}

function spanOf(files: readonly SeriesFile[], { target, train }: BacktestFlags): Span {
  const known = wintersIn(files);
  const wanted = target ?? known[known.length - 1];
  if (wanted === undefined || !known.includes(wanted)) {
    const hint = known.length > 0 ? `; they have ${known.join(', ')}.` : '.';
    throw new CommandError(
      BAD_INPUT,
      `The files have no open beds of ${wanted ?? 'any winter'}${hint}`,
    );
  }
  const before = known.filter((one) => one < wanted);
  const missing = train.filter((one) => !before.includes(one));
  if (missing.length > 0) {
    throw new CommandError(
      BAD_INPUT,
      `--train ${missing.join(',')}: the files have no such winter before ${wanted}.`,
    );
  }
  const earlier = train.length > 0 ? train : before;
  if (earlier.length === 0) {
    throw new CommandError(BAD_INPUT, `The files have no winter before ${wanted} to learn from.`);
  }
  return { target: wanted, earlier };
}

interface Work {
  files: readonly SeriesFile[];
  span: Span;
  flags: BacktestFlags;
  usual: UsualWinters;
  simulator: Simulator;
  journal: ReturnType<typeof openJournal>;
}

/** Organisations in turn, as many at once as there are workers. */
async function each(
  orgs: readonly string[],
  { files, span, flags, usual, simulator, journal }: Work,
): Promise<(Backtest[] | LeftOut)[]> {
  const lessons: Lessons = lessonsOf(files, span.target, span.earlier, usual);
  const base: Model = simulator.resolved({ system: flags.base, winter: flags.winter }).model;
  const modes = flags.mode === 'both' ? MODES : [flags.mode];
  const progress = showCount(orgs.length, 'organisations', flags.quiet === true);
  const calendar = { dates: simulator.dates, lagDays: flags.lagDays };
  return inTurn(orgs, flags.workers, async (org) => {
    const kept = journal.find(`${span.target} ${org}`) as Backtest[] | LeftOut | undefined;
    if (kept !== undefined) {
      progress();
      return kept;
    }
    const ask = {
      org,
      files,
      base,
      ...span,
      modes,
      ...lessons,
      calendar,
      replications: flags.replications,
    };
    const result = await backtest(ask, simulator.simulate);
    journal.keep(`${span.target} ${org}`, result);
    progress();
    return result;
  });
}
