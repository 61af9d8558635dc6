// test/micro/department.test.ts: tiny courses in A&E after the door, every time worked out by hand.
//
// First look 20 in majors, 15 in minors; investigations 60; second look 10; specialty 30; leaving
// 5; patience 90; the way to a bed 20.

import { describe, expect, it } from 'vitest';
import type { Model } from '../../sim/scenario/schema.js';
import { hospital } from './harness.js';

/** Staff of a rota from an hour on; none before. */
const from = (hour: number, staff = 1) =>
  Array.from({ length: 24 }, (_, h) => (h < hour ? 0 : staff));

describe('investigations', () => {
  it('take an hour and end in a second look', () => {
    // 10:05 + 15 look; + 60 results; + 10 second look; + 5.
    const course = hospital({ Ann: { at: '0 10:00', investigated: true } });
    expect(course.of('Ann').slice(2)).toEqual([
      '0 10:20 consulted',
      '0 11:20 investigated',
      '0 11:30 reviewed',
      '0 11:35 departed for home',
    ]);
  });

  it('let the second look go before a first look that waits longer', () => {
    // Three majors spaces, one clinician. Ann: look 10:05-10:25, results 11:25. Ben: look from 11:10
    // to 11:30. Cat waits from 11:15, Ann from 11:25: at 11:30 Ann, to 11:40; then Cat, to 12:00.
    const course = hospital(
      {
        Ann: { at: '0 10:00', acuity: 'yellow', investigated: true },
        Ben: { at: '0 11:05', acuity: 'yellow' },
        Cat: { at: '0 11:10', acuity: 'yellow' },
      },
      (model) => {
        model.department.spaces.majors = 3;
      },
    );
    expect(course.of('Ann').slice(3, 5)).toEqual(['0 11:25 investigated', '0 11:40 reviewed']);
    expect(course.of('Ben')[2]).toBe('0 11:30 consulted');
    expect(course.of('Cat')[2]).toBe('0 12:00 consulted');
  });
});

describe('the decision to admit', () => {
  it('comes after look, results, second look and specialty', () => {
    // 10:05 + 20 + 60 + 10 + 30 = 12:05; the bed is free: 12:05 + 20.
    const course = hospital({ Ann: { at: '0 10:00', acuity: 'orange', needs: 'medical' } });
    expect(course.of('Ann').slice(0, 7)).toEqual([
      '0 10:00 arrived',
      '0 10:05 initially assessed',
      '0 10:25 consulted',
      '0 11:25 investigated',
      '0 11:35 reviewed',
      '0 12:05 decision to admit',
      '0 12:25 arrived in bed',
    ]);
    expect(course.total('admissionsFromDepartment')).toBe(1);
  });

  it('leaves the patient in the space until lying in the bed: exit block', () => {
    // Dan, a short stay, has the medical bed from 08:20: stay over 12:20, leaves 13:20, clean 14:00.
    // Ann, decided 12:05, is given it then and lies in it at 14:20. Only then does the crew of Ben,
    // waiting since 12:30, get the majors space: handed over 14:30.
    const course = hospital({
      Dan: { at: '0 08:00', by: 'referred', needs: 'medical', short: true },
      Ann: { at: '0 10:00', acuity: 'orange', needs: 'medical' },
      Ben: { at: '0 12:30', by: 'ambulance', acuity: 'yellow' },
    });
    expect(course.of('Dan')).toEqual([
      '0 08:00 arrived',
      '0 08:20 arrived in bed',
      '0 12:20 clinical stay ends',
      '0 13:20 discharge tried',
    ]);
    expect(course.of('Ann')[6]).toBe('0 14:20 arrived in bed');
    expect(course.of('Ben')[1]).toBe('0 14:30 handed over');
    expect(course.total('handoverOver60')).toBe(1); // 120 minutes
    expect(course.total('within4h')).toBe(1); // Ben: 12:45 to 14:55; Ann took 260 minutes
  });
});

describe('patience', () => {
  const noNurseUntil = (hour: number) => (model: Model) => {
    model.department.assessmentNurses.weekday = from(hour);
  };

  it('ends in the line for the nurse after 90 minutes', () => {
    const course = hospital({ Ann: { at: '0 10:00', impatient: true } }, noNurseUntil(12));
    expect(course.of('Ann')).toEqual(['0 10:00 arrived', '0 11:30 patience ends']);
    expect(course.total('leftUnseen')).toBe(1);
  });

  it('that ends during the assessment lets the patient leave at its end', () => {
    // The assessment takes 100 minutes, until 11:40; patience ends at 11:30.
    const course = hospital({ Ann: { at: '0 10:00', impatient: true } }, (model) => {
      model.department.assessmentMinutes = { distribution: 'fixed', value: 100 };
    });
    expect(course.of('Ann')).toEqual([
      '0 10:00 arrived',
      '0 11:30 patience ends',
      '0 11:40 initially assessed',
    ]);
    expect(course.total('leftUnseen')).toBe(1);
  });

  it('no longer counts once a clinician has begun', () => {
    // The look takes 200 minutes from 10:05; nothing happens at 11:30.
    const course = hospital({ Ann: { at: '0 10:00', impatient: true } }, (model) => {
      model.department.consultMinutes.minors = { distribution: 'fixed', value: 200 };
    });
    expect(course.of('Ann').slice(2)).toEqual(['0 13:25 consulted', '0 13:30 departed for home']);
    expect(course.total('leftUnseen')).toBe(0);
  });

  it('that ends in the line for a space gives up that place, not a space', () => {
    // Ann holds minors until 10:25; her look takes 200 minutes here: until 13:25, leaving 13:30.
    // Ben waits from 10:10, gives up at 11:31. Cat, waiting from 10:45, gets the space at 13:30.
    const course = hospital(
      {
        Ann: { at: '0 10:00' },
        Ben: { at: '0 10:01', impatient: true },
        Cat: { at: '0 10:40' },
      },
      (model) => {
        model.department.consultMinutes.minors = { distribution: 'fixed', value: 200 };
      },
    );
    expect(course.of('Ben').at(-1)).toBe('0 11:31 patience ends');
    expect(course.of('Cat').slice(2)).toEqual(['0 16:50 consulted', '0 16:55 departed for home']);
  });
});

describe('the rota', () => {
  it('brings a clinician at noon, who takes the first in line', () => {
    // Both wait in minors' line: Ann has the space from 10:05. 12:00 + 15 + 5.
    const course = hospital({ Ann: { at: '0 10:00' } }, (model) => {
      model.department.minorsClinicians.weekday = from(12);
    });
    expect(course.of('Ann').slice(2)).toEqual(['0 12:15 consulted', '0 12:20 departed for home']);
  });

  it('that ends during a look lets it finish and begins no other', () => {
    // Two spaces; looks of 90 minutes; the clinician is there 10:00 to 11:00 and from 13:00.
    // Ann: 10:05 to 11:35 though nobody is on the rota from 11:00. Ben waits until 13:00: 14:30.
    const course = hospital({ Ann: { at: '0 10:00' }, Ben: { at: '0 10:10' } }, (model) => {
      model.department.spaces.minors = 2;
      model.department.consultMinutes.minors = { distribution: 'fixed', value: 90 };
      model.department.minorsClinicians.weekday = from(0).map((_, hour) =>
        hour === 10 || hour >= 13 ? 1 : 0,
      );
    });
    expect(course.of('Ann')[2]).toBe('0 11:35 consulted');
    expect(course.of('Ben')[2]).toBe('0 14:30 consulted');
  });
});

describe('services at the front door', () => {
  const hours = { weekday: { from: 8, to: 18 } };
  const common = { rampDays: 0, evidence: 'D', source: 'by hand' };

  it('treat the same day, in spaces of their own', () => {
    // Streamed at 10:05; 240 minutes in the unit; no bed, no cubicle.
    const course = hospital(
      {
        Ann: {
          at: '0 10:00',
          acuity: 'yellow',
          needs: 'medical',
          short: true,
          draws: { 68: 0.1, 69: 0 },
        },
      },
      (model) => {
        const effect = { medicalTakeShare: { low: 1, likely: 1, high: 1 } };
        const treatmentMinutes = { distribution: 'fixed', value: 240 };
        model.interventions = {
          sdec: { ...common, hours, spaces: 1, eligibleStayDaysMax: 1, treatmentMinutes, effect },
        };
      },
    );
    expect(course.of('Ann')).toEqual([
      '0 10:00 arrived',
      '0 10:05 initially assessed',
      '0 14:05 same-day care ends',
    ]);
    expect(course.total('admissionsSdec')).toBe(1);
    expect(course.total('spellsZeroDay')).toBe(1);
  });

  it('send a frail patient home at the decision to admit', () => {
    // 12:05 the decision as above; home 5 minutes later, no bed. Severe frailty, 75-84.
    const course = hospital(
      {
        Ann: {
          at: '0 10:00',
          acuity: 'orange',
          age: '75-84',
          frailty: 2,
          needs: 'medical',
          short: true,
          draws: { 64: 0.1, 65: 0 },
        },
      },
      (model) => {
        const one = { low: 1, likely: 1, high: 1 };
        const half = { low: 0.5, likely: 0.5, high: 0.5 };
        const effect = { admissionReductionShare: half, stayFactor: one };
        const size = { uptakeShare: 1, patientsPerDayMax: 1, avoidableStayDaysMax: 1 };
        model.interventions = { 'frailty-in-reach': { ...common, ...size, hours, effect } };
      },
    );
    expect(course.of('Ann').slice(5)).toEqual([
      '0 12:05 decision to admit',
      '0 12:10 departed for home',
    ]);
    expect(course.total('admissionsFromDepartment')).toBe(0);
  });
});
