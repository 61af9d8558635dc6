// web/state/checks-worker.ts: the web worker of the page "Verification": one job, then it is ended.
// It runs in a worker what simulations run in workers, so the self-check tries the same engine.

import { memoryLibrary } from '../../sim/scenario/library.js';
import { QUICK, type Setting } from '../../sim/verification/check.js';
import { type SelfCheck, selfCheck } from '../../sim/verification/self-check.js';
import {
  type CaseRun,
  checksOf,
  type Report,
  reportOf,
  runCases,
} from '../../sim/verification/verify.js';

/** What the page sends: the job, and its scenario files by path under scenarios/. */
export type ChecksRequest = { texts: Readonly<Record<string, string>> } & (
  | { job: 'self-check' }
  | { job: 'checks'; only: readonly string[]; seed: string }
);

/** How far the checks are; sent before the first case and after each. */
export interface ChecksProgress {
  /** Cases simulated, of how many. */
  done: number;
  total: number;
  checksCount: number;
  /** The check that is simulated next; null at the end. */
  next: string | null;
  /** All checks that have ended, judged together; null unless one has just ended. */
  report: Report | null;
}

export type ChecksReply =
  | { kind: 'self-check'; selfCheck: SelfCheck }
  | ({ kind: 'progress' } & ChecksProgress)
  | { kind: 'refused'; message: string };

interface WorkerScope {
  onmessage: ((event: { data: ChecksRequest }) => void) | null;
  postMessage(reply: ChecksReply): void;
}

const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data }) => {
  try {
    const library = memoryLibrary(data.texts);
    if (data.job === 'self-check') {
      scope.postMessage({ kind: 'self-check', selfCheck: selfCheck(library) });
    } else runChecks(data.only, { length: QUICK, seed: data.seed, library, serviceFactor: 1 });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    scope.postMessage({ kind: 'refused', message });
  }
};

function runChecks(only: readonly string[], setting: Setting): void {
  const checks = checksOf(only);
  const order = checks.flatMap((check) => check.cases.map(() => check));
  const runs: CaseRun[] = [];
  const tell = (report: Report | null): void => {
    const next = order[runs.length];
    scope.postMessage({
      kind: 'progress',
      done: runs.length,
      total: order.length,
      checksCount: checks.length,
      next: next === undefined ? null : `${next.id} ${next.title}`,
      report,
    });
  };
  tell(null);
  for (const run of runCases(checks, setting)) {
    runs.push(run);
    const hasEnded = order[runs.length] !== run.check;
    tell(hasEnded ? reportOf(runs) : null);
  }
}
