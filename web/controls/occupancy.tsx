// web/controls/occupancy.tsx: the occupancy card with a choice: as a share of open beds, or in beds.

import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Batch } from '../charts/batch.js';
import { OccupancyCard, type OccupancyUnit } from '../charts/occupancy-card.js';
import { Measured } from './measured.js';

const UNITS: readonly { unit: OccupancyUnit; label: string }[] = [
  { unit: 'share', label: '% of open beds' },
  { unit: 'beds', label: 'Beds' },
];

/** The card with its choice. */
export function Occupancy({ batch }: { batch: Batch }): VNode {
  const [unit, setUnit] = useState<OccupancyUnit>('share');
  return (
    <OccupancyCard
      batch={batch}
      Canvas={Measured}
      unit={unit}
      controls={
        <fieldset class="nhsuk-fieldset chart-choice">
          <legend class="nhsuk-fieldset__legend">Show occupancy in</legend>
          <div class="nhsuk-radios nhsuk-radios--small nhsuk-radios--inline">
            {UNITS.map(({ unit: value, label }) => (
              <div class="nhsuk-radios__item">
                <input
                  class="nhsuk-radios__input"
                  type="radio"
                  name="occupancy-unit"
                  id={`occupancy-${value}`}
                  checked={unit === value}
                  onChange={() => setUnit(value)}
                />
                <label class="nhsuk-label nhsuk-radios__label" for={`occupancy-${value}`}>
                  {label}
                </label>
              </div>
            ))}
          </div>
        </fieldset>
      }
    />
  );
}
