// test/unit/cli/sweep-header.test.ts: what tells two sweeps apart, in words.

import { expect, it } from 'vitest';
import type { Experiment } from '../../../cli/experiment-file.js';
import {
  differenceOfSweeps,
  parseSweep,
  type SweepHeader,
  sweepHeaderOf,
  sweepText,
} from '../../../cli/sweep-header.js';
import { lister } from '../../model/batches.js';

const base = lister();
const factor = { name: 'a', way: 'set', paths: ['b'], from: 1, to: 2, values: [1, 2] } as const;
const experiment: Experiment = {
  ...{ scenario: 'lister-2017-18', plans: [], design: 'grid', points: 50 },
  factors: [{ ...factor, paths: ['b'], stepped: false }],
};
const asked = { seed: 'dice', replications: 5, bankHolidays: ['2017-12-25'] };
const header = sweepHeaderOf(base, experiment, ['x', 'y'], asked);
const differs = (other: SweepHeader) => differenceOfSweeps(header, other);

it('a sweep is read as it was written', () => {
  expect(parseSweep(sweepText(header))).toEqual(header);
  expect(() => parseSweep('{')).toThrow(/^it does not describe a sweep/);
});

it('two sweeps are told apart by all that decides their numbers', () => {
  const other = (more: object) =>
    sweepHeaderOf(base, experiment, ['x', 'y'], { ...asked, ...more });
  expect(differs(other({}))).toBe('');
  expect(differs(other({ seed: 'd' }))).toBe('seed "dice", not "d"');
  expect(differs(other({ replications: 6 }))).toBe('5 winters at each point, not 6');
  expect(differs(other({ bankHolidays: [] }))).toBe('another list of bank holidays');
  expect(differs(sweepHeaderOf(base, { ...experiment, points: 9 }, ['x', 'y'], asked))).toBe(
    'another experiment',
  );
  expect(differs(sweepHeaderOf({ ...base, hash: 'h' }, experiment, ['x', 'y'], asked))).toBe(
    `another model of "${base.name}"`,
  );
  expect(differs(sweepHeaderOf(base, experiment, ['x', 'z'], asked))).toBe(
    'other models of its points',
  );
  expect(differs({ ...header, id: 'other', build: 'b' })).toBe('another build of the program');
  expect(differs({ ...header, id: 'other', version: '9' })).toMatch(/^version .*, not 9$/);
});
