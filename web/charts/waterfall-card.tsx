// web/charts/waterfall-card.tsx: what plans do alone and together, as a card.

import type { ComponentChildren, VNode } from 'preact';
import { outcomeOf } from '../../sim/outcomes/keys.js';
import type { Waterfall } from '../../sim/outcomes/waterfall.js';
import { differenceText, judgement, plainValue, signedRange } from '../../sim/outcomes/words.js';
import { type Canvas, type CardFrame, ChartCard, framed } from './chart-card.js';
import type { TableData } from './data-table.js';
import { WaterfallChart } from './waterfall-chart.js';

export interface WaterfallCardProps {
  waterfall: Waterfall;
  positions: readonly number[];
  replications: number;
  source: string;
  Canvas: Canvas;
  frame?: CardFrame;
  controls?: ComponentChildren;
}

export function WaterfallCard(props: WaterfallCardProps): VNode {
  const { waterfall, positions, source, Canvas, frame, controls } = props;
  const sentences = waterfallSentences(waterfall);
  return (
    <ChartCard
      {...framed(frame, 'waterfall', waterfallHeadline(waterfall))}
      subtitle={waterfallSubtitle(props.replications)}
      source={source}
      description={sentences}
      table={waterfallTable(waterfall)}
      controls={controls}
      draw={(width) => (
        <WaterfallChart
          waterfall={waterfall}
          positions={positions}
          label={sentences.join(' ')}
          width={width}
        />
      )}
      Canvas={Canvas}
    />
  );
}

/** What a waterfall measures. */
export function waterfallSubtitle(replications: number): string {
  return (
    'Mean change by each plan alone, beside the base, and what all of them do together beyond ' +
    `or short of the sum: ${replications} winters, paired, with 95 % intervals.`
  );
}

/** Whether plans together do more, less or as much as the sum of each alone. */
export function waterfallHeadline({ key, base, together, interaction }: Waterfall): string {
  const { label, better, unit } = outcomeOf(key);
  const start =
    `Together the plans take “${label}” from ${plainValue(base, unit)} to ` +
    plainValue(together, unit);
  const word = judgement(interaction, better);
  if (word === 'better') return `${start}: more than the sum of each alone`;
  if (word === 'worse') return `${start}: less than the sum of each alone`;
  return `${start}; no clear interaction between them`;
}

/** The waterfall in words. */
export function waterfallSentences({
  key,
  base,
  together,
  steps,
  interaction,
}: Waterfall): string[] {
  const outcome = outcomeOf(key);
  return [
    `${outcome.label}: base ${plainValue(base, outcome.unit)}, all plans together ${plainValue(together, outcome.unit)}.`,
    ...steps.map(({ name, change }) => `${name} alone: ${differenceText(change, outcome)}.`),
    `Interaction, all together less the sum of each alone: ${differenceText(interaction, outcome)}.`,
  ];
}

/** The waterfall as a table. */
export function waterfallTable({ key, base, together, steps, interaction }: Waterfall): TableData {
  const { label, unit } = outcomeOf(key);
  return {
    caption: `${label}: what each plan does alone, and all together`,
    rowHeader: 'Step',
    groups: [{ name: label, columns: ['Value or change, with its 95 % interval'] }],
    rows: [
      { header: 'Base', cells: [plainValue(base, unit)] },
      ...steps.map(({ name, change }) => ({
        header: `${name} alone`,
        cells: [signedRange(change, unit)],
      })),
      { header: 'Interaction', cells: [signedRange(interaction, unit)] },
      { header: 'All together', cells: [plainValue(together, unit)] },
    ],
  };
}
