// test/unit/hospital/trace.test.ts: a replication told in words: complete, in order, and true.

import { describe, expect, it } from 'vitest';
import { seedOf } from '../../../sim/engine/seed.js';
import { simulate } from '../../../sim/hospital/simulate.js';
import { Trace, type TraceRow } from '../../../sim/hospital/trace.js';
import { PatientTrace } from '../../../sim/hospital/trace-patient.js';
import { randomScenario } from '../../differential/random-scenario.js';

function traced(number: number) {
  const { parameters, seed, replication } = randomScenario(number);
  const rows: TraceRow[] = [];
  const trace = new Trace((row) => rows.push(row));
  const result = simulate(parameters, seedOf(seed), replication, trace.observer);
  const untraced = simulate(parameters, seedOf(seed), replication);
  trace.finish();
  return { rows, trace, result, untraced, parameters };
}

const SEVERAL = [2, 5, 9, 10, 14, 18];
const runs = SEVERAL.map(traced);

describe('a trace', () => {
  it('has a row for each event, in the order of time', () => {
    for (const { rows, result } of runs) {
      expect(rows.length).toBe(result.eventsCount);
      expect(rows.every(({ time }, i) => i === 0 || time >= rows[i - 1].time)).toBe(true);
    }
  });

  it('changes nothing', () => {
    for (const { result, untraced } of runs) expect(result).toEqual(untraced);
  });

  it('gives dates and hours of the run', () => {
    for (const { rows } of runs) {
      for (const { time, clock, date } of rows.filter((_, i) => i % 25 === 0)) {
        expect(clock).toMatch(/^[012]\d:[0-5]\d$/);
        expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        const minutes = Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
        expect(Math.floor(time % 1440)).toBe(minutes);
      }
    }
  });

  it('numbers patients in the order of coming in, and says once who each is', () => {
    for (const { rows, trace } of runs) {
      const introduced = rows.flatMap(({ patients }) =>
        patients.filter(({ who }) => who !== null).map(({ patient }) => patient),
      );
      expect(new Set(introduced).size).toBe(introduced.length);
      const arrivals = rows
        .filter(({ event }) => event === 'arrived' || event === 'elective due')
        .flatMap(({ patient }) => patient ?? []); // who is left out for readmissions is nobody
      expect(arrivals).toEqual([...arrivals].sort((a, b) => a - b));
      expect(arrivals.at(-1) ?? trace.patientsCount).toBe(trace.patientsCount);
    }
  });

  it('tells of a patient nothing before coming in and nothing after leaving', () => {
    for (const { rows } of runs) {
      const gone = new Set<number>();
      for (const { patients } of rows) {
        for (const { patient, changes } of patients) {
          if (gone.has(patient)) expect.fail(`patient ${patient} is told of after leaving`);
          if (changes.some((text) => /^(leaves|dies)/.test(text))) gone.add(patient);
        }
      }
      expect(gone.size).toBeGreaterThan(0);
    }
  });

  it('tells of beds what their counts are: as many lie down as the words say', () => {
    for (const { rows } of runs) {
      const beds = rows.filter(
        ({ event, hospital }) => event === 'arrived in bed' && hospital.length,
      );
      for (const { hospital } of beds) {
        expect(hospital.join('; ')).toMatch(
          /beds: \d+ of \d+ occupied, \d+ given, \d+ being cleaned/,
        );
      }
    }
  });

  it('uses words for every kind of event and change', () => {
    const text = JSON.stringify(runs.map(({ rows }) => rows));
    expect(text).not.toMatch(/undefined|NaN/);
    for (const words of [
      'in the waiting room',
      'waits for a clinician',
      'the first look begins',
      'is given a',
      'no longer meets the criteria to reside (P',
      'counts as a delayed transfer of care',
      'has a community place',
    ]) {
      expect(text).toContain(words);
    }
  });
});

describe('the story of one patient', () => {
  /** Rows of the whole that concern a patient, without what concerns others. */
  const storyIn = (rows: readonly TraceRow[], patient: number) =>
    rows.flatMap((row) => {
      const patients = row.patients.filter((change) => change.patient === patient);
      const concerns = row.patient === patient || patients.length > 0;
      return concerns ? [{ ...row, patients, hospital: [] }] : [];
    });

  it.each(SEVERAL)('is that within the whole (scenario %i)', (number) => {
    const { rows, trace } = runs[SEVERAL.indexOf(number)];
    const { parameters, seed, replication } = randomScenario(number);
    const { patientsCount } = trace;
    const step = Math.max(1, Math.floor(patientsCount / 25));
    for (let patient = 1; patient <= patientsCount; patient += step) {
      const story: TraceRow[] = [];
      const one = new PatientTrace(patient, (row) => story.push(row));
      simulate(parameters, seedOf(seed), replication, one.observer);
      one.finish();
      expect(story).toEqual(storyIn(rows, patient));
      expect(one.patientsCount).toBe(patientsCount);
    }
  });
});
