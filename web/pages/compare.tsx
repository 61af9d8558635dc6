// web/pages/compare.tsx: the page: choose, run, read; or load a batch and read.

import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { ErrorSummary } from '../controls/error-summary.js';
import { LoadBatch } from '../controls/load-batch.js';
import { ResultsPanel } from '../controls/results-panel.js';
import { RunForm } from '../controls/run-form.js';
import { RunProgress } from '../controls/run-progress.js';
import { isStale, startFirst } from '../state/app.js';
import { useApp, useAppState } from '../state/use-app.js';

/** The comparison page. */
export function ComparePage(): VNode {
  const app = useApp();
  const project = useAppState((state) => state.project);
  const errors = useAppState((state) => state.errors);
  const running = useAppState((state) => state.running);
  const byHand = useAppState((state) => state.byHand);
  const runProblem = useAppState((state) => state.runProblem);
  const fileProblem = useAppState((state) => state.fileProblem);
  const busy = byHand && running !== null;
  useScrollTo('progress', busy);
  useEffect(() => {
    if (app.state.get().shown === null) startFirst(app);
  }, [app]);
  return (
    <>
      <h1>What would a plan do to this winter?</h1>
      <p class="lead">
        Winterflow simulates a hospital’s winter many times over, with and without a plan, and shows
        what changes in bed occupancy and the 4-hour standard.
      </p>
      {errors.length > 0 && <ErrorSummary errors={errors} />}
      <RunForm
        library={app.library}
        project={project}
        errors={errors}
        running={busy}
        onChange={(changed) => app.change(changed)}
        onRun={() => app.run()}
      />
      {running !== null && <RunProgress running={running} onCancel={() => app.cancel()} />}
      <p class={runProblem === null ? '' : 'notice'} role="alert">
        {runProblem}
      </p>
      <Results />
      <LoadBatch
        problem={fileProblem}
        onFiles={(files) => void app.load(files)}
        onProblem={(sentence) => app.sayFileProblem(sentence)}
      />
    </>
  );
}

/** The batch that is shown; it follows only what it shows, so that a run does not draw it anew. */
function Results(): VNode | null {
  const shown = useAppState((state) => state.shown);
  const stale = useAppState((state) => isStale(state.shown, state.project));
  const isRunning = useAppState((state) => state.running !== null);
  if (shown !== null) return <ResultsPanel shown={shown} stale={stale} />;
  return isRunning ? null : <Empty />;
}

function Empty(): VNode {
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
