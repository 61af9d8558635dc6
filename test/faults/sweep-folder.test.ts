// test/faults/sweep-folder.test.ts: a folder holds a batch or a sweep; neither is written over the other.

import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratchFolder, shortScenario, winterflow } from '../inputs/command.js';

const folder = scratchFolder();
const short = shortScenario(folder);
const path = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

const experiment = path('experiment.yaml');
writeFileSync(
  experiment,
  `winterflow: 1\nkind: experiment\nscenario: ${short}\nvary:\n` +
    '  - { name: beds, set: beds.olderPeople.core, values: [131, 151] }\n',
);
const run = (out: string, ...more: string[]) =>
  winterflow(['run', short, '--replications', '2', '--out', path(out), '--quiet', ...more]);
const sweep = (out: string, ...more: string[]) =>
  winterflow(['sweep', experiment, '--replications', '2', '--out', path(out), '--quiet', ...more]);
const filesOf = (out: string) =>
  Object.fromEntries(
    readdirSync(path(out)).map((name) => [name, readFileSync(join(path(out), name), 'latin1')]),
  );
const refusal = (out: string, there: string, wanted: string) => ({
  code: 73,
  out: '',
  err: `--out ${path(out)}: holds a ${there}, and no ${wanted} can be written there; name another folder.\n`,
});

describe('a folder of a batch', () => {
  beforeAll(async () => {
    for (const out of ['finished', 'stopped']) expect(await run(out)).toMatchObject({ code: 0 });
    for (const name of readdirSync(path('stopped'))) {
      if (name !== 'batch.json' && name !== 'journal.jsonl') rmSync(join(path('stopped'), name));
    }
  });

  for (const out of ['finished', 'stopped']) {
    it(`takes no sweep: ${out}`, async () => {
      const before = filesOf(out);
      expect(await sweep(out)).toEqual(refusal(out, 'batch', 'sweep'));
      expect(filesOf(out)).toEqual(before);
    });
  }
});

describe('a folder of a sweep', () => {
  beforeAll(async () => {
    expect(await sweep('swept')).toMatchObject({ code: 0 });
  });

  it('takes no batch, whatever is asked of it', async () => {
    const before = filesOf('swept');
    expect(await run('swept')).toEqual(refusal('swept', 'sweep', 'batch'));
    expect(await run('swept', '--resume')).toEqual(refusal('swept', 'sweep', 'batch'));
    expect(filesOf('swept')).toEqual(before);
  });

  it('takes the same sweep again, with the same bytes', async () => {
    const before = filesOf('swept');
    expect(await sweep('swept')).toMatchObject({ code: 0 });
    expect(filesOf('swept')).toEqual(before);
  });
});
