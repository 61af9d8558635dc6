// test/unit/outcomes/well-described.ts: what must hold for every list of outcomes of one subject.

import { describe, expect, it } from 'vitest';
import { OUTCOMES, type OutcomeKey } from '../../../sim/outcomes/keys.js';

type Unit = OutcomeKey['unit'];

const UNITS: Readonly<Record<Unit, RegExp>> = {
  share: /Share(Mean|Max)?$/,
  days: /Days(Count)?$|^daysOver\d\dCount$/,
  beds: /Mean$|^stays\d+Beds$/,
  'bed days': /BedDays$/,
  count: /Count$|Mean$/,
  minutes: /Minutes(Median|P95)$/,
  pounds: /Pounds$/,
};

/**
 * Tests of one list.
 * @param units how many outcomes have each unit
 * @param directions keys of which more is better, and keys of which neither is
 */
export function describeOutcomes(
  outcomes: readonly OutcomeKey[],
  units: Partial<Record<Unit, number>>,
  directions: { higher: string[]; neither: string[] },
): void {
  it('stand together among all outcomes, in their order', () => {
    const all = OUTCOMES.map(({ key }) => key as string);
    const first = all.indexOf(outcomes[0].key);
    expect(all.slice(first, first + outcomes.length)).toEqual(outcomes.map(({ key }) => key));
  });

  it('have the units that their names end in', () => {
    const counts: Partial<Record<Unit, number>> = {};
    for (const { key, unit } of outcomes) {
      expect(key).toMatch(UNITS[unit]);
      counts[unit] = (counts[unit] ?? 0) + 1;
    }
    expect(counts).toEqual(units);
  });

  it('have a better direction, or none', () => {
    const of = (better: OutcomeKey['better']) =>
      outcomes.filter((outcome) => outcome.better === better).map(({ key }) => key);
    expect(of('higher')).toEqual(directions.higher);
    expect(of(null)).toEqual(directions.neither);
    expect(of('lower').length).toBe(
      outcomes.length - directions.higher.length - directions.neither.length,
    );
  });

  describe.each(outcomes.map((outcome) => [outcome.key, outcome] as const))('%s', (_, outcome) => {
    it('has a label and is defined in whole sentences', () => {
      expect(outcome.label).toMatch(/^[A-Z4][^.]{3,}$/);
      expect(outcome.definition).toMatch(/^[A-Z9].{10,}\.$/);
      expect(outcome.definition).not.toMatch(/ {2}| \S{0,2}$/);
    });
  });

  it('are each said in words of their own', () => {
    for (const words of ['label', 'definition'] as const) {
      expect(new Set(outcomes.map((outcome) => outcome[words])).size).toBe(outcomes.length);
    }
  });
}
