// cli/exports.ts: results as Parquet and Excel, beside CSV and JSON; each file says where it is from.

import { ByteWriter, parquetWrite } from 'hyparquet-writer';
import { OUTCOMES } from '../sim/outcomes/keys.js';
import { sheetsOf } from '../web/export/sheets.js';
import { workbook } from '../web/export/workbook.js';
import type { BatchHeader } from './batch-header.js';
import type { DailyTables } from './daily-tables.js';
import { EXPORT_FORMATS, EXPORTS, type ExportFormat } from './derived-files.js';
import { MANIFEST, type ResultsFolder } from './results-folder.js';
import type { Finished } from './run-scenarios.js';
import type { Written } from './write-results.js';

export { EXPORT_FORMATS, type ExportFormat };

/** Writes the formats that are asked for and those of before, and lists them in the manifest. */
export async function writeExports(
  folder: ResultsFolder,
  finished: Finished,
  tables: Written,
  header: BatchHeader,
  asked: readonly ExportFormat[],
): Promise<void> {
  const again = tables.exported.filter((format) => !asked.includes(format));
  const formats = [...asked, ...again];
  if (formats.length === 0) return;
  const sums: Record<string, string> = {};
  const write = (name: string, content: Uint8Array): void => {
    sums[name] = folder.write(name, content);
  };
  if (formats.includes('parquet')) {
    write('outcomes.parquet', outcomesParquet(finished, header));
    write('daily.parquet', dailyParquet(tables, header));
  }
  if (formats.includes('excel')) {
    const { fans, planning } = tables;
    const batch = { summary: finished.summary, fans, bankHolidays: [] };
    const made = [
      ['Build', header.build],
      ['Batch', header.id],
    ];
    write('results.xlsx', await workbook(sheetsOf(batch, [], planning, made)));
  }
  const manifest = JSON.parse(folder.read(MANIFEST) ?? '{}');
  const files = { ...manifest.files, ...sums };
  folder.write(MANIFEST, `${JSON.stringify({ ...manifest, files }, null, 2)}\n`);
  if (again.length > 0) {
    const names = again.flatMap((format) => EXPORTS[format]);
    process.stderr.write(`Exported again: ${names.join(', ')}\n`);
  }
}

type Column = { name: string; data: readonly unknown[]; type: 'STRING' | 'INT32' | 'DOUBLE' };

/** One row a winter, one column an outcome; an undefined outcome is null. */
function outcomesParquet(finished: Finished, header: BatchHeader): Uint8Array {
  const rows = finished.batch.scenarios.flatMap(({ name, replications, numbers }) =>
    replications.map((of, i) => ({ name, number: numbers?.[i] ?? i, of })),
  );
  const columns: Column[] = [
    { name: 'scenario', data: rows.map(({ name }) => name), type: 'STRING' },
    { name: 'replication', data: rows.map(({ number }) => number), type: 'INT32' },
    ...OUTCOMES.map(({ key }, i): Column => {
      const data = rows.map(({ of }) => {
        const value = of.outcomes[i];
        return Number.isNaN(value) ? null : value;
      });
      return { name: key, data, type: 'DOUBLE' };
    }),
  ];
  return parquetOf(columns, finished, header);
}

/** As daily.csv, with all digits. */
function dailyParquet({ fans }: DailyTables, header: BatchHeader): Uint8Array {
  const text = (name: string, of: (fan: (typeof fans)[number], i: number) => string): Column => ({
    name,
    data: fans.flatMap((fan) => fan.dates.map((_, i) => of(fan, i))),
    type: 'STRING',
  });
  const numbers = ['mean', 'p5', 'p25', 'p50', 'p75', 'p95'] as const;
  const columns: Column[] = [
    text('scenario', (fan) => fan.scenario),
    text('date', (fan, i) => fan.dates[i]),
    text('series', (fan) => fan.series),
    ...numbers.map(
      (name): Column => ({ name, data: fans.flatMap((fan) => fan[name]), type: 'DOUBLE' }),
    ),
  ];
  return parquetOf(columns, null, header);
}

function parquetOf(
  columns: readonly Column[],
  finished: Finished | null,
  header: BatchHeader,
): Uint8Array {
  const { version, build, id, seed, effects, scenarios } = header;
  const about = {
    ...{ version, build, batch: id, seed, effects },
    ...(finished === null ? {} : { replications: String(finished.summary.replications) }),
    scenarios: JSON.stringify(scenarios.map(({ name, hash }) => ({ name, hash }))),
  };
  const writer = new ByteWriter();
  parquetWrite({
    writer,
    columnData: columns.map(({ name, data, type }) => {
      return { name, data: [...data], type, nullable: data.includes(null) };
    }),
    kvMetadata: Object.entries(about).map(([key, value]) => ({ key: `winterflow.${key}`, value })),
  });
  return writer.getBytes();
}
