// test/unit/calibration/long-stay-returns.test.ts: long stays that cannot be counts of all such patients.

import { describe, expect, it } from 'vitest';
import type { BedDay } from '../../../sim/calibration/defects.js';
import { historyOf } from '../../../sim/calibration/history.js';
import { usableLongStays } from '../../../sim/calibration/long-stay-returns.js';

const OCCUPIED = 400;

/** Days with these shares over 7 days, and a fifth over 21. */
function daysOf(over7: readonly number[], over21 = 0.2): BedDay[] {
  return over7.map((share, i) => ({
    date: `2017-12-${String(i + 1).padStart(2, '0')}`,
    open: 420,
    occupied: OCCUPIED,
    over7: share * OCCUPIED,
    over21: over21 * OCCUPIED,
  }));
}

const known = (days: readonly BedDay[], of: 'over7' | 'over21') =>
  days.map((day) => !Number.isNaN(day[of]));

describe('usableLongStays', () => {
  it('keeps a winter that swings as winters do', () => {
    const shares = Array.from({ length: 28 }, (_, i) => 0.47 + 0.05 * Math.sin(i));
    const days = daysOf(shares);
    expect(usableLongStays(days)).toEqual({ days, notes: [] });
  });

  it('leaves out single days that are counted in another way, and says how many', () => {
    const shares = new Array(28).fill(0.5);
    [shares[3], shares[9]] = [0.95, 0.3];
    const { days, notes } = usableLongStays(daysOf(shares));
    expect(known(days, 'over7').filter((is) => !is)).toHaveLength(2);
    expect(known(days, 'over7')[3]).toBe(false);
    expect(known(days, 'over21').every((is) => is)).toBe(true);
    expect(days[3].occupied).toBe(OCCUPIED);
    expect(notes).toEqual([
      'beds with stays over 7 days of 2 days far from the median were left out',
    ]);
  });

  it('uses none of a winter whose return changed on many days', () => {
    const shares = [...new Array(16).fill(0.45), ...new Array(12).fill(0.06)];
    const { days, notes } = usableLongStays(daysOf(shares));
    expect(known(days, 'over7').some((is) => is)).toBe(false);
    expect(known(days, 'over21').every((is) => is)).toBe(true);
    expect(notes).toEqual([
      'beds with stays over 7 days are not used: 12 of 28 days lie far from the median',
    ]);
  });

  it('uses none of a winter that few days tell of', () => {
    const shares = [...new Array(20).fill(Number.NaN), ...new Array(8).fill(0.9)];
    const { days, notes } = usableLongStays(daysOf(shares));
    expect(known(days, 'over7').some((is) => is)).toBe(false);
    expect(notes).toEqual([
      'beds with stays over 7 days are not used: only 8 of 28 days have them',
    ]);
  });

  it('uses none where a few patients alone are counted', () => {
    const { notes } = usableLongStays(daysOf(new Array(28).fill(0.015), 0.004));
    expect(notes).toEqual([
      'beds with stays over 7 days are not used: they are 1.5 % of those occupied',
      'beds with stays over 21 days are not used: they are 0.4 % of those occupied',
    ]);
  });

  it('says nothing where none were reported', () => {
    expect(usableLongStays(daysOf(new Array(28).fill(Number.NaN), Number.NaN)).notes).toEqual([]);
  });
});

it('a history has them by these rules, and says so with the name of the trust', () => {
  const points = (values: readonly number[]) =>
    values.map((value, i) => ({ when: `2017-12-${String(i + 1).padStart(2, '0')}`, value }));
  const series = new Map([
    ['ga_beds_open', points(new Array(30).fill(420))],
    ['ga_beds_occupied', points(new Array(30).fill(400))],
    ['beds_stay_over_7d', points(new Array(30).fill(6))],
  ]);
  const file = { organisations: [{ org: 'RXX', series }], problems: [], notes: [] };
  const { days, notes } = historyOf('RXX', [file], '2017-12-01', '2017-12-31');
  expect(days.every(({ over7 }) => Number.isNaN(over7))).toBe(true);
  expect(notes).toEqual([
    'RXX: beds with stays over 7 days are not used: they are 1.5 % of those occupied.',
  ]);
});
