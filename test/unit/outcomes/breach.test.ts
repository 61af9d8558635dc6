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

  it('says so where occupancy is not known', () => {
    const { sentences } = dayStory(winter({ 5: Number.NaN }), dates, 5);
    expect(sentences).toEqual(['Occupancy of this day is not known.']);
  });
});
