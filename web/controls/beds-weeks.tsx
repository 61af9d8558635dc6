// web/controls/beds-weeks.tsx: open beds by week of the winter: a chart of what is planned, and a place
// to paste another plan from a spreadsheet.

import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Model } from '../../sim/scenario/schema.js';
import { shortDate } from '../charts/days.js';
import { ListPreview } from '../charts/list-preview.js';
import { bedsByWeek, parseWeeks, withBedsByWeek } from '../state/inputs.js';
import type { Fields } from '../state/project.js';
import { Measured } from './measured.js';

export interface BedsWeeksProps {
  beds: Fields;
  period: Model['period'];
  onChange: (beds: Fields) => void;
}

/** Each so many weeks are named, where the chart is so wide. */
const namedEach = (width: number): number => (width < 500 ? 8 : 4);

/** Beds by week. */
export function BedsWeeks({ beds, period, onChange }: BedsWeeksProps): VNode {
  const weeks = bedsByWeek(beds, period);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const use = (): void => {
    const parsed = parseWeeks(text);
    if (typeof parsed === 'string') return setProblem(parsed);
    setProblem(null);
    setText('');
    onChange(withBedsByWeek(beds, parsed, period.lastDay));
  };
  const counts = weeks.map((week) => week.beds);
  const label = weeks.map(({ from, beds: count }) => `${shortDate(from)} ${count}`).join(', ');
  return (
    <section class="beds-weeks" aria-labelledby="beds-weeks-heading">
      <h3 class="card-headline" id="beds-weeks-heading">
        Planned beds by week: {rangeText(counts)}
      </h3>
      <p class="card-subtitle">
        General and acute beds staffed all year, and what is opened or closed by date. Beds that
        flex from day to day come on top.
      </p>
      <Measured
        draw={(width) => (
          <ListPreview
            values={counts}
            names={weeks.map(({ from }, i) => (i % namedEach(width) === 0 ? shortDate(from) : ''))}
            label={`Planned beds by week: ${label}`}
            width={width}
          />
        )}
      />
      <div class={`nhsuk-form-group ${problem === null ? '' : 'nhsuk-form-group--error'}`}>
        <label class="nhsuk-label" for="beds-weeks-text">
          Paste another plan from a spreadsheet
        </label>
        <p class="nhsuk-hint" id="beds-weeks-hint">
          A line for each week: its first day and the beds open. It replaces the dated changes of
          beds; the difference from the beds staffed all year is put on the medical wards.
        </p>
        <p class="nhsuk-error-message" id="beds-weeks-error" role="alert">
          {problem}
        </p>
        <textarea
          class="nhsuk-textarea"
          id="beds-weeks-text"
          rows={4}
          value={text}
          aria-describedby="beds-weeks-hint beds-weeks-error"
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button class="nhsuk-button nhsuk-button--secondary" type="button" onClick={use}>
          Use these beds
        </button>
      </div>
    </section>
  );
}

function rangeText(counts: readonly number[]): string {
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return least === most ? `${most}` : `${least} to ${most}`;
}
