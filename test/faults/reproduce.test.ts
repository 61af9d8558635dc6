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

const folder = scratchFolder();
const short = shortScenario(folder);
const path = (name: string) => join(folder, name);
const text = (out: string, name: string) => readFileSync(join(path(out), name), 'utf8');
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
    const args = ['run', 'lister-2017-18', '--replications', '6', '--workers', '2', '--quiet'];
    expect(await winterflow([...args, '--out', path('slow')])).toMatchObject({ code: 0 });
    const again = ['reproduce', path('slow'), '--winters', '6', '--workers', '1'];
    const { code, out, err } = await winterflow(again, {
      meanwhile: (child) => child.stderr?.once('data', () => child.kill('SIGINT')),
    });
    expect(err).toMatch(/^1 of 6 winters simulated/);
    expect(err).toContain(stopped);
    expect({ code, out }).toEqual({ code: 130, out: '' });
  });
});
