// web/components/outcome-table.tsx: every outcome: the base, each plan, and the paired difference in
// words. On narrow screens each outcome becomes a block, so that nothing scrolls sideways.

import type { VNode } from 'preact';
import { OUTCOMES, type OutcomeKey } from '../../sim/outcomes/keys.js';
import type { Summary } from '../../sim/outcomes/summary.js';
import { differenceText, estimateText, judgement } from '../../sim/outcomes/words.js';

// A table whose cells are laid out as blocks is no table to a screen reader unless it says so.
const TABLE = { role: 'table' } as const;
const GROUP = { role: 'rowgroup' } as const;
const ROW = { role: 'row' } as const;
const COLUMN_HEADER = { role: 'columnheader' } as const;
const ROW_HEADER = { role: 'rowheader' } as const;
const CELL = { role: 'cell' } as const;

type Row = (typeof OUTCOMES)[number];

export interface OutcomeTableProps {
  /** Id of the table; left out where there is only one. */
  id?: string;
  summary: Summary;
  /** Only the main outcomes, or every outcome of the batch. */
  mainOnly: boolean;
  caption: string;
}

/** Outcomes that the batch has values for; a key that a version cannot compute is absent. */
export function outcomesShown(summary: Summary, mainOnly: boolean): readonly Row[] {
  return OUTCOMES.filter((outcome) => {
    const known = summary.scenarios.some(({ outcomes }) => outcomes[outcome.key].mean !== null);
    return known && (!mainOnly || 'main' in outcome);
  });
}

/** The outcome table. */
export function OutcomeTable(props: OutcomeTableProps): VNode {
  const { id = 'outcome-table', summary, mainOnly, caption } = props;
  return (
    <table {...TABLE} class="outcome-table" id={id}>
      <caption>{caption}</caption>
      <thead {...GROUP}>
        <tr {...ROW}>
          <th {...COLUMN_HEADER} scope="col">
            Outcome
          </th>
          {summary.scenarios.map(({ name }, position) => (
            <th {...COLUMN_HEADER} scope="col">
              {position === 0 ? `${name} (base)` : name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...GROUP}>
        {outcomesShown(summary, mainOnly).map((outcome) => (
          <OutcomeRow summary={summary} outcome={outcome} />
        ))}
      </tbody>
    </table>
  );
}

function OutcomeRow({ summary, outcome }: { summary: Summary; outcome: Row }): VNode {
  const { key, label, unit } = outcome;
  return (
    <tr {...ROW} data-outcome={key}>
      <th {...ROW_HEADER} scope="row">
        {label}
        <span class="unit">{unitText(unit)}</span>
      </th>
      {summary.scenarios.map(({ name, outcomes }, position) => {
        const change = summary.differences[position - 1]?.outcomes[key];
        const title = position === 0 ? `${name} (base)` : name;
        return (
          <td {...CELL} data-scenario={name} data-label={title}>
            <Value text={estimateText(outcomes[key], unit)} />
            {change !== undefined && (
              <span class="difference">
                <span class="words">{differenceText(change, outcome)}</span>
                <Judgement word={judgement(change, (outcome as OutcomeKey).better)} />
              </span>
            )}
          </td>
        );
      })}
    </tr>
  );
}

/** A mean, and its interval in lighter type. */
function Value({ text }: { text: string }): VNode {
  const [mean, ...rest] = text.split(' ');
  return (
    <span class="value">
      <strong>{mean}</strong>
      {rest.length > 0 && ` ${rest.join(' ')}`}
    </span>
  );
}

/** Better or worse, as a word in a frame: it needs no colour. */
function Judgement({ word }: { word: ReturnType<typeof judgement> }): VNode | null {
  if (word === 'neither') return null;
  return <span class={`judgement judgement-${word}`}>{word}</span>;
}

function unitText(unit: OutcomeKey['unit']): string {
  if (unit === 'share') return '%';
  return unit === 'count' ? 'number' : unit;
}
