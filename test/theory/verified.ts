// test/theory/verified.ts: single checks of `winterflow verify`, run and judged for tests.

import { openNodeLibrary } from '../../cli/node-library.js';
import { type Case, QUICK, type Setting } from '../../sim/verification/check.js';
import { type CheckResult, checksOf, reportOf, runCases } from '../../sim/verification/verify.js';

/** As the command runs it. */
export const SETTING: Setting = {
  length: QUICK,
  seed: 'winterflow',
  library: openNodeLibrary(),
  serviceFactor: 1,
};

/** Runs one check; with `pick`, only some of its cases. */
export function verified(
  id: string,
  setting: Partial<Setting> = {},
  pick: (of: Case, index: number) => boolean = () => true,
): CheckResult {
  const checks = checksOf([id]).map((check) => ({ ...check, cases: check.cases.filter(pick) }));
  const [result] = reportOf([...runCases(checks, { ...SETTING, ...setting })]).checks;
  return result;
}
