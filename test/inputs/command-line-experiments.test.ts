// test/inputs/command-line-experiments.test.ts: what sweep and sensitivity say to options and files that
// they cannot use, and what they answer.

import { rmSync, writeFileSync } from 'node:fs';
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
