// test/inputs/command-line-precision.test.ts: `run --precision`: what it prints can be done again by hand,
// and a run that was stopped ends as one that was not.

import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratchFolder, shortScenario, winterflow } from './command.js';

const folder = scratchFolder();
const short = shortScenario(folder);
const PILOT = 4;
const WHOLE = 10; // the winters that ± 20 attendances need
const PRECISE = ['--precision', 'attendancesCount=20'];
const LIMITS = ['--replications', String(PILOT), '--most', '60'];
const path = (...names: string[]) => join(folder, ...names);
const text = (...names: string[]) => readFileSync(path(...names), 'utf8');
const json = (...names: string[]) => JSON.parse(text(...names));
const to = (out: string) => ['--out', path(out), '--workers', '2', '--quiet'];
const SAME = ['precision.json', 'summary.json', 'outcomes.csv', 'daily.csv', 'batch.json'];

/** Tests that a folder holds what the run left alone gave. */
function equalsWhole(out: string): void {
  for (const name of SAME) expect(text(out, name), name).toBe(text('whole', name));
}

/** A copy of a folder as it is when the process was killed after some winters. */
function stopped(out: string, winters: number): void {
  cpSync(path('whole'), path(out), { recursive: true });
  for (const name of readdirSync(path(out))) {
    if (name !== 'batch.json' && name !== 'journal.jsonl') rmSync(path(out, name));
  }
  const lines = text('whole', 'journal.jsonl').split('\n').slice(0, winters);
  writeFileSync(path(out, 'journal.jsonl'), lines.map((line) => `${line}\n`).join(''));
  if (winters >= PILOT) return;
  const header = text('whole', 'batch.json');
  const inPilot = header.replace(`"replications": ${WHOLE}`, `"replications": ${PILOT}`);
  writeFileSync(path(out, 'batch.json'), inPilot);
}

let printed = '';
beforeAll(async () => {
  const ended = await winterflow(['run', short, ...LIMITS, ...PRECISE, ...to('whole')]);
  expect(ended.code).toBe(0);
  printed = ended.out;
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The parts of "(t × sd ÷ h)² = winters". */
function calculationIn(out: string): number[] {
  const found = /\(([\d.]+) × ([\d.]+) ÷ ([\d.]+)\)² = (\d+)/.exec(out) ?? [];
  return found.slice(1).map(Number);
}

describe('the calculation', () => {
  it('that is printed is the one that gave the winters, when they are reached', () => {
    const [t, sd, asked, winters] = calculationIn(printed);
    expect(asked).toBe(20);
    expect(winters).toBe(WHOLE);
    expect(Math.ceil(((t * sd) / asked) ** 2)).toBe(winters);
    const [precise] = json('whole', 'precision.json').precise;
    expect(precise).toMatchObject({ halfWidthAsked: 20, replicationsDone: WHOLE, isReached: true });
    expect(precise.halfWidth).toBeCloseTo((precise.high95 - precise.low95) / 2, 9);
    expect(precise.halfWidth).toBeLessThan(20);
  });

  it('and when they are not', async () => {
    const args = ['--replications', '3', '--most', '4', '--precision', 'attendancesCount=1'];
    const { code, out } = await winterflow(['run', short, ...args, ...to('short-of')]);
    expect(code).toBe(0);
    const [t, sd, asked, winters] = calculationIn(out);
    expect(asked).toBe(1);
    expect(((t * sd) / asked) ** 2 / winters).toBeCloseTo(1, 2);
    const [precise] = json('short-of', 'precision.json').precise;
    expect(precise).toMatchObject({ halfWidthAsked: 1, replicationsDone: 4, isReached: false });
    expect(precise.halfWidth).toBeGreaterThan(1);
  });
});

describe('a run to a precision that was stopped', () => {
  const commands: [string, string[]][] = [
    ['the same command', [short, ...LIMITS, ...PRECISE]],
    ['--resume and the precision', ['--resume', ...PRECISE]],
    ['--resume, its limit and the precision', ['--resume', '--most', '60', ...PRECISE]],
    ['--resume and names', [short, '--resume', ...PRECISE]],
    ['--resume alone', ['--resume']],
  ];
  for (const [what, args] of commands) {
    for (const winters of [2, 7]) {
      it(`after ${winters} winters goes on to the same files with ${what}`, async () => {
        const out = `${what} ${winters}`.replaceAll(/\W+/g, '-');
        stopped(out, winters);
        expect(await winterflow(['run', ...args, ...to(out)])).toMatchObject({ code: 0 });
        equalsWhole(out);
      });
    }
  }

  it('has a batch.json of the same bytes when it was not precise', async () => {
    const args = ['run', short, '--replications', '3'];
    await winterflow([...args, ...to('plain')]);
    await winterflow(['run', short, '--replications', '2', ...to('longer')]);
    await winterflow([...args, ...to('longer')]);
    expect(text('longer', 'batch.json')).toBe(text('plain', 'batch.json'));
  });
});

describe('precision.json', () => {
  it('is one of the results that are done again', async () => {
    expect(json('whole', 'manifest.json').files).toHaveProperty(['precision.json']);
    const { code, out } = await winterflow(['reproduce', path('whole'), '--quiet']);
    expect(out).toContain('same     precision.json');
    expect(code).toBe(0);
  });

  it.each([
    ['more winters', ['--append', '3']],
    ['another number of winters', [short, '--replications', '12']],
  ])('goes when %s are asked for', async (what, args) => {
    const out = what.replaceAll(' ', '-');
    cpSync(path('whole'), path(out), { recursive: true });
    expect(await winterflow(['run', ...args, ...to(out)])).toMatchObject({ code: 0 });
    expect(existsSync(path(out, 'precision.json'))).toBe(false);
    expect(json(out, 'manifest.json').files).not.toHaveProperty(['precision.json']);
    expect(await winterflow(['reproduce', path(out), '--quiet'])).toMatchObject({ code: 0 });
  });
});

describe('a precision that cannot be', () => {
  const ALLOWED = 'a share from 0 to 1; write 2pp or 0.02.';
  const cases: [string, string[], string][] = [
    [
      'a limit below the pilot',
      [...PRECISE, '--replications', '4', '--most', '2'],
      '--most 2 is below the pilot of 4 winters; allowed: 4 or more, or a smaller pilot by --replications.\n',
    ],
    [
      'a limit below the pilot that nobody chose',
      [...PRECISE, '--most', '8'],
      '--most 8 is below the pilot of 30 winters; allowed: 30 or more, or a smaller pilot by --replications.\n',
    ],
    [
      'a pilot of one winter',
      [...PRECISE, '--replications', '1'],
      '--precision with --replications 1: one winter has no standard deviation; allowed: a pilot of 2 or more.\n',
    ],
    [
      'a share above 1',
      ['--precision', 'within4hShare=2'],
      `--precision is "within4hShare=2"; within4hShare is ${ALLOWED}\n`,
    ],
    [
      'a limit without a precision',
      ['--most', '8'],
      '--most is the limit for --precision; give both.\n',
    ],
  ];
  for (const [what, args, err] of cases) {
    it(`is refused: ${what}`, async () => {
      const out = path('refused');
      const ended = await winterflow(['run', short, ...args, '--out', out]);
      expect(ended).toEqual({ code: 64, out: '', err });
      expect(existsSync(out)).toBe(false);
    });
  }

  it('is refused in the folder of a part', async () => {
    const args = ['run', short, '--replications', '4', '--shard', '1/2', ...to('part')];
    expect(await winterflow(args)).toMatchObject({ code: 0 });
    expect(await winterflow(['run', '--resume', ...PRECISE, ...to('part')])).toMatchObject({
      code: 64,
      err: `${path('part')}: holds part 1 of 2; --precision needs all parts.\n`,
    });
  });

  it('is said of the scenario that it is missing for, beside the others', async () => {
    writeFileSync(
      path('more.yaml'),
      'winterflow: 1\nname: More\nsystem: lister-2017-18\nplans: [escalation-beds-24]\nchanges:\n' +
        "  period: { firstDay: '2017-10-01', lastDay: '2017-10-03', leadInDays: 2 }\n" +
        "  interventions: { escalation-beds: { from: '10-01', to: '10-03' } }\n",
    );
    const args = ['--replications', '3', '--most', '4', '--precision', 'escalationBedDays=200%'];
    const { out } = await winterflow(['run', short, path('more.yaml'), ...args, ...to('two')]);
    expect(out).toContain(
      'Short: Escalation bed days: the precision cannot be told: the mean is 0, and has no share.\n',
    );
    expect(out).toMatch(/\nMore: Escalation bed days [\d.]+ \(/);
    const { precise } = json('two', 'precision.json');
    expect(precise).toMatchObject([
      { scenario: 'Short', replicationsDone: 3, isReached: false },
      { scenario: 'More', isReached: true },
    ]);
  });
});
