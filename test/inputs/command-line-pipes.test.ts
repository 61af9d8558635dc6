// test/inputs/command-line-pipes.test.ts: what is printed has no reader, or no place: the work goes on to its
// true end, and says so.

import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { appears, BIN, program, scratchFolder, shortScenario, winterflow } from './command.js';

const folder = scratchFolder();
const short = shortScenario(folder);
const path = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

const LOCK = '.winterflow-lock';
const batch = (out: string, replications = 4) => [
  ...['run', short, '--replications', String(replications), '--workers', '1'],
  ...['--out', path(out)],
];
const isComplete = (out: string) =>
  JSON.parse(readFileSync(join(path(out), 'manifest.json'), 'utf8')).complete;

describe('a reader that closes standard output', () => {
  it('does not keep files from being written after the table', async () => {
    expect(await winterflow([...batch('also'), '--quiet'])).toMatchObject({ code: 0 });
    const again = ['run', '--resume', '--out', path('also'), '--also', 'excel,parquet', '--quiet'];
    const { code, err } = await winterflow(again, {
      meanwhile: (child) => child.stdout?.destroy(),
    });
    expect({ code, err }).toEqual({ code: 0, err: `Results are in ${path('also')}\n` });
    for (const name of ['results.xlsx', 'outcomes.parquet', 'daily.parquet']) {
      expect(existsSync(join(path('also'), name)), name).toBe(true);
    }
  });

  it('does not hide that a batch was interrupted', async () => {
    const { code, err } = await winterflow(batch('stopped', 100_000), {
      meanwhile: async (child) => {
        child.stdout?.destroy();
        await appears(join(path('stopped'), 'journal.jsonl'));
        setTimeout(() => child.kill('SIGINT'), 500);
      },
    });
    expect(err).toContain('of 100000 winters are kept.\n');
    expect(code).toBe(130);
    expect(isComplete('stopped')).toBe(false);
  });
});

it('a reader that closes standard error ends progress, and nothing else', async () => {
  const { code, out } = await winterflow([...batch('silent', 12), '--progress', 'json'], {
    meanwhile: (child) => child.stderr?.destroy(),
  });
  expect(code).toBe(0);
  expect(out).toContain('Short');
  expect(isComplete('silent')).toBe(true);
  expect(existsSync(join(path('silent'), LOCK))).toBe(false);
});

describe.skipIf(!existsSync('/dev/full'))('standard output that cannot be written', () => {
  const shell = (args: readonly string[], to: string) =>
    program('bash', ['-c', '"$0" "$@" > /dev/full', process.execPath, BIN, ...args, ...[to]]);

  it('is said in one sentence, with the code of a full disk; results are there', async () => {
    const { code, err } = await shell(batch('full'), '--quiet');
    expect(err).toBe(
      `Results are in ${path('full')}\nStandard output cannot be written: the disk is full (ENOSPC).\n`,
    );
    expect(code).toBe(74);
    expect(isComplete('full')).toBe(true);
  });

  it('is said of a command that only prints', async () => {
    const { code, err } = await shell(['schema'], 'system');
    expect(err).toBe('Standard output cannot be written: the disk is full (ENOSPC).\n');
    expect(code).toBe(74);
  });

  it('does not take the place of another code', async () => {
    const { code, err } = await shell(['run', short, '--resume', '--out'], path('nowhere'));
    expect(err).not.toContain('Standard output');
    expect(code).toBe(66);
  });
});
