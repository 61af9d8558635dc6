// web/pages/compare.tsx: the page: choose, run, read; or load a batch and read.

import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Library } from '../../sim/scenario/library.js';
import { ErrorSummary } from '../controls/error-summary.js';
import { LoadBatch } from '../controls/load-batch.js';
import { ResultsPanel } from '../controls/results-panel.js';
import { RunForm } from '../controls/run-form.js';
import { RunProgress } from '../controls/run-progress.js';
import { BatchFileError } from '../export/read-batch.js';
import { readBatch } from '../state/batch-files.js';
import { type Choices, checkChoices, type FieldError, firstChoices } from '../state/choices.js';
import type { Shown } from '../state/shown.js';
import { useRunner } from '../state/use-runner.js';

/** The comparison page. */
export function ComparePage({ library }: { library: Library }): VNode {
  const [choices, setChoices] = useState<Choices>(() => firstChoices(library));
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [shown, setShown] = useState<Shown | null>(null);
  const [runProblem, setRunProblem] = useState<string | null>(null);
  const [fileProblem, setFileProblem] = useState<string | null>(null);
  const { running, start, cancel, giveUp } = useRunner(library, {
    onShown: setShown,
    onProblem: setRunProblem,
  });
  // The first comparison runs by itself and gives way to whatever is asked for by hand.
  const [byHand, setByHand] = useState(false);
  const busy = byHand && running !== null;
  useScrollTo('progress', busy);

  const run = (): void => {
    setRunProblem(null);
    const checked = checkChoices(library, choices);
    if (Array.isArray(checked)) return setErrors(checked);
    setErrors([]);
    setByHand(true);
    start(checked, choices);
  };
  useEffect(() => {
    const checked = checkChoices(library, choices);
    if (!Array.isArray(checked)) start(checked, choices);
  }, []);
  const load = async (files: File[]): Promise<void> => {
    if (busy) {
      return setFileProblem('A run is under way; wait for it or cancel it, then load the files.');
    }
    try {
      const batch = await readBatch(files, library.bankHolidays());
      giveUp();
      setShown({ kind: 'files', batch, notes: [], files: ['summary.json', 'daily.csv'] });
      setFileProblem(null);
    } catch (error) {
      if (!(error instanceof BatchFileError)) throw error;
      setFileProblem(error.message);
    }
  };
  return (
    <>
      <h1>What would a plan do to this winter?</h1>
      <p class="lead">
        Winterflow simulates a hospital’s winter many times over, with and without a plan, and shows
        what changes in bed occupancy and the 4-hour standard.
      </p>
      {errors.length > 0 && <ErrorSummary errors={errors} />}
      <RunForm
        library={library}
        choices={choices}
        errors={errors}
        running={busy}
        onChange={setChoices}
        onRun={run}
      />
      {running !== null && <RunProgress running={running} onCancel={cancel} />}
      <p class={runProblem === null ? '' : 'notice'} role="alert">
        {runProblem}
      </p>
      {shown === null ? (
        <Empty running={running !== null} />
      ) : (
        <ResultsPanel shown={shown} stale={isStale(shown, choices)} />
      )}
      <LoadBatch
        problem={fileProblem}
        onFiles={(files) => void load(files)}
        onProblem={setFileProblem}
      />
    </>
  );
}

/** Whether the form has changed since the run that is shown; files belong to no form. */
function isStale(shown: Shown, choices: Choices): boolean {
  return shown.kind !== 'files' && JSON.stringify(shown.choices) !== JSON.stringify(choices);
}

function Empty({ running }: { running: boolean }): VNode | null {
  if (running) return null;
  return (
    <section class="card empty" aria-labelledby="empty-heading">
      <h2 id="empty-heading">Nothing is simulated yet</h2>
      <p>
        Choose plans and press Run. The first numbers appear within a few seconds and settle as more
        winters finish.
      </p>
    </section>
  );
}

/** Brings an element into view when it appears, so that what follows it can be read. */
function useScrollTo(id: string, present: boolean): void {
  useEffect(() => {
    if (present) document.getElementById(id)?.scrollIntoView({ block: 'start' });
  }, [id, present]);
}
