// sim/outcomes/cost-words.ts: what a plan costs, in a sentence that says it is an estimate.

import type { Summary } from './summary.js';
import { withCommas } from './words.js';

/** A sentence for each plan whose cost is known. */
export function costSentences({ differences }: Summary): string[] {
  return differences.flatMap(({ scenario, cost }) => {
    if (cost === undefined) return [];
    const { pounds, withoutCost, perBedDaySaved } = cost;
    const total = `${scenario}: £${withCommas(pounds, 0)} more than the base in the period`;
    if (withoutCost.length > 0) {
      const others = [...new Set(withoutCost)].join(', ');
      return [`${total}, and what ${others} costs, which is not known.`];
    }
    if (perBedDaySaved === null) return [`${total}; no bed days are clearly saved.`];
    const { mean, low, high } = perBedDaySaved;
    const range = `£${withCommas(low, 0)} to £${withCommas(high, 0)}`;
    return [`${total}, £${withCommas(mean, 0)} for each bed day saved (${range}).`];
  });
}

/** Deaths of the base that its waits are associated with, and the range; none when nobody waited. */
export function harmSentence({ scenarios }: Summary): string {
  const { excessDeathsMean, excessDeathsLeast, excessDeathsMost } = scenarios[0].outcomes;
  const [mean, least, most] = [excessDeathsMean, excessDeathsLeast, excessDeathsMost].map(
    (estimate) => estimate.mean,
  );
  if (mean === null || least === null || most === null) return '';
  const range = `${withCommas(least, 0)} to ${withCommas(most, 0)}`;
  return (
    `Deaths that waits for a bed are associated with, an estimate: ${withCommas(mean, 0)} in a ` +
    `winter of the base (${range} by how the study is read; Jones 2022, EMJ 39:168).`
  );
}

export const COST_NOTE =
  'Costs are estimates from the settings of services; the range holds the noise of the runs, not ' +
  'what is unknown about prices or effects.';
