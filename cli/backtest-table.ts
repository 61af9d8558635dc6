// cli/backtest-table.ts: back-tests on the terminal: what was predicted, and how near it came.

import type { Backtest, LeftOut } from '../sim/calibration/backtest/backtest.js';
import type { WinterFigures } from '../sim/calibration/backtest/score.js';
import {
  type BacktestSummary,
  FIGURE_WORDS,
  isKnown,
  summaries,
} from '../sim/calibration/backtest/summary.js';
import { textTable } from './text-table.js';

const ORGANISATIONS_SHOWN = 12;

/** A block for each mode: medians, and each organisation where they are few. */
export function backtestTable(
  scored: readonly Backtest[],
  leftOut: readonly LeftOut[],
  columns: number,
): string {
  const parts = summaries(scored).map((summary) => summaryText(summary, columns));
  const orgs = new Set(scored.map(({ org }) => org));
  if (orgs.size <= ORGANISATIONS_SHOWN) parts.push(...scored.map((one) => oneText(one, columns)));
  parts.push(...leftOut.map(({ org, why }) => `${org} is left out: ${why}.\n`));
  if (scored.length === 0) parts.push('Nothing could be scored.\n');
  return parts.join('\n');
}

function summaryText(summary: BacktestSummary, columns: number): string {
  const { target, mode, organisations, errors, skill, better } = summary;
  const rows = errors
    .filter((line) => line.organisations > 0)
    .map((line) => [
      line.words,
      points(line.forecast),
      points(line.last),
      String(line.organisations),
    ]);
  return [
    `${target}, ${mode}: ${organisations} organisations, learnt from ${summary.learntFrom.join(', ')}`,
    ...textTable([['median error, points', 'predicted', 'last winter', 'of'], ...rows], columns, {
      align: ['left', 'right', 'right', 'right'],
    }),
    '',
    `  CRPS ${points(summary.crpsPoints)} points; bands hold ${percent(summary.cover50)} of days (50 %), ` +
      `${percent(summary.cover90)} (90 %).`,
    `  Skill (above 0 is better): ${signed(skill.sameLevel)} over last winter's level, ` +
      `${signed(skill.samePattern)} over its pattern, ${signed(skill.lastWeek)} over its last week going ` +
      `on, ${signed(skill.persistence)} over each day's day before.`,
    `  Better than them at ${percent(better.sameLevel)}, ${percent(better.samePattern)}, ` +
      `${percent(better.lastWeek)} and ${percent(better.persistence)} of organisations.`,
    '',
  ].join('\n');
}

function oneText(result: Backtest, columns: number): string {
  const { org, target, mode, observed, forecast, last, scores, skill, notes } = result;
  const rows = (Object.keys(FIGURE_WORDS) as (keyof WinterFigures)[])
    .filter((key) => isKnown(observed[key]))
    .map((key) => [
      FIGURE_WORDS[key],
      percentOf(observed[key]),
      percentOf(forecast[key]),
      percentOf(last[key]),
    ]);
  return [
    `${org}, ${target}, ${mode}`,
    ...textTable([['', 'observed', 'predicted', 'last winter'], ...rows], columns, {
      align: ['left', 'right', 'right', 'right'],
    }),
    `  CRPS ${points(100 * scores.crps)}; bands hold ${percent(scores.cover50)} and ` +
      `${percent(scores.cover90)}; skill ${signed(skill.sameLevel)}, ${signed(skill.samePattern)}, ` +
      `${signed(skill.lastWeek)}, ${signed(skill.persistence)}.`,
    ...[...new Set(notes)].map((note) => `  ${note}`),
    '',
  ].join('\n');
}

function points(value: number): string {
  return isKnown(value) ? value.toFixed(2) : '-';
}

function percentOf(value: number): string {
  return isKnown(value) ? `${(100 * value).toFixed(1)} %` : '-';
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

function signed(value: number): string {
  return `${value > 0 ? '+' : ''}${value.toFixed(2)}`;
}
