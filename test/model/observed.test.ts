// test/model/observed.test.ts: the fitted Lister beside the winter as it was.

import { beforeAll, expect, it } from 'vitest';
import { besideObserved, type Comparison } from '../../sim/outcomes/beside-observed.js';
import { observedWinter } from '../../sim/outcomes/observed-winter.js';
import { batchOf, library, lister } from './batches.js';

let lines: Comparison[];

beforeAll(async () => {
  const batch = await batchOf([lister()], { replications: 60, seed: 'observed' });
  const { firstDay, lastDay } = lister().model.period;
  const observed = observedWinter('RWH', firstDay, lastDay, library.data);
  lines = besideObserved(batch.scenarios[0], batch.dates[0], observed);
});

function lineOf(label: string): Comparison {
  const found = lines.find((line) => line.label.startsWith(label));
  if (!found) throw new Error(`No line "${label}".`);
  return found;
}

it('reads the observed winter as it was published', () => {
  expect(lineOf('Beds open').observed).toBeCloseTo(576.5, 1);
  expect(lineOf('Occupancy at 08:00, mean').observed).toBeCloseTo(0.968, 3);
  expect(lineOf('Occupancy, sd').observed).toBeCloseTo(0.026, 3);
  expect(lineOf('Occupied by stays over 7').observed).toBeCloseTo(0.468, 3);
  expect(lineOf('Occupied by stays over 21').observed).toBeCloseTo(0.147, 3);
  expect(lineOf('Days over 92 %').label).toContain('of 100 reported');
});

it.each([
  ['Occupancy at 08:00, mean', 0.01],
  ['Occupied by stays over 7', 0.03],
  ['Occupied by stays over 21', 0.03],
  ['Occupancy, lowest', 0.04],
  ['2017-11 within 4 hours', 0.03],
  ['2017-12 within 4 hours', 0.03],
  ['2018-01 within 4 hours', 0.03],
  ['2018-02 within 4 hours', 0.03],
  ['2018-03 within 4 hours', 0.03],
])('is near the observed: %s', (label, tolerance) => {
  const { observed, simulated } = lineOf(label);
  expect(Math.abs(observed - simulated)).toBeLessThanOrEqual(tolerance);
});

it('has its highest occupancy on the weekday on which it was', () => {
  const { observed, simulated } = lineOf('Weekday of the highest');
  expect(simulated).toBe(observed);
});

it('leaves out months with a gap in the records', () => {
  expect(lines.some(({ label }) => label.startsWith('2017-10'))).toBe(false);
});
