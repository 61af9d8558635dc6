// web/components/headline.tsx: the plain sentence of a batch, with a line for each scenario, and what
// must be said before anyone relies on it.

import type { VNode } from 'preact';
import { type Outcome, outcomeOf } from '../../sim/outcomes/keys.js';
import type { Summary } from '../../sim/outcomes/summary.js';
import { headline, judgement, plainValue } from '../../sim/outcomes/words.js';

const DAYS_NOTED = 1; // a winter outside the valid range, from which it is said

/**
 * The headline of a batch.
 * @param first a sentence to begin with, written by hand; else the one made from the numbers
 */
export function Headline({ summary, first }: { summary: Summary; first?: string }): VNode {
  const note = validityNote(summary);
  return (
    <div class="headline" id="headline">
      <p class="headline-first">{unbroken(first ?? plainSentence(summary))}</p>
      <ul class="headline-plans">
        {headlineParts(summary).map((sentence) => (
          <li>{unbroken(sentence)}</li>
        ))}
      </ul>
      {note !== null && (
        <p class="validity">
          <strong>Take care.</strong> {unbroken(note)}
        </p>
      )}
    </div>
  );
}

/** A text in which a number is never parted from its % sign. */
function unbroken(text: string): string {
  return text.replace(/([\d)]) %/g, '$1\u00a0%');
}

/** One plain sentence: what the plan that lowers the days over 92 % most does, if any does clearly. */
export function plainSentence(summary: Summary): string {
  const days = valueAt(summary, 0, 'daysOver92Count');
  const fourHour = valueAt(summary, 0, 'within4hType1Share');
  if (summary.differences.length === 0) {
    return (
      `In an average winter beds are over 92 % full on ${days} days, and ${fourHour} % of A&E ` +
      'patients leave within 4 hours.'
    );
  }
  const best = largestFall(summary, 'daysOver92Count');
  if (best === null) {
    const which = summary.differences.length === 1 ? summary.differences[0].scenario : 'No plan';
    const verb = summary.differences.length === 1 ? 'does not clearly lower' : 'clearly lowers';
    return `${which} ${verb} the ${days} days of an average winter on which beds are over 92 % full.`;
  }
  const { scenario, outcomes } = summary.differences[best];
  const start =
    `With ${scenario}, days over 92 % in an average winter fall from ${days} to ` +
    valueAt(summary, best + 1, 'daysOver92Count');
  const change = judgement(outcomes.within4hType1Share, 'higher');
  if (change === 'neither') return `${start}, with no clear difference in the 4-hour standard.`;
  return (
    `${start}, and patients who leave A&E within 4 hours ${change === 'better' ? 'rise' : 'fall'} ` +
    `from ${fourHour} % to ${valueAt(summary, best + 1, 'within4hType1Share')} %.`
  );
}

/** Position of the plan with the largest clear fall of an outcome; null when none is clear. */
function largestFall({ differences }: Summary, key: Outcome): number | null {
  let found: number | null = null;
  differences.forEach(({ outcomes }, i) => {
    if (judgement(outcomes[key], 'lower') !== 'better') return;
    const falls = (position: number): number => differences[position].outcomes[key].mean ?? 0;
    if (found === null || falls(i) < falls(found)) found = i;
  });
  return found;
}

function valueAt({ scenarios }: Summary, position: number, key: Outcome): string {
  return plainValue(scenarios[position].outcomes[key].mean, outcomeOf(key).unit);
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

/** What must be said where more patients wait than the model can relieve; null where nothing must. */
export function validityNote({ scenarios }: Summary): string | null {
  const days = scenarios.flatMap(({ name, outcomes }) => {
    const count = outcomes.daysOutsideValidityCount.mean ?? 0;
    return count < DAYS_NOTED ? [] : [`${plainValue(count, 'days')} days (${name})`];
  });
  if (days.length === 0) return null;
  return (
    `On some days of an average winter more patients wait in A&E for a bed than the model can ` +
    `relieve: ${days.join(', ')}. Waits on these days are outside the range in which it is valid.`
  );
}
