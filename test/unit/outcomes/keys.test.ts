// test/unit/outcomes/keys.test.ts: every outcome can be read: its name, unit, meaning and direction.

import { describe, expect, it } from 'vitest';
import {
  DAILY,
  OUTCOME_KEYS,
  OUTCOMES,
  type OutcomeKey,
  outcomeOf,
} from '../../../sim/outcomes/keys.js';

const outcomes: readonly OutcomeKey[] = OUTCOMES;
const UNITS = ['share', 'days', 'beds', 'bed days', 'count', 'minutes', 'pounds'];

describe.each(outcomes.map((outcome) => [outcome.key, outcome] as const))('%s', (key, outcome) => {
  it('has a key that is a name, a label, a unit and a direction', () => {
    expect(key).toMatch(/^[a-z][A-Za-z0-9]+$/);
    expect(outcome.label).toMatch(/^[A-Z4].{3,}/);
    expect(UNITS).toContain(outcome.unit);
    expect(['lower', 'higher', null]).toContain(outcome.better);
  });

  it('is defined in whole sentences', () => {
    expect(outcome.definition).toMatch(/^[A-Z9].{10,}\.$/);
    expect(outcome.definition).not.toMatch(/ {2}/);
  });

  it('is found by its key', () => {
    expect(outcomeOf(key)).toBe(outcome);
  });
});

describe('the list of outcomes', () => {
  it('has each key and each label once, in one order', () => {
    expect(OUTCOME_KEYS).toEqual(outcomes.map(({ key }) => key));
    expect(new Set(OUTCOME_KEYS).size).toBe(OUTCOMES.length);
    expect(new Set(outcomes.map(({ label }) => label)).size).toBe(OUTCOMES.length);
  });

  it('names its units at the end of the key', () => {
    const wrong = outcomes.filter(({ key, unit }) => unit === 'share' && !/Share/.test(key));
    expect(wrong).toEqual([]);
  });

  it('has a short table that a page can hold, of beds, A&E, patients and delays', () => {
    const main = outcomes.filter((outcome) => outcome.main).map(({ key }) => key);
    expect(main).toEqual([
      'occupancy0800ShareMean',
      'daysOver92Count',
      'daysOver95Count',
      'daysOver98Count',
      'bedsOccupiedMean',
      'bedsOpenMean',
      'flexBedDays',
      'within4hType1Share',
      'over12hFromArrivalShare',
      'handoverOver30Share',
      'admissionsEmergencyCount',
      'electivesCancelledCount',
      'stays21Beds',
      'notMeetingCriteriaToResideMean',
      'dtocShareMean',
      'excessDeathsMean',
    ]);
  });

  it('refuses a key that is not there', () => {
    const sentence = 'There is no outcome "waits".';
    expect(() => outcomeOf('waits')).toThrow(new RangeError(sentence));
  });
});

describe('the daily series', () => {
  it.each(DAILY.map((series) => [series.key, series] as const))('%s can be read', (key, series) => {
    expect(key).toMatch(/^[a-z][A-Za-z0-9]+$/);
    expect(series.label).toMatch(/^[A-Z].{3,}/);
    expect(['share', 'beds', 'count']).toContain(series.unit);
  });

  it('have each key and each label once', () => {
    expect(new Set(DAILY.map(({ key }) => key)).size).toBe(DAILY.length);
    expect(new Set(DAILY.map(({ label }) => label)).size).toBe(DAILY.length);
  });
});
