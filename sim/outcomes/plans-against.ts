// sim/outcomes/plans-against.ts: plans held against one another, winter by winter: which keeps more
// days at or under 92 %, by how much, and how sure that is.

import { difference } from './intervals.js';
import { OUTCOME_KEYS, outcomeOf } from './keys.js';
import type { ScenarioRuns } from './summary.js';
import { differenceWord, plainValue } from './words.js';

const KEY = 'daysOver92Count';

/**
 * One sentence for each plan beside the one with the fewest days over 92 %; nothing for fewer than
 * two plans. The winters are the same, so that they are compared one by one.
 * @param runs the base first
 */
export function plansAgainst([, ...plans]: readonly ScenarioRuns[]): string[] {
  const days = plans.map(daysOver);
  const best = indexOfLeast(days.map(meanOf));
  return plans.flatMap((plan, p) => {
    if (p === best) return [];
    return [sentence(plans[best].name, plan.name, days[best], days[p])];
  });
}

function sentence(best: string, other: string, fewer: Float64Array, more: Float64Array): string {
  const winters = fewer.length;
  // Days at or under the line: what one has more of them, the other has more over it.
  const kept = difference(more, fewer, null);
  const clear = differenceWord(kept, outcomeOf(KEY).unit) !== 'no clear difference';
  const wins = fewer.reduce((count, value, k) => count + (value < more[k] ? 1 : 0), 0);
  const ties = fewer.reduce((count, value, k) => count + (value === more[k] ? 1 : 0), 0);
  const range =
    kept.low95 === null ? '' : ` (95 % interval ${text(kept.low95)} to ${text(kept.high95)})`;
  const same = ties === 0 ? '' : `, and as many in ${ties}`;
  const inWinters = `more in ${wins} of ${winters} simulated winters${same}`;
  return clear
    ? `${best} keeps ${text(kept.mean)} more days at or under 92 % in a winter than ${other}${range}; ${inWinters}.`
    : `Between ${best} and ${other} there is no clear difference in days at or under 92 %: ` +
        `${text(kept.mean)} more with the first${range}; ${inWinters}.`;
}

function text(value: number | null): string {
  return plainValue(value, 'days');
}

function daysOver({ replications }: ScenarioRuns): Float64Array {
  const at = OUTCOME_KEYS.indexOf(KEY);
  return Float64Array.from(replications, ({ outcomes }) => outcomes[at]);
}

function meanOf(values: Float64Array): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

function indexOfLeast(values: readonly number[]): number {
  return values.reduce((best, value, i) => (value < values[best] ? i : best), 0);
}
