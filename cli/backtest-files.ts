// cli/backtest-files.ts: back-tests as files: a table for spreadsheets, one of days, the summary, and
// a page with charts.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Backtest, LeftOut } from '../sim/calibration/backtest/backtest.js';
import { FIGURE_KEYS, NAIVE } from '../sim/calibration/backtest/score.js';
import { isKnown, summaries } from '../sim/calibration/backtest/summary.js';
import { backtestHtml } from '../web/export/backtest-report.js';
import { CommandError, DISK } from './exit-codes.js';
import { openFolder } from './journal.js';

/** Writes backtest.csv, days.csv, summary.json and report.html into a folder. */
export function writeBacktests(
  folder: string,
  scored: readonly Backtest[],
  leftOut: readonly LeftOut[],
  bankHolidays: readonly string[],
): void {
  const path = openFolder(folder);
  const write = (name: string, text: string) => {
    try {
      writeFileSync(join(path, name), text);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new CommandError(DISK, `${join(path, name)}: cannot be written: ${reason}.`);
    }
  };
  write('backtest.csv', backtestCsv(scored));
  write('days.csv', daysCsv(scored));
  write('summary.json', `${JSON.stringify({ summaries: summaries(scored), leftOut }, null, 1)}\n`);
  write('report.html', backtestHtml(scored, leftOut, bankHolidays));
  process.stderr.write(`Tables and charts are in ${path}\n`);
}

/** A row for each organisation, winter and mode. */
export function backtestCsv(scored: readonly Backtest[]): string {
  const header = [
    'org_code',
    'winter',
    'mode',
    'learnt_from',
    'fitted',
    ...FIGURE_KEYS.flatMap((key) => [`${key}_observed`, `${key}_predicted`, `${key}_last`]),
    'over7Share_simulated',
    'over21Share_simulated',
    'crps',
    'cover50',
    'cover90',
    ...NAIVE.map((name) => `skill_${name}`),
  ];
  const rows = scored.map((result) => [
    result.org,
    result.target,
    result.mode,
    result.learntFrom,
    String(result.isFitted),
    ...FIGURE_KEYS.flatMap((key) => [
      numberText(result.observed[key]),
      numberText(result.forecast[key]),
      numberText(result.last[key]),
    ]),
    numberText(result.simulated.over7),
    numberText(result.simulated.over21),
    numberText(result.scores.crps),
    numberText(result.scores.cover50),
    numberText(result.scores.cover90),
    ...NAIVE.map((name) => numberText(result.skill[name])),
  ]);
  return `${[header, ...rows].map((row) => row.join(',')).join('\n')}\n`;
}

function daysCsv(scored: readonly Backtest[]): string {
  const rows = scored.flatMap(({ org, target, mode, days }) =>
    days.map(({ date, seen, p5, p25, p50, p75, p95 }) =>
      [org, target, mode, date, seen.toFixed(4), p5, p25, p50, p75, p95].join(','),
    ),
  );
  return `org_code,winter,mode,date,seen,p5,p25,p50,p75,p95\n${rows.join('\n')}\n`;
}

function numberText(value: number): string {
  return isKnown(value) ? value.toFixed(4) : '';
}
