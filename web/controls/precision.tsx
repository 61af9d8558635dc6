// web/controls/precision.tsx: how sure the means are, and how many winters more would make them surer.

import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { OUTCOME_KEYS, type Outcome, outcomeOf } from '../../sim/outcomes/keys.js';
import { halfWidths } from '../../sim/questions/half-width.js';
import { PrecisionCard } from '../charts/precision-card.js';
import type { Shown } from '../state/shown.js';
import { Measured } from './measured.js';
import { OutcomeChoice } from './outcome-choice.js';

/** What is asked first, by unit: about what a board can see. */
const FIRST_WANTED: Readonly<Record<string, number>> = {
  share: 0.5,
  days: 1,
  beds: 2,
  'bed days': 100,
  count: 10,
  minutes: 1,
  pounds: 10_000,
};

export function Precision({ shown }: { shown: Shown }): VNode {
  const [key, setKey] = useState<Outcome>('daysOver92Count');
  const { unit } = outcomeOf(key);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? String(FIRST_WANTED[unit]);
  const number = Number(text);
  const isNumber = /^\s*\d{1,6}(\.\d{1,4})?\s*$/.test(text) && number > 0;
  const wanted = (isNumber ? number : FIRST_WANTED[unit]) / (unit === 'share' ? 100 : 1);
  const at = OUTCOME_KEYS.indexOf(key);
  const seen =
    shown.kind === 'run'
      ? shown.runs.map(({ replications }) =>
          halfWidths(replications.map(({ outcomes }) => outcomes[at])),
        )
      : undefined;
  return (
    <PrecisionCard
      batch={shown.batch}
      Canvas={Measured}
      outcome={key}
      wanted={wanted}
      seen={seen}
      controls={
        <div class="chart-controls">
          <OutcomeChoice
            id="precision-outcome"
            value={key}
            onChange={(value) => {
              setKey(value);
              setTyped(null);
            }}
          />
          <div class={`chart-control ${isNumber ? '' : 'nhsuk-form-group--error'}`}>
            <label class="nhsuk-label" for="precision-wanted">
              Wanted: ± {unit === 'share' ? 'percentage points' : unit === 'count' ? '' : unit}
            </label>
            <p class="nhsuk-error-message" id="precision-error" role="alert">
              {!isNumber && (
                <>
                  <span class="nhsuk-u-visually-hidden">Error: </span>
                  Give a number above 0, such as {FIRST_WANTED[unit]}, without commas.
                </>
              )}
            </p>
            <input
              class="nhsuk-input nhsuk-input--width-5"
              id="precision-wanted"
              inputMode="decimal"
              value={text}
              aria-invalid={!isNumber}
              aria-describedby={isNumber ? undefined : 'precision-error'}
              onInput={({ currentTarget }) => setTyped(currentTarget.value)}
            />
          </div>
        </div>
      }
    />
  );
}
