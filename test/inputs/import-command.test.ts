// test/inputs/import-command.test.ts: extracts of analysts, as text and as workbooks: what is made of
// them, what is refused, and that nothing of a person is kept.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { parse } from 'yaml';
import { MAPPING, ROW_KINDS, templateOf } from '../../sim/calibration/mapping.js';

const ROOT = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'winterflow-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: string[]) {
  const command = [join(ROOT, 'bin/winterflow.mjs'), 'import', ...args];
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

const DAYS = file(
  'days.yaml',
  'org: RXX\nrows: day\ndates: day-first\ncolumns:\n  date: Report date\n' +
    '  ga_beds_open: G&A open\n  ga_beds_occupied: "G&A full"\n',
);
const SPELLS = file(
  'spells.yaml',
  'org: RXX\nrows: spell\nfrom: 2026-01-01\nto: 2026-01-03\ncolumns:\n' +
    '  admitted: In\n  discharged: Out\n',
);
const HEADER = 'Report date,G&A open,G&A full';

describe('winterflow import', () => {
  it('gives our names to the columns of a text, in order of time', () => {
    const name = file('beds.csv', `${HEADER}\n02/01/2026,580,\n01/01/2026,579,561\n`);
    expect(run(name, '--map', DAYS)).toEqual({
      status: 0,
      stdout:
        'date,org_code,ga_beds_open,ga_beds_occupied\n2026-01-01,RXX,579,561\n2026-01-02,RXX,580,\n',
      stderr: '',
    });
  });

  it('reads a sheet of a workbook, whose dates are dates', async () => {
    const date = (day: number) => ({
      value: new Date(Date.UTC(2026, 0, day)),
      type: Date,
      format: 'dd/mm/yyyy',
    });
    const sheet = (rows: unknown[][]) => rows as never;
    const header = ['Report date', 'G&A open', 'G&A full', null].map((value) => ({ value }));
    const rows = [
      header,
      [date(1), { value: 579 }, { value: 561.5 }, null],
      [date(2), { value: 580 }, { value: 562 }, null],
    ];
    const cover = [[{ value: 'Daily beds' }], [{ value: 'made by us' }]];
    await writeExcelFile([
      { data: sheet(cover), sheet: 'Cover' },
      { data: sheet(rows), sheet: 'Beds' },
    ]).toFile(join(folder, 'beds.xlsx'));
    expect(run('beds.xlsx', '--map', DAYS).stderr).toBe(
      'beds.xlsx holds the sheets "Cover", "Beds"; say which with --sheet.\n',
    );
    expect(run('beds.xlsx', '--map', DAYS, '--sheet', 'Bed').stderr).toContain('no sheet "Bed"');
    const { status, stdout } = run('beds.xlsx', '--map', DAYS, '--sheet', 'Beds');
    expect(stdout.split('\n').slice(1)).toEqual([
      '2026-01-01,RXX,579,561.5',
      '2026-01-02,RXX,580,562',
      '',
    ]);
    expect(status).toBe(0);
  });

  it('counts beds of single stays, and warns of what may tell who a person is', () => {
    const rows = ['2025-12-20 09:00,,943 476 5919,Ann', '2026-01-02 10:00,2026-01-03 07:00,,Bob'];
    const name = file('stays.csv', `In,Out,NHS No,Forename\n${rows.join('\n')}\n`);
    const { stdout, stderr, status } = run(name, '--map', SPELLS, '--out', 'sums.csv');
    expect({ stdout, status }).toEqual({ stdout: '', status: 0 });
    expect(stderr).toContain(
      '"NHS No", "Forename" may tell who a person is; nothing of it was kept.',
    );
    expect(stderr).toContain(
      '3 rows are in sums.csv; next: winterflow calibrate sums.csv --org RXX',
    );
    const text = readFileSync(join(folder, 'sums.csv'), 'utf8');
    expect(text.split('\n')[1]).toBe('2026-01-01,RXX,1,1,0,0');
    expect(text).not.toMatch(/943|Ann|Bob/);
  });

  it.each(ROW_KINDS)('has a template for rows of one %s, which is a mapping', (kind) => {
    const { stdout, status } = run('--template', kind);
    expect(status).toBe(0);
    expect(stdout).toBe(templateOf(kind));
    expect(MAPPING.safeParse(parse(stdout)).success).toBe(true);
    const filledIn = stdout.replace(/^(\s*)# (\w+: )/gm, '$1$2');
    const { success, error } = MAPPING.safeParse(parse(filledIn));
    expect(error?.issues ?? []).toEqual([]);
    expect(success).toBe(true);
  });
});

describe('winterflow import refuses', () => {
  const refused = (name: string, map: string, code: number, sentence: string) => {
    const { status, stderr, stdout } = run(name, '--map', map, '--out', 'never.csv');
    expect(stderr).toContain(sentence);
    expect({ status, stdout }).toEqual({ status: code, stdout: '' });
    expect(existsSync(join(folder, 'never.csv'))).toBe(false);
  };

  it.each([
    [
      'a value that is none',
      '01/01/2026,580,"1,234"',
      'odd.csv:2:3: G&A full is "1,234"; write 1234',
    ],
    [
      'a day given twice',
      '01/01/2026,1,1\n01/01/2026,2,2',
      'odd.csv:3:1: Report date is 2026-01-01',
    ],
    [
      'a date that cannot be',
      '31/02/2026,1,1',
      'odd.csv:2:1: Report date is "31/02/2026"; allowed',
    ],
  ])('%s', (_name, rows, sentence) => {
    refused(file('odd.csv', `${HEADER}\n${rows}\n`), DAYS, 65, sentence);
  });

  it.each([
    ['a stay that ends before it begins', '2026-01-02 10:00,2026-01-01 10:00', 'Out is before In.'],
    [
      'a stay of 4,000 days',
      '2015-01-02 10:00,2025-12-16 10:00',
      'The row lasts 4001 days; allowed: at most 1825.',
    ],
    ['a stay without a beginning', ',2026-01-01 10:00', 'In is empty; it is needed.'],
    ['24:00', '2026-01-01 24:00,', 'midnight is 00:00 of the next day.'],
  ])('%s', (_name, row, sentence) => {
    refused(file('stays.csv', `In,Out\n${row}\n`), SPELLS, 65, sentence);
  });

  it('a mapped column that is not there, or that tells who a person is', () => {
    refused(
      file('other.csv', 'Report day,G&A open,G&A full\n01/01/2026,1,1\n'),
      DAYS,
      65,
      'No column is named "Report date" (mapped to date); did you mean Report day?',
    );
    const map = file(
      'nhs.yaml',
      'org: RXX\nrows: day\ncolumns: { date: D, ga_beds_open: NHS number }\n',
    );
    refused(
      file('nhs.csv', 'D,NHS number\n2026-01-01,9434765919\n'),
      map,
      65,
      'nhs.csv:1:2: "NHS number" may tell who a person is; it is not read.',
    );
  });

  it('a mapping that is wrong, with its place and what is allowed', () => {
    const name = file('fine.csv', `${HEADER}\n01/01/2026,1,1\n`);
    const map = file('wrong.yaml', 'org: RXX\nrows: day\ncolumns:\n  date: D\n  ga_bed_open: x\n');
    refused(
      name,
      map,
      65,
      'wrong.yaml:5:3: columns.ga_bed_open is not a known field; did you mean ga_beds_open?',
    );
    refused(name, file('kind.yaml', 'org: RXX\nrows: week\ncolumns: {}\n'), 65, 'kind.yaml:2');
    refused(name, 'none.yaml', 66, 'There is no file none.yaml.');
    refused('none.csv', DAYS, 66, 'There is no file none.csv.');
  });

  it('a command without a file or a mapping, with the way out', () => {
    expect(run('fine.csv')).toMatchObject({ status: 64, stdout: '' });
    expect(run().stderr).toContain('winterflow import --template day');
    expect(run('--template', 'week').stderr).toContain('allowed: day, month, attendance, spell.');
  });

  it('a workbook that is none, and a period without a whole month', () => {
    refused(
      file('broken.xlsx', 'PK\u0003\u0004 nothing'),
      DAYS,
      65,
      'broken.xlsx cannot be read as an Excel workbook.',
    );
    const map = file(
      'short.yaml',
      'org: RXX\nrows: attendance\nfrom: 2026-01-02\nto: 2026-01-31\ncolumns: { arrived: In, left: Out }\n',
    );
    refused(
      file('short.csv', 'In,Out\n2026-01-03 10:00,2026-01-03 11:00\n'),
      map,
      65,
      'No whole month lies between',
    );
  });
});
