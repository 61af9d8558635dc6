// web/controls/question.tsx: a question that takes simulating: what it is, a button, how far it is.

import type { ComponentChildren, VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { announcement, progressText } from '../state/progress-words.js';
import type { Question } from '../state/use-question.js';

export interface QuestionPanelProps {
  id: string;
  title: string;
  /** What is simulated, and why. */
  children: ComponentChildren;
  /** "Simulate 60 winters" */
  button: string;
  question: Pick<Question<unknown>, 'progress' | 'problem' | 'stop'>;
  onAsk: () => void;
}

export function QuestionPanel(props: QuestionPanelProps): VNode {
  const { id, title, children, button, question, onAsk } = props;
  const { progress, problem, stop } = question;
  const start = useRef<HTMLButtonElement>(null);
  return (
    <section class="card question" id={id} aria-labelledby={`${id}-heading`}>
      <h3 class="card-headline" id={`${id}-heading`}>
        {title}
      </h3>
      {children}
      <div class="run-form-end">
        <button
          class="nhsuk-button"
          type="button"
          ref={start}
          aria-disabled={progress !== null}
          onClick={progress === null ? onAsk : undefined}
        >
          {progress === null ? button : 'Simulating …'}
        </button>
        {progress !== null && (
          <>
            <button
              class="nhsuk-button nhsuk-button--secondary"
              type="button"
              onClick={() => {
                start.current?.focus();
                stop();
              }}
            >
              Cancel
            </button>
            <div class="checks-progress">
              <progress aria-label={title} max={progress.total} value={progress.done} />
              <p>{progressText(progress.done, progress.total, progress.elapsedSeconds)}</p>
            </div>
          </>
        )}
      </div>
      <p class="nhsuk-u-visually-hidden" role="status">
        {progress !== null && announcement(progress.done, progress.total)}
      </p>
      <p class={problem === null ? '' : 'notice'} role="alert">
        {problem}
      </p>
    </section>
  );
}
