// web/state/checks-words.ts: what the page "Verification" says of a run and of this browser.

import { checksHoldText, findingsHoldText } from '../../sim/verification/finding-words.js';
import type { SelfCheck } from '../../sim/verification/self-check.js';
import type { ChecksRun } from './use-checks.js';

/** "12 of 65 cases simulated. Now: V8 Loss without waiting" */
export function checksProgressText({ done, total, next }: ChecksRun): string {
  if (next === null) return 'Starting.';
  return `${done} of ${total} cases simulated. Now: ${next}`;
}

/** What is read out while checks run: only when a further fifth is done. */
export function checksAnnouncement(run: ChecksRun | null): string {
  if (run === null) return '';
  if (run.state !== 'running') return lastLineOf(run);
  const fifths = Math.floor((run.done / run.total) * 5);
  return fifths === 0 ? 'The checks are running.' : `${fifths * 20} % of the cases simulated.`;
}

/** The line under the findings of a run that is over; '' while it runs. */
export function lastLineOf({ state, checksCount, report }: ChecksRun): string {
  if (state === 'running') return '';
  if (report === null) return 'Stopped before the first check had ended.';
  const holding = `${findingsHoldText(report)} ${checksHoldText(report)}`;
  if (state === 'ended') return holding;
  return `Stopped after ${report.checks.length} of ${checksCount} checks. ${holding}`;
}

/** Whether this browser gives the same results as others, in one sentence. */
export function browserText({ verdict }: SelfCheck): string {
  switch (verdict) {
    case 'reproduces':
      return 'This browser reproduces the reference run to the last digit.';
    case 'differs':
      return 'This browser does not reproduce the reference run: do not compare its results with those of others.';
    case 'other scenario':
      return 'The scenario files of this page are not those of the reference run, so this browser cannot be compared.';
  }
}

/** The command that runs the same checks. */
export function verifyCommand(only: readonly string[]): string {
  return only.length === 0
    ? 'npx winterflow verify'
    : `npx winterflow verify --only ${only.join(',')}`;
}
