// web/controls/drivers.tsx: what drives an outcome, simulated here when asked.

import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { difference } from '../../sim/outcomes/intervals.js';
import { OUTCOME_KEYS, OUTCOMES, type Outcome, outcomeOf } from '../../sim/outcomes/keys.js';
import { VERSION } from '../../sim/outcomes/provenance.js';
import type { ScenarioRuns } from '../../sim/outcomes/summary.js';
import { movedByShare } from '../../sim/questions/usual-factors.js';
import type { Resolved } from '../../sim/scenario/resolve.js';
import { type Driver, TornadoCard } from '../charts/tornado-card.js';
import { useApp } from '../state/use-app.js';
import { useQuestion } from '../state/use-question.js';
import { Choice } from './choice.js';
import { Measured } from './measured.js';
import { QuestionPanel } from './question.js';

const SHARES = [0.05, 0.1];
const WINTERS = [2, 5, 10, 20, 50];

interface Answer {
  scenario: string;
  share: number;
  replications: number;
  seed: string;
  /** The scenario as it is, then each input at its low and its high end. */
  runs: readonly ScenarioRuns[];
  names: readonly string[];
}

export interface DriversProps {
  /** Scenarios of the batch that is shown. */
  scenarios: readonly Resolved[];
  seed: string;
}

export function Drivers({ scenarios, seed }: DriversProps): VNode {
  const { library } = useApp();
  const [position, setPosition] = useState(0);
  const [share, setShare] = useState(SHARES[0]);
  const [replications, setReplications] = useState(10);
  const [key, setKey] = useState<Outcome>('daysOver92Count');
  const question = useQuestion<Answer>();
  const { answer } = question;
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
      (runs) => ({
        scenario: scenario.name,
        share,
        replications,
        seed,
        runs,
        names: moved.map(({ factor }) => factor.name),
      }),
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
      {answer !== null && (
        <TornadoCard
          scenario={answer.scenario}
          outcome={key}
          drivers={driversOf(answer, key)}
          base={meanOf(answer.runs[0], key)}
          replications={answer.replications}
          source={`Winterflow ${VERSION}, seed “${answer.seed}”`}
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

/** The drivers of an outcome: runs stand in pairs behind those of the scenario as it is. */
function driversOf({ runs, names, share }: Answer, key: Outcome): Driver[] {
  return names.map((name, i) => {
    const [low, high] = [runs[1 + 2 * i], runs[2 + 2 * i]];
    const percent = `${Math.round(share * 100)} %`;
    return {
      name,
      from: `${percent} less`,
      to: `${percent} more`,
      atFrom: meanOf(low, key),
      atTo: meanOf(high, key),
      swing: difference(valuesOf(high, key), valuesOf(low, key), outcomeOf(key).better),
    };
  });
}

function valuesOf({ replications }: ScenarioRuns, key: Outcome): Float64Array {
  const at = OUTCOME_KEYS.indexOf(key);
  return Float64Array.from(replications, ({ outcomes }) => outcomes[at]);
}

function meanOf(runs: ScenarioRuns, key: Outcome): number {
  const values = valuesOf(runs, key).filter((value) => !Number.isNaN(value));
  return values.reduce((total, value) => total + value, 0) / values.length;
}

/** A choice among the main outcomes. */
export function OutcomeChoice({
  id,
  value,
  onChange,
}: {
  id: string;
  value: Outcome;
  onChange: (key: Outcome) => void;
}): VNode {
  return (
    <Choice
      id={id}
      label="Outcome"
      value={value}
      options={OUTCOMES.filter((outcome) => 'main' in outcome && outcome.better !== null).map(
        ({ key, label }) => ({ value: key, label }),
      )}
      onChange={(key) => onChange(key as Outcome)}
    />
  );
}
