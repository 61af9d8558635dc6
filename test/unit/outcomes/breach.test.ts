// test/unit/outcomes/breach.test.ts: why a day was over 92 %, told from the numbers of its winter.

import { describe, expect, it } from 'vitest';
import { dateOf, dayNumberOf } from '../../../sim/engine/time.js';
import { dayStory } from '../../../sim/outcomes/breach.js';
import { measured } from './summary-of.js';

const DAYS = 28;
const FIRST = dayNumberOf('2018-01-01'); // a Monday
const dates = Array.from({ length: DAYS }, (_, day) => dateOf(FIRST + day));
const flat = (value: number): number[] => Array.from({ length: DAYS }, () => value);

/** 100 beds open; 90 occupied but for the days given. */
function winter(occupied: Record<number, number>, others: Record<string, number[]> = {}) {
  const beds = flat(90).map((usual, day) => occupied[day] ?? usual);
  return measured(
    {},
    {
      bedsOccupied0800: beds,
      bedsOpen0800: flat(100),
      occupancy0800Share: beds.map((of) => of / 100),
      admissionsEmergency: flat(10),
      discharges: flat(11),
      attendances: flat(50),
      conveyances: flat(20),
      delayed0800: flat(8),
      bedsLost0800: flat(0),
      awaitingBed0800: flat(2),
      handoverOver60: flat(0),
      electivesCancelled: flat(0),
      ...others,
    },
    DAYS,
  );
}

describe('the story of a day', () => {
  it('says how far a day is from 92 % when it is not over it', () => {
    const { sentences } = dayStory(winter({}), dates, 3);
    expect(sentences).toEqual([
      'Thursday: at 08:00 90 of 100 open beds were occupied (90.0 %), not over 92 %: 2 beds more could be filled before it was.',
    ]);
  });

  it('counts the beds beyond 92 %, the days in a row, and the week before', () => {
    const { sentences } = dayStory(winter({ 13: 95, 14: 97 }), dates, 14);
    expect(sentences[0]).toContain('97 of 100 open beds were occupied (97.0 %): 5 beds more');
    expect(sentences[1]).toBe('It is day 2 in a row over 92 %.');
    expect(sentences[2]).toContain('70 emergency patients were admitted (usual: 70) and 77 left');
    expect(sentences[2]).toContain('7 more beds were occupied than a week before');
    expect(sentences[3]).toContain('Nothing that fills beds was beyond the usual');
  });

  it('names what was beyond its usual, what fills beds apart from what follows', () => {
    const at = (day: number, value: number, usual: number) =>
      flat(usual).map((of, i) => (i === day ? value : of));
    const of = winter(
      { 14: 97 },
      {
        discharges: at(14, 4, 11),
        attendances: at(14, 40, 50), // fewer than usual fill no beds
        awaitingBed0800: at(14, 9, 2),
      },
    );
    const { sentences, figures } = dayStory(of, dates, 14);
    expect(sentences[1]).toBe('The day before it was not over 92 %.');
    expect(sentences[3]).toBe(
      'What filled beds beyond the usual of this winter: discharges alive from a bed 4 (usual: 11).',
    );
    expect(sentences[4]).toBe(
      'What followed beyond the usual: waiting in A&E for a bed at 08:00 9 (usual: 2).',
    );
    const unusual = figures.filter((figure) => figure.unusual).map(({ key }) => key);
    expect(unusual).toEqual(['discharges', 'bedsOccupied0800', 'awaitingBed0800']);
  });

  it('says when it is just 92 %, and when one bed is the difference', () => {
    const just = dayStory(winter({ 3: 92 }), dates, 3).sentences;
    expect(just).toEqual([
      'Thursday: at 08:00 92 of 100 open beds were occupied (92.0 %), not over 92 %: 0 beds more could be filled before it was.',
    ]);
    expect(dayStory(winter({ 3: 91 }), dates, 3).sentences[0]).toContain(': 1 bed more could be');
    const over = dayStory(winter({ 2: 92, 3: 93 }), dates, 3).sentences;
    expect(over[0]).toContain(': 1 bed more than 92 % allows.');
    expect(over[1]).toBe('The day before it was not over 92 %.');
  });

  it('says that it has been so since the winter began, and compares with no week before that', () => {
    const full = Object.fromEntries(dates.map((_, day) => [day, 95]));
    const early = dayStory(winter(full), dates, 6).sentences;
    expect(early[1]).toBe('It has been over 92 % since the winter began, 7 days ago.');
    expect(early).toHaveLength(3);
    expect(early[2]).toContain('Nothing that fills beds');
    expect(dayStory(winter({ ...full, 0: 95 }), dates, 0).sentences[1]).toBe(
      'The day before it was not over 92 %.',
    );
    const week = dayStory(winter(full), dates, 7).sentences;
    expect(week[2]).toContain('; as many beds were occupied as a week before.');
    const fewer = dayStory(winter({ ...full, 0: 99 }), dates, 7).sentences;
    expect(fewer[2]).toContain('; 4 fewer beds were occupied than a week before.');
  });

  it('takes for usual the middle of all weeks, the last of them included', () => {
    // 22 weeks end within 28 days: 11 have 70 admissions, 11 have 80 to 140.
    const rising = flat(10).map((usual, day) => (day >= 17 ? 20 : usual));
    const { sentences } = dayStory(winter({ 14: 97 }, { admissionsEmergency: rising }), dates, 14);
    expect(sentences[2]).toContain('70 emergency patients were admitted (usual: 75)');
  });

  it('tells the most unusual first, in widths of the usual range', () => {
    const spread = (usual: number, width: number, value: number) =>
      flat(usual).map((of, i) => (i === 14 ? value : of + ((i % 3) - 1) * width));
    const { sentences } = dayStory(
      winter(
        { 14: 97 },
        {
          attendances: spread(500, 20, 540), // 40 beyond, one width
          conveyances: spread(30, 2, 42), // 12 beyond, three widths
          admissionsEmergency: spread(10, 1, 14), // 4 beyond, two widths
          delayed0800: flat(8).map((of, i) => (i === 14 ? 15 : of)), // 7 beyond, of no width: seven
          handoverOver60: spread(5, 2, 11),
          electivesCancelled: flat(0).map((of, i) => (i === 14 ? 9 : of)),
        },
      ),
      dates,
      14,
    );
    expect(sentences[3]).toBe(
      'What filled beds beyond the usual of this winter: fit to leave but in a bed at 08:00 15 (usual: 8); ' +
        'ambulance conveyances 42 (usual: 30); emergency admissions 14 (usual: 10); attendances 540 (usual: 500).',
    );
    expect(sentences[4]).toBe(
      'What followed beyond the usual: electives cancelled 9 (usual: 0); handovers over 60 minutes 11 (usual: 5).',
    );
  });

  it('has a dash for a figure that is not known', () => {
    const { sentences } = dayStory(
      winter({ 14: 97 }, { discharges: flat(11).map((of, i) => (i === 10 ? Number.NaN : of)) }),
      dates,
      14,
    );
    expect(sentences[2]).toContain('and – left a bed alive (usual: ');
  });

  it('says so where occupancy is not known', () => {
    const { sentences } = dayStory(winter({ 5: Number.NaN }), dates, 5);
    expect(sentences).toEqual(['Occupancy of this day is not known.']);
  });
});
