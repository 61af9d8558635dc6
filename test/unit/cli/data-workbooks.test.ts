// test/unit/cli/data-workbooks.test.ts: the sheets of an Excel workbook are read as files.

import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { readDataFiles } from '../../../cli/data-files.js';

const folder = mkdtempSync(join(tmpdir(), 'winterflow-workbooks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Value = string | number | Date;
const rows = (...lines: Value[][]) => lines.map((line) => line.map((value) => cellOf(value)));
function cellOf(value: Value) {
  return value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd' } : { value };
}

async function workbook(name: string, sheets: Record<string, Value[][]>): Promise<string> {
  const path = join(folder, name);
  const listed = Object.entries(sheets).map(([sheet, lines]) => ({ sheet, data: rows(...lines) }));
  await writeExcelFile(listed).toFile(path);
  return path;
}

const BEDS: Value[][] = [
  ['date', 'org_code', 'ga_beds_open', 'ga_beds_occupied'],
  [new Date('2031-01-05'), 'RXX', 580, 555],
  [new Date('2031-01-06'), 'RXX', 582, 560],
];
const MONTHS: Value[][] = [
  ['month', 'org_code', 'attendances'],
  ['2031-01', 'RXX', 9000],
];

describe('a workbook', () => {
  it('is read sheet by sheet; sheets without dates are named and left out', async () => {
    const path = await workbook('beds.xlsx', { About: [['Beds of RXX']], Beds: BEDS, AE: MONTHS });
    const files = await readDataFiles([path], { dates: null });
    const series = files.flatMap(({ organisations }) => organisations.map((own) => own.series));
    expect(series.map((own) => [...own.keys()])).toEqual([
      ['ga_beds_open', 'ga_beds_occupied'],
      ['attendances'],
    ]);
    expect(series[0].get('ga_beds_occupied')).toEqual([
      { when: '2031-01-05', value: 555 },
      { when: '2031-01-06', value: 560 },
    ]);
    expect(files[0].notes).toEqual(['beds.xlsx: sheets without dates were left out: "About".']);
  });

  it('with a wrong cell is refused whole, with the sheet and the cell', async () => {
    const wrong = BEDS.map((line, i) => (i === 2 ? [...line.slice(0, 3), -5] : line));
    const path = await workbook('wrong.xlsx', { Beds: wrong, AE: MONTHS });
    await expect(readDataFiles([path], { dates: null })).rejects.toThrow(
      /wrong\.xlsx \(Beds\):3:4: ga_beds_occupied is "?-5/,
    );
  });

  it('without any date is told so for its sheets', async () => {
    const path = await workbook('none.xlsx', { One: [['beds'], [580]], Two: [['x'], [1]] });
    await expect(readDataFiles([path], { dates: null })).rejects.toThrow(
      /none\.xlsx \(One\):1:1: No column is named date or month.*\n.*\n?none\.xlsx \(Two\):1:1/s,
    );
  });

  it('that is none is said to be none', async () => {
    const path = join(folder, 'broken.xlsx');
    writeFileSync(path, 'PK\u0003\u0004 nothing');
    await expect(readDataFiles([path], { dates: null })).rejects.toThrow(
      'cannot be read as an Excel workbook',
    );
  });
});

it('a file of ten million rows is refused before it is read', async () => {
  const path = join(folder, 'huge.csv');
  writeFileSync(path, 'date,ga_beds_open\n');
  truncateSync(path, 500_000_000); // no bytes are written: the file has a hole
  await expect(readDataFiles([path], { dates: null })).rejects.toThrow(
    'huge.csv has 500000000 bytes, allowed: at most 400000000; give sums by day or month.',
  );
});
