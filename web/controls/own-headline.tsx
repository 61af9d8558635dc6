// web/controls/own-headline.tsx: the headline of the results: written from the numbers, and open to be
// written anew; one whose numbers are not in the results says so.

import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Summary } from '../../sim/outcomes/summary.js';
import { numbersNotOf } from '../../sim/outcomes/true-words.js';
import { listText } from '../charts/chart-words.js';
import { Headline, plainSentence } from '../components/headline.js';

/** Longest headline that fits a slide. */
export const HEADLINE_LENGTH_MOST = 300;

export interface OwnHeadlineProps {
  summary: Summary;
  /** Days of the winter, which a sentence may name. */
  days: number;
  /** The headline that somebody wrote; null for the one made from the numbers. */
  own: string | null;
  onChange: (own: string | null) => void;
}

const NUMBERS = /\d[\d,]*(?:\.\d+)?/g;

/**
 * What is wrong with a headline: the numbers that the results do not hold. Null when nothing is.
 * @param automatic the one made from the numbers, whose own may stand in it as well
 */
export function headlineProblem(
  own: string,
  summary: Summary,
  days: number,
  automatic = '',
): string | null {
  const stated = new Set(automatic.match(NUMBERS) ?? []);
  const strange = numbersNotOf(own, summary, days).filter((number) => !stated.has(number));
  if (strange.length === 0) return null;
  const numbers = strange.length === 1 ? 'this number' : 'these numbers';
  return `The results do not hold ${numbers}: ${listText(strange)}.`;
}

/** The headline with its lines for each plan, and a way to write another. */
export function OwnHeadline({ summary, days, own, onChange }: OwnHeadlineProps): VNode {
  const [draft, setDraft] = useState<string | null>(null);
  const edit = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const automatic = plainSentence(summary);
  const problem = own === null ? null : headlineProblem(own, summary, days);
  const close = (): void => {
    setDraft(null);
    requestAnimationFrame(() => edit.current?.focus());
  };
  const keep = (): void => {
    const text = (draft ?? '').replace(/\s+/g, ' ').trim();
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
          onClick={() => {
            setDraft(own ?? automatic);
            requestAnimationFrame(() => field.current?.focus());
          }}
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
