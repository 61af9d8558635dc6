// web/pages/compare.tsx: the page "Compare": what the batch that is shown says.

import type { VNode } from 'preact';
import { Present } from '../controls/present.js';
import { ResultsPanel } from '../controls/results-panel.js';
import { isStale } from '../state/app.js';
import { useApp, useAppState } from '../state/use-app.js';

/** The comparison page. */
export function ComparePage(): VNode {
  return (
    <>
      <h1>What the plans do to the winter</h1>
      <Results />
    </>
  );
}

/** The batch that is shown; it follows only what it shows, so that a run does not draw it anew. */
function Results(): VNode {
  const { library } = useApp();
  const shown = useAppState((state) => state.shown);
  const stale = useAppState((state) => isStale(state.shown, state.project));
  const isRunning = useAppState((state) => state.running !== null);
  if (shown !== null) {
    return (
      <>
        <Present />
        <ResultsPanel library={library} shown={shown} stale={stale} />
      </>
    );
  }
  return isRunning ? (
    <p class="lead">The first winters are being simulated; results appear here by themselves.</p>
  ) : (
    <Empty />
  );
}

function Empty(): VNode {
  return (
    <section class="card empty" aria-labelledby="empty-heading">
      <h2 id="empty-heading">Nothing is simulated yet</h2>
      <p>
        Choose plans on the page <a href="#/scenarios">Scenarios</a> and <a href="#/run">run</a>{' '}
        them. The first numbers appear within a few seconds and settle as more winters finish.
      </p>
    </section>
  );
}
