// test/unit/outcomes/measures.test.ts: counts of one winter become outcomes; nothing is not zero.

import { describe, expect, it } from 'vitest';
import { daysOf } from '../../../sim/engine/time.js';
import { Observed } from '../../../sim/hospital/observed.js';
import {
  DAILY,
  type DailySeriesKey,
  OUTCOME_KEYS,
  type Outcome,
} from '../../../sim/outcomes/keys.js';
import { histogramQuantile, type Measured, measure } from '../../../sim/outcomes/measures.js';

const DAYS = daysOf('2017-10-01', '2017-10-21', 7, new Set()); // from a Sunday
const COUNT = 21;

function outcome(of: Measured, key: Outcome): number {
  return of.outcomes[OUTCOME_KEYS.indexOf(key)];
}

function series(of: Measured, key: DailySeriesKey): number[] {
  return [...of.daily[DAILY.findIndex((daily) => daily.key === key)]];
}

/** Measures a winter that the callback fills in. */
function measuredOf(fill: (observed: Observed) => void): Measured {
  const observed = new Observed(COUNT, [], []);
  observed.daily.open0800.fill(100);
  observed.daily.openMidnight.fill(100);
  fill(observed);
  return measure({ sites: [observed], units: [], eventsCount: 5 }, DAYS);
}

describe('occupancy', () => {
  const winter = measuredOf(({ daily }) => {
    const occupied = [92, 93, 94, 90, 96, 97, 99, 98, 95, 92];
    daily.occupied0800.set(occupied);
    daily.open0800[4] = 120; // 96 of 120
    daily.occupiedBedMinutes.fill(90);
    daily.openBedMinutes.fill(120);
  });

  it('is the mean over days of occupied ÷ open', () => {
    const shares = [0.92, 0.93, 0.94, 0.9, 0.8, 0.97, 0.99, 0.98, 0.95, 0.92];
    const sum = shares.reduce((a, b) => a + b, 0);
    expect(outcome(winter, 'occupancy0800ShareMean')).toBeCloseTo(sum / COUNT, 12);
    expect(outcome(winter, 'occupancy0800ShareMax')).toBe(0.99);
    expect(outcome(winter, 'occupancyShareMean')).toBe(0.75);
    expect(series(winter, 'occupancy0800Share').slice(0, 5)).toEqual(shares.slice(0, 5));
  });

  it('counts days over a limit, not days at it', () => {
    expect(outcome(winter, 'daysOver92Count')).toBe(6);
    expect(outcome(winter, 'daysOver95Count')).toBe(3);
    expect(outcome(winter, 'daysOver98Count')).toBe(1);
  });

  it('finds the longest run of days over 92 %', () => {
    expect(outcome(winter, 'longestRunOver92Days')).toBe(4);
  });

  it('leaves days without open beds out of the mean', () => {
    const closed = measuredOf(({ daily }) => {
      daily.occupied0800.fill(50);
      daily.open0800[3] = 0;
      daily.occupied0800[3] = 0;
    });
    expect(outcome(closed, 'occupancy0800ShareMean')).toBe(0.5);
  });
});

describe('shares', () => {
  it('are totals divided by totals, not means of daily shares', () => {
    const winter = measuredOf(({ daily }) => {
      daily.clocked.set([10, 90]);
      daily.within4h.set([10, 60]);
      daily.attendances.set([10, 90]);
      daily.leftUnseen.set([0, 5]);
      daily.handovers.set([4, 16]);
      daily.handoverOver15.set([1, 4]);
    });
    expect(outcome(winter, 'within4hType1Share')).toBe(0.7);
    expect(outcome(winter, 'leftWithoutBeingSeenShare')).toBe(0.05);
    expect(outcome(winter, 'handoverOver15Share')).toBe(0.25);
  });

  it('of nobody are undefined: not 0', () => {
    const nobody = measuredOf(() => {});
    for (const key of [
      'within4hShare',
      'over12hFromArrivalShare',
      'readyOver1hShare',
      'handoverOver60Share',
      'leftWithoutBeingSeenShare',
      'stayMeanDays',
      'initialAssessmentMinutesMedian',
    ] as const) {
      expect(outcome(nobody, key)).toBeNaN();
    }
    expect(outcome(nobody, 'attendancesCount')).toBe(0);
  });
});

describe('weekly shares', () => {
  it('stand on the Monday of whole weeks only', () => {
    const winter = measuredOf(({ daily }) => {
      daily.clocked.fill(10);
      daily.within4h.fill(9);
      daily.within4h.fill(8, 1, 8); // 2-8 October
      daily.clocked[1] = 24;
      daily.within4h[1] = 20;
    });
    const weeks = series(winter, 'within4hWeekShare');
    expect(weeks.flatMap((share, day) => (Number.isNaN(share) ? [] : [day]))).toEqual([1, 8]);
    expect(weeks[1]).toBeCloseTo((20 + 6 * 8) / (24 + 60), 12);
    expect(weeks[8]).toBeCloseTo(0.9, 12);
  });
});

describe('quantile of a histogram of minutes', () => {
  const counts = new Int32Array(1441);
  counts.set([0, 4, 0, 4, 2], 0);

  it('is linear within its minute', () => {
    expect(histogramQuantile(counts, 0.2)).toBeCloseTo(1.5, 12);
    expect(histogramQuantile(counts, 0.4)).toBeCloseTo(2, 12);
    expect(histogramQuantile(counts, 0.5)).toBeCloseTo(3.25, 12);
    expect(histogramQuantile(counts, 0.9)).toBeCloseTo(4.5, 12);
    expect(histogramQuantile(counts, 1)).toBeCloseTo(5, 12);
  });

  it('begins at the first minute that somebody waited', () => {
    expect(histogramQuantile(counts, 0)).toBe(1);
  });

  it('of nobody is undefined', () => {
    expect(histogramQuantile(new Int32Array(10), 0.5)).toBeNaN();
  });

  it('is near the quantile of the waits that were counted', () => {
    const observed = new Observed(1, [], []);
    for (let i = 0; i < 1000; i++) observed.addAssessmentWait((i / 1000) * 120);
    expect(Math.abs(histogramQuantile(observed.assessmentWaits, 0.5) - 60)).toBeLessThan(0.2);
    expect(Math.abs(histogramQuantile(observed.assessmentWaits, 0.95) - 114)).toBeLessThan(0.2);
  });
});
