// web/export/how-sure.tsx: what the intervals hold and what they do not, and how near the base comes
// to the winter as it was.

import type { VNode } from 'preact';
import type { Comparison } from '../../sim/outcomes/beside-observed.js';
import type { Layers } from '../../sim/outcomes/layers.js';
import type { Summary } from '../../sim/outcomes/summary.js';
import { winters } from '../charts/batch.js';
import { ObservedTable, observedSentence } from '../components/observed-table.js';

export interface HowSureProps {
  summary: Summary;
  /** The base beside the winter as it was; null where that cannot be compared. */
  observed: readonly Comparison[] | null;
}

/** Shares of the spread of each scenario that are ignorance, in a sentence. */
function layersSentence(layers: readonly Layers[]): string {
  const parts = layers.flatMap(({ scenario, of, shares }) => {
    const share = shares.find(({ key }) => key === 'occupancy0800ShareMean');
    if (share === undefined) return [];
    const [low, high] = [share.low95, share.high95].map((value) => Math.round(100 * value));
    const what = of === 'outcome' ? scenario : `the difference that ${scenario} makes`;
    return [`${Math.round(100 * share.share)} % (${low} to ${high} %) for ${what}`];
  });
  return (
    'Effects of plans and fitted numbers were sampled within their ranges. Of the variance of mean ' +
    `occupancy, what is not known about them makes up ${parts.join('; ')}; the rest is the luck of a winter.`
  );
}

/** The section on confidence. */
export function HowSure({ summary, observed }: HowSureProps): VNode {
  return (
    <section aria-labelledby="sure-heading" class="card">
      <h2 id="sure-heading">How sure we are</h2>
      <ul>
        <li>
          Each number is a mean over {winters(summary.replications)} of the scenario. Its 95 %
          interval says how well that mean is known, not how winters differ; the bands of the charts
          show that.
        </li>
        <li>
          {summary.layers
            ? layersSentence(summary.layers)
            : `Effects of plans are the ${summary.effects} values of their published or assumed ranges. ` +
              'The intervals do not hold what is unknown about these effects: run the batch again with ' +
              '“--effects low” and “--effects high” to see the ends, or with “--effects sampled”.'}
        </li>
        {observed === null ? (
          <li>
            This base is not a winter that was, so there is nothing observed to set beside it.
          </li>
        ) : (
          <li>
            {observedSentence(observed)} The table sets every figure beside what was observed.
          </li>
        )}
      </ul>
      {observed !== null && <ObservedTable lines={observed} />}
    </section>
  );
}

export const ASSUMPTIONS: readonly string[] = [
  'Staffing, spaces in A&E, the split of beds between specialties and community capacity are not ' +
    'published by hospital; they are assumed, or fitted to the observed winter.',
  'The arrival pattern by hour and weekday is that of Scottish emergency departments.',
  'Evidence for a plan is of other hospitals; each effect and its range carry a source and a ' +
    'confidence in the scenario files.',
  'Flexible beds open when patients wait, and are counted: without them a full hospital would only ' +
    'get worse.',
  'Maternity and deaths in A&E are left out. Critical care, readmissions and moves between hospitals ' +
    'are simulated only where a scenario gives them. No plan changes mortality.',
];

/** What the model rests on. */
export function Assumptions(): VNode {
  return (
    <section aria-labelledby="assumptions-heading" class="card">
      <h2 id="assumptions-heading">What this rests on</h2>
      <WhatItRestsOn />
    </section>
  );
}

/** The same without its heading. */
export function WhatItRestsOn(): VNode {
  return (
    <ul class="sentences">
      {ASSUMPTIONS.map((sentence) => (
        <li>{sentence}</li>
      ))}
    </ul>
  );
}
