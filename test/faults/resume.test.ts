// test/faults/resume.test.ts: batches that were stopped, damaged or run twice at once go on, and give
// what one batch left alone gives.

import { spawnSync } from 'node:child_process';
import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BIN, program, scratchFolder, shortScenario, winterflow } from '../inputs/command.js';

const folder = scratchFolder();
const short = shortScenario(folder);
const RESULTS = [
  'summary.json',
  'outcomes.csv',
  'daily.csv',
  'single-winters.csv',
  'planning.csv',
  'report.html',
];
const REPLICATIONS = 6;
const path = (name: string) => join(folder, name);
const args = (out: string, ...more: string[]) => [
  ...['run', short, '--replications', String(REPLICATIONS), '--workers', '2'],
  ...['--out', path(out), '--progress', 'none', ...more],
];
const journal = (out: string) => join(path(out), 'journal.jsonl');
const linesOf = (out: string) => readFileSync(journal(out), 'latin1').split('\n').slice(0, -1);

/** Tests that a folder holds what the batch left alone gave. */
function equalsWhole(out: string): void {
  for (const name of RESULTS) {
    expect(readFileSync(join(path(out), name), 'utf8'), name).toBe(
      readFileSync(join(path('whole'), name), 'utf8'),
    );
  }
}

/** A folder as it is when the process was killed after some winters. */
function stopped(out: string, lines: readonly string[]): void {
  spawnSync('cp', ['-r', path('whole'), path(out)]);
  for (const name of readdirSync(path(out))) {
    if (name !== 'batch.json' && name !== 'journal.jsonl') rmSync(join(path(out), name));
  }
  writeFileSync(journal(out), lines.map((line) => `${line}\n`).join(''));
}

let whole: string[] = [];
beforeAll(async () => {
  expect(await winterflow(args('whole'))).toMatchObject({ code: 0 });
  whole = linesOf('whole');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a batch that was stopped', () => {
  it('goes on with the same command, in another time zone too', async () => {
    stopped('same', whole.slice(0, 2));
    const { code, err } = await winterflow(args('same'), { env: { TZ: 'Pacific/Auckland' } });
    expect(err).toBe(
      `Going on: 2 of ${REPLICATIONS} winters are there.\nResults are in ${path('same')}\n`,
    );
    expect(code).toBe(0);
    expect(linesOf('same').slice(0, 2)).toEqual(whole.slice(0, 2));
    equalsWhole('same');
  });

  it('goes on with --resume alone, without its scenario file', async () => {
    stopped('alone', whole.slice(0, 5));
    const resume = ['run', '--resume', '--out', path('alone'), '--quiet'];
    expect(await winterflow(resume, { cwd: '/' })).toMatchObject({ code: 0 });
    equalsWhole('alone');
  });

  it('has a damaged line simulated again, with a warning; later ones are kept', async () => {
    const damaged = whole[1].replace(/"data":"..../, '"data":"AAAA');
    stopped('damaged', [whole[0], damaged, ...whole.slice(2)]);
    const { code, err } = await winterflow(args('damaged'));
    expect(err).toContain(
      `${journal('damaged')}:2: the line is damaged; its winter is simulated again.\n` +
        `Going on: ${REPLICATIONS - 1} of ${REPLICATIONS} winters are there.\n`,
    );
    expect(code).toBe(0);
    equalsWhole('damaged');
  });

  it('is not overwritten by another batch', async () => {
    stopped('other', whole.slice(0, 1));
    const { code, err } = await winterflow([...args('other'), '--seed', 'another']);
    expect(err).toBe(
      `${path('other')}: holds an unfinished batch with seed "winterflow", not "another"; name ` +
        'another folder, or remove this one.\n',
    );
    expect(code).toBe(73);
    expect(linesOf('other')).toEqual(whole.slice(0, 1));
  });

  it('whose description was changed by hand does not go on', async () => {
    stopped('by-hand', whole.slice(0, 2));
    const header = JSON.parse(readFileSync(join(path('by-hand'), 'batch.json'), 'utf8'));
    header.scenarios[0].model.period.lastDay = '2017-10-04';
    writeFileSync(join(path('by-hand'), 'batch.json'), JSON.stringify(header));
    const { code, err } = await winterflow(args('by-hand'));
    expect(err).toBe(
      `${join(path('by-hand'), 'batch.json')}: the model of "Short" is not what its hash says.\n`,
    );
    expect(code).toBe(73);
  });
});

describe('--append', () => {
  it('adds winters to a finished batch; the result is that of all of them at once', async () => {
    const first = ['run', short, '--replications', '2', '--out', path('grown'), '--quiet'];
    expect(await winterflow(first)).toMatchObject({ code: 0 });
    const more = ['run', '--append', String(REPLICATIONS - 2), '--out', path('grown'), '--quiet'];
    expect(await winterflow(more)).toMatchObject({ code: 0 });
    equalsWhole('grown');
  });

  it('and --resume need a batch', async () => {
    const resume = ['run', short, '--resume', '--out', path('nothing')];
    expect(await winterflow(resume)).toMatchObject({
      code: 66,
      err: `${path('nothing')}: there is no batch to go on with.\n`,
    });
    expect(await winterflow(['run', short, '--append', '5'])).toMatchObject({
      code: 64,
      err: '--append needs the folder of the batch: add --out DIR.\n',
    });
  });
});

describe('a disk', () => {
  it('that fills up ends the batch with 74, keeps what is finished, and the batch goes on', async () => {
    const bytes = statSync(journal('whole')).size;
    const blocks = Math.ceil((0.6 * bytes) / 1024); // this much of the journal fits into a file
    const limited = (out: string) => {
      const command = [process.execPath, BIN, ...args(out)].map((word) => `'${word}'`).join(' ');
      return program('bash', ['-c', `trap '' XFSZ; ulimit -f ${blocks}; ${command}`]);
    };
    stopped('full', []);
    const { code, err } = await limited('full');
    const kept = linesOf('full').length;
    expect(kept).toBeGreaterThan(0);
    expect(err).toBe(
      `${journal('full')}: cannot be written: the file would be too large (EFBIG). ${kept} winters ` +
        'are kept; the same command goes on from there.\n',
    );
    expect(code).toBe(74);
    expect(await winterflow(args('full'))).toMatchObject({ code: 0 });
    equalsWhole('full');
  });

  it.skipIf(!existsSync('/dev/full'))('without room for one line ends with 74', async () => {
    stopped('none', []);
    rmSync(journal('none'));
    symlinkSync('/dev/full', journal('none'));
    expect(await winterflow(args('none'))).toMatchObject({
      code: 74,
      err:
        `${journal('none')}: cannot be written: the disk is full (ENOSPC). 0 winters are kept; ` +
        'the same command goes on from there.\n',
    });
  });
});

describe('several batches started at once in one folder', () => {
  it('are one that writes and others that end with 75 and name it', async () => {
    const seeds = ['a', 'b', 'c'];
    const ended = await Promise.all(
      seeds.map((seed) => winterflow([...args('crowd'), '--seed', seed])),
    );
    const busy = ended.filter(({ code }) => code === 75);
    expect(ended.filter(({ code }) => code === 0).length).toBeGreaterThanOrEqual(1);
    for (const { err } of busy) {
      expect(err).toMatch(/another batch is writing here \(process \d+ on .*\)\.\n$/);
    }
    const manifest = JSON.parse(readFileSync(join(path('crowd'), 'manifest.json'), 'utf8'));
    expect(linesOf('crowd')).toHaveLength(REPLICATIONS);
    expect(manifest).toMatchObject({ complete: true, replications: REPLICATIONS });
    expect(readdirSync(path('crowd')).filter((name) => name.includes('lock'))).toEqual([]);
  });
});

it('no duration comes from the clock of the wall, which may jump', () => {
  const sources = ['cli', 'workers'].flatMap((name) => {
    const of = join(import.meta.dirname, '../..', name);
    return readdirSync(of).map((file) => join(of, file));
  });
  const found = sources.filter((file) => readFileSync(file, 'utf8').includes('Date.now'));
  expect(found).toEqual([]);
});
