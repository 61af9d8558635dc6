// test/micro/policy.test.ts: triggers, lead times, hysteresis and least times, worked out by hand.
//
// One medical, one surgical and one children's bed; the way to a bed takes 20 minutes, cleaning 40.
// Ann (2 days of stay) comes at 08:00 and lies at 08:20: a third of the beds is occupied.

import { describe, expect, it } from 'vitest';
import type { Model } from '../../sim/scenario/schema.js';
import type { Action } from '../../sim/scenario/schema-policy.js';
import { hospital, type Placed } from './harness.js';

const medical: Placed = { at: '0 08:00', by: 'referred', needs: 'medical' };
const ben: Placed = { ...medical, at: '0 09:30' };
const kit: Placed = { at: '0 08:00', by: 'referred', age: '0-17', needs: 'children' };

const SURGE: Action = {
  name: 'surge beds',
  trigger: { measure: 'occupancyShare', on: 0.3, off: 0.3 },
  hours: [9],
  leadHours: 3,
  leastHours: 0,
  relief: { escalationBeds: { pool: 'medical', beds: 1 } },
};

const policy =
  (...actions: Partial<Action>[]) =>
  (model: Model) => {
    model.policy = { actions: actions.map((action) => ({ ...SURGE, ...action })) };
  };

describe('surge beds', () => {
  it('open a lead time after the look that finds the trigger reached, for who waits', () => {
    // Looked at 09:00, in force at 12:00; Ben lies at 12:20 and would else wait until day 2.
    const course = hospital({ Ann: medical, Ben: ben }, policy({}));
    expect(course.of('Ben').slice(0, 2)).toEqual(['0 09:30 arrived', '0 12:20 arrived in bed']);
    expect(course.daily('surgeOpen0800').slice(0, 5)).toEqual([0, 1, 1, 1, 0]);
    expect(course.daily('policyInForce').slice(0, 5)).toEqual([1, 1, 1, 1, 0]);
  });

  it('are told in words: what was reached, what follows and when', () => {
    const course = hospital({ Ann: medical, Ben: ben }, policy({}));
    expect(course.told('policy:')).toEqual([
      '0 09:00 policy: occupancy 33 % reached the trigger of surge beds; 1 medical bed from 12:00',
      '0 12:00 policy: surge beds in force: 1 medical bed',
      '3 09:00 policy: surge beds ended at occupancy 25 %',
    ]);
  });

  it('stay shut when the look comes before the trigger is reached', () => {
    const course = hospital({ Ann: medical, Ben: ben }, policy({ hours: [8] }));
    // Day 1 at 08:00 finds it.
    expect(course.of('Ben')[1]).toBe('1 11:20 arrived in bed');
  });

  it('open in the same minute without a lead time', () => {
    const late = { ...medical, at: '0 08:30' };
    const course = hospital({ Ann: medical, Ben: late }, policy({ leadHours: 0 }));
    expect(course.of('Ben')[1]).toBe('0 09:20 arrived in bed');
  });

  it('are called off when pressure falls within the lead time', () => {
    // Ann leaves at 13:20; at 14:00 nobody lies; Ben has her bed, clean at 14:00.
    const timing = { hours: [9, 14], leadHours: 24 };
    const course = hospital({ Ann: { ...medical, short: true }, Ben: ben }, policy(timing));
    expect(course.told('policy:').slice(0, 2)).toEqual([
      '0 09:00 policy: occupancy 33 % reached the trigger of surge beds; ' +
        '1 medical bed from 1 day later, 09:00',
      '0 14:00 policy: surge beds called off at occupancy 0 %',
    ]);
    expect(course.daily('surgeOpen0800').slice(0, 2)).toEqual([0, 0]);
  });

  it('stay open between the two thresholds and end below the lower one only', () => {
    // Ann and Kit: 2 of 3 is above 0.6. With the bed open 2 of 4 and, when Kit has left on day 1,
    // 1 of 4 on day 2 at 09:00.
    const trigger = { measure: 'occupancyShare', on: 0.6, off: 0.3 } as const;
    const course = hospital({ Ann: medical, Kit: kit }, policy({ trigger, leadHours: 0 }));
    expect(course.daily('surgeOpen0800').slice(0, 4)).toEqual([0, 1, 1, 0]);
    const tight = { ...trigger, off: 0.6 };
    const course2 = hospital({ Ann: medical, Kit: kit }, policy({ trigger: tight, leadHours: 0 }));
    expect(course2.daily('surgeOpen0800').slice(0, 3)).toEqual([0, 1, 0]);
  });

  it('stay open for their least time', () => {
    // In force since day 0, 12:00; 72 hours are over on day 3, 12:00: ended at the look of day 4.
    const course = hospital({ Ann: medical, Ben: ben }, policy({ leastHours: 72 }));
    expect(course.daily('surgeOpen0800').slice(0, 6)).toEqual([0, 1, 1, 1, 1, 0]);
  });

  it('evict nobody when they end, and count as open until they are empty', () => {
    // Not to be called after day 1: they end at midnight; Ben stays as planned, until day 3, 12:30.
    const open = hospital({ Ann: medical, Ben: ben }, policy({}));
    const ended = hospital({ Ann: medical, Ben: ben }, policy({ to: '2017-10-03' }));
    expect(ended.of('Ben')).toEqual(open.of('Ben'));
    expect(ended.daily('surgeOpen0800').slice(0, 4)).toEqual([0, 1, 0, 0]);
    expect(ended.daily('open0800').slice(0, 5)).toEqual([3, 4, 4, 3, 3]);
  });

  it('are as many as staff can be found for', () => {
    const course = hospital({ Ann: medical }, (model) => {
      const beds = (many: number) => ({ escalationBeds: { pool: 'medical' as const, beds: many } });
      policy({ relief: beds(2) }, { name: 'more', relief: beds(2) })(model);
      model.policy = { ...model.policy, staffedBedsMost: 3 };
    });
    expect(course.daily('surgeOpen0800')[1]).toBe(3);
  });

  it('add up by ramp from the first day on which they can be called', () => {
    const course = hospital({ Ann: medical }, (model) => {
      const relief = { escalationBeds: { pool: 'medical' as const, beds: 8 } };
      policy({ relief, from: '2017-10-02', rampDays: 4 })(model);
    });
    expect(course.daily('surgeOpen0800')[1]).toBe(2); // a quarter on the first day
  });
});

describe('the OPEL level', () => {
  const withTable = (model: Model) => {
    model.policy = {
      opel: { pointsFrom: { occupancyShare: [0.3, 0.6, 0.9] }, levelsFrom: [1, 2, 3] },
    };
  };

  it('follows from the points of the table at 08:00, and is 0 without one', () => {
    // 08:00 of day 0: nobody; of day 1: Ann and Kit, 2 of 3; of day 2: Ann.
    const course = hospital({ Ann: medical, Kit: kit }, withTable);
    expect(course.daily('opelLevel').slice(0, 4)).toEqual([1, 3, 2, 1]);
    expect(hospital({ Ann: medical }).total('opelLevel')).toBe(0);
  });

  it('can be a trigger', () => {
    const trigger = { measure: 'opelLevel', on: 3, off: 3 } as const;
    const course = hospital({ Ann: medical, Kit: kit }, (model) => {
      withTable(model);
      const { opel } = model.policy ?? {};
      policy({ trigger, leadHours: 0 })(model);
      model.policy = { ...model.policy, opel };
    });
    expect(course.told('policy:')[0]).toBe(
      '0 09:00 policy: OPEL level 3 reached the trigger of surge beds; 1 medical bed now',
    );
  });
});

describe('boarding', () => {
  const boarding = { places: { medical: 1 }, afterHours: 2 };
  const boards = policy({ relief: { boarding }, hours: [9], leadHours: 0 });

  it('takes who has waited long enough, and gives the next free bed of the ward', () => {
    // Ben waits since 09:30 and is boarded at the hour 12:00; Cat waits since 09:40. Ann leaves on
    // day 2 at 12:30, her bed is clean at 13:10 and goes to Ben, so that Cat can be boarded at 14:00.
    const cat = { ...medical, at: '0 09:40' };
    const course = hospital({ Ann: medical, Ben: ben, Cat: cat }, boards);
    expect(course.of('Ben')[1]).toBe('0 12:20 arrived in bed');
    expect(course.of('Cat')[1]).toBe('2 14:20 arrived in bed');
    expect(course.total('boardedPatients')).toBe(2);
  });

  it('shows in occupancy: patients beyond the beds open none', () => {
    const course = hospital({ Ann: medical, Ben: ben }, boards);
    expect(course.daily('boarded0800').slice(0, 4)).toEqual([0, 1, 1, 0]);
    expect(course.daily('open0800').slice(0, 4)).toEqual([3, 3, 3, 3]);
    expect(course.daily('occupied0800').slice(0, 4)).toEqual([0, 2, 2, 1]);
    // From 12:00 of day 0 to 13:10 of day 2.
    expect(course.total('boardedBedMinutes')).toBe(2 * 1440 + 70);
  });
});

describe('the full capacity protocol', () => {
  it('pushes so many at each look, without a wait, up to the most', () => {
    const fullCapacity = { each: { medical: 1 }, most: { medical: 2 } };
    const waits = ['09:10', '09:20', '09:30'].map((at) => ({ ...medical, at: `0 ${at}` }));
    const [Ben, Cat, Dan] = waits;
    const full = policy({ relief: { fullCapacity }, hours: [9, 10, 11, 12], leadHours: 0 });
    const course = hospital({ Ann: medical, Ben, Cat, Dan }, full);
    expect(course.of('Ben')[1]).toBe('0 10:20 arrived in bed');
    expect(course.of('Cat')[1]).toBe('0 11:20 arrived in bed');
    expect(course.of('Dan')[1]).toBe('3 09:20 arrived in bed');
  });
});

describe('between two sites', () => {
  // Patients come to the first site only; the second has the same beds.
  const two = (action: Partial<Action>) => (model: Model) => {
    model.sites = { a: { policy: { actions: [{ ...SURGE, ...action }] } }, b: {} };
  };

  it('patients who wait long go to a free bed of the other, and are its patients', () => {
    // Ann lies at a; Ben waits there since 09:30; at 12:00 he is given the bed of b, 90 minutes away.
    const transfers = { toSite: 'b', afterHours: 2, keepFreeBeds: 0, minutes: 90 };
    const relief = { transfers };
    const course = hospital({ Ann: medical, Ben: ben }, two({ relief, leadHours: 0 }));
    expect(course.of('Ben')[1]).toBe('0 13:30 arrived in bed');
    expect(course.total('transferredOut')).toBe(1);
    expect(course.daily('occupied0800').slice(0, 4)).toEqual([0, 1, 1, 0]);
  });

  it('ambulances drive on to the other while the divert is in force', () => {
    const divert = { toSite: 'b', share: 1, travelMinutes: 25 };
    const eve: Placed = { at: '0 10:00', by: 'ambulance', acuity: 'yellow' };
    const course = hospital({ Ann: medical, Eve: eve }, two({ relief: { divert }, leadHours: 0 }));
    expect(course.of('Eve').slice(0, 3)).toEqual([
      '0 10:00 arrived',
      '0 10:25 arrived',
      '0 10:35 handed over',
    ]);
    expect(course.total('diverted')).toBe(1);
    expect(course.total('attendances')).toBe(0);
  });
});

describe('electives and discharges', () => {
  it('cancels its share of the list', () => {
    const relief = { cancelElectives: { share: 0.5 } };
    const course = hospital({ Ann: medical }, (model) => {
      policy({ relief, leadHours: 0 })(model);
      model.beds.surgical.core = 20;
      model.beds.medical.core = 5;
      model.electives.perDay = [4, 4, 4, 4, 4, 4, 4];
      model.policy = {
        actions: [
          {
            ...SURGE,
            relief,
            leadHours: 0,
            trigger: { measure: 'occupancyShare', on: 0.01, off: 0.01 },
          },
        ],
      };
    });
    expect(course.daily('policyCancelled').slice(0, 3)).toEqual([0, 2, 2]);
    expect(course.daily('electivesCancelled').slice(0, 3)).toEqual([0, 2, 2]);
  });

  it('pushes who would have stayed a day longer', () => {
    // The chance is a half and Ann's draw of day 2 three quarters: 1.6 halves let her go.
    const relief = { dischargePush: { factor: 1.6, days: 7 } };
    const ann = { ...medical, staysOn: [2] };
    const plain = hospital({ Ann: ann });
    const pushed = hospital({ Ann: ann }, policy({ relief, leadHours: 0 }));
    expect(plain.of('Ann').at(-1)).toBe('3 12:30 discharge tried');
    expect(pushed.of('Ann').at(-1)).toBe('2 12:30 discharge tried');
    expect(pushed.total('dischargesPushed')).toBe(1);
  });
});
