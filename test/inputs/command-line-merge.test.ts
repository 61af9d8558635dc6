// test/inputs/command-line-merge.test.ts: the journal of a part is its only result: nothing replaces it.

import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratchFolder, shortScenario, winterflow } from './command.js';

const folder = scratchFolder();
const short = shortScenario(folder);
const path = (name: string) => join(folder, name);
const journalOf = (out: string) => readFileSync(join(path(out), 'journal.jsonl'), 'utf8');
const run = ['run', short, '--replications', '4', '--quiet', '--out'];
const parts = ['q1', 'q2'].map(path);

let journals: string[] = [];
beforeAll(async () => {
  for (const part of [1, 2]) {
    const args = [...run, path(`q${part}`), '--shard', `${part}/2`];
    expect(await winterflow(args)).toMatchObject({ code: 0 });
  }
  journals = [journalOf('q1'), journalOf('q2')];
  for (const journal of journals) expect(journal.split('\n')).toHaveLength(3);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('merge', () => {
  const refused = (out: string, part: string) => ({
    code: 73,
    out: '',
    err: `--out ${out}: is ${part}, one of the parts; name another folder for the whole.\n`,
  });

  it('into one of the parts is refused, and the part keeps its winters', async () => {
    const ended = await winterflow(['merge', ...parts, '--out', path('q1')]);
    expect([journalOf('q1'), journalOf('q2')]).toEqual(journals);
    expect(ended).toEqual(refused(path('q1'), path('q1')));
  });

  it('into a part by another name is refused too', async () => {
    symlinkSync(path('q2'), path('link'));
    const ended = await winterflow(['merge', ...parts, '--out', path('link')]);
    expect([journalOf('q1'), journalOf('q2')]).toEqual(journals);
    expect(ended).toEqual(refused(path('link'), path('q2')));
    mkdirSync(path('sub'));
    const around = await winterflow(['merge', ...parts, '--out', '../q1'], { cwd: path('sub') });
    expect(around).toEqual(refused('../q1', path('q1')));
    expect(journalOf('q1')).toBe(journals[0]);
  });

  it('into a part that is not among those named is refused', async () => {
    const other = [...run, path('q3'), '--shard', '1/3'];
    expect(await winterflow(other)).toMatchObject({ code: 0 });
    const before = journalOf('q3');
    expect(await winterflow(['merge', ...parts, '--out', path('q3')])).toEqual({
      code: 73,
      out: '',
      err:
        `${path('q3')}: holds a part of a batch with part 1 of 3, not all parts; name another ` +
        'folder, or remove this one.\n',
    });
    expect(journalOf('q3')).toBe(before);
  });
});

describe('a folder with a finished part', () => {
  const cases: [string, string[], string][] = [
    ['another part', ['--shard', '2/2'], 'part 1 of 2, not part 2 of 2'],
    ['the whole batch', [], 'part 1 of 2, not all parts'],
    ['a part of another batch', ['--shard', '1/2', '--seed', 'x'], 'seed "winterflow", not "x"'],
  ];
  for (const [what, more, difference] of cases) {
    it(`is not replaced by ${what}`, async () => {
      const ended = await winterflow([...run, path('q1'), ...more]);
      expect(journalOf('q1')).toBe(journals[0]);
      expect(ended).toEqual({
        code: 73,
        out: '',
        err:
          `${path('q1')}: holds a part of a batch with ${difference}; name another folder, or ` +
          'remove this one.\n',
      });
    });
  }

  it('is not replaced by the first look', async () => {
    const ended = await winterflow(['winter', '--within', '5', '--out', path('q1')]);
    expect(journalOf('q1')).toBe(journals[0]);
    expect(ended).toEqual({
      code: 73,
      out: '',
      err: `${path('q1')}: holds part 1 of 2 of a batch; name another folder or remove this one.\n`,
    });
  });
});
it('a part without a winter ends well, and is merged', async () => {
  for (const part of [1, 2, 3]) {
    const args = [...run, path(`few-${part}`), '--shard', `${part}/3`, '--replications', '2'];
    args.splice(2, 2); // one number of replications only
    const there = part === 3 ? '0 winters are' : '1 winter is';
    expect(await winterflow(args)).toMatchObject({
      code: 0,
      out: `Part ${part} of 3: ${there} in ${path(`few-${part}`)}\n`,
      err: '',
    });
  }
  const few = [1, 2, 3].map((part) => path(`few-${part}`));
  expect(await winterflow(['merge', ...few, '--out', path('two')])).toMatchObject({ code: 0 });
});
