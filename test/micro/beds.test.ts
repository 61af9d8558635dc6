// test/micro/beds.test.ts: tiny courses to and between beds, every time worked out by hand.
//
// The way to a bed takes 20 minutes, cleaning 40. A short stay lasts 240 minutes and 60 of
// preparation. One medical, one surgical and one children's bed; no assessment unit.

import { describe, expect, it } from 'vitest';
import { CRITICAL } from '../../sim/hospital/purposes.js';
import type { Model } from '../../sim/scenario/schema.js';
import { hospital, type Placed } from './harness.js';

const medical: Placed = { at: '0 08:00', by: 'referred', needs: 'medical' };
const shortStay: Placed = { ...medical, short: true };

const outliersAfter =
  (minutes: number, keepFree = 0) =>
  (model: Model) => {
    model.beds.medical.core = 0;
    model.beds.outlierAfterMinutes = minutes;
    model.beds.outlierKeepFreeBeds = keepFree;
  };

describe('a bed', () => {
  it('goes to the one already waiting when it is clean in the minute in which another comes', () => {
    // Ann: bed 08:20, over 12:20, leaves 13:20, clean 14:00. Ben waits since 09:00; Cat comes 14:00.
    // Ben: 14:20, over 18:20, leaves 19:20, clean 20:00; Cat: 20:20.
    const course = hospital({
      Ann: shortStay,
      Ben: { ...shortStay, at: '0 09:00' },
      Cat: { ...shortStay, at: '0 14:00' },
    });
    expect(course.of('Ben')[1]).toBe('0 14:20 arrived in bed');
    expect(course.of('Cat')[1]).toBe('0 20:20 arrived in bed');
  });

  it('of another ward is taken after the wait for outliers, not before', () => {
    // 08:00 + 120 minutes, then the way.
    const course = hospital({ Ann: medical }, outliersAfter(120));
    expect(course.of('Ann').slice(0, 3)).toEqual([
      '0 08:00 arrived',
      '0 10:00 bed search widened',
      '0 10:20 arrived in bed',
    ]);
    expect(course.daily('outliers0800')[1]).toBe(1);
  });

  it('of another ward is not taken while the ward keeps its last one free', () => {
    const course = hospital({ Ann: medical }, outliersAfter(120, 1));
    expect(course.of('Ann')).toEqual(['0 08:00 arrived', '0 10:00 bed search widened']);
  });

  it('of another ward is offered when that ward has more than it keeps free', () => {
    // Surgical has 2 and keeps 1. Dan (surgical, short) has one from 08:20 to 13:20; clean 14:00.
    // Ann has waited long enough since 10:00: she is given it at 14:00.
    const course = hospital({ Dan: { ...shortStay, needs: 'surgical' }, Ann: medical }, (model) => {
      outliersAfter(120, 1)(model);
      model.beds.surgical.core = 2;
    });
    expect(course.of('Ann').slice(1, 3)).toEqual([
      '0 10:00 bed search widened',
      '0 14:20 arrived in bed',
    ]);
  });

  it('on the ward is not looked for before the direct wait when there is an assessment unit', () => {
    // The unit's one bed is Dan's until 14:00; Ann goes straight to the ward after 60 minutes.
    const course = hospital({ Dan: shortStay, Ann: { ...medical, at: '0 09:00' } }, (model) => {
      model.beds.assessment.core = 1;
      model.beds.directAfterMinutes = 60;
    });
    expect(course.of('Dan')[1]).toBe('0 08:20 arrived in bed');
    expect(course.of('Ann').slice(0, 3)).toEqual([
      '0 09:00 arrived',
      '0 10:00 bed search widened',
      '0 10:20 arrived in bed',
    ]);
  });

  it("of the children's ward is for children, and theirs only", () => {
    const child: Placed = { at: '0 08:00', by: 'referred', age: '0-17', needs: 'children' };
    const course = hospital({ Kit: child, Lea: { ...child, at: '0 08:10' } }, (model) => {
      model.beds.outlierAfterMinutes = 60;
    });
    // Kit's stay is 1 day: over at the round of day 2, 10:00; leaves 12:30; clean 13:10.
    expect(course.of('Kit').slice(1)).toEqual([
      '0 08:20 arrived in bed',
      '1 10:00 clinical stay ends',
      '1 12:30 discharge tried',
    ]);
    expect(course.of('Lea')[1]).toBe('1 13:30 arrived in bed');
  });
});

describe('the assessment unit', () => {
  const unit = (model: Model) => {
    model.beds.assessment.core = 1;
    model.beds.directAfterMinutes = 60;
  };

  it('sends a patient to the ward after the assessment stay, and cleans the bed', () => {
    // 08:20 + 600 = 18:20; + 20 = 18:40; the unit's bed is clean at 19:20: Ben, waiting since
    // 18:30 (less than 60 minutes), is given it then.
    const course = hospital({ Ann: medical, Ben: { ...medical, at: '0 18:30' } }, unit);
    expect(course.of('Ann').slice(0, 4)).toEqual([
      '0 08:00 arrived',
      '0 08:20 arrived in bed',
      '0 18:20 step-down due',
      '0 18:40 arrived in bed',
    ]);
    expect(course.of('Ben')[1]).toBe('0 19:40 arrived in bed');
  });

  it('goes before the front door for a ward bed, even after a shorter wait', () => {
    // The ward bed: Dan, referred 17:00 while the unit is full, goes direct at 18:00, bed 18:20, over
    // 22:20, leaves 23:20, clean 0:00. Ann's step-down is due 18:20, Ben waits since 17:30: Ann first.
    const course = hospital(
      {
        Ann: medical,
        Dan: { ...shortStay, at: '0 17:00' },
        Ben: { ...medical, at: '0 17:30' },
      },
      unit,
    );
    expect(course.of('Dan').slice(1, 3)).toEqual([
      '0 18:00 bed search widened',
      '0 18:20 arrived in bed',
    ]);
    expect(course.of('Ann').slice(2, 4)).toEqual([
      '0 18:20 step-down due',
      '1 00:20 arrived in bed',
    ]);
    // Ann's bed in the unit is clean at 01:00 and goes to Ben.
    expect(course.of('Ben').at(2)).toBe('1 01:20 arrived in bed');
  });

  it('keeps a short stay to its end', () => {
    const course = hospital({ Ann: shortStay }, unit);
    expect(course.of('Ann').slice(1)).toEqual([
      '0 08:20 arrived in bed',
      '0 12:20 clinical stay ends',
      '0 13:20 discharge tried',
    ]);
  });
});

describe('critical care', () => {
  it('comes first, keeps its bed while no ward bed is free, and holds patients in A&E when full', () => {
    // Ben has the medical bed until day 2, 12:30; it is clean at 13:10. Ann: decision 12:05, critical
    // care 12:25, ready a day later; ward 13:30, her 2 days are over: found at the next round. Cat:
    // decision 15:05; the one critical bed is clean 40 minutes after Ann left it, then the way.
    const ill = { acuity: 'orange', needs: 'medical', draws: { [CRITICAL]: 0.1 } } as const;
    const course = hospital(
      { Ben: medical, Ann: { ...ill, at: '0 10:00' }, Cat: { ...ill, at: '0 13:00' } },
      (model) => {
        const stayDays = { distribution: 'fixed', value: 1 } as const;
        model.beds.criticalCare = { beds: 1, shareByAcuity: [1, 0.5, 0, 0, 0], stayDays };
      },
    );
    expect(course.of('Ann').slice(5, 10)).toEqual([
      '0 12:05 decision to admit',
      '0 12:25 arrived in bed',
      '1 12:25 step-down due',
      '2 13:30 arrived in bed',
      '3 10:00 clinical stay ends',
    ]);
    expect(course.of('Cat').slice(5, 7)).toEqual([
      '0 15:05 decision to admit',
      '2 14:30 arrived in bed',
    ]);
    expect(course.daily('critical0800').slice(0, 4)).toEqual([0, 1, 1, 1]);
    expect(course.daily('criticalDelayed0800').slice(0, 4)).toEqual([0, 0, 1, 0]);
    expect(course.total('admissionsFromDepartment')).toBe(2);
  });
});

describe('beds by date', () => {
  it('that close under a patient evict nobody and take nobody new', () => {
    // The medical bed is closed from day 1. Ann (2 days) stays until day 2, 12:30; Ben never gets it.
    const change = {
      pool: 'medical',
      kind: 'closed',
      from: '2017-10-03',
      to: '2017-10-09',
    } as const;
    const course = hospital({ Ann: medical, Ben: { ...medical, at: '1 09:00' } }, (model) => {
      model.beds.changes = [{ ...change, beds: 1 }];
    });
    expect(course.of('Ann').slice(1)).toEqual([
      '0 08:20 arrived in bed',
      '2 10:00 clinical stay ends',
      '2 12:30 discharge tried',
    ]);
    expect(course.of('Ben')).toEqual(['1 09:00 arrived']);
    // Open at 08:00: three pools of 1; while Ann lies in the closed bed it counts; then it is gone.
    expect(course.daily('open0800').slice(0, 4)).toEqual([3, 3, 3, 2]);
  });

  it('that open at midnight go to who waits', () => {
    const change = {
      pool: 'medical',
      kind: 'escalation',
      from: '2017-10-03',
      to: '2017-10-09',
    } as const;
    const course = hospital({ Ann: medical, Ben: { ...medical, at: '0 09:00' } }, (model) => {
      model.beds.changes = [{ ...change, beds: 1 }];
    });
    expect(course.of('Ben')[1]).toBe('1 00:20 arrived in bed');
    expect(course.daily('escalation0800').slice(0, 2)).toEqual([0, 1]);
  });

  it('that are flexible open at the bed meeting and close when free', () => {
    // Ann has the bed. Ben waits since 09:00, the meeting is at 14:00: bed 14:20, over 18:20, leaves
    // 19:20, clean 20:00. At the meeting of day 1, 14:00, it stands free and closes.
    const course = hospital({ Ann: medical, Ben: { ...shortStay, at: '0 09:00' } }, (model) => {
      model.beds.flex = { most: 1, meetingHours: [14], openAboveWaiting: 0, closeAboveFree: 0 };
    });
    expect(course.of('Ben')[1]).toBe('0 14:20 arrived in bed');
    expect(course.daily('flex0800').slice(0, 3)).toEqual([0, 1, 0]);
  });
});
