// sim/verification/verify.ts: runs checks case by case, so that a page can show them as they come.

import type { Case, Check, Finding, Sample, Setting } from './check.js';
import { CHECKS } from './checks.js';
import { judge, type Taken } from './judge.js';

/** A case that has run; its samples are judged when all have. */
export interface CaseRun {
  check: Check;
  of: Case;
  samples: Sample[];
  /** Cases done, of how many. */
  done: number;
  total: number;
}

/** A check with its findings. */
export interface CheckResult {
  id: string;
  title: string;
  source: string;
  holds: boolean;
  findings: Finding[];
}

export interface Report {
  /** True when every check holds. */
  holds: boolean;
  checks: CheckResult[];
}

/** The checks of some ids, or all. @throws RangeError for an id that no check has */
export function checksOf(ids: readonly string[] = []): readonly Check[] {
  for (const id of ids) {
    if (!CHECKS.some((check) => check.id === id)) {
      const known = CHECKS.map((check) => check.id).join(', ');
      throw new RangeError(`There is no check "${id}"; known: ${known}.`);
    }
  }
  return ids.length === 0 ? CHECKS : CHECKS.filter(({ id }) => ids.includes(id));
}

/** Runs the cases of checks one after the other; the same setting gives the same samples. */
export function* runCases(checks: readonly Check[], setting: Setting): Generator<CaseRun> {
  const total = checks.reduce((sum, { cases }) => sum + cases.length, 0);
  let done = 0;
  for (const check of checks) {
    for (const of of check.cases) {
      const samples = of.run(setting);
      done++;
      yield { check, of, samples, done, total };
    }
  }
}

/** Judges everything that has run, together: Holm's correction counts all findings. */
export function reportOf(runs: readonly CaseRun[]): Report {
  const taken: Taken[] = runs.flatMap(({ check, of, samples }) =>
    samples.map((sample) => ({ check: check.id, title: of.title, sample })),
  );
  const findings = judge(taken);
  const checks = [...new Set(runs.map(({ check }) => check))].map(({ id, title, source }) => {
    const own = findings.filter((finding) => finding.check === id);
    return {
      id,
      title,
      source,
      holds: own.every(({ verdict }) => verdict === 'holds'),
      findings: own,
    };
  });
  return { holds: checks.every(({ holds }) => holds), checks };
}
