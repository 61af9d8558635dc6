// test/inputs/calibrate-command.test.ts: the command line of calibrate: its sentences and its file.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const ROOT = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'winterflow-calibrate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function calibrate(...args: string[]) {
  const command = [join(ROOT, 'bin/winterflow.mjs'), 'calibrate', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

const MONTHS = 'month,attendances,emergency_admissions\n2017-12,6000,1900\n2018-01,6100,2000\n';

describe('winterflow calibrate', () => {
  it.each([
    ['a file that is not there', ['no.csv', '--org', 'RXX'], 66, 'There is no file no.csv.'],
    ['no organisation', ['no.csv'], 64, '--org'],
    [
      'an unknown order of dates',
      ['no.csv', '--org', 'RXX', '--dates', 'year-first'],
      64,
      '--dates is "year-first"; allowed: day-first, month-first.',
    ],
  ])('refuses %s', (_name, args, code, sentence) => {
    const { status, stderr } = calibrate(...args);
    expect(stderr).toContain(sentence);
    expect(status).toBe(code);
  });

  it('refuses a wrong file with every problem, and writes nothing', () => {
    const name = file('wrong.csv', 'date,ga_beds_open\n01/02/2018,580\n2018-02-02,"1,580"\n');
    const { status, stderr, stdout } = calibrate(name, '--org', 'RXX');
    expect(stderr).toMatch(/^wrong\.csv:2:1: date is "01\/02\/2018", in which day and month/m);
    expect(stderr).toMatch(/^wrong\.csv:3:2: ga_beds_open is "1,580"; write 1580/m);
    expect({ status, stdout }).toEqual({ status: 65, stdout: '' });
  });

  it('says which organisations a file holds when it has nothing of the one asked for', () => {
    const name = file('other.csv', 'month,org_code,attendances\n2017-12,RYY,6000\n');
    const { status, stderr } = calibrate(name, '--org', 'RXX');
    expect(stderr).toBe('The files hold nothing of RXX.\n');
    expect(status).toBe(65);
  });

  it('writes a system that runs, with a source for each number it found', () => {
    const name = file('months.csv', MONTHS);
    const args = [
      '--org',
      'RXX',
      '--replications',
      '2',
      '--out',
      'rxx.yaml',
      '--quiet',
      '--report',
      'rxx.html',
    ];
    const { status, stdout, stderr } = calibrate(name, ...args);
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr:
        'RXX: no day has beds open and occupied.\n' +
        'The report of the fit is in rxx.html\n' +
        'The system is in rxx.yaml; try it: winterflow run rxx.yaml\n',
    });
    expect(stdout).toMatch(/demand\.attendancesPerDay/);
    expect(readFileSync(join(folder, 'rxx.html'), 'utf8')).toContain('demand.attendancesPerDay');
    const system = parse(readFileSync(join(folder, 'rxx.yaml'), 'utf8'));
    expect(system.demand.attendancesPerDay).toBeCloseTo(12100 / 62, -1);
    expect(system.sources['demand.attendancesPerDay'].confidence).toBe('computed');
    expect(system.beds).toBeUndefined(); // nothing known of them: as in the base
    const command = [join(ROOT, 'bin/winterflow.mjs'), 'validate', 'rxx.yaml'];
    expect(spawnSync(process.execPath, command, { cwd: folder }).status).toBe(0);
  });
});
