// test/unit/calibration/counted-rows.test.ts: single patients become counts, by hand.

import { describe, expect, it } from 'vitest';
import { countDays, countHours, countMonths } from '../../../sim/calibration/counted-rows.js';
import { momentCell } from '../../../sim/calibration/moments.js';

const at = (text: string): number => {
  const cell = momentCell(text, null);
  if ('refused' in cell || cell.value === null) throw new Error(text);
  return cell.value;
};

describe('attendances', () => {
  const came = (arrived: string, left: string, admitted = false) => ({
    arrived: at(arrived),
    left: at(left),
    admitted,
  });

  it('are counted in the month in which the patient came, late ones apart', () => {
    const { header, rows } = countMonths(
      [
        came('2025-12-31 23:50', '2026-01-01 03:50', true),
        came('2026-01-01 00:00', '2026-01-01 04:01'),
        came('2026-01-31 23:59', '2026-02-01 12:00', true),
        came('2026-02-10 10:00', '2026-02-10 10:30'),
      ],
      '2025-12-01',
      '2026-02-15',
      true,
    );
    expect(header).toEqual(['month', 'attendances', 'breaches_over_4h', 'emergency_admissions']);
    // Exactly 4 hours is within; February is not covered in full.
    expect(rows).toEqual([
      ['2025-12', 1, 0, 1],
      ['2026-01', 2, 2, 1],
    ]);
  });

  it('have no admissions where the extract does not say what became of patients', () => {
    const { header, rows } = countMonths([], '2026-01-31', '2026-03-01', false);
    expect(header).toHaveLength(3);
    expect(rows).toEqual([['2026-02', 0, 0]]);
  });
});

describe('arrivals', () => {
  it('are counted by hour, with the hours in which nobody came', () => {
    const came = ['2026-01-01 00:00', '2026-01-01 00:59', '2026-01-02 23:59', '2026-01-03 00:00'];
    const attendances = came.map((text) => ({ arrived: at(text), left: 0, admitted: false }));
    const { header, rows } = countHours(attendances, '2026-01-01', '2026-01-02');
    expect(header).toEqual(['date', 'hour', 'arrivals']);
    expect(rows).toHaveLength(48);
    expect(rows.filter(([, , count]) => Number(count) > 0)).toEqual([
      ['2026-01-01', 0, 2],
      ['2026-01-02', 23, 1],
    ]);
  });
});

describe('stays', () => {
  const stay = (admitted: string, discharged: string | null) => ({
    admitted: at(admitted),
    discharged: discharged === null ? null : at(discharged),
  });

  it('are counted at 08:00, from the moment of coming to that of leaving', () => {
    const { rows } = countDays(
      [
        stay('2026-01-02 08:00', '2026-01-04 08:00'), // 2 and 3 January
        stay('2026-01-02 08:01', '2026-01-03 07:59'), // between two counts
        stay('2026-01-03 23:00', null),
      ],
      '2026-01-01',
      '2026-01-05',
    );
    expect(rows.map(([date, occupied]) => `${date} ${occupied}`)).toEqual([
      '2026-01-01 0',
      '2026-01-02 1',
      '2026-01-03 1',
      '2026-01-04 1',
      '2026-01-05 1',
    ]);
    expect(rows.map((row) => row[4])).toEqual([0, 0, 1, 1, 0]);
  });

  it('that began before the period are long from more than 7 and 21 days on', () => {
    const { rows } = countDays([stay('2025-12-20 08:00', null)], '2025-12-26', '2026-01-12');
    const first = (column: number) => rows.find((row) => row[column] === 1)?.[0];
    expect(first(1)).toBe('2025-12-26');
    expect(first(2)).toBe('2025-12-28'); // 7 days to the minute are not over 7 days
    expect(first(3)).toBe('2026-01-11');
  });
});

describe('a moment', () => {
  it('is a date with a time, in either order of day and month when told', () => {
    const minutes = at('2026-02-01 09:30');
    expect(momentCell('01/02/2026 09:30', 'day-first')).toEqual({ value: minutes });
    expect(momentCell('02/01/2026 9:30:59', 'month-first')).toEqual({ value: minutes });
    expect(momentCell('2026-02-01T09:30:00Z', null)).toEqual({ value: minutes });
    expect(momentCell('  ', null)).toEqual({ value: null });
  });

  it.each([
    ['01/02/2026 09:30', 'cannot be told apart'],
    ['2026-02-01', 'allowed: a date with a time'],
    ['2026-02-01 24:00', 'midnight is 00:00 of the next day'],
    ['2026-02-01 12:60', 'allowed: a time from 00:00 to 23:59'],
    ['2026-02-01 noon', 'allowed: a time as HH:MM'],
    ['2026-02-01 09:30 pm', 'allowed: a time as HH:MM'],
    ['2026-02-30 09:30', 'allowed: a date that exists'],
  ])('%s is refused', (text, sentence) => {
    expect(momentCell(text, null)).toMatchObject({ refused: expect.stringContaining(sentence) });
  });
});
