// cli/trusts.ts: `winterflow trusts`: every trust of the files fitted into one table, which the library
// of scenarios reads.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import Papa from 'papaparse';
import { lastBefore } from '../sim/calibration/backtest/backtest.js';
import { historyOfWinter, type Winter, wintersIn } from '../sim/calibration/backtest/winters.js';
import type { DateOrder } from '../sim/calibration/cells.js';
import { fitTrust, gradeOf, type TrustFit } from '../sim/calibration/fit-trust.js';
import type { EmergencyMonth, History } from '../sim/calibration/history.js';
import type { SeriesFile } from '../sim/calibration/series.js';
import { GRADES, TRUST_BASE, trustTable } from '../sim/calibration/trusts.js';
import { dateOrder, organisationsIn, readDataFiles } from './data-files.js';
import { BAD_INPUT, CommandError, DONE, MISSING_INPUT } from './exit-codes.js';
import { openFolder, openJournal } from './journal.js';
import { openNodeLibrary } from './node-library.js';
import { collect, once, WORKERS_MAX, wholeNumber, workersDefault } from './options.js';
import { inTurn, openSimulator, showCount } from './simulator.js';
import { terminalColumns, textTable } from './text-table.js';

interface TrustsFlags {
  org: string[];
  names?: string;
  target?: Winter;
  dates: DateOrder;
  workers: number;
  out: string;
  resume?: boolean;
  quiet?: boolean;
}

/** Adds the command to the program. */
export function addTrusts(program: Command, end: (exitCode: number) => void): void {
  program
    .command('trusts')
    .description('fit every organisation of the files and grade the fits, as a table of systems')
    .argument(
      '<file...>',
      'CSV files or Excel workbooks with a column date or month (see docs/calibration.md)',
    )
    .requiredOption('--out <dir>', 'folder for trusts.csv and what is needed to resume', once)
    .option('--org <code>', 'only this organisation; repeat for more', collect, [])
    .option('--names <file>', 'CSV file with the columns org_code and org_name', once)
    .option('--target <winter>', 'winter to fit (default: the last with attendances)', once)
    .option('--dates <order>', 'order of dates that are not YYYY-MM-DD', dateOrder, null)
    .option('--workers <n>', 'threads', wholeNumber(1, WORKERS_MAX), workersDefault())
    .option('--resume', 'keep what the folder already holds of the same fit')
    .option('--quiet', 'no progress')
    .action(async (files: string[], flags: TrustsFlags) => end(await fitTrusts(files, flags)));
}

async function fitTrusts(paths: readonly string[], flags: TrustsFlags): Promise<number> {
  const files = await readDataFiles(paths, { dates: flags.dates });
  const winter = flags.target ?? lastWithMonths(files);
  const orgs = organisationsIn(files, flags.org.length > 0 ? flags.org : null);
  const names = flags.names === undefined ? new Map<string, string>() : namesIn(flags.names);
  const simulator = openSimulator(openNodeLibrary(), flags);
  const journal = openJournal(flags.out, flags.resume === true, [files, winter, [...names]]);
  const base = simulator.resolved({ system: TRUST_BASE }).model;
  const calendar = { dates: simulator.dates, lagDays: 1 };
  const progress = showCount(orgs.length, 'trusts', flags.quiet === true);
  try {
    const fits = await inTurn(orgs, flags.workers, async (org): Promise<TrustFit | null> => {
      const kept = journal.find(org) as TrustFit | null | undefined;
      const last = lastBefore(org, files, [winter]);
      const months = last === null ? [] : monthsTo(org, files, winter);
      if (kept !== undefined) {
        progress();
        return kept === null || last === null ? null : regraded(kept, last.history, months);
      }
      const fit =
        last === null
          ? null
          : await fitTrust(
              base,
              { code: org, name: names.get(org) ?? org, winter },
              last.history,
              months,
              calendar,
              simulator.simulate,
            );
      journal.keep(org, fit);
      progress();
      return fit;
    });
    const found = fits.flatMap((fit) => fit ?? []);
    const path = join(openFolder(flags.out), 'trusts.csv');
    writeFileSync(path, trustTable(found.map(({ row }) => row)));
    process.stdout.write(trustsText(found, orgs, winter));
    process.stderr.write(`The table is in ${path}\n`);
    return DONE;
  } finally {
    await simulator.close();
  }
}

/** The last winter with daily beds and, where the files have any, months of attendances. */
function lastWithMonths(files: readonly SeriesFile[]): Winter {
  const winters = wintersIn(files);
  const has = (winter: Winter) => {
    const year = Number(winter.slice(0, 4));
    return files.some(({ organisations }) =>
      organisations.some(({ series }) =>
        (series.get('attendances') ?? []).some(({ when }) => when === `${year + 1}-01`),
      ),
    );
  };
  const found = winters.filter(has).pop() ?? winters.pop();
  if (found === undefined) throw new CommandError(BAD_INPUT, 'The files hold no open beds.');
  return found;
}

/** Months of attendances of the year that ends with the winter's summer. */
function monthsTo(org: string, files: readonly SeriesFile[], winter: Winter): EmergencyMonth[] {
  const year = Number(winter.slice(0, 4));
  const before = `${year - 1}-${String(year % 100).padStart(2, '0')}`;
  const months = [before, winter].flatMap((one) => historyOfWinter(org, files, one).months);
  return months.slice(-12);
}

function namesIn(path: string): Map<string, string> {
  if (!existsSync(path)) throw new CommandError(MISSING_INPUT, `There is no file ${path}.`);
  const { data } = Papa.parse<Record<string, string>>(readFileSync(path, 'utf8').trim(), {
    header: true,
  });
  return new Map(data.map(({ org_code, org_name }) => [org_code, org_name]));
}

/** A fit read from a journal, where what was not a number is null, with the grade of this version. */
function regraded(
  { row, ...fit }: TrustFit,
  history: History,
  months: readonly EmergencyMonth[],
): TrustFit {
  const known = (values: (number | null)[]) => values.map((value) => value ?? Number.NaN);
  return {
    ...fit,
    row: {
      ...row,
      attendances: known(row.attendances),
      admitted: known(row.admitted),
      ...gradeOf(fit.targets, history, months),
    },
  };
}

function trustsText(fits: readonly TrustFit[], orgs: readonly string[], winter: Winter): string {
  const counts = GRADES.map((grade) => {
    const count = fits.filter(({ row }) => row.grade === grade).length;
    return `${grade} ${count}`;
  });
  const rows = fits.map(({ row, looks }) => [
    row.code,
    row.name,
    row.grade,
    String(looks),
    row.reasons,
  ]);
  const left = orgs.filter((org) => !fits.some(({ row }) => row.code === org));
  return [
    `${fits.length} trusts fitted to ${winter}: ${counts.join(', ')}`,
    ...textTable([['code', 'name', 'grade', 'looks', 'why'], ...rows], terminalColumns()),
    ...(left.length > 0 ? [`Left out, too few days of beds: ${left.join(', ')}.`] : []),
    '',
  ].join('\n');
}
