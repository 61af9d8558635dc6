// web/controls/other-winters.tsx: the plans in mild, typical and severe winters, and which of them one
// would regret least.

import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Outcome } from '../../sim/outcomes/keys.js';
import { VERSION } from '../../sim/outcomes/provenance.js';
import type { Resolved } from '../../sim/scenario/resolve.js';
import { RegretCard } from '../charts/regret-card.js';
import { madeText } from '../export/stamp.js';
import type { RegretRuns } from '../state/answers.js';
import { keepAnswer, useBeyond } from '../state/beyond.js';
import type { Shown } from '../state/shown.js';
import { useApp } from '../state/use-app.js';
import { useQuestion } from '../state/use-question.js';
import { Choice } from './choice.js';
import { Measured } from './measured.js';
import { OutcomeChoice } from './outcome-choice.js';
import { QuestionPanel } from './question.js';

const REPLICATIONS = [5, 10, 20, 50, 100];

export interface OtherWintersProps {
  /** For each winter, its name and the same scenarios in it. */
  byWinter: readonly { winter: string; scenarios: readonly Resolved[] }[];
  shown: Shown;
}

export function OtherWinters({ byWinter, shown }: OtherWintersProps): VNode {
  const { library } = useApp();
  const [key, setKey] = useState<Outcome>('daysOver92Count');
  const [replications, setReplications] = useState(REPLICATIONS[1]);
  const question = useQuestion<RegretRuns>();
  const { regret: found } = useBeyond(shown);
  const { seed } = shown.batch.summary;
  const plans = byWinter[0]?.scenarios.length ?? 0;
  if (byWinter.length < 2 || plans < 2) {
    return (
      <section class="card" id="winters-question">
        <h3 class="card-headline">Which plan would one regret least?</h3>
        <p>Choose at least one plan; it is compared with the base in several winters.</p>
      </section>
    );
  }
  const ask = (): void =>
    question.ask(
      {
        scenarios: byWinter.flatMap(({ winter, scenarios }) =>
          scenarios.map((scenario) => ({ ...scenario, name: `${scenario.name} · ${winter}` })),
        ),
        replications,
        seed,
        bankHolidays: library.bankHolidays(),
      },
      (runs) => {
        const batches = byWinter.map(({ winter, scenarios }, w) => ({
          winter,
          runs: scenarios.map(({ name }, p) => ({ ...runs[w * plans + p], name })),
        }));
        const hashes = byWinter.map(({ scenarios }) => scenarios[0].hash);
        const [{ scenarios }] = byWinter;
        const data = [scenarios[0].system, ...byWinter.map(({ winter }) => winter)].join(', ');
        const made = { version: VERSION, hashes, seed, replications, data };
        const answer = { made, batches };
        keepAnswer('regret', shown, answer);
        return answer;
      },
    );
  const regret = question.progress === null ? (found?.of(key) ?? null) : null;
  return (
    <>
      <QuestionPanel
        id="winters-question"
        title="Which plan would one regret least, whatever the winter?"
        button={`Simulate ${byWinter.length} kinds of winter`}
        question={question}
        onAsk={ask}
      >
        <p class="check-words">
          Nobody knows in October how bad the winter will be. The base and the plans are simulated
          in {byWinter.map(({ winter }) => winter).join(', ')}; a plan’s regret is how far it is
          from the best plan of a winter. The same on the command line:{' '}
          <code>winterflow regret</code>.
        </p>
        <div class="chart-controls">
          <Choice
            id="winters-replications"
            label="Times each is simulated"
            value={String(replications)}
            options={REPLICATIONS.map((value) => ({ value: String(value), label: String(value) }))}
            onChange={(value) => setReplications(Number(value))}
          />
        </div>
      </QuestionPanel>
      {regret !== null && found !== undefined && (
        <RegretCard
          regret={regret}
          source={madeText(found.made)}
          Canvas={Measured}
          controls={
            <div class="chart-controls">
              <OutcomeChoice id="winters-outcome" value={key} onChange={setKey} />
            </div>
          }
        />
      )}
    </>
  );
}
