// web/state/shown.ts: what the results of the page come from.

import type { Comparison } from '../../sim/outcomes/beside-observed.js';
import type { ScenarioRuns } from '../../sim/outcomes/summary.js';
import type { BatchResult, Failure } from '../../workers/batch.js';
import type { Batch } from '../charts/batch.js';
import type { ReportModel } from '../export/report.js';
import type { Project } from './project.js';

interface Common {
  batch: Batch;
  /** What must be said about the results, in sentences. */
  notes: readonly string[];
}

/** Results on the page: the example of the build, a look into a run, a finished run, or files. */
export type Shown = Common &
  (
    | { kind: 'example'; project: Project }
    | { kind: 'look'; wanted: number; project: Project }
    | {
        kind: 'run';
        project: Project;
        winterLabel: string;
        runs: readonly ScenarioRuns[];
        /** ISO dates of the reported days of each scenario. */
        dates: readonly (readonly string[])[];
        models: ReportModel[];
        /** The base beside the winter as it was, where that can be compared. */
        observed: readonly Comparison[] | null;
      }
    | { kind: 'files'; files: readonly string[] }
  );

export type ShownRun = Extract<Shown, { kind: 'run' }>;

/** What to say of a run that was stopped, or in which winters failed. */
export function notesOf(
  { complete, failures, scenarios }: BatchResult,
  wanted: number,
  replay: (failure: Failure) => string,
): string[] {
  const notes: string[] = [];
  const kept = scenarios[0]?.replications.length ?? 0;
  if (!complete && failures.length === 0) {
    notes.push(
      `Stopped early: ${kept} of ${wanted} winters of each scenario are finished and shown.`,
    );
  }
  if (failures.length > 0) {
    notes.push(failureText(failures, wanted * scenarios.length, replay));
  }
  return notes;
}

/** "3 of 60 winters failed; the first was replication 2 of “Base”: cause. Replay it with: command" */
export function failureText(
  failures: readonly Failure[],
  total: number,
  replay?: (failure: Failure) => string,
): string {
  const [first] = failures;
  return (
    `${failures.length} of ${total} winters failed; the first was replication ${first.replication} ` +
    `of “${first.scenario}”: ${first.cause}${replay === undefined ? '' : ` Replay it with: ${replay(first)}`}`
  );
}
