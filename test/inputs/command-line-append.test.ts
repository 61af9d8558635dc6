// test/inputs/command-line-append.test.ts: winters are added to what there is, and no file beside the
// new numbers tells the old ones.

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import readExcelFile from 'read-excel-file/node';
import { afterAll, describe, expect, it } from 'vitest';
import { scratchFolder, shortScenario, winterflow } from './command.js';

const folder = scratchFolder();
const short = shortScenario(folder);
const path = (name: string) => join(folder, name);
const run = ['run', short, '--replications', '2', '--quiet', '--out'];
const manifestOf = (out: string) =>
  JSON.parse(readFileSync(join(path(out), 'manifest.json'), 'utf8'));
const done = { code: 0 };
afterAll(() => rmSync(folder, { recursive: true }));

/** Winters that the exports of a folder hold. */
async function exported(out: string): Promise<number[]> {
  const bytes = readFileSync(join(path(out), 'outcomes.parquet'));
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const rows = await parquetReadObjects({ file: file as ArrayBuffer });
  const [cover] = await readExcelFile(readFileSync(join(path(out), 'results.xlsx')));
  const { Replications } = Object.fromEntries(cover.data.map(([key, value]) => [key, value]));
  return [rows.length, Number.parseInt(String(Replications), 10)];
}

describe('files made of results', () => {
  it('are exported again when winters are added', async () => {
    expect(await winterflow([...run, path('st'), '--also', 'parquet,excel'])).toMatchObject(done);
    expect(await exported('st')).toEqual([2, 2]);
    const { code, err } = await winterflow(['run', '--append', '2', '--out', path('st')]);
    expect(code).toBe(0);
    expect(await exported('st')).toEqual([4, 4]);
    expect(err).toContain('Exported again: outcomes.parquet, daily.parquet, results.xlsx\n');
    const all = [...run.slice(0, 2), '--replications', '4', ...run.slice(4)];
    expect(await winterflow([...all, path('four'), '--also', 'excel,parquet'])).toMatchObject(done);
    for (const name of ['outcomes.parquet', 'daily.parquet', 'results.xlsx']) {
      const [one, other] = ['st', 'four'].map((out) => readFileSync(join(path(out), name)));
      expect(one.equals(other), name).toBe(true);
    }
    expect(manifestOf('st').files).toEqual(manifestOf('four').files);
    expect(Object.keys(manifestOf('st').files)).toContain('results.xlsx');
  });

  it('that report wrote stay while the numbers stay, and are removed with a word when they change', async () => {
    expect(await winterflow([...run, path('pack')])).toMatchObject(done);
    for (const format of ['pptx', 'xlsx']) {
      expect(await winterflow(['report', path('pack'), '--format', format])).toMatchObject(done);
    }
    const again = await winterflow(['run', '--resume', '--out', path('pack')]);
    expect(again).toMatchObject(done);
    expect(again.err).not.toContain('Removed');
    expect(existsSync(join(path('pack'), 'report.pptx'))).toBe(true);
    const { code, err } = await winterflow(['run', '--append', '1', '--out', path('pack')]);
    expect(code).toBe(0);
    expect(readdirSync(path('pack')).filter((name) => /report\.(pptx|xlsx)/.test(name))).toEqual(
      [],
    );
    expect(err).toContain('Removed, as the numbers have changed: report.pptx, report.xlsx\n');
  });

  it('of a finished batch go when another one replaces it', async () => {
    expect(await winterflow([...run, path('old'), '--also', 'excel'])).toMatchObject(done);
    for (const name of ['report.pptx', 'report.xlsx', 'report.pdf', 'board-pack.html']) {
      writeFileSync(join(path('old'), name), '');
    }
    expect(await winterflow([...run, path('old'), '--seed', 'other'])).toMatchObject(done);
    expect(readdirSync(path('old')).sort()).toEqual([
      'batch.json',
      'daily.csv',
      'journal.jsonl',
      'manifest.json',
      'outcomes.csv',
      'planning.csv',
      'report.html',
      'single-winters.csv',
      'summary.json',
    ]);
  });
});

describe('--append', () => {
  it('adds to the winters that there are, also after --within', async () => {
    const limited = [...run.slice(0, 2), '--replications', '9000', '--within', '1', '--quiet'];
    expect(await winterflow([...limited, '--out', path('within')])).toMatchObject(done);
    const { replications, complete, wanted } = manifestOf('within');
    expect(complete).toBe(true);
    expect(wanted).toBe(9000);
    expect(replications).toBeLessThan(9000);
    const more = ['run', '--append', '1', '--quiet', '--out', path('within')];
    expect(await winterflow(more)).toMatchObject(done);
    expect(manifestOf('within')).toMatchObject({
      replications: replications + 1,
      wanted: replications + 1,
      complete: true,
    });
  });
});
