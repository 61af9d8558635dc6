// web/controls/run-progress.tsx: how far a run is, what it finds so far, and ways to halt it.

import type { VNode } from 'preact';
import { announcement, progressText, watchedText } from '../state/progress-words.js';
import type { RunningState } from '../state/runner.js';

export interface RunProgressProps {
  running: RunningState;
  onPause: () => void;
  onResume: () => void;
  onCancel: () => void;
}

/** The progress panel of a run. */
export function RunProgress({ running, onPause, onResume, onCancel }: RunProgressProps): VNode {
  const { done, total, elapsedSeconds, stopping, paused, scenarios } = running;
  const text = stopping
    ? 'Stopping; what is finished is kept.'
    : paused
      ? `Paused at ${done} of ${total} winters.`
      : progressText(done, total, elapsedSeconds);
  return (
    <section class="card run-progress" id="progress" aria-labelledby="progress-heading">
      <h2 id="progress-heading">{paused ? 'Paused' : 'Simulating'}</h2>
      <progress id="progress-bar" aria-labelledby="progress-heading" max={total} value={done} />
      <p class="run-progress-text">{text}</p>
      <div class="run-progress-buttons">
        <button
          class="nhsuk-button nhsuk-button--secondary"
          type="button"
          aria-disabled={stopping}
          onClick={paused ? onResume : onPause}
        >
          {paused ? 'Continue' : 'Pause'}
        </button>
        <button
          class="nhsuk-button nhsuk-button--secondary"
          type="button"
          aria-disabled={stopping}
          onClick={onCancel}
        >
          Cancel
        </button>
      </div>
      {scenarios.length > 0 && <Standing running={running} />}
      <p class="nhsuk-u-visually-hidden" role="status">
        {stopping || paused ? text : announcement(done, total)}
      </p>
    </section>
  );
}

/** Each scenario: winters done, time left, and the estimate that narrows. */
function Standing({ running }: { running: RunningState }): VNode {
  const { scenarios, total, elapsedSeconds } = running;
  const each = total / scenarios.length;
  return (
    <table class="standing" id="standing">
      <caption>
        So far: mean days of the winter over 92 % of beds full, and its 95 % interval, which narrows
        as more winters are simulated
      </caption>
      <thead>
        <tr>
          <th scope="col">Scenario</th>
          <th scope="col">Winters</th>
          <th scope="col">Days over 92 %</th>
        </tr>
      </thead>
      <tbody>
        {scenarios.map((scenario) => (
          <tr>
            <th scope="row">{scenario.name}</th>
            <td data-label="Winters">{progressText(scenario.done, each, elapsedSeconds)}</td>
            <td data-label="Days over 92 %">{watchedText(scenario)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
