// test/inputs/backtest-command.test.ts: the command line of backtest and trusts: sentences, a small
// test from data of no real trust, and going on with it.

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, scratchFolder, winterflow } from './command.js';

const folder = scratchFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const DAY = 86_400_000;

/** Two winters of December and January in years that no file of the repository has. */
function returns(): string {
  const lines = [
    'date,org_code,ga_beds_open,ga_beds_occupied,beds_stay_over_7d,beds_stay_over_21d',
  ];
  for (const year of [2030, 2031]) {
    for (let i = 0; i < 50; i++) {
      const date = new Date(Date.UTC(year, 11, 1) + i * DAY);
      const dip = Math.abs(i - 24) < 4 ? 14 : 0;
      const occupied = 164 + (date.getUTCDay() % 4) - dip;
      lines.push(`${date.toISOString().slice(0, 10)},RXX,180,${occupied},70,24`);
      if (i < 9) lines.push(`${date.toISOString().slice(0, 10)},RYY,180,${occupied},70,24`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** A&E of a hospital of that size. */
const MONTHS = `month,org_code,attendances,breaches_over_4h,emergency_admissions
${['2030-12', '2031-01', '2031-12', '2032-01'].map((month) => `${month},RXX,3300,500,930`).join('\n')}
`;

beforeAll(() => {
  writeFileSync(join(folder, 'beds.csv'), returns());
  writeFileSync(join(folder, 'months.csv'), MONTHS);
});

const at = (...args: string[]): Promise<Ended> => winterflow(args, { cwd: folder });

describe('winterflow backtest', () => {
  it.each([
    ['no organisation', ['beds.csv'], 64, 'Name an organisation with --org, or say --all.'],
    [
      'a winter that is none',
      ['beds.csv', '--all', '--target', '2030-32'],
      64,
      '--target is "2030-32"; allowed: a winter such as 2017-18.',
    ],
    [
      'a winter that the files do not have',
      ['beds.csv', '--all', '--target', '2040-41'],
      65,
      'The files have no open beds of 2040-41; they have 2030-31, 2031-32.',
    ],
    [
      'a winter with none before it',
      ['beds.csv', '--all', '--target', '2030-31'],
      65,
      'The files have no winter before 2030-31 to learn from.',
    ],
    [
      'a winter to learn from that came later',
      ['beds.csv', '--all', '--target', '2031-32', '--train', '2031-32'],
      65,
      '--train 2031-32: the files have no such winter before 2031-32.',
    ],
    [
      'an organisation that is not there',
      ['beds.csv', '--org', 'RZZ'],
      65,
      'The files hold nothing of RZZ. Known: RXX, RYY.',
    ],
    [
      'a mode that is none',
      ['beds.csv', '--all', '--mode', 'guess'],
      64,
      'forecast, given-plan, both.',
    ],
    ['a file that is not there', ['no.csv', '--all'], 66, 'There is no file no.csv.'],
  ])('refuses %s', async (_name, args, code, sentence) => {
    const ended = await at('backtest', ...args);
    expect(ended.err).toContain(sentence);
    expect(ended.code).toBe(code);
  });

  it('scores winters of any years, says who is left out and why, and goes on where it was', async () => {
    const args = [
      'backtest',
      'beds.csv',
      'months.csv',
      '--org',
      'RXX',
      '--org',
      'RYY',
      '--replications',
      '5',
      '--out',
      'results',
    ];
    const once = await at(...args, '--mode', 'given-plan', '--quiet');
    expect(once.err).toContain('Tables and charts are in');
    expect(once.out).toContain('2031-32, given-plan: 1 organisations, learnt from 2030-31');
    expect(once.out).toContain('RYY is left out: 9 days of 2031-32 can be used; 30 are needed.');
    const table = readFileSync(join(folder, 'results/backtest.csv'), 'utf8');
    const [header, row, ...rest] = table
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    expect(rest).toEqual([]);
    const mean = Number(row[header.indexOf('mean_predicted')]);
    expect(Math.abs(mean - Number(row[header.indexOf('mean_observed')]))).toBeLessThan(0.03);
    const days = readFileSync(join(folder, 'results/days.csv'), 'utf8').trim().split('\n');
    expect(days).toHaveLength(51);
    expect(readFileSync(join(folder, 'results/report.html'), 'utf8')).toContain(
      'data-series="observed"',
    );
    // The same again needs no simulation, and gives the same bytes.
    rmSync(join(folder, 'results/backtest.csv'));
    const again = await at(...args, '--mode', 'given-plan', '--quiet', '--resume');
    expect(again.out).toBe(once.out);
    expect(readFileSync(join(folder, 'results/backtest.csv'), 'utf8')).toBe(table);
  });
});

describe('winterflow trusts', () => {
  it('says that a folder is needed', async () => {
    const ended = await at('trusts', 'beds.csv');
    expect(ended.err).toContain('--out');
    expect(ended.code).toBe(64);
    expect(existsSync(join(folder, 'trusts.csv'))).toBe(false);
  });
});

describe('winterflow regret', () => {
  it.each([
    [['herefordshire'], 'Name at least one plan with --plan.'],
    [
      ['herefordshire', '--plan', 'sdec-14h', '--outcome', 'bedsOpenMean'],
      'bedsOpenMean has no better end; choose another outcome.',
    ],
  ])('refuses %s', async (args, sentence) => {
    const ended = await at('regret', ...args);
    expect(ended.err).toContain(sentence);
    expect(ended.code).toBe(64);
  });
});
