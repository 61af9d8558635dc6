// web/controls/pack-slides.tsx: which slides are in the pack, and their headlines; one whose numbers are
// not in the results says so.

import type { VNode } from 'preact';
import type { Summary } from '../../sim/outcomes/summary.js';
import { slideProblem } from '../export/headline-check.js';
import { OUTCOME_SLIDES, type PackSlide, type SlideId } from '../export/pack-slide.js';
import { HEADLINE_LENGTH_MOST } from '../export/pack-text.js';
import type { WinterSource } from '../export/winter-source.js';
import { setHeadline, setOutcome, setWanted, setWinter, usePack } from '../state/pack.js';
import { useApp } from '../state/use-app.js';
import { OutcomeChoice } from './outcome-choice.js';
import { PackWinter } from './pack-winter.js';

export interface PackSlidesProps {
  /** All that there are, with the headlines made from the numbers. */
  slides: readonly PackSlide[];
  summary: Summary;
  days: number;
  /** Single winters to choose from; null where these results hold none. */
  winters: WinterSource | null;
}

export function PackSlides({ slides, summary, days, winters }: PackSlidesProps): VNode {
  const app = useApp();
  const { leftOut, headlines } = usePack();
  return (
    <fieldset class="nhsuk-fieldset">
      <legend class="nhsuk-fieldset__legend">Pages, and their headlines</legend>
      <ol class="pack-list">
        {slides.map((slide) => {
          const { id, headline } = slide;
          const own = headlines[id];
          const problem = own === undefined ? null : slideProblem(slide, own, summary, days);
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
                    onChange={({ currentTarget }) => setWanted(app, id, currentTarget.checked)}
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
                    setHeadline(app, id, text.trim() === '' || text === headline ? null : text);
                  }}
                />
                <p class="pack-problem" id={`pack-problem-${id}`} role="status">
                  {problem}
                </p>
                {isIn && <SlideChoice id={id} winters={winters} />}
                {own !== undefined && (
                  <button
                    class="link-button"
                    type="button"
                    onClick={() => setHeadline(app, id, null)}
                  >
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

/** What a slide shows, where that can be chosen. */
function SlideChoice({ id, winters }: { id: SlideId; winters: WinterSource | null }): VNode | null {
  const app = useApp();
  const { outcomes, leftOut, winter } = usePack();
  const ofOutcome = OUTCOME_SLIDES.find((one) => one === id);
  if (ofOutcome !== undefined) {
    return (
      <OutcomeChoice
        id={`pack-outcome-${id}`}
        value={outcomes[ofOutcome] ?? 'daysOver92Count'}
        onChange={(key) => setOutcome(app, ofOutcome, key)}
      />
    );
  }
  // Both pages are of one winter: it is chosen at the first of them that is in.
  const isFirst = id === 'winter' || (id === 'breach' && leftOut.includes('winter'));
  if (!isFirst || winters === null) return null;
  return (
    <PackWinter winters={winters} choice={winter} onChange={(fields) => setWinter(app, fields)} />
  );
}
