// test/inputs/command-line-choices.test.ts: what solve and best refuse because no true answer exists, and
// how they answer where less is better or nothing makes a difference.

import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { scratchFolder, shortScenario, winterflow } from './command.js';

const folder = scratchFolder();
const short = shortScenario(folder);
afterAll(() => rmSync(folder, { recursive: true }));

const BEDS = '--vary beds.olderPeople.core --between 150..152'.split(' ');
const LISTER = ['lister-2017-18', '--plan', 'sdec-14h'];

describe('a question without a true answer', () => {
  const cases: [string, string[], number, string][] = [
    [
      'two plans to solve for',
      [
        ...['solve', ...LISTER, '--plan', 'escalation-beds-24'],
        ...BEDS,
        '--target',
        'sdecCount>=1',
      ],
      64,
      '--plan is given 2 times; allowed: one plan, or several together: --plan "sdec-14h+escalation-beds-24".\n',
    ],
    [
      'a path given twice',
      ['solve', short, ...BEDS, '--vary', 'beds.medical.core', '--target', 'sdecCount>=1'],
      64,
      '--vary is given twice; give it once.\n',
    ],
    [
      'a range given twice',
      ['solve', short, ...BEDS, '--between', '1..2', '--target', 'sdecCount>=1'],
      64,
      '--between is given twice; give it once.\n',
    ],
    [
      'a mean stay as a share of the days',
      ['solve', short, ...BEDS, '--target', 'stayMeanDays<=5%'],
      64,
      '--target is "stayMeanDays<=5%"; stayMeanDays is in days; % goes with shares and counts of days.\n',
    ],
    [
      'a share above 1',
      ['solve', short, ...BEDS, '--target', 'within4hShare>=92'],
      64,
      '--target is "within4hShare>=92"; within4hShare is a share from 0 to 1; write 92% or 0.92.\n',
    ],
    [
      'an outcome that is undefined',
      ['solve', short, ...BEDS, '--target', 'opel3DaysCount<=10', '--quiet'],
      65,
      '--target: opel3DaysCount is undefined in all 20 winters of "Short" with beds.olderPeople.core at 150; choose an outcome that this scenario gives.\n',
    ],
    [
      'plans judged by an outcome that is undefined',
      [
        'best',
        ...LISTER,
        '--outcome',
        'opel3DaysCount',
        '--indifference',
        '1',
        '--replications',
        '5',
      ],
      65,
      '--outcome: opel3DaysCount is undefined in winter 0 of "Lister, winter 2017-18"; choose an outcome that every scenario gives in every winter.\n',
    ],
    [
      'the regret of an outcome that is undefined',
      [
        ...'regret lister-2017-18 --plan sdec-14h --in mild-flu --replications 2'.split(' '),
        '--outcome',
        'costPounds',
        '--quiet',
      ],
      65,
      '--outcome: costPounds is undefined in winter 0 of "Lister, winter 2017-18"; choose an outcome that every scenario gives in every winter.\n',
    ],
    [
      'an indifference of 500 points',
      ['best', ...LISTER, '--outcome', 'within4hShare', '--indifference', '5'],
      64,
      '--indifference is "5"; within4hShare is a share from 0 to 1; write 0.05.\n',
    ],
    [
      'fewer winters at most than at first',
      ['best', ...LISTER, '--outcome', 'within4hShare', '--indifference', '0.01', '--most', '8'],
      64,
      '--most is 8; allowed: at least the 15 winters before any scenario is dropped (--replications).\n',
    ],
    [
      'a scenario file with a plan beside it',
      ['solve', short, '--plan', 'sdec-14h', ...BEDS, '--target', 'sdecCount>=1'],
      64,
      `${short} is a scenario, with a winter and plans of its own; --winter and --plan go with a system.\n`,
    ],
  ];
  it.each(cases)('is refused: %s', async (_, args, code, err) => {
    expect(await winterflow(args, { cwd: folder })).toEqual({ code, out: '', err });
  });
});

describe('solve', () => {
  const ask = async (more: string, ...also: string[]) => {
    const args = ['solve', short, ...more.split(' '), '--replications', '10', '--quiet', ...also];
    const { code, out } = await winterflow(args);
    expect(code).toBe(0);
    return out;
  };

  it('names the largest value where less is better, the interval with its lower end first', async () => {
    const most = '--scale demand.attendancesPerDay --between 0.5..1.5 --step 0.05';
    const solution = JSON.parse(await ask(`${most} --target attendancesCount<=900`, '--json'));
    expect(solution).toMatchObject({ moreHelps: false, isSure: true, feasible: 'yes' });
    expect(solution.low).toBeLessThanOrEqual(solution.value);
    expect(solution.high).toBeGreaterThanOrEqual(solution.value);
    expect(solution.low).toBeLessThan(solution.high);
  });

  it('says that a value makes no difference instead of choosing one', async () => {
    const none = '--scale demand.attendancesPerDay --between 0.5..0.6';
    const out = await ask(`${none} --target daysOver98Count<=3`);
    expect(out).toMatch(
      /^× demand\.attendancesPerDay from 0\.5 to 0\.6 makes no difference: the target holds at both ends, for: /,
    );
  });
});
