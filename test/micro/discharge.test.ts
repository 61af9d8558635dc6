// test/micro/discharge.test.ts: tiny courses out of the hospital, every time worked out by hand.
//
// Day 0 is a Monday. Ward rounds are at 10:00, discharges at 12:30, the community round at 14:00.
// Assessments: P1 one working day, P2 two, P3 three. In the community: P1 3 days, P2 5, P3 7.

import { describe, expect, it } from 'vitest';
import { tabulate } from '../../sim/engine/quantile-table.js';
import { hospital, type Placed } from './harness.js';

/** In bed on day 0 at 08:20; a stay of 2 days ends on day 2, a Wednesday, at 08:20. */
const ann: Placed = { at: '0 08:00', by: 'referred', needs: 'medical' };

describe('the end of the clinical stay', () => {
  it('is found at the next ward round, and who goes home leaves the same day', () => {
    const course = hospital({ Ann: ann });
    expect(course.of('Ann').slice(1)).toEqual([
      '0 08:20 arrived in bed',
      '2 10:00 clinical stay ends',
      '2 12:30 discharge tried',
    ]);
    // 2 nights; 2 days, 4 hours and 10 minutes.
    expect(course.total('spellsOneDayPlus')).toBe(1);
    expect(course.total('spellDays')).toBeCloseTo(2 + 250 / 1440, 10);
  });

  it('that comes after the round of its day waits for the next', () => {
    // In bed at 11:20; over on day 2 at 11:20, after the round.
    const course = hospital({ Ann: { ...ann, at: '0 11:00' } });
    expect(course.of('Ann')[2]).toBe('3 10:00 clinical stay ends');
  });

  it('is found a day later when the round does not see it', () => {
    const course = hospital({ Ann: { ...ann, notFoundOn: [2, 3] } });
    expect(course.of('Ann').slice(2)).toEqual([
      '4 10:00 clinical stay ends',
      '4 12:30 discharge tried',
    ]);
  });

  it('by death waits for no round and no preparation', () => {
    const course = hospital({ Ann: { ...ann, dies: true } });
    expect(course.of('Ann').slice(2)).toEqual([
      '2 08:20 clinical stay ends',
      '2 08:20 discharge tried',
    ]);
    expect(course.total('deaths')).toBe(1);
    expect(course.total('discharges')).toBe(0);
  });

  it('of a short stay needs an hour of preparation and counts no night', () => {
    const course = hospital({ Ann: { ...ann, short: true } });
    expect(course.of('Ann').slice(2)).toEqual([
      '0 12:20 clinical stay ends',
      '0 13:20 discharge tried',
    ]);
    expect(course.total('spellsZeroDay')).toBe(1);
  });
});

describe('going home', () => {
  it('is tried each day until it succeeds', () => {
    const course = hospital({ Ann: { ...ann, staysOn: [2, 3] } });
    expect(course.of('Ann').slice(2)).toEqual([
      '2 10:00 clinical stay ends',
      '2 12:30 discharge tried',
      '3 12:30 discharge tried',
      '4 12:30 discharge tried',
    ]);
    expect(course.total('discharges')).toBe(1);
    // At 08:00 of days 3 and 4 Ann is fit and still in bed; she is no delayed transfer.
    expect(course.daily('delayed0800').slice(1, 6)).toEqual([0, 0, 1, 1, 0]);
    expect(course.total('dtoc0800')).toBe(0);
  });

  it('takes an hour of preparation: a round at 12:00 is too late for 12:30', () => {
    const course = hospital({ Ann: ann }, undefined, ({ sites }) => {
      sites[0].discharge.wardRoundMinute = tabulate(() => 720);
    });
    expect(course.of('Ann').slice(2)).toEqual([
      '2 12:00 clinical stay ends',
      '3 12:30 discharge tried',
    ]);
  });

  it('at exactly an hour after the round is soon enough', () => {
    const course = hospital({ Ann: ann }, undefined, ({ sites }) => {
      sites[0].discharge.wardRoundMinute = tabulate(() => 690);
    });
    expect(course.of('Ann')[3]).toBe('2 12:30 discharge tried');
  });
});

describe('pathways 1 to 3', () => {
  it('P1: a day of assessment, a place at the round, home the day after, 3 days of support', () => {
    // Wednesday 10:00 + 1 working day; place Thursday 14:00; leaves Friday 12:30; + 3 days.
    const course = hospital({ Ann: { ...ann, pathway: 'p1' } });
    expect(course.total('dischargesSupport')).toBe(1);
    expect(course.total('dischargesCommunityBed') + course.total('dischargesCareHome')).toBe(0);
    expect(course.of('Ann').slice(2)).toEqual([
      '2 10:00 clinical stay ends',
      '3 10:00 assessed for discharge',
      '4 12:30 discharge tried',
      '7 12:30 community place free',
    ]);
    expect(course.events(11)).toContain('3 14:00');
    // A delayed transfer from Thursday 10:00 until Friday 12:30: 26.5 hours.
    const minutes = course.total('dtocBedMinutes');
    expect(minutes).toBe(26.5 * 60);
  });

  it('P3: weekends do not count for the assessment; the delay counts from the notice', () => {
    // Wednesday 10:00: Thursday and Friday 10:00 are 2 working days; the third has 14 hours on
    // Friday and 10 on Monday (day 7). Notice of 2 days: a delayed transfer from Friday 10:00 on.
    const course = hospital({ Ann: { ...ann, pathway: 'p3' } });
    expect(course.of('Ann').slice(2)).toEqual([
      '2 10:00 clinical stay ends',
      '4 10:00 delayed transfer begins',
      '7 10:00 assessed for discharge',
    ]);
    // Counted at 08:00 of days 5, 6 and 7; from Friday 10:00 to the end of day 7: 86 hours.
    expect(course.daily('dtoc0800')).toEqual([0, 0, 0, 0, 0, 1, 1, 1]);
    expect(course.total('dtocBedMinutes')).toBe(86 * 60);
  });

  it('wait for the choice of patient and family before the queue', () => {
    // Assessed Thursday 10:00; 2 days of choice: Saturday 10:00; place 14:00; leaves Sunday 12:30.
    const course = hospital({ Ann: { ...ann, pathway: 'p1', waitsForChoice: true } });
    expect(course.of('Ann').slice(3)).toEqual([
      '3 10:00 assessed for discharge',
      '5 10:00 choice made',
      '6 12:30 discharge tried',
    ]);
  });

  it('queue for the one place in the order of asking', () => {
    // Two medical beds. Both assessed on day 3; Ann first. She leaves day 4, 12:30; a place of 1 day
    // is free on day 5 at 12:30; Ben gets it at the round of day 5 and leaves on day 6.
    const course = hospital(
      {
        Ann: { ...ann, pathway: 'p1' },
        Ben: { ...ann, at: '0 08:01', pathway: 'p1' },
      },
      (model) => {
        model.beds.medical.core = 2;
        model.community.p1.stayDays = { distribution: 'fixed', value: 1 };
      },
    );
    expect(course.of('Ann').at(-1)).toBe('5 12:30 community place free');
    expect(course.of('Ben').slice(3)).toEqual([
      '3 10:00 assessed for discharge',
      '6 12:30 discharge tried',
      '7 12:30 community place free',
    ]);
  });

  it('with Discharge to Assess need half of the assessment in bed', () => {
    // Half a working day: Wednesday 22:00; place Thursday 14:00; leaves Friday 12:30.
    const course = hospital({ Ann: { ...ann, pathway: 'p1', draws: { 72: 0 } } }, (model) => {
      model.interventions = {
        'discharge-to-assess': {
          rampDays: 0,
          evidence: 'D',
          source: 'by hand',
          uptakeShare: 1,
          pathways: ['p1'],
          extraPlaces: { p1: 1, p2: 0, p3: 0 },
          effect: { assessmentFactor: { low: 0.5, likely: 0.5, high: 0.5 } },
        },
      };
    });
    expect(course.of('Ann').slice(2, 5)).toEqual([
      '2 10:00 clinical stay ends',
      '2 22:00 assessed for discharge',
      '4 12:30 discharge tried',
    ]);
  });
});

describe('a patient on the way to another bed', () => {
  it('is asked again half an hour later', () => {
    // Assessment unit from 08:20; the way to the ward takes 300 minutes here (bed 12:40 then; the
    // unit's stay is 60): a step-down is due 13:40, given at once, arrives 18:40. The stay of 12
    // hours ends in death at 18:30, on the way: tried 18:30 and 19:00, when in bed.
    const course = hospital({ Ann: { ...ann, at: '0 07:40', dies: true } }, (model) => {
      model.beds.assessment.core = 1;
      model.beds.directAfterMinutes = 60;
      model.beds.transferMinutes = { distribution: 'fixed', value: 300 };
      model.beds.assessmentStayMinutes = { distribution: 'fixed', value: 60 };
      model.stays.meanDays['18-39'] = 350 / 1440;
    });
    expect(course.of('Ann')).toEqual([
      '0 07:40 arrived',
      '0 12:40 arrived in bed',
      '0 13:40 step-down due',
      '0 18:30 clinical stay ends',
      '0 18:30 discharge tried',
      '0 18:40 arrived in bed',
      '0 19:00 discharge tried',
    ]);
  });
});
