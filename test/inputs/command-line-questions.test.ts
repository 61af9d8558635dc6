// test/inputs/command-line-questions.test.ts: what solve, sweep, sensitivity, best and --precision say to
// command lines and files that they cannot use, and that they answer.

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { scratchFolder, shortScenario, winterflow } from './command.js';

const folder = scratchFolder();
const short = shortScenario(folder);
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const experiment = (vary: string) =>
  `winterflow: 1\nkind: experiment\nscenario: ${short}\nvary:\n${vary}`;
const BEDS = '--vary beds.olderPeople.core --between 120..200'.split(' ');

describe('a question that cannot be answered', () => {
  const cases: [string, string[], number, string | RegExp][] = [
    [
      'a target without a limit',
      ['solve', short, ...BEDS, '--target', 'dtocShareMean'],
      64,
      '--target is "dtocShareMean"; allowed: OUTCOME<=VALUE or >=, for example occupancy0800ShareMean<=92%.\n',
    ],
    [
      'no range',
      ['solve', short, '--target', 'dtocShareMean<=3%'],
      64,
      'Give --between <from..to>.\n',
    ],
    [
      'nothing to vary',
      ['solve', short, '--between', '1..2', '--target', 'dtocShareMean<=3%'],
      64,
      'Give one of --vary, --scale and --add: what may be changed.\n',
    ],
    [
      'a range upside down',
      ['solve', short, '--vary', 'a', '--between', '9..2', '--target', 'dtocShareMean<=3%'],
      64,
      '--between is "9..2"; allowed: FROM..TO, the lower first, for example 120..180.\n',
    ],
    [
      'a path that is not there',
      [
        'solve',
        short,
        '--vary',
        'bedss.core',
        '--between',
        '1..2',
        '--target',
        'dtocShareMean<=3%',
      ],
      65,
      /^bedss\.core: this model has no "bedss" there; it has: /,
    ],
    [
      'one scenario to choose from',
      ['best', short, '--outcome', 'daysOver92Count', '--indifference', '1'],
      64,
      'Name at least two scenarios, or plans.\n',
    ],
    [
      'a misspelt outcome',
      ['best', short, '--outcome', 'daysOver92Cuont', '--indifference', '1'],
      64,
      '--outcome is "daysOver92Cuont"; did you mean daysOver92Count?\n',
    ],
    ['a file that is not there', ['sweep', 'none.yaml'], 66, 'none.yaml: there is no such file.\n'],
    [
      'a factor both set and scaled',
      ['sweep', file('both.yaml', experiment('  - { set: a, scale: b, values: [1] }\n'))],
      65,
      `${join(folder, 'both.yaml')}:5:5: vary.0: give one of set, scale and add\n`,
    ],
    [
      'a range with from above to',
      ['sweep', file('upside.yaml', experiment('  - { set: a, from: 2, to: 1 }\n'))],
      65,
      `${join(folder, 'upside.yaml')}:5:5: vary.0: give either values, or from and to with from below to\n`,
    ],
    [
      'a precision with parts',
      [
        'run',
        short,
        '--precision',
        'daysOver92Count=1d',
        '--shard',
        '1/2',
        '--out',
        join(folder, 'x'),
      ],
      64,
      '--precision decides on the winters; it goes with neither --shard nor --append.\n',
    ],
  ];
  for (const [what, args, code, err] of cases) {
    it(`ends with code ${code} for ${what}`, async () => {
      const ended = await winterflow(args, { cwd: folder });
      if (typeof err === 'string') expect(ended.err).toBe(err);
      else expect(ended.err).toMatch(err);
      expect(ended).toMatchObject({ code, out: '' });
    });
  }
});

describe('a question that can', () => {
  it('is solved, with the curve that was seen', async () => {
    const args = [
      'solve',
      short,
      '--add',
      'beds.medical.core',
      '--between',
      '0..200',
      '--step',
      '5',
    ];
    const target = ['--target', 'bedsOpenMean>=700', '--replications', '10'];
    const { code, out } = await winterflow([...args, ...target, '--quiet', '--json']);
    expect(code).toBe(0);
    const solution = JSON.parse(out);
    expect(solution).toMatchObject({ moreHelps: true, feasible: 'yes', seed: 'winterflow' });
    expect(solution.low).toBeLessThanOrEqual(solution.value);
    expect(solution.high).toBeGreaterThanOrEqual(solution.value);
    const at = solution.curve.find((point: { value: number }) => point.value === solution.value);
    expect(at.holds).toBe(true);
  });

  it('is swept into a table with its provenance', async () => {
    const of = experiment('  - { name: older, set: beds.olderPeople.core, values: [131, 151] }\n');
    const out = join(folder, 'swept');
    const args = ['sweep', file('sweep.yaml', of), '--replications', '2', '--out', out, '--quiet'];
    expect(await winterflow(args)).toMatchObject({ code: 0 });
    const rows = readFileSync(join(out, 'points.csv'), 'utf8').split('\n');
    expect(rows[0]).toBe('point,older,outcome,mean,low95,high95');
    expect(rows.some((row) => row.startsWith('1,151,daysOver92Count,'))).toBe(true);
    const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
    expect(manifest).toMatchObject({ version: '0.1.0', seed: 'winterflow', replications: 2 });
  });

  it('has a precision that says how many winters were needed and why', async () => {
    const args = ['run', short, '--replications', '5', '--most', '8', '--quiet'];
    const { code, out } = await winterflow([...args, '--precision', 'attendancesCount=1%']);
    expect(code).toBe(0);
    expect(out).toMatch(
      /Short: Attendances [\d.]+ \([\d.]+ to [\d.]+\), asked ± .*NOT reached with 8 winters \(at most 8\): sd .* in a pilot of 5, so \(2\.776 × /,
    );
  });
});
