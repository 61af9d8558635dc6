// test/unit/outcomes/unit-counts.test.ts: what units did, added up and averaged by hand.

import { describe, expect, it } from 'vitest';
import type { ObservedUnit } from '../../../sim/hospital/unit-parameters.js';
import {
  attendancesByDay,
  countOf,
  summariseUnits,
  totalsOf,
} from '../../../sim/outcomes/unit-counts.js';

const observed = (name: string, visits: boolean, scale: number) =>
  ({
    name,
    visits,
    attendances: Float64Array.of(10 * scale, 20 * scale),
    clocked: Float64Array.of(9 * scale, 19 * scale),
    within4h: Float64Array.of(8 * scale, 18 * scale),
    begun: Float64Array.of(7 * scale, 17 * scale),
    within2h: Float64Array.of(6 * scale, 16 * scale),
    sentOn: Float64Array.of(scale, 2 * scale),
    foundClosed: Float64Array.of(0, 3 * scale),
  }) as unknown as ObservedUnit;

const miu = countOf(observed('MIU', false, 1));
const team = countOf(observed('Team', true, 100));

describe('units', () => {
  it('count their days together', () => {
    expect(miu).toEqual({
      name: 'MIU',
      visits: false,
      attendances: 30,
      clocked: 28,
      within4h: 26,
      begun: 24,
      within2h: 22,
      sentOn: 3,
      foundClosed: 3,
    });
  });

  it('add up: places that people come to apart from teams that come to them', () => {
    const utc = countOf(observed('UTC', false, 2));
    expect(totalsOf([miu, team, utc])).toEqual({
      attendances: 90,
      clocked: 84,
      within4h: 78,
      sentOn: 9,
      visitsBegun: 2400,
      visitsWithin2h: 2200,
    });
    expect(totalsOf([])).toMatchObject({ attendances: 0, visitsBegun: 0 });
  });

  it('are averaged over winters, shares over all patients', () => {
    const busier = countOf(observed('MIU', false, 3));
    expect(
      summariseUnits([
        [miu, team],
        [busier, team],
      ]),
    ).toEqual([
      {
        name: 'MIU',
        attendancesMean: 60,
        within4hShare: 104 / 112,
        sentOnMean: 6,
        foundClosedMean: 6,
      },
      {
        name: 'Team',
        attendancesMean: 3000,
        within4hShare: 26 / 28,
        sentOnMean: 300,
        foundClosedMean: 300,
      },
    ]);
  });

  it('that nobody left within the period have no share', () => {
    const none = { ...miu, clocked: 0, within4h: 0 };
    expect(summariseUnits([[none]])[0].within4hShare).toBeNull();
  });

  it('give attendances by day, without those of visiting teams', () => {
    const days = attendancesByDay([observed('A', false, 1), observed('B', true, 9)], 2);
    expect([...days]).toEqual([10, 20]);
    expect([...attendancesByDay([], 2)]).toEqual([0, 0]);
  });
});
