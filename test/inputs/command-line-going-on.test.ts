// test/inputs/command-line-going-on.test.ts: `run` in the folder of a batch without a scenario: what is
// asked beside is done, or refused, and never left out in silence.

import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratchFolder, shortScenario, winterflow } from './command.js';

const folder = scratchFolder();
const short = shortScenario(folder);
const batch = join(folder, 'batch');
const to = (out: string) => ['--out', out, '--workers', '1', '--quiet'];
const summary = (out: string) => readFileSync(join(out, 'summary.json'), 'utf8');
const differs = (what: string) =>
  `${batch}: holds a batch with ${what}; name another folder, or ask for the same.\n`;
const together = (option: string) =>
  `${option} goes with the name of a system; without one, the batch of the folder goes on as it is.\n`;

beforeAll(async () => {
  const args = ['run', short, '--replications', '2', '--seed', 'abc', ...to(batch)];
  expect(await winterflow(args)).toMatchObject({ code: 0 });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a batch that goes on without its scenarios', () => {
  const cases: [string, string[], number, string][] = [
    ['another seed', ['--seed', 'xyz'], 73, differs('seed "abc", not "xyz"')],
    ['other effects', ['--effects', 'high'], 73, differs('effects likely, not high')],
    ['a part', ['--shard', '1/2'], 73, differs('all parts, not part 1 of 2')],
    ['a winter', ['--winter', 'nosuch'], 64, together('--winter')],
    ['a plan', ['--plan', 'nonsense'], 64, together('--plan')],
  ];
  for (const how of [['--resume'], ['--append', '1']]) {
    for (const [what, args, code, err] of cases) {
      it(`${how[0]} refuses ${what}`, async () => {
        const before = summary(batch);
        expect(await winterflow(['run', ...how, ...args, ...to(batch)])).toEqual({
          ...{ code, out: '', err },
        });
        expect(summary(batch)).toBe(before);
      });
    }
  }

  it('may be given the seed and effects that it has', async () => {
    const out = join(folder, 'copy');
    cpSync(batch, out, { recursive: true });
    const same = ['--seed', 'abc', '--effects', 'likely'];
    expect(await winterflow(['run', '--resume', ...same, ...to(out)])).toMatchObject({ code: 0 });
    expect(summary(out)).toBe(summary(batch));
  });
});

it.each([
  ['without names', []],
  ['with names', [short, '--seed', 'abc']],
])('--append with --replications is refused %s', async (_, names) => {
  const args = ['run', ...names, '--append', '1', '--replications', '10', ...to(batch)];
  expect(await winterflow(args)).toEqual({
    code: 64,
    out: '',
    err: '--append adds winters to those that are there; it does not go with --replications.\n',
  });
});

it.each([
  [['--also', 'parquet'], '--also writes files beside the results: add --out DIR.\n'],
  [
    ['--also', 'excel', '--shard', '1/2', ...to(join(folder, 'part'))],
    '--shard keeps winters for winterflow merge; give --also there.\n',
  ],
  [
    ['--json', '--shard', '1/2', ...to(join(folder, 'part'))],
    '--shard keeps winters for winterflow merge; give --json there.\n',
  ],
])('what a run would not do is refused: %s', async (args, err) => {
  expect(await winterflow(['run', short, ...args])).toEqual({ code: 64, out: '', err });
});
