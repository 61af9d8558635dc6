// cli/excel.ts: results as a workbook: a cover that says where they are from, then one table a sheet from
// cell A1, with one header row and no merged cells.

import writeExcelFile from 'write-excel-file/node';
import { OUTCOMES } from '../sim/outcomes/keys.js';
import type { BatchHeader } from './batch-header.js';
import { provenanceOf } from './exports.js';
import type { Finished } from './run-scenarios.js';
import type { DailyTables } from './write-results.js';

type Value = string | number | null;
interface Table {
  sheet: string;
  about: string;
  rows: Value[][];
}

const ROWS_MAX = 1_000_000; // a sheet holds 1,048,576
const WIDTH_MAX = 60;
const FONT = 'Arial';

/** The workbook as bytes. */
export async function excelOf(
  finished: Finished,
  tables: DailyTables,
  header: BatchHeader,
): Promise<Uint8Array> {
  const all = [
    outcomesTable(finished),
    differencesTable(finished),
    targetsTable(finished),
    planningTable(tables),
    dailyTable(tables),
    definitionsTable(),
  ].filter(({ rows }) => rows.length > 1 && rows.length <= ROWS_MAX);
  const cover: Table = {
    sheet: 'Cover',
    about: '',
    rows: [
      ['Winterflow results', ''],
      ...provenanceOf(header, finished),
      ...all.map(({ sheet, about }): Value[] => [`Sheet "${sheet}"`, about]),
    ],
  };
  const sheets = [cover, ...all].map(({ sheet, rows }) => ({
    sheet,
    data: rows.map((row, r) => row.map((value) => cellOf(value, r === 0))),
    columns: rows[0].map((_, c) => ({
      width: Math.min(
        WIDTH_MAX,
        2 + Math.max(...rows.slice(0, 200).map((row) => String(row[c] ?? '').length)),
      ),
    })),
    stickyRowsCount: sheet === 'Cover' ? 0 : 1,
  }));
  return new Uint8Array(await writeExcelFile(sheets, { fontFamily: FONT }).toBuffer());
}

/** Texts are cells of text whatever they begin with: a name like "=A1" is no formula. */
function cellOf(value: Value, isHeader: boolean) {
  const weight = isHeader ? { fontWeight: 'bold' as const } : {};
  if (value === null) return null;
  if (typeof value === 'string') return { value, type: String, ...weight };
  return { value, type: Number, ...weight };
}

function outcomesTable({ summary }: Finished): Table {
  const head = [
    'Scenario',
    'Outcome',
    'Label',
    'Unit',
    'Mean',
    'Low 95 %',
    'High 95 %',
    'P5',
    'P25',
    'P50',
    'P75',
    'P95',
  ];
  const rows = summary.scenarios.flatMap(({ name, outcomes }) =>
    OUTCOMES.flatMap(({ key, label, unit }): Value[][] => {
      const { mean, low95, high95, p5, p25, p50, p75, p95 } = outcomes[key];
      return mean === null
        ? []
        : [[name, key, label, unit, mean, low95, high95, p5, p25, p50, p75, p95]];
    }),
  );
  return {
    sheet: 'Outcomes',
    about: 'Means with 95 % intervals, and percentiles over winters',
    rows: [head, ...rows],
  };
}

function differencesTable({ summary }: Finished): Table {
  const head = [
    'Scenario',
    'Base',
    'Outcome',
    'Label',
    'Unit',
    'Mean',
    'Low 95 %',
    'High 95 %',
    'Chance better',
  ];
  const rows = summary.differences.flatMap(({ scenario, base, outcomes }) =>
    OUTCOMES.flatMap(({ key, label, unit }): Value[][] => {
      const { mean, low95, high95, chanceBetter } = outcomes[key];
      return mean === null
        ? []
        : [[scenario, base, key, label, unit, mean, low95, high95, chanceBetter]];
    }),
  );
  return {
    sheet: 'Differences',
    about: 'Scenario less base, winter by winter',
    rows: [head, ...rows],
  };
}

function targetsTable({ summary }: Finished): Table {
  const rows = summary.scenarios.flatMap(({ name, targets }) =>
    targets.map((target): Value[] => [
      name,
      ...Object.values(target).map((value) => {
        return typeof value === 'number' ? value : value === null ? null : String(value);
      }),
    ]),
  );
  const [first] = summary.scenarios.flatMap(({ targets }) => targets);
  const head = ['Scenario', ...Object.keys(first ?? {})];
  return { sheet: 'Targets', about: 'Targets of the planning documents', rows: [head, ...rows] };
}

function planningTable({ planning }: DailyTables): Table {
  const head = [
    'Scenario',
    'Measure',
    'Name',
    'Unit',
    'Month',
    'Days',
    'Mean',
    'Low 95 %',
    'High 95 %',
  ];
  const rows = planning.flatMap(({ scenario, months, rows: lines }) =>
    lines.flatMap(({ measure, name, unit, cells }) =>
      cells.map(({ mean, low95, high95 }, i): Value[] => {
        const { month, days } = months[i];
        return [scenario, measure, name, unit, month, days, mean, low95, high95];
      }),
    ),
  );
  return {
    sheet: 'Planning',
    about: 'Activity by month for a planning return',
    rows: [head, ...rows],
  };
}

function dailyTable({ fans }: DailyTables): Table {
  const head = ['Scenario', 'Date', 'Series', 'Mean', 'P5', 'P25', 'P50', 'P75', 'P95'];
  const rows = fans.flatMap((fan) =>
    fan.dates.map((date, i): Value[] => {
      const numbers = [fan.mean, fan.p5, fan.p25, fan.p50, fan.p75, fan.p95];
      return [fan.scenario, date, fan.series, ...numbers.map((column) => column[i])];
    }),
  );
  return {
    sheet: 'Daily',
    about: 'Daily series: mean and percentiles over winters',
    rows: [head, ...rows],
  };
}

function definitionsTable(): Table {
  const rows = OUTCOMES.map(({ key, label, unit, definition }): Value[] => [
    key,
    label,
    unit,
    definition,
  ]);
  return {
    sheet: 'Definitions',
    about: 'What each outcome means',
    rows: [['Outcome', 'Label', 'Unit', 'Definition'], ...rows],
  };
}
