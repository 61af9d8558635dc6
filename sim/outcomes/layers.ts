// sim/outcomes/layers.ts: how much of the spread of an outcome is ignorance, and how much is winter.
//
// With sampled effects every two replications share one draw of what is not known. What both have in
// common varies with the draw; what differs between them is the luck of a winter. A one-way analysis
// of variance with two replications a draw (Searle, Casella and McCulloch, Variance Components, 1992,
// chapter 3) gives the share; its interval is Fisher's for the ratio of mean squares.

import { logarithm, normalQuantile, power } from '../engine/special.js';
import { drawOf } from '../scenario/sampled.js';
import { OUTCOMES, type Outcome } from './keys.js';
import type { ScenarioRuns } from './summary.js';

/** Share of the variance of an outcome that comes from what is not known, with a 95 % interval. */
export interface LayerShare {
  key: Outcome;
  /** 0 to 1. */
  share: number;
  low95: number;
  high95: number;
  /** Standard deviations: over draws of what is not known, and between winters of one draw. */
  unknownSd: number;
  winterSd: number;
}

export interface Layers {
  scenario: string;
  /** Of the scenario's own outcomes; for those after the base, of the differences from it. */
  of: 'outcome' | 'difference';
  draws: number;
  shares: LayerShare[];
}

const DRAWS_LEAST = 5;

/**
 * Shares for the main outcomes of the base and for the differences of the other scenarios, whose winters have
 * the same numbers.
 */
export function layersOf(scenarios: readonly ScenarioRuns[]): Layers[] {
  const [base] = scenarios;
  if (base === undefined) return [];
  const paired = pairsOf(base);
  const draws = paired.length / 2;
  if (draws < DRAWS_LEAST) return [];
  const main = OUTCOMES.flatMap((outcome, i) =>
    'main' in outcome ? [{ key: outcome.key, i }] : [],
  );
  return scenarios.map((runs, s) => {
    const shares = main.flatMap(({ key, i }) => {
      const values = paired.map((k) => {
        const value = runs.replications[k].outcomes[i];
        return s === 0 ? value : value - base.replications[k].outcomes[i];
      });
      const found = layerShare(values);
      return found === null ? [] : [{ key, ...found }];
    });
    return {
      scenario: runs.name,
      of: s === 0 ? ('outcome' as const) : ('difference' as const),
      draws,
      shares,
    };
  });
}

/** Places of the winters whose draw has both of its two, pair after pair: some winters of a batch may be missing. */
function pairsOf({ replications, numbers }: ScenarioRuns): number[] {
  const draws = replications.map((_, k) => drawOf(numbers?.[k] ?? k));
  return draws.flatMap((draw, k) => (draw === draws[k + 1] ? [k, k + 1] : []));
}

/**
 * The share for values of which each two in a row share a draw.
 * @returns null for fewer than five draws, undefined values, or values that are all the same
 */
export function layerShare(values: readonly number[]): Omit<LayerShare, 'key'> | null {
  const draws = Math.floor(values.length / 2);
  if (draws < DRAWS_LEAST || values.some(Number.isNaN)) return null;
  let within = 0;
  const means: number[] = [];
  for (let j = 0; j < draws; j++) {
    const [one, other] = [values[2 * j], values[2 * j + 1]];
    within += (one - other) ** 2 / 2;
    means.push((one + other) / 2);
  }
  within /= draws;
  const middle = means.reduce((a, b) => a + b, 0) / draws;
  const between = (2 * means.reduce((sum, x) => sum + (x - middle) ** 2, 0)) / (draws - 1);
  if (within + between === 0) return null;
  const unknown = Math.max(0, (between - within) / 2);
  const half = normalQuantile(0.975) * Math.sqrt(2 / (draws - 1) + 2 / draws);
  const shareAt = (logRatio: number) => {
    const ratio = power(Math.E, logRatio);
    return Math.max(0, (ratio - 1) / (ratio + 1));
  };
  const ratio = logarithm(between / within);
  const isCertain = within === 0;
  return {
    share: isCertain ? 1 : unknown / (unknown + within),
    low95: isCertain ? 1 : shareAt(ratio - half),
    high95: isCertain ? 1 : shareAt(ratio + half),
    unknownSd: Math.sqrt(unknown),
    winterSd: Math.sqrt(within),
  };
}
