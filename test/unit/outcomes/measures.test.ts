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
import { type Measured, measure } from '../../../sim/outcomes/measures.js';

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
    expect(outcome(closed, 'occupancy0800ShareMax')).toBe(0.5);
  });

  it('is undefined when no day has open beds', () => {
    const closed = measuredOf(({ daily }) => daily.open0800.fill(0));
    expect(outcome(closed, 'occupancy0800ShareMean')).toBeNaN();
    expect(outcome(closed, 'occupancy0800ShareMax')).toBeNaN();
  });
});

describe('each outcome', () => {
  // On one day each series has a number of its own, on another twice that: thrice in all.
  const own = [
    ['attendances', 101],
    ['conveyances', 103],
    ['clocked', 97],
    ['within4h', 89],
    ['over12hFromArrival', 5],
    ['over12hFromDecision', 7],
    ['readyTimed', 83],
    ['readyOver1h', 11],
    ['handovers', 79],
    ['handoverOver15', 73],
    ['handoverOver30', 61],
    ['handoverOver60', 23],
    ['leftUnseen', 13],
    ['admissionsFromDepartment', 31],
    ['admissionsReferred', 17],
    ['admissionsSdec', 19],
    ['electivesAdmitted', 29],
    ['electivesCancelled', 3],
    ['spellsZeroDay', 37],
    ['spellsOneDayPlus', 41],
    ['spellDays', 211],
    ['deaths', 2],
    ['open0800', 600],
    ['occupied0800', 570],
    ['escalation0800', 43],
    ['flex0800', 47],
    ['outliers0800', 53],
    ['stays7At0800', 241],
    ['stays14At0800', 127],
    ['stays21At0800', 71],
    ['delayed0800', 107],
    ['dtoc0800', 59],
    ['awaitingBed0800', 9],
    ['outsideValidity', 1],
    ['openMidnight', 590],
    ['occupiedMidnight', 472],
    ['openBedMinutes', 900_000],
    ['occupiedBedMinutes', 810_000],
    ['dtocBedMinutes', 64_800],
  ] as const;
  const winter = measuredOf((observed) => {
    for (const [name, value] of own) observed.daily[name].fill(0).set([value, 0, 2 * value], 4);
    for (const minute of [10, 11, 40]) observed.addAssessmentWait(minute);
  });

  it.each([
    ['occupancyShareMean', 0.9],
    ['occupancy0800ShareMean', 0.95],
    ['occupancyMidnightShareMean', 0.8],
    ['occupancy0800ShareMax', 0.95],
    ['daysOver92Count', 2],
    ['daysOver95Count', 0],
    ['longestRunOver92Days', 1],
    ['bedsOccupiedMean', 1710 / 21],
    ['bedsOpenMean', 1800 / 21],
    ['escalationBedDays', 129],
    ['flexBedDays', 141],
    ['outlierBedDays', 159],
    ['attendancesCount', 303],
    ['attendancesType1Count', 303],
    ['conveyancesCount', 309],
    ['within4hShare', 89 / 97],
    ['within4hType1Share', 89 / 97],
    ['over12hFromArrivalShare', 5 / 97],
    ['over12hFromDecisionCount', 21],
    ['readyOver1hShare', 11 / 83],
    ['initialAssessmentMinutesMedian', 11.5],
    ['initialAssessmentMinutesP95', 40.85],
    ['handoverOver15Share', 73 / 79],
    ['handoverOver30Share', 61 / 79],
    ['handoverOver60Share', 23 / 79],
    ['leftWithoutBeingSeenShare', 13 / 101],
    ['admissionsEmergencyCount', 3 * (31 + 17 + 19)],
    ['spellsZeroDayCount', 111],
    ['spellsOneDayPlusCount', 123],
    ['electivesAdmittedCount', 87],
    ['electivesCancelledCount', 9],
    ['stayMeanDays', 211 / 41],
    ['stays7Beds', 723 / 21],
    ['stays14Beds', 381 / 21],
    ['stays21Beds', 213 / 21],
    ['notMeetingCriteriaToResideMean', 321 / 21],
    ['dtocShareMean', 0.08],
    ['dtocBedDays', 135],
    ['awaitingBed0800Mean', 27 / 21],
    ['sdecCount', 57],
    ['deathsCount', 6],
    ['daysOutsideValidityCount', 3],
  ] as const)('%s is what its definition says', (key, value) => {
    expect(outcome(winter, key)).toBeCloseTo(value, 10);
  });

  it.each([
    ['occupancy0800Share', 0.95, 0.95],
    ['bedsOccupied0800', 570, 1140],
    ['bedsOpen0800', 600, 1200],
    ['flexBeds0800', 47, 94],
    ['within4hShare', 89 / 97, 89 / 97],
    ['attendances', 101, 202],
    ['admissionsEmergency', 67, 134],
    ['admissionsType1', 50, 100],
    ['handoverOver30', 61, 122],
    ['handoverOver60', 23, 46],
    ['electivesCancelled', 3, 6],
    ['delayed0800', 107, 214],
    ['dtoc0800', 59, 118],
    ['stays7Beds0800', 241, 482],
    ['stays21Beds0800', 71, 142],
    ['awaitingBed0800', 9, 18],
  ] as const)('%s is told day by day', (key, first, second) => {
    const days = series(winter, key);
    expect(days).toHaveLength(COUNT);
    expect([days[4], days[6]]).toEqual([first, second]);
  });

  it('comes with the number of events', () => {
    expect(winter.eventsCount).toBe(5);
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
