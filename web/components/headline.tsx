// web/components/headline.tsx: the plain sentence of a batch, with a line for each plan, and what
// must be said before anyone relies on it.

import type { VNode } from 'preact';
import type { Summary } from '../../sim/outcomes/summary.js';
import { headline, plainValue } from '../../sim/outcomes/words.js';

const DAYS_NOTED = 1; // a winter outside the valid range, from which it is said

/** The headline of a batch. */
export function Headline({ summary }: { summary: Summary }): VNode {
  const [first, ...rest] = headlineParts(summary);
  return (
    <div class="headline" id="headline">
      <p class="headline-first">{first}</p>
      {rest.length > 0 && (
        <ul class="headline-plans">
          {rest.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      )}
      {validityNotes(summary).map((note) => (
        <p class="validity">
          <strong>Take care.</strong> {note}
        </p>
      ))}
    </div>
  );
}

/** The headline cut before each plan; joined by spaces it is the headline again. */
export function headlineParts(summary: Summary): string[] {
  const text = headline(summary);
  const cuts = [0];
  for (const { scenario } of summary.differences) {
    const at = text.indexOf(`. ${scenario}: `, cuts[cuts.length - 1]);
    if (at >= 0) cuts.push(at + 2);
  }
  return cuts.map((cut, i) => text.slice(cut, cuts[i + 1]).trim());
}

/** Scenarios in which more patients wait for a bed than the model can relieve. */
export function validityNotes({ scenarios }: Summary): string[] {
  return scenarios.flatMap(({ name, outcomes }) => {
    const days = outcomes.daysOutsideValidityCount.mean ?? 0;
    if (days < DAYS_NOTED) return [];
    return [
      `${name}: on ${plainValue(days, 'days')} days of an average winter more patients wait in A&E ` +
        'for a bed than the model can relieve; its waits are then outside the range in which it is ' +
        'valid.',
    ];
  });
}
