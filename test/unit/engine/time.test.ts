// test/unit/engine/time.test.ts: dates, weekdays and bank holidays by day number.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  dateOf,
  dateOfDay,
  dayNumberOf,
  dayOfDate,
  daysOf,
  FRIDAY,
  HOURS_PER_WEEK,
  MINUTES_PER_DAY,
  MINUTES_PER_HOUR,
  MINUTES_PER_WEEK,
  MONDAY,
  monthOf,
  SATURDAY,
  SUNDAY,
  WEEKDAYS,
  weekdayOf,
} from '../../../sim/engine/time.js';

describe('day numbers', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11016],
    ['2017-10-01', 17440],
    ['2026-03-31', 20543],
  ])('%s is day %i', (date, number) => {
    expect(dayNumberOf(date)).toBe(number);
    expect(dateOf(number)).toBe(date);
  });

  it('round-trip each day from 1900 to 2100, as the clock of the machine has them', () => {
    const first = dayNumberOf('1900-01-01');
    const last = dayNumberOf('2100-12-31');
    const wrong: string[] = [];
    for (let number = first; number <= last; number++) {
      const date = new Date(number * 86_400_000);
      const iso = date.toISOString().slice(0, 10);
      const right =
        dateOf(number) === iso &&
        dayNumberOf(iso) === number &&
        weekdayOf(number) === (date.getUTCDay() + 6) % 7 &&
        monthOf(number) === date.getUTCMonth() + 1;
      if (!right) wrong.push(iso);
    }
    expect(last - first + 1).toBe(73_414);
    expect(wrong).toEqual([]);
  });

  it.each(['2016', '2000', '1904', '2096'])('%s has a 29 February', (year) => {
    expect(dayNumberOf(`${year}-03-01`) - dayNumberOf(`${year}-02-28`)).toBe(2);
    expect(dayNumberOf(`${year}-02-29`)).toBe(dayNumberOf(`${year}-03-01`) - 1);
  });

  it.each(['1900', '2100', '2017'])('%s has none', (year) => {
    expect(dayNumberOf(`${year}-02-29`)).toBeNaN();
    expect(dayNumberOf(`${year}-03-01`) - dayNumberOf(`${year}-02-28`)).toBe(1);
  });

  it.each([
    '2017-02-30',
    '2017-04-31',
    '2017-13-01',
    '2017-00-10',
    '2017-01-00',
    '2017-01-32',
    '2017-1-1',
    '01/10/2017',
    ' 2017-01-01',
    '2017-01-01T00:00',
    '12017-10-01',
    '20170101',
    '',
    'Christmas',
  ])('"%s" is no date: NaN', (text) => {
    expect(dayNumberOf(text)).toBeNaN();
  });
});

describe('weekdays', () => {
  it.each([
    ['2017-10-01', SUNDAY],
    ['2017-12-25', MONDAY],
    ['2018-01-05', FRIDAY],
    ['2016-12-24', SATURDAY],
    ['1900-01-01', MONDAY],
    ['1969-12-31', 2],
  ])('%s has weekday %i', (date, weekday) => {
    expect(weekdayOf(dayNumberOf(date))).toBe(weekday);
  });

  it('are named from Monday', () => {
    expect([WEEKDAYS[MONDAY], WEEKDAYS[FRIDAY], WEEKDAYS[SUNDAY]]).toEqual([
      'Monday',
      'Friday',
      'Sunday',
    ]);
    expect(WEEKDAYS).toHaveLength(7);
  });
});

describe('lengths of time', () => {
  it('fit each other', () => {
    expect(MINUTES_PER_HOUR * 24).toBe(MINUTES_PER_DAY);
    expect(MINUTES_PER_DAY * 7).toBe(MINUTES_PER_WEEK);
    expect(MINUTES_PER_WEEK / MINUTES_PER_HOUR).toBe(HOURS_PER_WEEK);
  });
});

describe('days of a run', () => {
  const holidays = new Set(['2017-12-25', '2017-12-26', '2018-01-01', '2018-03-30']);
  const days = daysOf('2017-10-01', '2018-03-31', 28, holidays);

  it('start with the lead-in and end with the last reported day', () => {
    expect([days.count, days.reportedFrom]).toEqual([28 + 182, 28]);
    expect(dateOfDay(days, 0)).toBe('2017-09-03');
    expect(dateOfDay(days, 28)).toBe('2017-10-01');
    expect(dateOfDay(days, days.count - 1)).toBe('2018-03-31');
  });

  it('find the day of a date, also outside the run', () => {
    expect(dayOfDate(days, '2017-10-01')).toBe(28);
    expect(dayOfDate(days, '2017-09-02')).toBe(-1);
    expect(dayOfDate(days, '2018-04-01')).toBe(days.count);
    expect(dayOfDate(days, '2018-02-29')).toBeNaN();
  });

  it('know weekday and month of each day', () => {
    expect(days.weekday).toHaveLength(days.count);
    expect(days.weekday[28]).toBe(SUNDAY);
    expect(days.weekday[29]).toBe(MONDAY);
    expect([days.month[27], days.month[28], days.month[days.count - 1]]).toEqual([9, 10, 3]);
  });

  it('mark the bank holidays and no other day', () => {
    const marked = Array.from(days.bankHoliday, (is, day) => (is ? dateOfDay(days, day) : ''));
    expect(marked.filter(Boolean)).toEqual([...holidays]);
  });

  it('mark the nine bank holidays of April 2017 to March 2018 of the data', () => {
    const file = new URL(
      '../../../scenarios/data/bank_holidays_england_wales.csv',
      import.meta.url,
    );
    const dates = readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => line.slice(0, 10));
    const year = daysOf('2017-04-01', '2018-03-31', 0, new Set(dates));
    expect(year.bankHoliday.reduce((a, b) => a + b, 0)).toBe(9);
  });

  it('go from the leap day on without a gap', () => {
    const leap = daysOf('2020-02-27', '2020-03-02', 0, new Set());
    const dates = Array.from({ length: leap.count }, (_, day) => dateOfDay(leap, day));
    expect(dates).toEqual(['2020-02-27', '2020-02-28', '2020-02-29', '2020-03-01', '2020-03-02']);
  });

  it('may be a single day without lead-in', () => {
    expect(daysOf('2018-01-01', '2018-01-01', 0, new Set()).count).toBe(1);
  });

  it.each([
    ['2018-01-02', '2018-01-01'],
    ['2018-02-30', '2018-03-01'],
    ['2018-02-01', 'never'],
  ])('are refused from %s to %s', (first, last) => {
    const sentence = `No days from ${first} to ${last}.`;
    expect(() => daysOf(first, last, 28, new Set())).toThrow(new RangeError(sentence));
  });
});
