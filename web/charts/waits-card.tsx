// web/charts/waits-card.tsx: how long patients wait, and how that differs between winters.

import type { VNode } from 'preact';
import { type Outcome, outcomeOf } from '../../sim/outcomes/keys.js';
import { differenceText, plainValue, valueWithUnit } from '../../sim/outcomes/words.js';
import { type Batch, sourceOf, winters } from './batch.js';
import { type CardProps, ChartCard, framed } from './chart-card.js';
import type { TableData } from './data-table.js';
import { RangeChart, rangeWords } from './range-chart.js';

/** Waits on the way, in its order. */
export const WAITS: readonly Outcome[] = [
  'handoverOver15Share',
  'handoverOver30Share',
  'handoverOver60Share',
  'initialAssessmentMinutesMedian',
  'initialAssessmentMinutesP95',
  'within4hType1Share',
  'over12hFromArrivalShare',
  'over12hFromDecisionCount',
  'readyOver1hShare',
  'leftWithoutBeingSeenShare',
];
const COLUMN_FROM = 330;
const COLUMN_GAP = 28;

/** @param waits outcomes to show; all of the way unless said */
export function WaitsCard({
  batch,
  Canvas,
  frame,
  waits = WAITS,
}: CardProps & { waits?: readonly Outcome[] }): VNode {
  const { summary } = batch;
  const known = waits.filter((key) =>
    summary.scenarios.some(({ outcomes }) => outcomes[key].mean !== null),
  );
  return (
    <ChartCard
      {...framed(frame, 'waits', waitsHeadline(batch))}
      subtitle={
        `How winters differ, ${winters(summary.replications)} of each scenario: the mark is the ` +
        'middle winter, the thick bar half of the winters, the thin line nine in ten.'
      }
      source={sourceOf(batch)}
      description={known.map((key) => waitSentence(batch, key))}
      table={tableOf(batch, known)}
      draw={(width) => {
        const fitting = Math.floor((width + COLUMN_GAP) / (COLUMN_FROM + COLUMN_GAP));
        const columns = Math.min(3, Math.max(1, fitting));
        const panel = Math.floor((width - (columns - 1) * COLUMN_GAP) / columns);
        return (
          <div class={`panels panels-${columns}`}>
            {known.map((key) => (
              <RangeChart
                outcome={outcomeOf(key)}
                rows={summary.scenarios.map(({ name, outcomes }, position) => ({
                  scenario: name,
                  position,
                  estimate: outcomes[key],
                }))}
                label={waitSentence(batch, key)}
                width={panel}
              />
            ))}
          </div>
        );
      }}
      Canvas={Canvas}
    />
  );
}

/** Message of the waits. */
export function waitsHeadline({ summary }: Batch): string {
  const { p5, p95 } = summary.scenarios[0].outcomes.within4hType1Share;
  const text = (value: number | null) => valueWithUnit(value, { unit: 'share' });
  return `In nine winters of ten, ${text(p5)} to ${text(p95)} of patients leave A&E within 4 hours`;
}

function waitSentence({ summary }: Batch, key: Outcome): string {
  const { label, unit } = outcomeOf(key);
  const parts = summary.scenarios.map(
    ({ name, outcomes }) => `${name} ${rangeWords(outcomes[key], unit)}`,
  );
  const words = unit === 'share' ? ', %' : unit === 'minutes' ? ', minutes' : '';
  return `${label}${words}, middle winter and nine in ten: ${parts.join('; ')}.`;
}

function tableOf({ summary }: Batch, keys: readonly Outcome[]): TableData {
  const percentiles = ['p5', 'p25', 'p50', 'p75', 'p95'] as const;
  return {
    caption: 'Waits by winter: percentiles over winters; differences are paired means',
    rowHeader: 'Wait',
    groups: summary.scenarios.map(({ name }, position) => ({
      name,
      columns: [
        ...percentiles.map((p) => `${p.slice(1)} % below`),
        ...(position > 0 ? ['difference from the base'] : []),
      ],
    })),
    rows: keys.map((key) => {
      const outcome = outcomeOf(key);
      const unit = outcome.unit === 'share' ? ', %' : outcome.unit === 'minutes' ? ', minutes' : '';
      return {
        header: `${outcome.label}${unit}`,
        cells: summary.scenarios.flatMap(({ outcomes }, position) => {
          const change = summary.differences[position - 1]?.outcomes[key];
          return [
            ...percentiles.map((p) => plainValue(outcomes[key][p], outcome.unit)),
            ...(change === undefined ? [] : [differenceText(change, outcome)]),
          ];
        }),
      };
    }),
  };
}
