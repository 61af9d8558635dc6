// test/inputs/command-line-experiments.test.ts: what sweep and sensitivity say to options and files that
// they cannot use, and what they answer.

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildOf } from '../../cli/batch-header.js';
import { OUTCOME_KEYS } from '../../sim/outcomes/keys.js';
import { VERSION } from '../../sim/outcomes/provenance.js';
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

  it('are whole where the model asks for it in the steps of a grid, and none comes twice', async () => {
    const few = ranges.replace('to: 160', 'to: 153').replace('to: 5', 'to: 5, steps: 3');
    const file = experiment('grid', few);
    const out = join(folder, 'grid');
    const args = ['sweep', file, '--replications', '2', '--out', out, '--quiet'];
    expect(await winterflow(args)).toMatchObject({ code: 0 });
    const rows = readFileSync(join(out, 'points.csv'), 'utf8').split('\n').slice(1, -1);
    const columns = rows.map((row) => row.split(',').map(Number));
    const [beds, days] = [1, 2].map((at) => [...new Set(columns.map((row) => row[at]))]);
    expect(beds).toEqual([150, 151, 152, 153]);
    expect(days).toEqual([1, 3, 5]);
    expect(new Set(columns.map(([point]) => point)).size).toBe(4 * 3);
  });

  it('are whole where the model asks for it in a sensitivity analysis', async () => {
    const args = ['sensitivity', experiment('same', ranges), '--outcome', 'attendancesCount'];
    const ended = await winterflow([...args, '--replications', '2', '--points', '8', '--quiet']);
    expect(ended).toMatchObject({ code: 0, err: '' });
  });
});

describe('an outcome whose drivers are asked for', () => {
  const asked = (file: string, outcome: string) =>
    winterflow(
      [
        'sensitivity',
        file,
        '--outcome',
        outcome,
        '--replications',
        '2',
        '--points',
        '8',
        '--quiet',
      ],
      { env: { COLUMNS: '200' } },
    );

  it('is refused where the scenario does not define it', async () => {
    expect(await asked(beds, 'opel3DaysCount')).toEqual({
      code: 65,
      out: '',
      err: 'opel3DaysCount is undefined in "Short", at all 8 points that were tried; choose another outcome.\n',
    });
  });

  it('is refused where some winters do not define it, and the first of them is named', async () => {
    const few = experiment(
      'few',
      '{ name: patients, scale: demand.attendancesPerDay, from: 0.001, to: 0.01 }',
    );
    const { code, out, err } = await asked(few, 'within4hShare');
    expect(err).toMatch(
      /^within4hShare is undefined in replication \d+ of "Short, patients = 0\.00\d+"; what drives it can be told only where every winter defines it\. Choose another outcome, or other ranges\.\n$/,
    );
    expect({ code, out }).toEqual({ code: 65, out: '' });
  });

  it('that never varies has neither ranks nor shares', async () => {
    const { code, out } = await asked(beds, 'covidBedsMax');
    expect(out).toMatch(/beds +0 to 0 +0 \(0 to 0\) +– +– +–\n/);
    expect(out).not.toContain('NaN');
    expect(code).toBe(0);
  });
});

describe('sweep --json', () => {
  it('prints JSON with provenance: values, intervals of all outcomes, and what they were made of', async () => {
    const out = join(folder, 'as-json');
    const args = ['sweep', beds, '--replications', '2', '--quiet', '--seed', 'dice', '--out', out];
    const { code, out: text } = await winterflow([...args, '--json']);
    expect(code).toBe(0);
    const swept = JSON.parse(text);
    expect(swept).toMatchObject({
      ...{ version: VERSION, build: buildOf(), seed: 'dice', scenario: 'Short', replications: 2 },
      ...{
        system: 'Lister, winter 2017-18',
        experiment: { design: 'grid', factors: [{ name: 'beds' }] },
      },
    });
    expect(swept.hash).toMatch(/^[0-9a-f]{16,}$/);
    expect(swept.points.map(({ values }: { values: unknown }) => values)).toEqual([
      { beds: 131 },
      { beds: 151 },
    ]);
    const [{ outcomes, hash }, other] = swept.points;
    expect(hash).not.toBe(other.hash);
    expect(Object.keys(outcomes)).toEqual(OUTCOME_KEYS);
    expect(outcomes.opel3DaysCount).toEqual({ mean: null, low95: null, high95: null });
    const { mean, low95, high95 } = outcomes.attendancesCount;
    expect(mean - low95).toBeCloseTo(high95 - mean);
    const row = `0,131,attendancesCount,${mean},${[low95, high95].map((v) => Number(v.toPrecision(10)))}`;
    expect(readFileSync(join(out, 'points.csv'), 'utf8').split('\n')).toContain(row);
  });
});
