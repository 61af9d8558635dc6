// web/controls/own-headline.tsx: the headline of the results: written from the numbers, and open to be
// written anew; one whose numbers are not in the results says so.

import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Summary } from '../../sim/outcomes/summary.js';
import { Headline, plainSentence } from '../components/headline.js';
import { headlineProblem } from '../export/headline-check.js';
import { HEADLINE_LENGTH_MOST, plainText } from '../export/pack-text.js';

export interface OwnHeadlineProps {
  summary: Summary;
  /** Days of the winter, which a sentence may name. */
  days: number;
  /** The headline that somebody wrote; null for the one made from the numbers. */
  own: string | null;
  onChange: (own: string | null) => void;
}

/** The headline with its lines for each plan, and a way to write another. */
export function OwnHeadline({ summary, days, own, onChange }: OwnHeadlineProps): VNode {
  const [draft, setDraft] = useState<string | null>(null);
  const edit = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const automatic = plainSentence(summary);
  const problem = own === null ? null : headlineProblem(own, summary, days);
  const isOpen = draft !== null;
  const wasOpen = useRef(false);
  useLayoutEffect(() => {
    if (isOpen !== wasOpen.current) (isOpen ? field : edit).current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const close = (): void => setDraft(null);
  const keep = (): void => {
    const text = plainText(draft ?? '', HEADLINE_LENGTH_MOST);
    onChange(text === '' || text === automatic ? null : text);
    close();
  };
  if (draft !== null) {
    const wrong = headlineProblem(draft, summary, days);
    return (
      <div class="own-headline">
        <div class="nhsuk-form-group">
          <label class="nhsuk-label" for="headline-text">
            Headline
          </label>
          <p class="nhsuk-hint" id="headline-hint">
            Every number is checked against the results of the plans that you name.
          </p>
          <textarea
            class="nhsuk-textarea"
            id="headline-text"
            ref={field}
            rows={3}
            maxLength={HEADLINE_LENGTH_MOST}
            aria-describedby="headline-hint headline-check"
            value={draft}
            onInput={({ currentTarget }) => setDraft(currentTarget.value)}
          />
          <p class="headline-check" id="headline-check" role="status">
            {wrong ?? 'Every number in it is in the results.'}
          </p>
        </div>
        <div class="buttons">
          <button class="nhsuk-button" type="button" onClick={keep}>
            Keep this headline
          </button>
          <button class="nhsuk-button nhsuk-button--secondary" type="button" onClick={close}>
            Cancel
          </button>
        </div>
      </div>
    );
  }
  return (
    <div class="own-headline">
      <Headline summary={summary} first={own ?? undefined} />
      {problem !== null && (
        <p class="notice headline-notice" id="headline-problem" role="status">
          <strong>Check this headline.</strong> {problem} It was written by hand; the lines below
          are made from the results.
        </p>
      )}
      <div class="buttons">
        <button
          class="nhsuk-button nhsuk-button--secondary"
          type="button"
          ref={edit}
          onClick={() => setDraft(own ?? automatic)}
        >
          Edit the headline
        </button>
        {own !== null && (
          <button
            class="nhsuk-button nhsuk-button--secondary"
            type="button"
            onClick={() => {
              onChange(null);
              edit.current?.focus();
            }}
          >
            Go back to the automatic headline
          </button>
        )}
      </div>
    </div>
  );
}
