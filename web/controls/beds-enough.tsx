// web/controls/beds-enough.tsx: the S-curve with a marker that is moved by pointer, slider or number.

import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { DAY_SHARES, type DayShare } from '../../sim/outcomes/single-winters.js';
import type { Batch } from '../charts/batch.js';
import {
  bedsRange,
  DAY_SHARE_WANTED,
  dayShareText,
  markerSentence,
} from '../charts/beds-enough.js';
import { BedsEnoughCard, firstBeds, hasBedsNeeded } from '../charts/beds-enough-card.js';
import { bedsScale } from '../charts/beds-enough-chart.js';
import { Measured } from './measured.js';

/** The card with its controls; nothing where single winters are not known. */
export function BedsEnough({ batch }: { batch: Batch }): VNode | null {
  const [share, setShare] = useState<DayShare>(DAY_SHARE_WANTED);
  const [chosen, setChosen] = useState<number | null>(null);
  const { singles = [] } = batch;
  if (!hasBedsNeeded(batch)) return null;
  const [low, high] = bedsScale(singles, share, 1000).domain();
  const beds = within(chosen ?? firstBeds(batch, share), low, high);
  const choose = (value: number): void => {
    if (Number.isFinite(value)) setChosen(within(Math.round(value), low, high));
  };
  const [least, most] = bedsRange(singles, share);
  return (
    <BedsEnoughCard
      batch={batch}
      Canvas={Measured}
      share={share}
      beds={beds}
      onPointer={(x, width) => choose(bedsScale(singles, share, width).invert(x))}
      controls={
        <div class="chart-controls">
          <div class="chart-control">
            <label class="nhsuk-label" for="beds-share">
              Beds must be enough
            </label>
            <select
              class="nhsuk-select"
              id="beds-share"
              value={String(share)}
              onChange={({ currentTarget }) => {
                setShare(Number(currentTarget.value) as DayShare);
                setChosen(null);
              }}
            >
              {DAY_SHARES.map((value) => (
                <option value={String(value)}>{dayShareText(value)}</option>
              ))}
            </select>
          </div>
          <div class="chart-control chart-control-wide">
            <label class="nhsuk-label" for="beds-marker">
              Open beds
            </label>
            <div class="slider">
              <input
                type="range"
                id="beds-marker"
                min={low}
                max={high}
                step={1}
                value={beds}
                aria-valuetext={`${beds} beds. ${markerSentence(singles[0], share, beds)}`}
                onInput={({ currentTarget }) => choose(Number(currentTarget.value))}
              />
              <input
                class="nhsuk-input nhsuk-input--width-4"
                type="number"
                aria-label="Open beds, as a number"
                min={low}
                max={high}
                value={beds}
                onChange={({ currentTarget }) => {
                  choose(currentTarget.valueAsNumber);
                  // What was typed beyond the ends, or is no number, shows what holds instead.
                  currentTarget.value = String(beds);
                }}
              />
            </div>
          </div>
          <ul class="marker-words" id="beds-words">
            {singles.map((of) => (
              <li>{markerSentence(of, share, beds)}</li>
            ))}
          </ul>
          <p class="nhsuk-hint">
            Winters need {least} to {most} beds. Drag on the chart, or use the slider with the arrow
            keys.
          </p>
        </div>
      }
    />
  );
}

function within(value: number, low: number, high: number): number {
  return Math.min(Math.floor(high), Math.max(Math.ceil(low), value));
}
