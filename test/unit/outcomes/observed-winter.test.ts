// test/unit/outcomes/observed-winter.test.ts: data files become a winter as it was: missing is not 0.

import { describe, expect, it } from 'vitest';
import { OBSERVED_COLUMNS, observedWinter } from '../../../sim/outcomes/observed-winter.js';

const NONE = Number.NaN;
const DAYS =
  'date,org_code,ga_beds_open,ga_beds_occupied,beds_stay_over_7d,beds_stay_over_21d,' +
  'amb_delay_30_60,amb_delay_over_60';
const MONTHS = 'month,org_code,dept_type,attendances,breaches_over_4h,emergency_admissions';

const FILES: Record<string, string[]> = {
  'sitrep_daily_2016_17.csv': [
    DAYS,
    '2016-12-01,XYZ,500,450,200,80,5,1',
    '2017-03-12,XYZ,510,460,210,90,6,2',
  ],
  'sitrep_daily_2017_18.csv': [
    DAYS,
    '2017-11-20,XYZ,580,561,290,113,14,1',
    '2017-11-20,ABC,300,280,100,50,3,0',
    '2017-11-21,XYZ,580,0,0,0,0,0', // zero beds or stays are missing; zero handovers are not
    '2017-11-22,XYZ,,,,,,',
    '2017-11-23,XYZ,570,560,280,110,,7',
  ],
  'ae_monthly_trust_2016_2019.csv': [
    MONTHS,
    '2017-10-01,XYZ,1,1000,100,300',
    '2017-10-01,XYZ,other,4000,4,0',
    '2017-10-01,ABC,1,2000,100,300',
    '2017-11-01,XYZ,1,700,70,',
    '2017-12-01,XYZ,1,699,90,310',
    '2018-01-01,XYZ,1,1100,0,320',
  ],
};

const data = (file: string) => FILES[file]?.join('\n') ?? null;
const winter = (first: string, last: string, org = 'XYZ') => observedWinter(org, first, last, data);

describe('days', () => {
  it('are those of the trust, with what is missing undefined and not 0', () => {
    const { org, days } = winter('2017-10-01', '2018-03-31');
    expect(org).toBe('XYZ');
    const nothing = { open: NONE, occupied: NONE, over7: NONE, over21: NONE };
    expect(days).toEqual([
      {
        date: '2017-11-20',
        open: 580,
        occupied: 561,
        over7: 290,
        over21: 113,
        handover30To60: 14,
        handoverOver60: 1,
      },
      { date: '2017-11-21', ...nothing, open: 580, handover30To60: 0, handoverOver60: 0 },
      { date: '2017-11-22', ...nothing, handover30To60: NONE, handoverOver60: NONE },
      {
        date: '2017-11-23',
        open: 570,
        occupied: 560,
        over7: 280,
        over21: 110,
        handover30To60: NONE,
        handoverOver60: 7,
      },
    ]);
  });

  const dates = (first: string, last: string) =>
    winter(first, last).days.map(({ date }) => date.slice(2));

  it('are those from the first to the last, both counted, of every file that has some', () => {
    expect(dates('2017-11-21', '2017-11-22')).toEqual(['17-11-21', '17-11-22']);
    expect(dates('2016-10-01', '2017-11-20')).toEqual(['16-12-01', '17-03-12', '17-11-20']);
  });

  it.each([
    ['2016-11-01', '2016-12-01', ['sitrep_daily_2016_17.csv']],
    ['2016-11-01', '2016-11-30', []],
    ['2017-03-12', '2017-11-19', ['sitrep_daily_2016_17.csv']],
    ['2017-03-13', '2017-11-19', []],
    ['2017-03-13', '2017-11-20', ['sitrep_daily_2017_18.csv']],
    ['2018-03-04', '2018-03-31', ['sitrep_daily_2017_18.csv']],
    ['2018-03-05', '2018-03-31', []],
  ])('from %s to %s are read from the files that hold some: %j', (first, last, files) => {
    const read: string[] = [];
    observedWinter('XYZ', first, last, (file) => {
      read.push(file);
      return null;
    });
    expect(read).toEqual([...files, 'ae_monthly_trust_2016_2019.csv']);
  });
});

describe('months', () => {
  it('are those of the type 1 department, with what is missing undefined', () => {
    expect(winter('2017-10-01', '2017-11-30').months).toEqual([
      { month: '2017-10', attendances: 1000, breaches: 100, admissions: 300 },
      { month: '2017-11', attendances: 700, breaches: 70, admissions: NONE },
    ]);
  });

  it('count from the month of the first day to that of the last', () => {
    const months = (first: string, last: string) =>
      winter(first, last).months.map(({ month }) => month);
    expect(months('2017-11-20', '2018-01-01')).toEqual(['2017-11', '2018-01']);
    expect(months('2017-10-31', '2017-10-31')).toEqual(['2017-10']);
    expect(months('2018-01-31', '2018-12-31')).toEqual(['2018-01']);
  });

  it('are left out below 70 % of the median month: a gap in the records', () => {
    // Attendances 699, 700, 1000 and 1100: the upper of the two in the middle is 1000.
    const { months } = winter('2017-10-01', '2018-03-31');
    expect(months.map(({ attendances }) => attendances)).toEqual([1000, 700, 1100]);
  });
});

describe('nothing', () => {
  it('is known of a trust that is in no file', () => {
    const { days, months } = winter('2017-10-01', '2018-03-31', 'ZZZ');
    expect([days, months]).toEqual([[], []]);
  });

  it('is known without files, or of empty ones', () => {
    for (const text of [null, '']) {
      const found = observedWinter('XYZ', '2016-12-01', '2018-03-31', () => text);
      expect(found).toEqual({ org: 'XYZ', days: [], months: [] });
    }
  });

  it('is made of columns that a file does not have', () => {
    const short = 'date,org_code\n2017-11-20,XYZ\n';
    const [day] = observedWinter('XYZ', '2017-11-01', '2017-12-01', () => short).days;
    expect([day.date, day.open, day.handoverOver60]).toEqual(['2017-11-20', NONE, NONE]);
  });
});

it('the columns that are named of each file are those that are read, and no others are wanted', () => {
  const named = Object.fromEntries(
    Object.entries(OBSERVED_COLUMNS).map(([file, columns]) => [file, columns.join()]),
  );
  // The files above have every column that is read, in this order.
  expect(named).toEqual(
    Object.fromEntries(Object.entries(FILES).map(([file, [head]]) => [file, head])),
  );
  for (const [file, columns] of Object.entries(OBSERVED_COLUMNS)) {
    for (const column of columns) {
      const without = (asked: string) => {
        const text = data(asked);
        return asked === file ? (text?.replace(column, 'another') ?? null) : text;
      };
      const [first, last] = ['2016-10-01', '2018-03-31'];
      const read = observedWinter('XYZ', first, last, without);
      expect(read, `${file}: ${column}`).not.toEqual(winter(first, last));
    }
  }
});
