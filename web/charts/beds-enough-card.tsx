// web/charts/beds-enough-card.tsx: how many open beds keep a winter at or under 92 %, by how sure one
// wants to be.

import type { ComponentChildren, VNode } from 'preact';
import { bedsForChance, type DayShare } from '../../sim/outcomes/single-winters.js';
import { type Batch, sourceOf, winters } from './batch.js';
import {
  bedsEnoughHeadline,
  bedsEnoughSentence,
  bedsEnoughTable,
  CHANCE_WANTED,
  DAY_SHARE_WANTED,
  dayShareText,
  markerSentence,
  neededOf,
} from './beds-enough.js';
import { BedsEnoughChart } from './beds-enough-chart.js';
import { type CardProps, ChartCard, framed } from './chart-card.js';
import { scenarioEntries } from './four-hour-card.js';
import { Key } from './key.js';

const NARROW = 520;
const HEIGHT = { narrow: 300, wide: 360 };

export interface BedsEnoughCardProps extends CardProps {
  /** On which share of days beds must be enough; 19 days of 20 unless chosen. */
  share?: DayShare;
  /** Beds of the marker; those of 9 winters in 10 of the base unless chosen. */
  beds?: number;
  controls?: ComponentChildren;
  /** Called with the place of a pointer on the chart and the chart's width, in px. */
  onPointer?: (x: number, width: number) => void;
}

/** Beds at which the marker stands before anybody moves it. */
export function firstBeds({ singles = [] }: Batch, share: DayShare): number {
  return singles.length === 0
    ? Number.NaN
    : bedsForChance(neededOf(singles[0], share), CHANCE_WANTED);
}

/** Whether beds are known for single winters. */
export function hasBedsNeeded({ singles = [], summary }: Batch): boolean {
  if (singles.length === 0 || summary.replications === 0) return false;
  return singles.every(({ bedsNeeded }) => bedsNeeded.every((winters) => winters.length > 0));
}

/** The card; nothing where single winters are not known. */
export function BedsEnoughCard(props: BedsEnoughCardProps): VNode | null {
  const { batch, Canvas, share = DAY_SHARE_WANTED, onPointer, frame } = props;
  const { singles = [] } = batch;
  if (!hasBedsNeeded(batch)) return null;
  const { beds = firstBeds(batch, share) } = props;
  const label = `${bedsEnoughHeadline(singles, share)}.`;
  return (
    <ChartCard
      {...framed(frame, 'beds-enough', bedsEnoughHeadline(singles, share))}
      subtitle={
        'Share of winters in which a number of open beds keeps patients in a bed, and those who wait ' +
        `for one at 08:00, at or under 92 % of them ${dayShareText(share)}; ` +
        `${winters(batch.summary.replications)} of each scenario. More beds would also be used a ` +
        'little more: this is the least that would do. “winterflow solve” simulates the answer.'
      }
      source={sourceOf(batch)}
      description={[
        ...singles.map((of) => bedsEnoughSentence(of, share)),
        ...singles.map((of) => markerSentence(of, share, beds)),
      ]}
      table={bedsEnoughTable(singles, share)}
      controls={props.controls}
      draw={(width) => {
        const size = { width, height: width < NARROW ? HEIGHT.narrow : HEIGHT.wide };
        const point = (event: PointerEvent): void => {
          const { left, width: shown } = (event.currentTarget as Element).getBoundingClientRect();
          onPointer?.(((event.clientX - left) * width) / shown, width);
        };
        return (
          <div>
            <Key entries={scenarioEntries(batch)} width={width} />
            <div
              class="pointed"
              onPointerDown={onPointer && point}
              onPointerMove={onPointer && ((event) => event.buttons === 1 && point(event))}
            >
              <BedsEnoughChart
                singles={singles}
                share={share}
                beds={beds}
                label={label}
                size={size}
              />
            </div>
          </div>
        );
      }}
      Canvas={Canvas}
    />
  );
}
