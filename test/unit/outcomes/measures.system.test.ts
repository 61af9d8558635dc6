// test/unit/outcomes/measures.system.test.ts: sites, units, services and pressure levels of one winter
// become outcomes, by hand.

import { describe, expect, it } from 'vitest';
import { daysOf } from '../../../sim/engine/time.js';
import { Observed } from '../../../sim/hospital/observed.js';
import { BOOKED_SLOTS, type OfferCount } from '../../../sim/hospital/offers.js';
import { ObservedUnit } from '../../../sim/hospital/unit-parameters.js';
import {
  DAILY,
  type DailySeriesKey,
  OUTCOME_KEYS,
  type Outcome,
} from '../../../sim/outcomes/keys.js';
import { type Measured, measure } from '../../../sim/outcomes/measures.js';

const DAYS = daysOf('2017-10-01', '2017-10-05', 7, new Set());
const COUNT = 5;

const site = (fill: (observed: Observed) => void): Observed => {
  const observed = new Observed(COUNT, [], []);
  fill(observed);
  return observed;
};
const measureOf = (sites: Observed[], units: ObservedUnit[] = []): Measured =>
  measure({ sites, units, eventsCount: 1 }, DAYS);
const outcomeOf = (outcomes: Float64Array, key: Outcome) => outcomes[OUTCOME_KEYS.indexOf(key)];
const seriesOf = ({ daily }: Measured, key: DailySeriesKey) => [
  ...daily[DAILY.findIndex((series) => series.key === key)],
];

describe('several sites', () => {
  const north = site(({ daily, delayMinutes }) => {
    daily.attendances.set([10, 5]);
    daily.open0800.fill(100);
    daily.occupied0800.set([99, 99, 90, 90, 90]);
    delayMinutes[0] = 1440;
  });
  const south = site(({ daily, delayMinutes }) => {
    daily.attendances.set([20, 15]);
    daily.open0800.fill(300);
    daily.occupied0800.fill(264); // 88 %
    delayMinutes.set([2880, 720]);
  });
  const both = measureOf([north, south]);

  it('are one system, and each a site of its own', () => {
    expect(outcomeOf(both.outcomes, 'attendancesCount')).toBe(50);
    expect(both.sites.map((of) => outcomeOf(of, 'attendancesCount'))).toEqual([15, 35]);
    expect(both.sites.map((of) => of.length)).toEqual([OUTCOME_KEYS.length, OUTCOME_KEYS.length]);
    // 363 of 400 beds are not over 92 %, though 99 of 100 are.
    expect(outcomeOf(both.outcomes, 'daysOver92Count')).toBe(0);
    expect(both.sites.map((of) => outcomeOf(of, 'daysOver92Count'))).toEqual([2, 0]);
  });

  it('have their delays added up, in days', () => {
    expect([...both.delays.slice(0, 3)]).toEqual([3, 0.5, 0]);
  });

  it('are not told apart where there is one', () => {
    const one = measureOf([north]);
    expect(one.sites).toEqual([]);
    expect(outcomeOf(one.outcomes, 'daysOver92Count')).toBe(2);
    expect(one.delays[0]).toBe(1);
  });
});

describe('units beside A&E', () => {
  const department = site(({ daily }) => {
    daily.attendances.set([100, 200]);
    daily.clocked.set([100, 110]);
    daily.within4h.set([60, 69]);
  });
  const centre = new ObservedUnit({ name: 'Centre', visits: false }, COUNT);
  centre.attendances.set([60, 40]);
  centre.clocked.set([50, 40]);
  centre.within4h.set([41, 40]);
  centre.sentOn.set([2, 3]);
  const team = new ObservedUnit({ name: 'Team', visits: true }, COUNT);
  team.attendances.set([7, 7]);
  team.begun.set([5, 3]);
  team.within2h.set([4, 2]);
  const winter = measureOf([department], [centre, team]);

  it.each([
    ['attendancesCount', 400],
    ['attendancesType1Count', 300],
    ['attendancesType3Count', 100],
    ['within4hShare', 0.7], // 129 + 81 of 210 + 90
    ['unitsSentOnShare', 0.05],
    ['crisisResponseWithin2hShare', 0.75],
  ] as const)('%s counts those attended, and visits apart', (key, value) => {
    expect(outcomeOf(winter.outcomes, key)).toBeCloseTo(value, 12);
  });

  it('are told by name; without any, nothing is said of them', () => {
    expect(winter.units?.map(({ name, attendances }) => [name, attendances])).toEqual([
      ['Centre', 100],
      ['Team', 14],
    ]);
    expect(seriesOf(winter, 'attendancesType3')).toEqual([60, 40, 0, 0, 0]);
    expect('units' in measureOf([department])).toBe(false);
  });
});

describe('services', () => {
  const offer = (name: string, counts: Partial<OfferCount>): OfferCount => ({
    ...{ name, eligible: 0, reached: 0, changed: 0 },
    ...counts,
  });
  const outcomesWith = (...offers: OfferCount[]) =>
    measureOf([site((observed) => observed.offers.push(...offers))]).outcomes;

  it('have the share of booked times that were taken', () => {
    const other = offer('in-reach', { reached: 10, changed: 9 });
    const slots = offer(BOOKED_SLOTS, { reached: 40, changed: 10 });
    expect(outcomeOf(outcomesWith(other, slots), 'bookedSlotShare')).toBe(0.25);
    expect(outcomeOf(outcomesWith(other), 'bookedSlotShare')).toBeNaN();
  });

  it('have the share assessed within a day, of those that assess', () => {
    const outcomes = outcomesWith(
      offer('frailty', { eligible: 10, within24h: 6 }),
      offer('review', { eligible: 100 }),
      offer('therapy', { eligible: 20, within24h: 3 }),
    );
    expect(outcomeOf(outcomes, 'assessedWithin24hShare')).toBeCloseTo(0.3, 12);
    expect(
      outcomeOf(outcomesWith(offer('review', { eligible: 9 })), 'assessedWithin24hShare'),
    ).toBeNaN();
  });
});

describe('pressure levels', () => {
  it('are counted from a level upwards, on days that have one', () => {
    const winter = measureOf([site(({ daily }) => daily.opelLevel.set([0, 3, 4, 2, 3]))]);
    expect(outcomeOf(winter.outcomes, 'opel3DaysCount')).toBe(3);
    expect(outcomeOf(winter.outcomes, 'opel4DaysCount')).toBe(1);
    expect(seriesOf(winter, 'opelLevel')).toEqual([Number.NaN, 3, 4, 2, 3]);
  });

  it('are undefined where no table gives any, and none where it gives the lowest', () => {
    const none = measureOf([site(() => {})]);
    expect(outcomeOf(none.outcomes, 'opel3DaysCount')).toBeNaN();
    expect(outcomeOf(none.outcomes, 'opel4DaysCount')).toBeNaN();
    const calm = measureOf([site(({ daily }) => daily.opelLevel.fill(1))]);
    expect(outcomeOf(calm.outcomes, 'opel3DaysCount')).toBe(0);
  });
});

describe('a site', () => {
  const winter = measureOf([
    site(({ daily }) => {
      daily.boardedBedMinutes.set([1440, 720]);
      daily.admitted4To6h.set([191]);
      daily.admitted6To8h.set([82]);
      daily.admitted8To12h.set([72]);
      daily.admittedOver12h.set([36]);
      daily.infectionLost0800.set([3, 4]);
      daily.sicknessLost0800.set([1, 0, 2]);
    }),
  ]);

  it('has boarded patients in bed days', () => {
    expect(outcomeOf(winter.outcomes, 'boardedBedDays')).toBe(1.5);
  });

  it('has the deaths that its long stays in A&E are associated with', () => {
    expect(outcomeOf(winter.outcomes, 'excessDeathsMean')).toBeCloseTo(3.5, 12);
    expect(outcomeOf(winter.outcomes, 'excessDeathsLeast')).toBeCloseTo((82 + 72 + 36) / 82, 12);
  });

  it('has beds lost to infection and to sickness of staff together', () => {
    expect(seriesOf(winter, 'bedsLost0800')).toEqual([4, 4, 2, 0, 0]);
  });
});
