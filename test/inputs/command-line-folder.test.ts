// test/inputs/command-line-folder.test.ts: the folder for results: not there, not ours, full, busy.
//
// The tests may run as root, for whom no folder is read-only. So a folder that nobody can write to
// is one of /proc, and a full disk is /dev/full behind the name of the file to be written.

import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openResultsFolder } from '../../cli/results-folder.js';
import { VERSION } from '../../sim/outcomes/provenance.js';
import { scratchFolder, shortScenario, winterflow } from './command.js';

const folder = scratchFolder();
const short = shortScenario(folder);
const path = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

/** A folder with the given files. */
function folderWith(name: string, files: Readonly<Record<string, string>>): string {
  mkdirSync(path(name));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(path(name), file), text);
  return path(name);
}

/** How opening a folder is refused. */
function refusal(name: string): unknown {
  try {
    openResultsFolder(name).close();
  } catch (error) {
    return error;
  }
  return null;
}

const LOCK = '.winterflow-lock';
const manifest = (version: string) => JSON.stringify({ version });

describe('--out', () => {
  const cases: [string, () => string, string][] = [
    ['a file', () => short, `--out ${short}: is a file; name a folder.`],
    [
      'a folder without a parent',
      () => path('none/results'),
      `--out ${path('none/results')}: its parent folder ${path('none')} does not exist; create it ` +
        'first.',
    ],
    [
      'a folder with other files',
      () => folderWith('photos', { 'a.jpg': '' }),
      `--out ${path('photos')}: holds files that are not a batch of Winterflow; name a new or ` +
        'empty folder.',
    ],
    [
      "another version's batch",
      () => folderWith('old', { 'manifest.json': manifest('0.0.1') }),
      `--out ${path('old')}: holds a batch of version 0.0.1, this is ${VERSION}; name another ` +
        'folder.',
    ],
    [
      'a batch whose manifest cannot be read',
      () => folderWith('torn', { 'manifest.json': '{"version": "0' }),
      `--out ${path('torn')}: holds a batch of version unknown, this is ${VERSION}; name another ` +
        'folder.',
    ],
  ];
  for (const [what, named, message] of cases) {
    it(`refuses ${what} with code 73`, () => {
      expect(refusal(named())).toMatchObject({ message, exitCode: 73 });
    });
  }

  it.skipIf(!existsSync('/proc/self'))('refuses a place that cannot be written to', async () => {
    const ended = await winterflow(['run', short, '--out', '/proc/results']);
    expect(ended).toEqual({
      code: 73,
      out: '',
      err: '--out /proc/results: cannot be created: nothing can be made there (ENOENT).\n',
    });
  });
});

describe('a folder that another batch writes to', () => {
  it('is busy, with code 75, and the other is named', () => {
    const busy = folderWith('busy', {
      [LOCK]: JSON.stringify({ pid: process.ppid, host: hostname() }),
    });
    expect(refusal(busy)).toMatchObject({
      message: `${busy}: another batch is writing here (process ${process.ppid} on ${hostname()}).`,
      exitCode: 75,
    });
  });

  it('is taken over when the other is gone', () => {
    const left = folderWith('left', {
      [LOCK]: JSON.stringify({ pid: 2 ** 22 + 1, host: hostname() }),
    });
    expect(refusal(left)).toBeNull();
    expect(readdirSync(left)).toEqual([]);
  });

  it('is taken over when the lock was never written to its end', () => {
    expect(refusal(folderWith('half', { [LOCK]: '{"pid": ' }))).toBeNull();
  });
});

describe('a disk that is full', () => {
  it.skipIf(!existsSync('/dev/full'))(
    'ends with code 74, says so and leaves no half file',
    async () => {
      const full = folderWith('full', { 'manifest.json': manifest(VERSION) });
      symlinkSync('/dev/full', join(full, 'daily.csv.partial'));
      const args = ['run', short, '--replications', '1', '--quiet', '--out', full];
      const { code, err } = await winterflow(args);
      expect(err).toBe(
        `${join(full, 'daily.csv')}: cannot be written: the disk is full (ENOSPC).\n`,
      );
      expect(code).toBe(74);
      expect(readdirSync(full).sort()).toEqual([
        'batch.json',
        'journal.jsonl',
        'manifest.json',
        'outcomes.csv',
      ]);
    },
  );
});
