// cli/calibrate.ts: `winterflow calibrate`: an organisation's data become a system file.

import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { stringify } from 'yaml';
import { type Calibration, calibrate } from '../sim/calibration/calibrate.js';
import type { DateOrder } from '../sim/calibration/cells.js';
import { type History, historyOf } from '../sim/calibration/history.js';
import type { SeriesFile } from '../sim/calibration/series.js';
import { systemFile } from '../sim/calibration/system-file.js';
import { type Resolved, resolve } from '../sim/scenario/resolve.js';
import type { Model } from '../sim/scenario/schema.js';
import { fitHtml } from '../web/export/fit-report.js';
import { reportedDates } from '../workers/batch.js';
import { openNodePool } from '../workers/node-pool.js';
import { fitTable } from './calibration-table.js';
import { dateOrder, readDataFiles } from './data-files.js';
import { BAD_INPUT, CANNOT_CREATE, CommandError, DONE } from './exit-codes.js';
import { openNodeLibrary } from './node-library.js';
import {
  once,
  SEED_DEFAULT,
  SYSTEM_DEFAULT,
  WORKERS_MAX,
  wholeNumber,
  workersDefault,
} from './options.js';
import { terminalColumns } from './text-table.js';

const WINTERS_DEFAULT = 8;

interface CalibrateFlags {
  org: string;
  base: string;
  winter?: string;
  from?: string;
  to?: string;
  dates: DateOrder;
  name?: string;
  out?: string;
  report?: string;
  replications: number;
  workers: number;
  quiet?: boolean;
}

/** Adds the command to the program. */
export function addCalibrate(program: Command, end: (exitCode: number) => void): void {
  program
    .command('calibrate')
    .description('fit a system to the daily and monthly figures of an organisation')
    .argument(
      '<file...>',
      'CSV files or Excel workbooks with a column date or month (see docs/calibration.md)',
    )
    .requiredOption('--org <code>', 'organisation, as in the column org_code', once)
    .option('--base <system>', 'system whose shapes are kept', SYSTEM_DEFAULT)
    .option('--winter <name>', 'winter of the fitted system (default: that of the base)', once)
    .option('--from <date>', 'first day of the winter fitted (default: October of the last)', once)
    .option('--to <date>', 'last day of the winter fitted (default: the March after)', once)
    .option('--dates <order>', 'order of dates that are not YYYY-MM-DD', dateOrder, null)
    .option('--name <text>', 'name of the fitted system', once)
    .option('--out <file>', 'system file to write (default: print it)', once)
    .option('--report <file>', 'page with each figure, fitted value and difference, as HTML', once)
    .option('--replications <n>', 'winters for each look', wholeNumber(2, 1000), WINTERS_DEFAULT)
    .option('--workers <n>', 'threads', wholeNumber(1, WORKERS_MAX), workersDefault())
    .option('--quiet', 'no progress')
    .action(async (files: string[], flags: CalibrateFlags) =>
      end(await calibrateFiles(files, flags)),
    );
}

async function calibrateFiles(paths: readonly string[], flags: CalibrateFlags): Promise<number> {
  const files = await readDataFiles(paths, { dates: flags.dates, org: flags.org });
  const period = periodOf(files, flags);
  const history = historyOf(flags.org, files, period.firstDay, period.lastDay);
  refuseNothing(history, flags.org, files);
  const library = openNodeLibrary();
  const request = { system: flags.base, winter: flags.winter };
  const resolved = resolve(library, request);
  const base: Model = { ...resolved.model, period: { ...resolved.model.period, ...period } };
  const calibration = await fitted(base, resolved, history, flags, library.bankHolidays());
  const notes = [...files.flatMap((file) => file.notes), ...history.notes];
  process.stderr.write(notes.map((note) => `${note}\n`).join(''));
  process.stdout.write(fitTable(flags.org, calibration, terminalColumns()));
  if (flags.report !== undefined) {
    write('--report', flags.report, fitHtml(flags.org, calibration, notes));
    process.stderr.write(`The report of the fit is in ${flags.report}\n`);
  }
  const text = yamlOf(calibration, resolved, flags, period);
  if (flags.out === undefined) process.stdout.write(`\n${text}`);
  else {
    write('--out', flags.out, text);
    process.stderr.write(`The system is in ${flags.out}; try it: winterflow run ${flags.out}\n`);
  }
  return DONE;
}

/** The winter asked for, or the last one of which the files have days: October to March. */
function periodOf(
  files: readonly SeriesFile[],
  { from, to }: CalibrateFlags,
): { firstDay: string; lastDay: string } {
  const days = files
    .flatMap(({ organisations }) => organisations)
    .flatMap(({ series }) => series.get('ga_beds_open') ?? [])
    .map(({ when }) => when)
    .sort();
  const last = days[days.length - 1] ?? '2018-03-31';
  const year = Number(last.slice(0, 4)) - (last.slice(5) < '07-01' ? 1 : 0);
  return { firstDay: from ?? `${year}-10-01`, lastDay: to ?? `${year + 1}-03-31` };
}

function refuseNothing(history: History, org: string, files: readonly SeriesFile[]): void {
  if (history.days.length > 0 || history.months.length > 0) return;
  const known = [...new Set(files.flatMap((file) => file.organisations.map((own) => own.org)))];
  const hint = known.length > 0 ? ` Known: ${known.slice(0, 20).join(', ')}.` : '';
  throw new CommandError(BAD_INPUT, `The files hold nothing of ${org}.${hint}`);
}

async function fitted(
  base: Model,
  resolved: Resolved,
  history: History,
  flags: CalibrateFlags,
  bankHolidays: string[],
): Promise<Calibration> {
  const pool = openNodePool(flags.workers);
  let model = 0;
  const simulate = (given: Model) => {
    const hash = `look ${model++}`;
    const { name } = resolved;
    const task = { scenario: 0, name, hash, model: given, effects: 'likely' as const };
    return Promise.all(
      Array.from({ length: flags.replications }, (_, replication) =>
        pool.run({ ...task, bankHolidays, seed: SEED_DEFAULT, replication }),
      ),
    );
  };
  const dates = reportedDates({ ...resolved, model: base }, bankHolidays);
  try {
    return await calibrate(base, history, dates, simulate, (looks) => {
      if (flags.quiet !== true) process.stderr.write(`${looks} systems tried\n`);
    });
  } finally {
    await pool.close();
  }
}

function yamlOf(
  { model, numbers }: Calibration,
  resolved: Resolved,
  { org, base, winter, name = `${org}, fitted` }: CalibrateFlags,
  { firstDay, lastDay }: { firstDay: string; lastDay: string },
): string {
  const description = `Fitted by "winterflow calibrate" to ${org}, ${firstDay} to ${lastDay}.`;
  const contents = systemFile({ name, description, base, winter }, resolved.model, model, numbers);
  return stringify(contents, { lineWidth: 100, flowCollectionPadding: true });
}

function write(option: string, path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(CANNOT_CREATE, `${option} ${path}: cannot be written: ${reason}.`);
  }
}
