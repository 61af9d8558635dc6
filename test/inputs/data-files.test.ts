// test/inputs/data-files.test.ts: data files that are wrong get their sentences, and nothing of them
// is used.

import { describe, expect, it } from 'vitest';
import { looksLikeIdentity } from '../../sim/calibration/columns.js';
import { readSeries, type SeriesOptions } from '../../sim/calibration/series.js';
import { problemLine } from '../../sim/scenario/problems.js';

const HEADER = 'date,org_code,ga_beds_open,ga_beds_occupied';
const GOOD = '2026-01-05,RWH,580,555';

function read(text: string, options: Partial<SeriesOptions> = {}) {
  return readSeries('beds.csv', text, { dates: null, ...options });
}

function sentences(text: string, options: Partial<SeriesOptions> = {}): string[] {
  const { problems, organisations } = read(text, options);
  expect(organisations, 'nothing of a refused file is used').toEqual([]);
  return problems.map(problemLine);
}

const table = (...rows: string[]) => [HEADER, ...rows].join('\n');
const cell = (beds: string) => sentences(table(`2026-01-05,RWH,580,${beds}`));
const day = (date: string, options: Partial<SeriesOptions> = {}) =>
  sentences(table(`${date},RWH,580,555`), options);

describe('a file that is no table', () => {
  it.each([
    ['empty', '', 'The file is empty; it should hold a header and rows.'],
    ['only space', ' \n\n', 'The file is empty; it should hold a header and rows.'],
    ['a header only', HEADER, 'The file holds a header and no rows.'],
    [
      'no header',
      GOOD,
      'The first line holds "2026-01-05", a value; it should hold the names of columns.',
    ],
    [
      'UTF-16 from Excel',
      `\uFFFD\uFFFDd\u0000a\u0000t\u0000e\u0000`,
      'The file is encoded as UTF-16; save it as "CSV UTF-8" in Excel.',
    ],
    [
      'a zip renamed',
      'PK\u0003\u0004\u0014',
      'The file is a zip archive (perhaps an Excel workbook with another ending), not a table as text.',
    ],
    ['a PDF', '%PDF-1.7', 'The file is a PDF, not a table.'],
    ['a web page', '<!doctype html><html>', 'The file is a web page, not a table.'],
    [
      'no date',
      'org_code,ga_beds_open\nRWH,580',
      'No column is named date or month (with dates as YYYY-MM-DD).',
    ],
    [
      'a misspelt date',
      'dat,org_code,ga_beds_open\n2026-01-05,RWH,580',
      'No column is named date or month; did you mean date?',
    ],
    [
      'two columns of one name',
      `${HEADER},org_code\n${GOOD},RWH`,
      'Column 5 is named "org_code", as column 2 is.',
    ],
  ])('%s', (_name, text, sentence) => {
    expect(sentences(text)).toEqual([expect.stringMatching(/^beds\.csv:1:\d+: /)]);
    expect(sentences(text)[0]).toContain(sentence);
  });

  it('that knows none of the columns is told which there are', () => {
    expect(sentences('date,temperature\n2026-01-05,4')[0]).toMatch(
      /^beds\.csv:1:1: No column is known; known: ga_beds_open, .*emergency_admissions\.$/,
    );
  });
});

describe('rows', () => {
  it('one cell short or long are named by their line', () => {
    expect(sentences(table('2026-01-05,RWH,580', GOOD, `${GOOD},7`))).toEqual([
      'beds.csv:2:1: The row has 3 cells; the header has 4.',
      'beds.csv:4:1: The row has 5 cells; the header has 4.',
    ]);
  });

  it('with a quotation mark that is never closed', () => {
    expect(sentences(table('2026-01-05,"RWH,580,555'))).toContain(
      'beds.csv:2:1: A quotation mark opens here and is never closed.',
    );
  });

  it('that Excel left blank at the end do not count', () => {
    const { organisations, problems } = read(table(GOOD, ',,,', ',,,', ''));
    expect(problems).toEqual([]);
    expect(organisations[0].series.get('ga_beds_open')).toEqual([
      { when: '2026-01-05', value: 580 },
    ]);
  });

  it('after a line end inside a quoted cell keep their line numbers', () => {
    const text = 'date,org_code,note,ga_beds_open\n2026-01-05,RWH,"a\nb",580\n2026-01-06,RWH,,x';
    expect(sentences(text)).toEqual(['beds.csv:4:4: ga_beds_open is "x"; allowed: a number.']);
  });

  it('of one day twice', () => {
    expect(sentences(table(GOOD, GOOD))).toEqual([
      'beds.csv:3:1: date is 2026-01-05 for a second time (first in line 2); allowed: once.',
    ]);
  });

  it('out of order are put in order, with a note; days may be missing', () => {
    const { organisations, notes } = read(table('2026-01-09,RWH,580,1', GOOD));
    expect(organisations[0].series.get('ga_beds_occupied')?.map(({ when }) => when)).toEqual([
      '2026-01-05',
      '2026-01-09',
    ]);
    expect(notes).toEqual(['beds.csv: rows are not in order of time; they were put in order.']);
  });

  it('with semicolons and decimal commas, or with tabs, are read', () => {
    const value = (text: string) => read(text).organisations[0].series.get('ga_beds_occupied');
    const semicolons = table(GOOD).replaceAll(',', ';').replace('555', '555,5');
    expect(value(semicolons)).toEqual([{ when: '2026-01-05', value: 555.5 }]);
    expect(value(table(GOOD).replaceAll(',', '\t'))).toEqual([{ when: '2026-01-05', value: 555 }]);
  });
});

describe('numbers', () => {
  it.each([
    ['"1,234"', 'is "1,234"; write 1234, without marks between thousands.'],
    ['£560', 'is "£560"; write the number without £.'],
    ['92%', 'is "92%"; write a share from 0 to 1 in place of a percentage.'],
    [
      '1.23E+05',
      'is "1.23E+05"; Excel has rounded it: show the column as a number and save again.',
    ],
    ['-4', 'is "-4"; allowed: a number from 0 to 200000.'],
    ['many', 'is "many"; allowed: a number.'],
  ])('%s', (text, sentence) => {
    expect(cell(text)).toEqual([`beds.csv:2:4: ga_beds_occupied ${sentence}`]);
  });

  it('of people are whole', () => {
    expect(sentences('month,attendances\n2026-01,9000.5')).toEqual([
      'beds.csv:2:2: attendances is "9000.5"; allowed: a whole number from 0 to 10000000.',
    ]);
  });

  it('that are zero where a hospital cannot have zero are missing', () => {
    const { organisations } = read(table('2026-01-05,RWH,580,0', '2026-01-06,RWH,580,550'));
    expect(organisations[0].series.get('ga_beds_occupied')).toHaveLength(1);
  });
});

describe('dates', () => {
  const ambiguous =
    'in which day and month cannot be told apart for sure; write YYYY-MM-DD, or say --dates ' +
    'day-first or --dates month-first.';

  it.each([
    ['01/02/2026', `is "01/02/2026", ${ambiguous}`],
    ['13/02/2026', `is "13/02/2026", ${ambiguous}`],
    [
      '46000',
      'is 46000, as Excel counts days (2025-12-09); show the column as YYYY-MM-DD and save again.',
    ],
    ['2026-01-05 24:00', 'is "2026-01-05 24:00"; midnight is 00:00 of the next day.'],
    ['2026-01-05 13:00', 'is "2026-01-05 13:00"; allowed: a date without a time of day.'],
    ['2023-02-29', 'is "2023-02-29"; allowed: a date that exists, as YYYY-MM-DD.'],
    ['soon', 'is "soon"; allowed: a date as YYYY-MM-DD.'],
    ['', 'is empty; allowed: a date as YYYY-MM-DD.'],
  ])('%s', (text, sentence) => {
    expect(day(text)).toEqual([`beds.csv:2:1: date ${sentence}`]);
  });

  it('day first are read when that is said; month-first ones among them are refused', () => {
    const { organisations } = read(table('01/02/2026,RWH,580,555'), { dates: 'day-first' });
    expect(organisations[0].series.get('ga_beds_open')?.[0].when).toBe('2026-02-01');
    expect(day('02/13/2026', { dates: 'day-first' })).toEqual([
      'beds.csv:2:1: date is "02/13/2026", which has month 13 when read day-first.',
    ]);
  });

  it('of a month are its first day or YYYY-MM', () => {
    const months = (month: string) => read(`month,attendances\n${month},9000`);
    expect(months('2026-01-01').organisations[0].series.get('attendances')?.[0].when).toBe(
      '2026-01',
    );
    expect(months('2026-01').problems).toEqual([]);
    expect(months('2026-01-15').problems.map(problemLine)).toEqual([
      'beds.csv:2:1: month is "2026-01-15"; allowed: a month as YYYY-MM, or its first day.',
    ]);
  });
});

describe('columns that may tell who a person is', () => {
  it('are warned of, and nothing of them is kept', () => {
    const text = 'date,NHS Number,Surname,ga_beds_open\n2026-01-05,9434765919,Smith,580';
    const { organisations, notes } = read(text);
    expect(notes).toEqual([
      'beds.csv: "NHS Number", "Surname" may tell who a person is; nothing of it was kept. ' +
        'Winterflow needs sums by day or month only.',
    ]);
    expect(JSON.stringify([...organisations[0].series])).not.toMatch(/Smith|9434765919/);
  });

  it('are known by their values too: NHS numbers have a check digit', () => {
    expect(looksLikeIdentity('id', ['943 476 5919', '9434765919'])).toBe(true);
    expect(looksLikeIdentity('attendances', ['9434765918', '1234567890'])).toBe(false);
    expect(looksLikeIdentity('ga_beds_open', ['580', '581'])).toBe(false);
  });
});

it('two hundred thousand rows are read; of other organisations nothing is kept when one is asked for', () => {
  const rows = Array.from({ length: 200_000 }, (_, i) => `2026-01-05,R${i},580,555`);
  const { organisations } = read([HEADER, ...rows].join('\n'), { org: 'R7' });
  expect(organisations.map(({ org }) => org)).toEqual(['R7']);
});
