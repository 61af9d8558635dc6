// test/unit/calibration/arrival-profile.test.ts: a planted week comes out of hourly counts.

import { describe, expect, it } from 'vitest';
import { arrivalProfile, fitArrivals } from '../../../sim/calibration/arrival-profile.js';
import type { History } from '../../../sim/calibration/history.js';
import { readSeries } from '../../../sim/calibration/series.js';
import { dateOf, dayNumberOf, weekdayOf } from '../../../sim/engine/time.js';
import { lister } from '../../model/batches.js';

const FIRST = dayNumberOf('2017-01-02'); // a Monday
const WEEK = [1.12, 1.03, 1, 0.99, 0.98, 0.93, 0.95];
const HOLIDAY = '2017-05-01'; // a Monday, quiet

const hourWeight = (hour: number, weekend: boolean) =>
  hour < 8 ? 1 : weekend && hour < 12 ? 5 : hour < 22 ? 6 : 3;

/** Expected counts, rounded: 3,000 patients on a day of index 1, so that rounding is small. */
function counts(days: number, weeks = WEEK): { when: string; value: number }[] {
  return Array.from({ length: days * 24 }, (_, i) => {
    const date = dateOf(FIRST + Math.floor(i / 24));
    const weekday = weekdayOf(FIRST + Math.floor(i / 24));
    const weekend = weekday >= 5;
    const all = Array.from({ length: 24 }, (_, h) => hourWeight(h, weekend));
    const share = hourWeight(i % 24, weekend) / all.reduce((a, b) => a + b, 0);
    const level = 3000 * weeks[weekday] * (date === HOLIDAY ? 0.7 : 1);
    return { when: `${date}T${String(i % 24).padStart(2, '0')}`, value: Math.round(level * share) };
  });
}

const history = (arrivals?: History['arrivals']): History => ({
  org: 'RXX',
  days: [],
  months: [],
  ...(arrivals ? { arrivals } : {}),
  notes: [],
  isPinned: false,
});

describe('the profile of arrivals', () => {
  it('is that which was planted, bank holidays aside', () => {
    const profile = arrivalProfile(counts(26 * 7));
    expect(profile?.days).toBe(182);
    WEEK.forEach((index, i) => {
      // A mean of Mondays, one of them a bank holiday, would be 0.011 lower.
      expect(Math.abs((profile?.weekdayIndex[i] ?? 0) - index)).toBeLessThan(0.003);
    });
    const [quiet, busy] = [profile?.weekday[3] ?? 0, profile?.weekday[9] ?? 0];
    expect(busy / quiet).toBeCloseTo(6, 1);
    expect((profile?.weekend[9] ?? 0) / (profile?.weekend[15] ?? 1)).toBeCloseTo(5 / 6, 2);
    expect(profile?.weekday.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
  });

  it('says how sure it is: less so with fewer days', () => {
    const [long, short] = [arrivalProfile(counts(364)), arrivalProfile(counts(91))];
    expect(short?.hourError ?? 0).toBeCloseTo(2 * (long?.hourError ?? 0), 2);
  });

  it('is not made of fewer than eight weeks, nor of days with hours missing', () => {
    expect(arrivalProfile(counts(55))).toBeNull();
    expect(arrivalProfile(counts(56))).not.toBeNull();
    const gaps = counts(56).filter(({ when }) => !when.endsWith('T03'));
    expect(arrivalProfile(gaps)).toBeNull();
  });

  it('goes into a model, which keeps its own and says so where there is none', () => {
    const model = structuredClone(lister().model);
    const before = structuredClone(model.demand);
    expect(fitArrivals(model, history()).map(({ confidence }) => confidence)).toEqual([
      'default',
      'default',
    ]);
    expect(fitArrivals(model, history(counts(10)))[0].basis).toContain('fewer than 56 days');
    expect(model.demand).toEqual(before);
    const numbers = fitArrivals(model, history(counts(182)));
    expect(numbers.map(({ confidence }) => confidence)).toEqual(['computed', 'computed']);
    expect(model.demand.weekdayIndex[0]).toBeCloseTo(1.12, 1);
    expect(model.demand.hourShare.weekend).toHaveLength(24);
  });
});

describe('hourly files', () => {
  const read = (rows: string) =>
    readSeries('hours.csv', `date,hour,arrivals\n${rows}\n`, { dates: null });

  it('are read by date and hour', () => {
    const { organisations, problems } = read('2018-01-01,0,7\n2018-01-01,13:00,21');
    expect(problems).toEqual([]);
    expect(organisations[0].series.get('arrivals')).toEqual([
      { when: '2018-01-01T00', value: 7 },
      { when: '2018-01-01T13', value: 21 },
    ]);
  });

  it.each([
    ['2018-01-01,24,7', 'hour is 24; midnight is hour 0 of the next day.'],
    ['2018-01-01,3,2.5', 'arrivals is "2.5"; allowed: a whole number from 0 to 10000000.'],
    ['2018-01-01,3,2\n2018-01-01,3,2', 'is 2018-01-01T03 for a second time (first in line 2)'],
  ])('%s is refused', (rows, sentence) => {
    expect(
      read(rows)
        .problems.map(({ message }) => message)
        .join(),
    ).toContain(sentence);
  });
});
