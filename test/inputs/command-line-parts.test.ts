// test/inputs/command-line-parts.test.ts: batches run in parts and merged, run again, and exported.

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import readExcelFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { numberText } from '../../sim/outcomes/number-text.js';
import { scratchFolder, shortScenario, winterflow } from './command.js';

const folder = scratchFolder();
const short = shortScenario(folder);
const path = (name: string) => join(folder, name);
const RESULTS = [
  'summary.json',
  'outcomes.csv',
  'daily.csv',
  'single-winters.csv',
  'planning.csv',
  'report.html',
];
const run = ['run', short, '--replications', '5', '--quiet', '--out'];
const text = (out: string, name: string) => readFileSync(join(path(out), name), 'utf8');

beforeAll(async () => {
  expect(await winterflow([...run, path('whole'), '--also', 'parquet,excel'])).toMatchObject({
    code: 0,
  });
  for (const part of [1, 2, 3]) {
    const args = [...run, path(`part-${part}`), '--shard', `${part}/3`];
    const { code, out } = await winterflow(args);
    expect(code).toBe(0);
    expect(out).toMatch(/^Part [123] of 3: (2 winters are|1 winter is) in .*part-[123]\n$/);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const parts = [1, 2, 3].map((part) => path(`part-${part}`));

describe('parts of a batch', () => {
  it('merge into the same bytes as the whole', async () => {
    const merged = await winterflow(['merge', ...parts, '--out', path('merged')]);
    expect(merged).toMatchObject({ code: 0 });
    for (const name of RESULTS) expect(text('merged', name), name).toBe(text('whole', name));
  });

  it('that are not all there are kept, and what is missing is said and can be simulated', async () => {
    const args = ['merge', parts[0], parts[2], '--out', path('gaps')];
    expect(await winterflow(args)).toEqual({
      code: 66,
      out: '',
      err:
        `2 winters of 5 are in none of the parts; the others are kept in ${path('gaps')}. Add the ` +
        `missing parts, or simulate them with winterflow run --resume --out ${path('gaps')}\n`,
    });
    expect(await winterflow(['run', '--resume', '--out', path('gaps'), '--quiet'])).toMatchObject({
      code: 0,
    });
    for (const name of RESULTS) expect(text('gaps', name), name).toBe(text('whole', name));
  });

  it('of another batch, or of none, are refused', async () => {
    const other = [
      'run',
      short,
      '--replications',
      '5',
      '--seed',
      'x',
      '--quiet',
      '--out',
      path('other'),
    ];
    await winterflow([...other, '--shard', '2/3']);
    expect(
      await winterflow(['merge', parts[0], path('other'), '--out', path('mixed')]),
    ).toMatchObject({
      code: 65,
      err: `${path('other')} is part of another batch than ${parts[0]}: seed "x", not "winterflow".\n`,
    });
    expect(await winterflow(['merge', folder, '--out', path('mixed')])).toMatchObject({
      code: 66,
      err: `${folder}: there is no batch.\n`,
    });
  });
});

describe('reproduce', () => {
  it('runs a batch again and confirms its bytes', async () => {
    const { code, out } = await winterflow(['reproduce', path('whole'), '--quiet']);
    expect(out).toContain('Reproduced: 5 winters of 1 scenarios give the same bytes.\n');
    expect(code).toBe(0);
    const quick = await winterflow(['reproduce', path('whole'), '--winters', '2']);
    expect(quick).toMatchObject({
      code: 0,
      out: '2 winters compared with the journal: all the same.\n',
    });
  });

  it('tells a file that was changed', async () => {
    const manifest = text('merged', 'manifest.json');
    const { files } = JSON.parse(manifest);
    const changed = manifest.replace(files['daily.csv'], files['daily.csv'].replace(/^./, 'x'));
    writeFileSync(join(path('merged'), 'manifest.json'), changed);
    const { code, out } = await winterflow(['reproduce', path('merged'), '--quiet']);
    expect(out).toContain('DIFFERS  daily.csv');
    expect(out).toContain('NOT reproduced: 1 of 6 files differ.\n');
    expect(code).toBe(1);
  });
});

describe('Parquet and Excel', () => {
  const fileOf = (name: string) => {
    const bytes = readFileSync(join(path('whole'), name));
    return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  };

  it('hold the numbers of outcomes.csv, and where they are from', async () => {
    const file = fileOf('outcomes.parquet');
    const rows = await parquetReadObjects({ file });
    expect(rows).toHaveLength(5);
    const csv = text('whole', 'outcomes.csv').split('\n').slice(1, -1);
    for (const line of csv) {
      const [scenario, replication, outcome, value] = line.split(',');
      const row = rows[Number(replication)];
      expect(row.scenario).toBe(scenario);
      expect(numberText(Number(row[outcome]))).toBe(value);
    }
    // What is undefined has no line, and no number.
    const known = rows.flatMap((row) => Object.values(row).filter((of) => Number.isFinite(of)));
    expect(known.length).toBe(csv.length + rows.length); // and the number of each replication
    const about = parquetMetadata(file).key_value_metadata ?? [];
    expect(about.find(({ key }) => key === 'winterflow.seed')?.value).toBe('winterflow');
    const daily = await parquetReadObjects({ file: fileOf('daily.parquet') });
    expect(daily).toHaveLength(text('whole', 'daily.csv').split('\n').length - 2);
  });

  it('have a cover with provenance, and one table a sheet with one header row', async () => {
    const sheets = await readExcelFile(readFileSync(join(path('whole'), 'results.xlsx')));
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Cover',
      'Outcomes',
      'Targets',
      'Planning',
      'Daily',
      'Definitions',
    ]);
    const cover = new Map(sheets[0].data.map(([key, value]) => [key, value]));
    expect(cover.get('Seed phrase')).toBe('winterflow');
    const { scenarios } = JSON.parse(text('whole', 'manifest.json'));
    expect(cover.get('Base')).toBe('Short');
    expect(sheets[0].data.some(([, value]) => value === scenarios[0].hash)).toBe(true);
    const [head, ...rows] = sheets[1].data;
    expect(head.slice(0, 5)).toEqual(['Scenario', 'Outcome', 'Label', 'Unit', 'Mean']);
    const summary = JSON.parse(text('whole', 'summary.json'));
    const beds = rows.find(([, key]) => key === 'bedsOccupiedMean');
    expect(beds?.[4]).toBe(summary.scenarios[0].outcomes.bedsOccupiedMean.mean);
    for (const { data } of sheets.slice(1))
      expect(new Set(data.map((row) => row.length)).size).toBe(1);
  });
});
