// test/micro/front-door.test.ts: tiny courses at the front door, every time worked out by hand.
//
// Nurse 5 minutes; handover 10; first look 30 in resus, 20 in majors, 15 in minors; leaving 5; GP
// 12. One nurse, one space in each area, one clinician for majors and resus, one for minors.

import { describe, expect, it } from 'vitest';
import type { Model } from '../../sim/scenario/schema.js';
import { hospital } from './harness.js';

const withGp = (model: Model) => {
  model.department.primaryCareClinicians.weekday.fill(1);
};

describe('a walk-in', () => {
  it('alone goes through minors in 25 minutes', () => {
    // 10:00 + 5 nurse; 10:05 + 15 look; 10:20 + 5 to leave.
    const course = hospital({ Ann: { at: '0 10:00' } });
    expect(course.of('Ann')).toEqual([
      '0 10:00 arrived',
      '0 10:05 initially assessed',
      '0 10:20 consulted',
      '0 10:25 departed for home',
    ]);
    expect(course.total('within4h')).toBe(1);
  });

  it('waits for the nurse and then for the space that the one before holds until leaving', () => {
    // Ben: nurse free 10:05, done 10:10; Ann leaves the space 10:25; 10:25 + 15 look; + 5.
    const course = hospital({ Ann: { at: '0 10:00' }, Ben: { at: '0 10:01' } });
    expect(course.of('Ben')).toEqual([
      '0 10:01 arrived',
      '0 10:10 initially assessed',
      '0 10:40 consulted',
      '0 10:45 departed for home',
    ]);
  });

  it('of orange acuity is assessed before a green one who came earlier', () => {
    // Nurse: Ann 10:00-10:05, then Cat (orange) 10:05-10:10, then Ben 10:10-10:15.
    const course = hospital({
      Ann: { at: '0 10:00' },
      Ben: { at: '0 10:01' },
      Cat: { at: '0 10:02', acuity: 'orange' },
    });
    expect(course.of('Cat')[1]).toBe('0 10:10 initially assessed');
    expect(course.of('Ben')[1]).toBe('0 10:15 initially assessed');
  });

  it('of orange acuity takes the majors space before a yellow one who waited longer', () => {
    // Ann (ambulance) holds majors 10:00 to 10:35: handover 10, look 20, leaving 5. Ben (yellow)
    // waits from 10:06, Cat (orange) from 10:15. Cat: look 10:35-10:55, leaves 11:00. Ben: 11:20.
    const course = hospital({
      Ann: { at: '0 10:00', by: 'ambulance', acuity: 'yellow' },
      Ben: { at: '0 10:01', acuity: 'yellow' },
      Cat: { at: '0 10:10', acuity: 'orange' },
    });
    expect(course.of('Ann').at(-1)).toBe('0 10:35 departed for home');
    expect(course.of('Cat').slice(1)).toEqual([
      '0 10:15 initially assessed',
      '0 10:55 consulted',
      '0 11:00 departed for home',
    ]);
    expect(course.of('Ben').slice(1)).toEqual([
      '0 10:06 initially assessed',
      '0 11:20 consulted',
      '0 11:25 departed for home',
    ]);
  });

  it('of yellow acuity who is light is seen in minors', () => {
    // 10:05 + 15 in minors, not 20 in majors.
    const course = hospital({ Ann: { at: '0 10:00', acuity: 'yellow', light: true } });
    expect(course.of('Ann')[2]).toBe('0 10:20 consulted');
  });
});

describe('an ambulance', () => {
  it('hands over in ten minutes when a space is free', () => {
    // 10:00 + 10 handover; 10:10 + 20 look in majors; + 5.
    const course = hospital({ Ann: { at: '0 10:00', by: 'ambulance', acuity: 'yellow' } });
    expect(course.of('Ann')).toEqual([
      '0 10:00 arrived',
      '0 10:10 handed over',
      '0 10:30 consulted',
      '0 10:35 departed for home',
    ]);
    expect(course.total('handoverOver15')).toBe(0);
  });

  it('waits for a space; the wait counts in the handover', () => {
    // Ben comes 10:05, the space is free 10:35, handed over 10:45: 40 minutes.
    const course = hospital({
      Ann: { at: '0 10:00', by: 'ambulance', acuity: 'yellow' },
      Ben: { at: '0 10:05', by: 'ambulance', acuity: 'yellow' },
    });
    expect(course.of('Ben').slice(1)).toEqual([
      '0 10:45 handed over',
      '0 11:05 consulted',
      '0 11:10 departed for home',
    ]);
    expect(course.total('handovers')).toBe(2);
    expect(course.total('handoverOver15')).toBe(1);
    expect(course.total('handoverOver30')).toBe(1);
    expect(course.total('handoverOver60')).toBe(0);
  });

  it('goes before a walk-in of the same acuity who has waited longer', () => {
    // Majors is free at 10:35. Ben waits for it from 10:06, the crew of Cat from 10:20: Cat first,
    // 10:35 + 10 + 20 + 5 = 11:10; then Ben, 11:10 + 20 + 5.
    const course = hospital({
      Ann: { at: '0 10:00', by: 'ambulance', acuity: 'yellow' },
      Ben: { at: '0 10:01', acuity: 'orange' },
      Cat: { at: '0 10:20', by: 'ambulance', acuity: 'orange' },
    });
    expect(course.of('Cat')[1]).toBe('0 10:45 handed over');
    expect(course.of('Cat').at(-1)).toBe('0 11:10 departed for home');
    expect(course.of('Ben').at(-1)).toBe('0 11:35 departed for home');
  });

  it('with a patient who can sit needs no space', () => {
    // Handover at once in the waiting room, 10:10; then minors 15, leaving 5.
    const course = hospital({ Ann: { at: '0 10:00', by: 'ambulance', light: true } });
    expect(course.of('Ann').slice(1)).toEqual([
      '0 10:10 handed over',
      '0 10:25 consulted',
      '0 10:30 departed for home',
    ]);
  });

  it('with a red patient goes to majors while resus is taken; one clinician serves both', () => {
    // Ann in resus: handed over 10:10, look 30 until 10:40. Ben in majors: handed over 10:12,
    // waits for the clinician until 10:40, look 20 until 11:00.
    const course = hospital({
      Ann: { at: '0 10:00', by: 'ambulance', acuity: 'red' },
      Ben: { at: '0 10:02', by: 'ambulance', acuity: 'red' },
    });
    expect(course.of('Ann')[2]).toBe('0 10:40 consulted');
    expect(course.of('Ben').slice(1, 3)).toEqual(['0 10:12 handed over', '0 11:00 consulted']);
  });
});

describe('the streaming GP', () => {
  it('completes the care in 12 minutes', () => {
    const course = hospital({ Ann: { at: '0 10:00', primaryCare: 'completes' } }, withGp);
    expect(course.of('Ann').slice(1)).toEqual([
      '0 10:05 initially assessed',
      '0 10:17 primary care ends',
    ]);
  });

  it('sends on to minors', () => {
    // 10:17 + 15 + 5.
    const course = hospital({ Ann: { at: '0 10:00', primaryCare: 'sends on' } }, withGp);
    expect(course.of('Ann').slice(2)).toEqual([
      '0 10:17 primary care ends',
      '0 10:32 consulted',
      '0 10:37 departed for home',
    ]);
  });

  it('who is not there is passed by', () => {
    const course = hospital({ Ann: { at: '0 10:00', primaryCare: 'completes' } });
    expect(course.of('Ann')[2]).toBe('0 10:20 consulted');
  });

  it('takes the next when done', () => {
    // Nurse: Ann until 10:05, Ben until 10:10. GP: Ann until 10:17, Ben until 10:29.
    const patients = { primaryCare: 'completes' } as const;
    const course = hospital(
      { Ann: { at: '0 10:00', ...patients }, Ben: { at: '0 10:00', ...patients } },
      withGp,
    );
    expect(course.of('Ben').slice(1)).toEqual([
      '0 10:10 initially assessed',
      '0 10:29 primary care ends',
    ]);
  });
});
