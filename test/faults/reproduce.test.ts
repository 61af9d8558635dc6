// test/faults/reproduce.test.ts: a batch run again is compared whole or not at all, with what lies in
// its folder, and in the winters that were kept.

import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratchFolder, shortScenario, winterflow } from '../inputs/command.js';
import { batchWith } from './kept-batches.js';

const folder = scratchFolder();
const short = shortScenario(folder);
const path = (name: string) => join(folder, name);
const text = (out: string, name: string) => readFileSync(join(path(out), name), 'utf8');
const reproduce = (out: string, ...more: string[]) =>
  winterflow(['reproduce', path(out), '--quiet', ...more]);

/** A copy of a folder. */
function copy(from: string, to: string): void {
  cpSync(path(from), path(to), { recursive: true });
}

/** Changes values of a JSON file. */
function change(out: string, name: string, values: Readonly<Record<string, unknown>>): void {
  const all = { ...JSON.parse(text(out, name)), ...values };
  writeFileSync(join(path(out), name), JSON.stringify(all));
}

beforeAll(async () => {
  const run = ['run', short, '--replications', '5', '--quiet', '--out'];
  const also = ['--also', 'parquet,excel'];
  expect(await winterflow([...run, path('whole'), ...also])).toMatchObject({ code: 0 });
  for (const part of ['2/2', '3/3']) {
    const args = [...run, path(`part-${part[0]}`), '--shard', part];
    expect(await winterflow(args)).toMatchObject({ code: 0 });
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('reproduce that is stopped', () => {
  const stopped = '\nStopping: nothing is compared. Again to stop at once.\n';

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`by ${signal} compares nothing, says so and ends with 130`, async () => {
      const [out, scratch] = [`long-${signal}`, path(`scratch-${signal}`)];
      copy('whole', out);
      mkdirSync(scratch);
      change(out, 'manifest.json', { replications: 50_000, winters: '0-49999' });
      const ended = await winterflow(['reproduce', path(out), '--quiet'], {
        env: { TMPDIR: scratch },
        meanwhile: async (child) => {
          const begun = () =>
            readdirSync(scratch).some((name) => {
              const journal = join(scratch, name, 'journal.jsonl');
              return existsSync(journal) && statSync(journal).size > 0;
            });
          while (!begun()) await new Promise((resolve) => setTimeout(resolve, 20));
          child.kill(signal);
        },
      });
      expect(ended).toEqual({ code: 130, out: '', err: stopped });
      expect(readdirSync(scratch)).toEqual([]);
    });
  }

  it('after some of the first winters, too', async () => {
    const args = ['run', 'lister-2017-18', '--replications', '30', '--workers', '2', '--quiet'];
    expect(await winterflow([...args, '--out', path('slow')])).toMatchObject({ code: 0 });
    const again = ['reproduce', path('slow'), '--winters', '30', '--workers', '1'];
    const { code, out, err } = await winterflow(again, {
      meanwhile: (child) => child.stderr?.once('data', () => child.kill('SIGINT')),
    });
    expect(err).toMatch(/^[1-9]\d? of 30 winters simulated/);
    expect(err).toContain(stopped);
    expect({ code, out }).toEqual({ code: 130, out: '' });
  });
});

describe('files on the disk', () => {
  it('are all compared, exports too', async () => {
    const { code, out } = await reproduce('whole');
    expect(out).toContain('Reproduced: 5 winters of 1 scenarios give the same bytes.\n');
    for (const name of ['outcomes.parquet', 'daily.parquet', 'results.xlsx']) {
      expect(out).toContain(`same     ${name}  `);
    }
    expect(code).toBe(0);
  });

  it('that were changed since, or are gone, are named', async () => {
    copy('whole', 'changed');
    const csv = text('changed', 'outcomes.csv');
    writeFileSync(join(path('changed'), 'outcomes.csv'), csv.replace(/\d\n/, '\n'));
    appendFileSync(join(path('changed'), 'results.xlsx'), ' ');
    rmSync(join(path('changed'), 'daily.csv'));
    const { code, out } = await reproduce('changed');
    expect(out).toContain('CHANGED  outcomes.csv  ');
    expect(out).toContain('CHANGED  results.xlsx  ');
    expect(out).toContain('GONE     daily.csv  ');
    expect(out).toContain('same     summary.json  ');
    expect(out).not.toMatch(/reproduced/i);
    expect(out).toMatch(
      /\nThe winters give the same bytes again, but 3 of 9 files are not as written\.\n$/,
    );
    expect(code).toBe(1);
  });
});

describe('winters that were kept', () => {
  it('are run again, when the batch was stopped with gaps', async () => {
    await batchWith(path('gaps'), { replications: 8, there: [3, 5], stopsAtOnce: true });
    const { code, out } = await reproduce('gaps');
    expect(out).toContain('Reproduced: 3 winters of 1 scenarios give the same bytes.\n');
    expect(code).toBe(0);
    expect(JSON.parse(text('gaps', 'manifest.json'))).toMatchObject({
      complete: false,
      replications: 3,
      winters: '0, 3, 5',
    });
    change('gaps', 'manifest.json', { winters: undefined });
    expect(await reproduce('gaps')).toEqual({
      code: 66,
      out: '',
      err:
        `${join(path('gaps'), 'manifest.json')}: does not say which winters of this batch were kept; ` +
        'write its results again with winterflow run --resume, or compare with --winters.\n',
    });
  });

  it('are run again, when one of the others failed', async () => {
    await batchWith(path('failed'), { replications: 6, fails: 2, effects: 'sampled' });
    const { code, out } = await reproduce('failed');
    expect(out).toContain('Reproduced: 5 winters of 1 scenarios give the same bytes.\n');
    expect(code).toBe(0);
    expect(JSON.parse(text('failed', 'manifest.json'))).toMatchObject({
      failures: [{ replication: 2 }],
      winters: '0-1, 3-5',
    });
  });

  it('are the first ones of a folder whose manifest does not say so, when none is missing', async () => {
    copy('whole', 'older');
    change('older', 'manifest.json', { winters: undefined });
    expect(await reproduce('older')).toMatchObject({ code: 0 });
  });

  it('are not guessed from a manifest that is damaged, or from none', async () => {
    copy('whole', 'torn');
    const manifest = join(path('torn'), 'manifest.json');
    writeFileSync(manifest, text('torn', 'manifest.json').slice(0, 300));
    expect(await reproduce('torn')).toEqual({
      code: 65,
      out: '',
      err:
        `${manifest}: is not a manifest as winterflow run writes it; write the results again with ` +
        'winterflow run --resume.\n',
    });
    rmSync(manifest);
    expect(await reproduce('torn')).toEqual({
      code: 66,
      out: '',
      err: `${manifest}: lists no files to compare; the batch has no results yet.\n`,
    });
  });

  it('of a part have no files: it is said what can be compared', async () => {
    expect(await reproduce('part-2')).toEqual({
      code: 66,
      out: '',
      err: `${path('part-2')}: is part 2 of 2, without files of results; compare its winters with --winters.\n`,
    });
  });
});

describe('the first winters', () => {
  it('that are not in the journal are not said to be the same', async () => {
    expect(await reproduce('part-3', '--winters', '2')).toEqual({
      code: 1,
      out: 'None of the 2 winters asked for is in the journal of part 3 of 3: nothing was compared.\n',
      err: '',
    });
    expect(await reproduce('part-2', '--winters', '4')).toEqual({
      code: 0,
      out: '2 of the 4 winters asked for are in the journal of part 2 of 2: all the same.\n',
      err: '',
    });
  });

  it('are counted when a line is damaged, and the warning is passed on', async () => {
    copy('whole', 'damaged');
    const journal = text('damaged', 'journal.jsonl').split('\n');
    const at = journal.findIndex((line) => line.includes('"replication":1,'));
    journal[at] = journal[at].replace(/"data":"..../, '"data":"AAAA');
    writeFileSync(join(path('damaged'), 'journal.jsonl'), journal.join('\n'));
    expect(await reproduce('damaged', '--winters', '4')).toEqual({
      code: 1,
      out: '3 of the 4 winters asked for are in the journal: all the same.\n',
      err: `${join(path('damaged'), 'journal.jsonl')}:${at + 1}: the line is damaged and is passed over.\n`,
    });
  });
});

it('a place for the second run that cannot be made is said, with code 73', async () => {
  const args = ['reproduce', path('whole'), '--quiet'];
  expect(await winterflow(args, { env: { TMPDIR: '/nonexist' } })).toEqual({
    code: 73,
    out: '',
    err:
      '/nonexist: no folder for the second run can be made there: nothing can be made there ' +
      '(ENOENT); set TMPDIR to a folder that can be written to.\n',
  });
});
