// web/controls/drivers.tsx: what drives an outcome, simulated here when asked.

import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Outcome } from '../../sim/outcomes/keys.js';
import { VERSION } from '../../sim/outcomes/provenance.js';
import { movedByShare } from '../../sim/questions/usual-factors.js';
import type { Resolved } from '../../sim/scenario/resolve.js';
import { TornadoCard } from '../charts/tornado-card.js';
import { madeText } from '../export/stamp.js';
import type { DriversRuns } from '../state/answers.js';
import { keepAnswer, useBeyond } from '../state/beyond.js';
import type { Shown } from '../state/shown.js';
import { useApp } from '../state/use-app.js';
import { useQuestion } from '../state/use-question.js';
import { Choice } from './choice.js';
import { Measured } from './measured.js';
import { OutcomeChoice } from './outcome-choice.js';
import { QuestionPanel } from './question.js';

const SHARES = [0.05, 0.1];
const WINTERS = [2, 5, 10, 20, 50];

export interface DriversProps {
  /** Scenarios of the batch that is shown. */
  scenarios: readonly Resolved[];
  shown: Shown;
}

export function Drivers({ scenarios, shown }: DriversProps): VNode {
  const { library } = useApp();
  const [position, setPosition] = useState(0);
  const [share, setShare] = useState(SHARES[0]);
  const [replications, setReplications] = useState(10);
  const [key, setKey] = useState<Outcome>('daysOver92Count');
  const question = useQuestion<DriversRuns>();
  const { drivers } = useBeyond(shown);
  const found = question.progress === null ? (drivers?.of(key) ?? null) : null;
  const { seed } = shown.batch.summary;
  const scenario = scenarios[Math.min(position, scenarios.length - 1)];
  const bankHolidays = library.bankHolidays();
  const ask = (): void => {
    const moved = movedByShare(scenario, share, bankHolidays);
    question.ask(
      {
        scenarios: [scenario, ...moved.flatMap(({ low, high }) => [low, high])],
        replications,
        seed,
        bankHolidays,
      },
      (runs) => {
        const data = [scenario.system, scenario.winter].filter((name) => name !== '').join(', ');
        const made = { version: VERSION, hashes: [scenario.hash], seed, replications, data };
        const names = moved.map(({ factor }) => factor.name);
        const answer = { scenario: scenario.name, made, names, share, runs };
        keepAnswer('drivers', shown, answer);
        return answer;
      },
    );
  };
  return (
    <>
      <QuestionPanel
        id="drivers-question"
        title="What drives the results?"
        button="Simulate the drivers"
        question={question}
        onAsk={ask}
      >
        <p class="check-words">
          Each input of the hospital is moved by the same share down and up, one at a time. The
          chart shows which of them matters; it does not say how uncertain each is. Ranges of your
          own: <code>winterflow sensitivity</code>.
        </p>
        <div class="chart-controls">
          <Choice
            id="drivers-scenario"
            label="Scenario"
            value={String(position)}
            options={scenarios.map(({ name }, i) => ({ value: String(i), label: name }))}
            onChange={(value) => setPosition(Number(value))}
          />
          <Choice
            id="drivers-share"
            label="Each input"
            value={String(share)}
            options={SHARES.map((value) => ({
              value: String(value),
              label: `${value * 100} % down and up`,
            }))}
            onChange={(value) => setShare(Number(value))}
          />
          <Choice
            id="drivers-winters"
            label="Winters at each end"
            value={String(replications)}
            options={WINTERS.map((value) => ({ value: String(value), label: String(value) }))}
            onChange={(value) => setReplications(Number(value))}
          />
        </div>
      </QuestionPanel>
      {drivers !== undefined && found !== null && (
        <TornadoCard
          scenario={drivers.scenario}
          outcome={key}
          {...found}
          replications={drivers.made.replications}
          source={madeText(drivers.made)}
          Canvas={Measured}
          controls={
            <div class="chart-controls">
              <OutcomeChoice id="drivers-outcome" value={key} onChange={setKey} />
            </div>
          }
        />
      )}
    </>
  );
}
