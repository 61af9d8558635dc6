// web/pages/history.tsx: the page "Own history": what was observed, as an XmR chart.

import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { XmrCard } from '../charts/xmr-card.js';
import type { Better } from '../charts/xmr-chart.js';
import { Measured } from '../controls/measured.js';
import { type OwnHistory, readHistory } from '../state/own-history.js';

const NAME_MAX = 80;
const NAME_DEFAULT = 'Own figures';

const BETTER: readonly (readonly [Better, string])[] = [
  ['lower', 'lower values are better'],
  ['higher', 'higher values are better'],
  ['neither', 'neither'],
];

/** The page "Own history". */
export function HistoryPage(): VNode {
  const [name, setName] = useState('');
  const [better, setBetter] = useState<Better>('neither');
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [history, setHistory] = useState<OwnHistory | null>(null);
  const show = (): void => {
    const read = readHistory(text);
    if (typeof read === 'string') return setProblem(read);
    setProblem(null);
    setHistory(read);
  };
  return (
    <>
      <h1>Own history: what is more than chance</h1>
      <p class="lead">
        Occupancy by week, attendances or 4-hour performance by month: an XmR chart tells a change
        from the ups and downs that are always there. What you paste stays in this page and is gone
        with it. Simulated days are never shown so: they hang together, and would give false
        signals.
      </p>
      <section class="card history-figures" aria-labelledby="history-figures">
        <h2 id="history-figures">Your figures</h2>
        <div class="nhsuk-form-group">
          <label class="nhsuk-label" for="history-name">
            What they measure, with the unit
          </label>
          <input
            class="nhsuk-input"
            id="history-name"
            type="text"
            maxLength={NAME_MAX}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </div>
        <div class="nhsuk-form-group">
          <label class="nhsuk-label" for="history-better">
            Which way is better
          </label>
          <select
            class="nhsuk-select"
            id="history-better"
            value={better}
            onChange={(event) => setBetter(event.currentTarget.value as Better)}
          >
            {BETTER.map(([value, words]) => (
              <option value={value}>{words}</option>
            ))}
          </select>
        </div>
        <div class={`nhsuk-form-group ${problem === null ? '' : 'nhsuk-form-group--error'}`}>
          <label class="nhsuk-label" for="history-text">
            Dates and values, pasted from a spreadsheet
          </label>
          <p class="nhsuk-hint" id="history-hint">
            Two columns: a date (2026-01-05, 05/01/2026 or the month 2026-01) and a value. Values of
            days are averaged to weeks.
          </p>
          <p class="nhsuk-error-message" id="history-error" role="alert">
            {problem}
          </p>
          <textarea
            class="nhsuk-textarea"
            id="history-text"
            rows={8}
            spellcheck={false}
            value={text}
            aria-invalid={problem !== null}
            aria-describedby="history-hint history-error"
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </div>
        <button class="nhsuk-button" type="button" onClick={show}>
          Show the chart
        </button>
      </section>
      {history !== null && (
        <>
          {history.notes.map((note) => (
            <p class="notice">{note}</p>
          ))}
          <XmrCard
            name={name.trim() || NAME_DEFAULT}
            dates={history.dates}
            values={history.values}
            notes={history.notes}
            better={better}
            Canvas={Measured}
          />
        </>
      )}
    </>
  );
}
