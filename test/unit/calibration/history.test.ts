// test/unit/calibration/history.test.ts: odd returns are handled by rule and said.

import { describe, expect, it } from 'vitest';
import { daysInMonth, median, sd, usableBeds } from '../../../sim/calibration/defects.js';
import { historyOf, meanOfDays } from '../../../sim/calibration/history.js';
import type { OrganisationSeries, SeriesFile } from '../../../sim/calibration/series.js';

const dayOf = (i: number) => `2017-12-${String(i + 1).padStart(2, '0')}`;

function series(values: Record<string, number[]>): OrganisationSeries {
  const points = Object.entries(values).map(
    ([name, list]) => [name, list.map((value, i) => ({ when: dayOf(i), value }))] as const,
  );
  return { org: 'RXX', series: new Map(points) };
}

const usable = (values: Record<string, number[]>) =>
  usableBeds(series(values), '2017-12-01', '2017-12-31');

describe('usableBeds', () => {
  it('leaves out impossible days and spikes, and says how many', () => {
    const { days, notes } = usable({
      ga_beds_open: [500, 500, 500, 500, 700],
      ga_beds_occupied: [450, 540, 100, 460, 480],
    });
    expect(days.map(({ date }) => date)).toEqual(['2017-12-01', '2017-12-04']);
    expect(notes).toEqual([
      'RXX: 2 days with occupancy below 30 % or above 105 % were left out.',
      'RXX: 1 day with open beds more than a quarter away from the median were left out.',
      'RXX: only 2 days can be used.',
    ]);
  });

  it('leaves out days without occupied beds, and long stays beyond them', () => {
    const own = series({ ga_beds_open: [500, 500], ga_beds_occupied: [450] });
    own.series.set('beds_stay_over_7d', [{ when: dayOf(0), value: 460 }]);
    const { days, notes } = usableBeds(own, '2017-12-01', '2017-12-31');
    expect(days).toHaveLength(1);
    expect(days[0].over7).toBeNaN();
    expect(notes[0]).toBe('RXX: 1 day without occupied beds were left out.');
  });

  it('knows a series that is pinned near 100 % from a full hospital', () => {
    const open = new Array(31).fill(500);
    const pinned = open.map((_, i) => 493 + (i % 3));
    const full = open.map((_, i) => 478 + (i % 7) * 4);
    expect(usable({ ga_beds_open: open, ga_beds_occupied: pinned }).isPinned).toBe(true);
    expect(usable({ ga_beds_open: open, ga_beds_occupied: full }).isPinned).toBe(false);
  });
});

describe('historyOf', () => {
  const file = (
    org: string,
    name: string,
    points: { when: string; value: number }[],
  ): SeriesFile => ({
    organisations: [{ org, series: new Map([[name, points]]) }],
    problems: [],
    notes: [],
  });
  const months = (values: number[]) =>
    values.map((value, i) => ({ when: `2017-0${i + 1}`, value }));

  it('joins files, the later counting where both have a value', () => {
    const files = [
      file('RXX', 'attendances', months([9000, 9100])),
      file('RXX', 'attendances', [{ when: '2017-02', value: 9200 }]),
      file('RYY', 'attendances', months([1, 1, 1])),
    ];
    const { months: found } = historyOf('RXX', files, '2017-10-01', '2018-03-31');
    expect(found.map(({ attendances }) => attendances)).toEqual([9000, 9200]);
    expect(found[0].admissions).toBeNaN();
  });

  it('leaves out months with a gap in their records, by name', () => {
    const files = [file('RXX', 'attendances', months([9000, 4000, 9100]))];
    const { months: found, notes } = historyOf('RXX', files, '2017-10-01', '2018-03-31');
    expect(found.map(({ month }) => month)).toEqual(['2017-01', '2017-03']);
    expect(notes).toContain('RXX: 2017-02 left out: far fewer attendances than other months.');
  });
});

it('days, months and spreads', () => {
  expect([daysInMonth('2016-02'), daysInMonth('2017-02'), daysInMonth('2017-12')]).toEqual([
    29, 28, 31,
  ]);
  expect(median([3, 1, 2, 10])).toBe(2.5);
  expect(sd([1, 2, 3])).toBe(1);
  expect(sd([1])).toBeNaN();
  expect(meanOfDays([], ({ open }) => open)).toBeNaN();
});
