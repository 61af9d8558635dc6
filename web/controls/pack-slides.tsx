// web/controls/pack-slides.tsx: which slides are in the pack, and their headlines; one whose numbers are
// not in the results says so.

import type { VNode } from 'preact';
import type { Summary } from '../../sim/outcomes/summary.js';
import type { PackSlide } from '../export/pack-slide.js';
import { setHeadline, setWanted, usePack } from '../state/pack.js';
import { HEADLINE_LENGTH_MOST, headlineProblem } from './own-headline.js';

/** Slides without numbers of their own. */
const WORDS_ONLY = ['sure', 'assumptions', 'provenance'];

export interface PackSlidesProps {
  /** All that there are, with the headlines made from the numbers. */
  slides: readonly PackSlide[];
  summary: Summary;
  days: number;
}

export function PackSlides({ slides, summary, days }: PackSlidesProps): VNode {
  const { leftOut, headlines } = usePack();
  return (
    <fieldset class="nhsuk-fieldset">
      <legend class="nhsuk-fieldset__legend">Pages, and their headlines</legend>
      <ol class="pack-list">
        {slides.map(({ id, headline }) => {
          const own = headlines[id];
          // Beds and chances of single winters are no outcomes: what is made from them is not checked.
          const isChecked = own !== undefined && !WORDS_ONLY.includes(id);
          const problem = isChecked ? headlineProblem(own, summary, days, headline) : null;
          const isIn = !leftOut.includes(id);
          return (
            <li class={isIn ? '' : 'pack-out'}>
              <div class="nhsuk-checkboxes nhsuk-checkboxes--small">
                <div class="nhsuk-checkboxes__item">
                  <input
                    class="nhsuk-checkboxes__input"
                    type="checkbox"
                    id={`pack-in-${id}`}
                    checked={isIn}
                    aria-label={`Include: ${headline}`}
                    onChange={({ currentTarget }) => setWanted(id, currentTarget.checked)}
                  />
                  <label class="nhsuk-label nhsuk-checkboxes__label" for={`pack-in-${id}`}>
                    <span class="nhsuk-u-visually-hidden">Include</span>
                  </label>
                </div>
              </div>
              <div class="pack-headline">
                <textarea
                  class="nhsuk-textarea"
                  rows={2}
                  maxLength={HEADLINE_LENGTH_MOST}
                  aria-label={`Headline of the page ${id.replace('-', ' ')}`}
                  aria-describedby={problem === null ? undefined : `pack-problem-${id}`}
                  disabled={!isIn}
                  value={own ?? headline}
                  onInput={({ currentTarget }) => {
                    const text = currentTarget.value;
                    setHeadline(id, text.trim() === '' || text === headline ? null : text);
                  }}
                />
                <p class="pack-problem" id={`pack-problem-${id}`} role="status">
                  {problem}
                </p>
                {own !== undefined && (
                  <button class="link-button" type="button" onClick={() => setHeadline(id, null)}>
                    Go back to the automatic headline
                    <span class="nhsuk-u-visually-hidden"> of page {id.replace('-', ' ')}</span>
                  </button>
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </fieldset>
  );
}
