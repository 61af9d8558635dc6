// web/controls/run-progress.tsx: how far a run is, and a way to stop it.

import type { VNode } from 'preact';
import { announcement, progressText } from '../state/progress-words.js';
import type { RunningState } from '../state/runner.js';

export interface RunProgressProps {
  running: RunningState;
  onCancel: () => void;
}

/** The progress panel of a run. */
export function RunProgress({ running, onCancel }: RunProgressProps): VNode {
  const { done, total, elapsedSeconds, stopping } = running;
  const text = stopping
    ? 'Stopping; what is finished is kept.'
    : progressText(done, total, elapsedSeconds);
  return (
    <div class="card run-progress" id="progress">
      <label class="run-progress-label" for="progress-bar">
        Simulating
      </label>
      <progress id="progress-bar" max={total} value={done} />
      <p class="run-progress-text">{text}</p>
      <button
        class="nhsuk-button nhsuk-button--secondary"
        type="button"
        aria-disabled={stopping}
        onClick={onCancel}
      >
        Cancel
      </button>
      <p class="nhsuk-u-visually-hidden" role="status">
        {stopping ? text : announcement(done, total)}
      </p>
    </div>
  );
}
