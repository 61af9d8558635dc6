// web/export/sheets.ts: the tables of a batch for Excel: a cover with what made them, then one table a
// sheet from its first cell, one header row, no merged cells. The same input gives the same bytes.

import { DAILY, OUTCOMES } from '../../sim/outcomes/keys.js';
import type { PlanningTable } from '../../sim/outcomes/planning.js';
import type { Summary } from '../../sim/outcomes/summary.js';
import { type Batch, winters } from '../charts/batch.js';
import type { ReportModel } from './report.js';
import { singleWinterSheets } from './single-winter-sheets.js';

export type CellValue = string | number | null;

/** Columns of estimates as people read them. */
const NAMES = {
  mean: 'Mean',
  low95: 'Low 95 %',
  high95: 'High 95 %',
  p5: 'P5',
  p25: 'P25',
  p50: 'P50',
  p75: 'P75',
  p95: 'P95',
} as const;

/** A sheet: rows of cells, the first of which is the header; widths in characters. */
export interface Sheet {
  name: string;
  rows: CellValue[][];
  widths: number[];
}

const ROWS_MOST = 1_048_575; // of Excel, below the header

/**
 * The sheets of a batch.
 * @param made what else is known of how it was made, for the cover: names and values
 * @param beyond sheets of results beyond the batch, before the definitions
 */
export function sheetsOf(
  batch: Batch,
  models: readonly ReportModel[],
  planning: readonly PlanningTable[],
  made: readonly (readonly string[])[] = [],
  beyond: readonly Sheet[] = [],
): Sheet[] {
  const tables = [
    outcomesSheet(batch.summary),
    ...(batch.summary.differences.length > 0 ? [differencesSheet(batch.summary)] : []),
    ...(batch.summary.scenarios.some(({ targets }) => targets.length > 0)
      ? [targetsSheet(batch.summary)]
      : []),
    ...(planning.length > 0 ? [planningSheet(planning)] : []),
    dailySheet(batch),
    ...singleWinterSheets(batch),
    ...beyond,
    definitionsSheet(),
  ];
  return [cover(batch, models, tables, made), ...tables].map((sheet) => ({
    ...sheet,
    rows: sheet.rows.slice(0, ROWS_MOST + 1),
  }));
}

function cover(
  batch: Batch,
  models: readonly ReportModel[],
  tables: readonly Sheet[],
  also: readonly (readonly string[])[],
): Sheet {
  const { version, seed, replications, effects, quantileMethod, scenarios } = batch.summary;
  const made = scenarios.flatMap(({ name, hash }, i): CellValue[][] => {
    const model = models.find((found) => found.name === name);
    const parts = model === undefined ? [] : [model.system, model.winter, ...model.plans];
    return [
      [i === 0 ? 'Base' : `Plan ${i}`, name],
      ...(parts.length > 0 ? [['  made of', parts.filter((part) => part !== '').join(' · ')]] : []),
      ['  hash', hash],
    ];
  });
  return {
    name: 'Cover',
    widths: [30, 100],
    rows: [
      ['Winterflow', 'Simulated winters of a hospital'],
      ['Version', version],
      ['Seed phrase', seed],
      ['Replications', winters(replications)],
      ['Effects of plans', `${effects} values of their ranges`],
      ['Intervals', 'Student’s t, 95 %; differences paired by replication'],
      ['Quantile method', quantileMethod],
      ...also.map(([name, value]): CellValue[] => [name, value]),
      ...made,
      ...tables.map(({ name, rows }): CellValue[] => [`Sheet ${name}`, `${rows.length - 1} rows`]),
      ['Missing values', 'An empty cell is a value that is not defined, never zero.'],
      ['Meaning', 'Simulated winters show how a model responds, not what will happen.'],
      [
        'Licence of data',
        'Contains public sector information under the Open Government Licence v3.0',
      ],
    ],
  };
}

function outcomesSheet({ scenarios }: Summary): Sheet {
  const columns = ['mean', 'low95', 'high95', 'p5', 'p25', 'p50', 'p75', 'p95'] as const;
  return {
    name: 'Outcomes',
    widths: [34, 34, 36, 10, ...columns.map(() => 12)],
    rows: [
      ['Scenario', 'Outcome', 'Label', 'Unit', ...columns.map((column) => NAMES[column])],
      ...scenarios.flatMap(({ name, outcomes }) =>
        OUTCOMES.filter(({ key }) => outcomes[key].mean !== null).map(
          ({ key, label, unit }): CellValue[] => [
            name,
            key,
            label,
            unit,
            ...columns.map((column) => outcomes[key][column]),
          ],
        ),
      ),
    ],
  };
}

function differencesSheet({ differences }: Summary): Sheet {
  return {
    name: 'Differences',
    widths: [34, 34, 34, 36, 10, 12, 12, 12, 14],
    rows: [
      [
        'Scenario',
        'Base',
        'Outcome',
        'Label',
        'Unit',
        NAMES.mean,
        NAMES.low95,
        NAMES.high95,
        'Chance better',
      ],
      ...differences.flatMap(({ scenario, base, outcomes }) =>
        OUTCOMES.filter(({ key }) => outcomes[key].mean !== null).map(
          ({ key, label, unit }): CellValue[] => {
            const { mean, low95, high95, chanceBetter } = outcomes[key];
            return [scenario, base, key, label, unit, mean, low95, high95, chanceBetter];
          },
        ),
      ),
    ],
  };
}

function targetsSheet({ scenarios }: Summary): Sheet {
  return {
    name: 'Targets',
    widths: [34, 8, 52, 34, 12, 10, 16],
    rows: [
      ['Scenario', 'Id', 'Target', 'Outcome', 'Mean', 'Met', 'Share of winters'],
      ...scenarios.flatMap(({ name, targets }) =>
        targets.map(({ id, text, key, mean, met, chance }): CellValue[] => {
          return [name, id, text, key, mean, met === null ? null : met ? 'yes' : 'no', chance];
        }),
      ),
    ],
  };
}

function planningSheet(tables: readonly PlanningTable[]): Sheet {
  return {
    name: 'Planning',
    widths: [34, 12, 44, 10, 10, 12, 10, 10, 10],
    rows: [
      [
        'Scenario',
        'Measure',
        'Name',
        'Unit',
        'Month',
        'Whole month',
        NAMES.mean,
        NAMES.low95,
        NAMES.high95,
      ],
      ...tables.flatMap(({ scenario, months, rows }) =>
        rows.flatMap(({ measure, name, unit, cells }) =>
          months.map(({ month, whole }, i): CellValue[] => {
            const { mean, low95, high95 } = cells[i];
            return [
              scenario,
              measure,
              name,
              unit,
              month,
              whole ? 'yes' : 'no',
              mean,
              low95,
              high95,
            ];
          }),
        ),
      ),
    ],
  };
}

function dailySheet({ fans }: Batch): Sheet {
  const labels = new Map(DAILY.map(({ key, label }) => [key as string, label]));
  const columns = ['mean', 'p5', 'p25', 'p50', 'p75', 'p95'] as const;
  const held = (value: number): CellValue => (Number.isFinite(value) ? value : null);
  return {
    name: 'Daily',
    widths: [34, 12, 28, 40, ...columns.map(() => 12)],
    rows: [
      ['Scenario', 'Date', 'Series', 'Label', ...columns.map((column) => NAMES[column])],
      ...fans.flatMap((fan) =>
        fan.dates.map((date, i): CellValue[] => [
          fan.scenario,
          date,
          fan.series,
          labels.get(fan.series) ?? '',
          ...columns.map((column) => held(fan[column][i])),
        ]),
      ),
    ],
  };
}

function definitionsSheet(): Sheet {
  return {
    name: 'Definitions',
    widths: [34, 36, 10, 12, 110],
    rows: [
      ['Outcome', 'Label', 'Unit', 'Better', 'Definition'],
      ...OUTCOMES.map(({ key, label, unit, better, definition }): CellValue[] => {
        return [key, label, unit, better ?? '', definition];
      }),
    ],
  };
}
