// test/inputs/command-line-experiments.test.ts: what sweep and sensitivity say to options and files that
// they cannot use, and what they answer.

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { scratchFolder, shortScenario, winterflow } from './command.js';

const folder = scratchFolder();
const short = shortScenario(folder);
afterAll(() => rmSync(folder, { recursive: true }));

/** The file of an experiment with these factors. */
function experiment(name: string, vary: string, more = ''): string {
  const path = join(folder, `${name}.yaml`);
  const head = `winterflow: 1\nkind: experiment\nscenario: ${short}\n${more}`;
  writeFileSync(path, `${head}vary:\n  - ${vary}\n`);
  return path;
}

const beds = experiment('beds', '{ name: beds, set: beds.olderPeople.core, values: [131, 151] }');

describe('what the file of an experiment says', () => {
  for (const [command, more] of [
    ['sweep', []],
    ['sensitivity', ['--outcome', 'attendancesCount']],
  ] as const) {
    for (const option of ['--plan', '--winter']) {
      it(`is no option of ${command}: ${option}`, async () => {
        const args = [command, beds, ...more, '--replications', '2', option, 'nonsense'];
        expect(await winterflow(args)).toEqual({
          code: 64,
          out: '',
          err: `There is no option ${option}.\n`,
        });
      });
    }
  }
});

describe('values over a range', () => {
  const ranges =
    '{ name: beds, set: beds.olderPeople.core, from: 150, to: 160 }\n' +
    '  - { name: choice, set: discharge.choiceDays.mean, from: 1, to: 5 }';

  it('are whole where the model asks for it, and only there, in a Latin hypercube', async () => {
    const file = experiment('ranges', ranges, 'design: latin-hypercube\npoints: 4\n');
    const out = join(folder, 'hypercube');
    const args = ['sweep', file, '--replications', '2', '--out', out, '--quiet'];
    expect(await winterflow(args)).toMatchObject({
      code: 0,
      err: `All outcomes are in ${out}/points.csv\n`,
    });
    const rows = readFileSync(join(out, 'points.csv'), 'utf8').split('\n').slice(1, -1);
    const columns = rows.map((row) => row.split(',').map(Number));
    expect(columns.every(([, beds]) => Number.isInteger(beds))).toBe(true);
    expect(columns.some(([, , days]) => !Number.isInteger(days))).toBe(true);
  });

  it('are whole where the model asks for it in a sensitivity analysis', async () => {
    const args = ['sensitivity', experiment('same', ranges), '--outcome', 'attendancesCount'];
    const ended = await winterflow([...args, '--replications', '2', '--points', '8', '--quiet']);
    expect(ended).toMatchObject({ code: 0, err: '' });
  });
});
