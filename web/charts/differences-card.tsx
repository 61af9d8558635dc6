// web/charts/differences-card.tsx: what each plan changes, outcome by outcome, each in its own unit.

import type { VNode } from 'preact';
import { outcomeOf } from '../../sim/outcomes/keys.js';
import { differenceText } from '../../sim/outcomes/words.js';
import { type Batch, sourceOf, winters } from './batch.js';
import { BOARD_OUTCOMES } from './board-outcomes.js';
import { type CardProps, ChartCard, framed } from './chart-card.js';
import { differencesHeadline } from './chart-words.js';
import type { TableData } from './data-table.js';
import { DifferenceChart } from './difference-chart.js';

const COLUMN_FROM = 330; // px of width a column needs
const COLUMN_GAP = 28;
const COLUMNS_MOST = 3;

/** The card of paired differences; a batch of the base alone has none. */
export function DifferencesCard({ batch, Canvas, frame }: CardProps): VNode | null {
  const { differences, replications } = batch.summary;
  if (differences.length === 0) return null;
  return (
    <ChartCard
      {...framed(frame, 'differences', differencesHeadline(batch.summary))}
      subtitle={
        'Difference of each plan from the base over the winter, each with its own unit and axis: mean ' +
        `and 95 % interval over ${winters(replications)} that meet the same patients.`
      }
      source={sourceOf(batch)}
      description={differences.map(
        ({ scenario, outcomes }) =>
          `${scenario}: ${BOARD_OUTCOMES.map((key) => {
            const outcome = outcomeOf(key);
            return `${outcome.label}: ${differenceText(outcomes[key], outcome)}`;
          }).join('; ')}.`,
      )}
      table={tableOf(batch)}
      draw={(width) => <Panels batch={batch} width={width} />}
      Canvas={Canvas}
    />
  );
}

function Panels({ batch, width }: { batch: Batch; width: number }): VNode {
  const fitting = Math.floor((width + COLUMN_GAP) / (COLUMN_FROM + COLUMN_GAP));
  const columns = Math.min(COLUMNS_MOST, Math.max(1, fitting));
  const panel = Math.floor((width - (columns - 1) * COLUMN_GAP) / columns);
  return (
    <div class={`panels panels-${columns}`}>
      {BOARD_OUTCOMES.map((key) => {
        const outcome = outcomeOf(key);
        const plans = batch.summary.differences.map(({ scenario, outcomes }, i) => ({
          scenario,
          position: i + 1,
          difference: outcomes[key],
        }));
        const words = plans.map(
          ({ scenario, difference }) => `${scenario}: ${differenceText(difference, outcome)}`,
        );
        return (
          <DifferenceChart
            outcome={outcome}
            plans={plans}
            label={`${outcome.label}, difference from the base. ${words.join('; ')}.`}
            width={panel}
          />
        );
      })}
    </div>
  );
}

function tableOf({ summary }: Batch): TableData {
  return {
    caption: 'Differences from the base, with 95 % intervals',
    rowHeader: 'Outcome',
    groups: [{ name: 'Plan', columns: summary.differences.map(({ scenario }) => scenario) }],
    rows: BOARD_OUTCOMES.map((key) => {
      const outcome = outcomeOf(key);
      return {
        header: outcome.label,
        cells: summary.differences.map(({ outcomes }) => differenceText(outcomes[key], outcome)),
      };
    }),
  };
}
