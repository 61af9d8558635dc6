// web/components/estimates.tsx: deaths associated with waits, and what plans cost: estimates.

import type { VNode } from 'preact';
import { COST_NOTE, costSentences, harmSentence } from '../../sim/outcomes/cost-words.js';
import type { Summary } from '../../sim/outcomes/summary.js';

/** Deaths associated with waits, and costs where they are known, in sentences. */
export function Estimates({ summary }: { summary: Summary }): VNode {
  const costs = costSentences(summary);
  const harm = harmSentence(summary);
  return (
    <div class="estimates">
      {harm !== '' && <p>{harm}</p>}
      {costs.length > 0 && (
        <>
          <ul>
            {costs.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
          <p>{COST_NOTE}</p>
        </>
      )}
    </div>
  );
}
