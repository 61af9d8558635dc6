// web/controls/pack-winter.tsx: which single winter a board pack shows, and which day of it.

import type { VNode } from 'preact';
import {
  WINTER_KINDS,
  type WinterChoice,
  type WinterSource,
  winterShown,
} from '../export/winter-source.js';
import { Choice } from './choice.js';

export interface PackWinterProps {
  winters: WinterSource;
  choice: WinterChoice;
  onChange: (fields: Partial<WinterChoice>) => void;
}

export function PackWinter({ winters, choice, onChange }: PackWinterProps): VNode {
  const { dates, day } = winterShown(winters, choice);
  const scenario = Math.min(choice.scenario, winters.names.length - 1);
  return (
    <div class="chart-controls">
      <Choice
        id="pack-winter-scenario"
        label="Scenario"
        value={String(scenario)}
        options={winters.names.map((name, i) => ({ value: String(i), label: name }))}
        onChange={(value) => onChange({ scenario: Number(value) })}
      />
      <Choice
        id="pack-winter-which"
        label="Winter"
        value={choice.which}
        options={[
          ...WINTER_KINDS.map(({ value, label }) => ({
            value: String(value),
            label: String(label),
          })),
          ...winters.days(scenario).map((over, i) => ({
            value: String(i),
            label: `${winters.number(scenario, i)}: ${over} days over 92 %`,
          })),
        ]}
        onChange={(which) => onChange({ which, day: null })}
      />
      <div class="chart-control">
        <label class="nhsuk-label" for="pack-winter-day">
          Day
        </label>
        <input
          class="nhsuk-input"
          id="pack-winter-day"
          type="date"
          min={dates[0]}
          max={dates[dates.length - 1]}
          value={dates[day]}
          onChange={({ currentTarget }) => {
            const { value } = currentTarget;
            if (dates.includes(value)) onChange({ day: value });
            else currentTarget.value = dates[day];
          }}
        />
      </div>
    </div>
  );
}
