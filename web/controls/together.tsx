// web/controls/together.tsx: what the plans do alone and together; simulated when the batch that is
// shown does not hold it.

import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Outcome } from '../../sim/outcomes/keys.js';
import { type Parts, waterfallOf } from '../../sim/outcomes/waterfall.js';
import type { Resolved } from '../../sim/scenario/resolve.js';
import { sourceOf } from '../charts/batch.js';
import { WaterfallCard } from '../charts/waterfall-card.js';
import { keepAnswer, useBeyond } from '../state/beyond.js';
import type { Shown } from '../state/shown.js';
import { useApp } from '../state/use-app.js';
import { useQuestion } from '../state/use-question.js';
import { Measured } from './measured.js';
import { OutcomeChoice } from './outcome-choice.js';
import { QuestionPanel } from './question.js';

export interface TogetherProps {
  shown: Shown;
  /** The base, each plan alone and all of them together; null when that cannot be made. */
  scenarios: readonly Resolved[] | null;
}

const LEAST = 4; // scenarios: the base, two plans and both together

export function Together({ shown, scenarios }: TogetherProps): VNode {
  const { library } = useApp();
  const [key, setKey] = useState<Outcome>('daysOver92Count');
  const question = useQuestion<Parts>();
  const parts = useBeyond(shown).together ?? null;
  const replications = shown.batch.summary.replications;
  if (parts === null && (scenarios === null || scenarios.length < LEAST)) {
    return (
      <section class="card" id="together-question">
        <h3 class="card-headline">What do plans do together?</h3>
        <p>
          Choose two or more plans and run them; then this view shows what each does alone, what all
          of them do together, and how far that is from the sum.
        </p>
      </section>
    );
  }
  return (
    <>
      {parts === null && scenarios !== null && (
        <QuestionPanel
          id="together-question"
          title="What do the plans do together?"
          button={`Simulate ${replications} winters of each`}
          question={question}
          onAsk={() =>
            question.ask(
              {
                scenarios,
                replications,
                seed: shown.batch.summary.seed,
                bankHolidays: library.bankHolidays(),
              },
              (runs) => {
                const answer = {
                  base: runs[0],
                  alone: runs.slice(1, -1),
                  together: runs[runs.length - 1],
                };
                keepAnswer('together', shown, answer);
                return answer;
              },
            )
          }
        >
          <p class="check-words">
            Two plans seldom do as much together as the sum of each alone: both may shorten the same
            stay. The results that are shown do not hold the plans put together, so they are
            simulated here: the same winters, and the plans in one hospital.
          </p>
        </QuestionPanel>
      )}
      {parts !== null && (
        <WaterfallCard
          waterfall={waterfallOf(parts, key)}
          positions={parts.alone.map((of, i) => {
            const { scenarios: known } = shown.batch.summary;
            const at = known.findIndex(({ name }) => name === of.name);
            return at < 0 ? i + 1 : at;
          })}
          replications={parts.base.replications.length}
          source={sourceOf(shown.batch)}
          Canvas={Measured}
          controls={
            <div class="chart-controls">
              <OutcomeChoice id="together-outcome" value={key} onChange={setKey} />
            </div>
          }
        />
      )}
    </>
  );
}
