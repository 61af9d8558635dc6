// test/unit/cli/precision.test.ts: what is said of a precision that cannot be told, or not yet.

import { expect, it } from 'vitest';
import { precisionJson, precisionText } from '../../../cli/precision.js';
import type { Finished } from '../../../cli/run-scenarios.js';
import { OUTCOME_KEYS } from '../../../sim/outcomes/keys.js';

const KEY = 'attendancesCount';
const NONE = Number.NaN;

/** Winters with these numbers of attendances. */
function finished(values: readonly number[]): Finished {
  const replications = values.map((value) => ({
    outcomes: OUTCOME_KEYS.map((key) => (key === KEY ? value : NONE)),
  }));
  return { batch: { scenarios: [{ name: 'One', replications }] } } as unknown as Finished;
}

const asked = (pilot: number, halfWidth = 1, relative = false) => ({
  ...{ pilot, most: 60, wanted: [{ key: KEY, halfWidth, relative } as const] },
});
const CANNOT = 'One: Attendances: the precision cannot be told:';

it('a pilot that was stopped decides nothing', () => {
  const winters = finished([9, 10, 11]);
  const text = `${CANNOT} 3 of the 30 winters of the pilot are there.\n`;
  expect(precisionText(winters, asked(30, 1000))).toBe(text);
  const { precise } = JSON.parse(precisionJson(winters, asked(30, 1000)));
  expect(precise).toMatchObject([{ scenario: 'One', replicationsDone: 3, isReached: false }]);
});

it('an outcome without a value in the pilot is named, and so is a share of 0', () => {
  expect(precisionText(finished([9, NONE, NONE, 8]), asked(3))).toBe(
    `${CANNOT} it has a value in 1 of the 3 winters of the pilot, and needs 2.\n`,
  );
  expect(precisionText(finished([0, 0, 0]), asked(3, 0.02, true))).toBe(
    `${CANNOT} the mean is 0, and has no share.\n`,
  );
});

it('winters without a value stand in the calculation', () => {
  expect(precisionText(finished([8, NONE, 12, 10]), asked(4))).toContain(
    'sd 2 in a pilot of 4, so (4.303 × 2 ÷ 1)² × 4 ÷ 3 = 99.',
  );
});
