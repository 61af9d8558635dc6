// test/micro/edges.test.ts: electives, and the edges of the day, the lead-in and the run, by hand.
//
// The list of electives is decided at 07:00; they need the bed at 11:00; the way takes 20 minutes
// and the stay 2 days: found over at the round of 10:00 on day 3, home 12:30.

import { describe, expect, it } from 'vitest';
import { CENSUS, DAY, ELECTIVE_LIST } from '../../sim/hospital/kinds.js';
import type { Model } from '../../sim/scenario/schema.js';
import { hospital, type Placed } from './harness.js';

const onePerMonday = (model: Model) => {
  model.electives.perDay = [1, 0, 0, 0, 0, 0, 0];
};
const surgical: Placed = { at: '0 01:00', by: 'referred', needs: 'surgical' };

describe('electives', () => {
  it('come when their bed is needed and keep it for their stay', () => {
    const course = hospital({}, (model) => {
      onePerMonday(model);
      model.period.lastDay = '2017-10-08';
    });
    expect(course.events(ELECTIVE_LIST)[0]).toBe('0 07:00');
    expect(course.of('elective').filter((text) => !text.includes('list'))).toEqual([
      '0 11:00 elective due',
      '0 11:20 arrived in bed',
      '3 10:00 clinical stay ends',
      '3 12:30 discharge tried',
    ]);
    expect(course.total('electivesAdmitted')).toBe(1);
    expect(course.total('spellsOneDayPlus')).toBe(0); // planned spells are not emergency spells
  });

  it('are cancelled when the bed is taken', () => {
    const course = hospital({ Sue: { ...surgical, age: '85+' } }, onePerMonday);
    expect(course.daily('electivesCancelled')).toEqual([1, 0, 0, 0, 0, 0, 0, 0]);
    expect(course.total('electivesAdmitted')).toBe(1); // on Monday, day 7: Sue left on day 6
  });

  it('are cancelled when the last bed is kept for emergencies', () => {
    const course = hospital({}, (model) => {
      onePerMonday(model);
      model.electives.emergencyReserveBeds = 1;
    });
    expect(course.total('electivesCancelled')).toBe(2);
  });

  it('go before an emergency that waits for the same bed', () => {
    // The way takes 5 minutes here. Sam, a short stay, has the bed 06:55, is fit 10:55, leaves 11:55;
    // clean 12:35. Sue waits since 10:00, the elective since 11:00: the elective gets it, 12:40; fit
    // at the round of day 3, home 12:30, clean 13:10: Sue, 13:15.
    const course = hospital(
      { Sam: { ...surgical, at: '0 06:50', short: true }, Sue: { ...surgical, at: '0 10:00' } },
      (model) => {
        onePerMonday(model);
        model.electives.expectedDischargeShare = 1;
        model.beds.transferMinutes = { distribution: 'fixed', value: 5 };
      },
    );
    expect(course.of('Sam').slice(1)).toEqual([
      '0 06:55 arrived in bed',
      '0 10:55 clinical stay ends',
      '0 11:55 discharge tried',
    ]);
    expect(course.of('elective')).toContain('0 12:40 arrived in bed');
    expect(course.of('Sue').slice(0, 2)).toEqual(['0 10:00 arrived', '3 13:15 arrived in bed']);
  });
});

describe('the 4-hour clock', () => {
  const held = (minutes: number) => (model: Model) => {
    model.department.consultMinutes.minors = { distribution: 'fixed', value: minutes };
  };

  it('holds at 240 minutes exactly and not a minute later', () => {
    // 5 + 230 + 5 = 240.
    expect(hospital({ Ann: { at: '0 10:00' } }, held(230)).total('within4h')).toBe(1);
    const late = hospital({ Ann: { at: '0 10:00' } }, held(231));
    expect(late.total('within4h')).toBe(0);
    expect(late.total('clocked')).toBe(1);
  });

  it('of an ambulance begins at the handover, at most 15 minutes after arrival', () => {
    // Handed over after 10 minutes, then 20 + 5: in majors 235 minutes of look fit 240 from 10:10.
    const ann: Placed = { at: '0 10:00', by: 'ambulance', acuity: 'yellow' };
    const majors = (minutes: number) => (model: Model) => {
      model.department.consultMinutes.majors = { distribution: 'fixed', value: minutes };
    };
    expect(hospital({ Ann: ann }, majors(235)).total('within4h')).toBe(1);
    expect(hospital({ Ann: ann }, majors(236)).total('within4h')).toBe(0);
  });
});

describe('a crew that still waits at the end', () => {
  it('has its 4-hour clock running from 15 minutes after arrival', () => {
    // No space ever. The run ends at midnight, 24:00: from 19:44 it is 256 minutes, less 15: 241;
    // from 19:45 it is 240, not yet past.
    const none = (model: Model) => {
      model.period = { firstDay: '2017-10-02', lastDay: '2017-10-02', leadInDays: 0 };
      model.department.spaces.majors = 0;
    };
    const crew: Placed = { at: '0 19:44', by: 'ambulance', acuity: 'yellow' };
    expect(hospital({ Ann: crew }, none).total('clocked')).toBe(1);
    expect(hospital({ Ann: { ...crew, at: '0 19:45' } }, none).total('clocked')).toBe(0);
  });
});

describe('the edges of the reported period', () => {
  const leadIn = (model: Model) => {
    model.period = { firstDay: '2017-10-03', lastDay: '2017-10-05', leadInDays: 1 };
  };

  it('leave out who came in the lead-in, even if leaving after it', () => {
    // Both days are quiet. Ann comes on the last evening of the lead-in and leaves at 00:15.
    const course = hospital({ Ann: { at: '0 23:50' }, Ben: { at: '1 00:20' } }, leadIn);
    expect(course.of('Ann').at(-1)).toBe('1 00:15 departed for home');
    expect(course.daily('attendances')).toEqual([1, 0, 0]);
    expect(course.daily('clocked')).toEqual([1, 0, 0]);
  });

  it('count the bed minutes of the reported days only', () => {
    // In bed from 08:20 of the lead-in until day 2, 12:30: a whole day and 750 minutes are reported.
    const ann: Placed = { at: '0 08:00', by: 'referred', needs: 'medical' };
    const course = hospital({ Ann: ann }, leadIn);
    expect(course.daily('occupiedBedMinutes')).toEqual([1440, 750, 0]);
    expect(course.daily('occupiedMidnight')).toEqual([1, 0, 0]);
  });

  it('count at the end who has already passed a limit, and nobody else', () => {
    // No clinician ever. The run ends at midnight: Ann 10:00 has passed 12 hours, Ben 15:00 only 4;
    // Cat, 21:00, neither: not clocked at all.
    const course = hospital(
      { Ann: { at: '2 10:00' }, Ben: { at: '2 15:00' }, Cat: { at: '2 21:00' } },
      (model) => {
        model.period = { firstDay: '2017-10-02', lastDay: '2017-10-04', leadInDays: 0 };
        model.department.minorsClinicians.weekday.fill(0);
      },
    );
    expect(course.total('attendances')).toBe(3);
    expect(course.total('clocked')).toBe(2);
    expect(course.total('within4h')).toBe(0);
    expect(course.total('over12hFromArrival')).toBe(1);
  });

  it('fire nothing after the last midnight', () => {
    // Ann would be assessed at 00:02 of day 3.
    const course = hospital({ Ann: { at: '2 23:57' } }, (model) => {
      model.period = { firstDay: '2017-10-02', lastDay: '2017-10-04', leadInDays: 0 };
    });
    expect(course.of('Ann')).toEqual(['2 23:57 arrived']);
    expect(course.events(DAY)).toEqual(['1 00:00', '2 00:00', '3 00:00']);
  });
});

describe('08:00', () => {
  it('counts who lies down in that minute, and not who leaves in it', () => {
    // Ann, referred 07:40, lies in the bed at 08:00.
    const ann: Placed = { at: '0 07:40', by: 'referred', needs: 'medical', short: true };
    const course = hospital({ Ann: ann });
    expect(course.events(CENSUS)[0]).toBe('0 08:00');
    expect(course.daily('occupied0800')[0]).toBe(1);
    // Referred 02:40: bed 03:00, over 07:00, leaves 08:00.
    const leaving = hospital({ Ann: { ...ann, at: '0 02:40' } });
    expect(leaving.of('Ann').at(-1)).toBe('0 08:00 discharge tried');
    expect(leaving.daily('occupied0800')[0]).toBe(0);
  });

  it('counts a stay as over seven days only after seven days', () => {
    // In bed at 08:00 of day 0, stay of 7 days and more: on day 7 at 08:00 it is exactly 7 days.
    const patient: Placed = { at: '0 07:40', by: 'referred', needs: 'medical', age: '85+' };
    const long = (model: Model) => {
      model.stays.meanDays['85+'] = 20;
      model.period.lastDay = '2017-10-10';
    };
    expect(hospital({ Ann: patient }, long).daily('stays7At0800').slice(6)).toEqual([0, 0, 1]);
    const minuteBefore = { ...patient, at: '0 07:39' };
    expect(hospital({ Ann: minuteBefore }, long).daily('stays7At0800').slice(6)).toEqual([0, 1, 1]);
  });
});
