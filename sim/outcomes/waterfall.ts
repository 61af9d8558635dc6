// sim/outcomes/waterfall.ts: what each of several plans does alone, what they do together, and what is
// left between the two: their interaction.

import { type DifferenceEstimate, difference } from './intervals.js';
import { OUTCOME_KEYS, type Outcome, outcomeOf } from './keys.js';
import type { ScenarioRuns } from './summary.js';

/** Scenarios of a waterfall: the base, each plan alone, and all of these plans together. */
export interface Parts {
  base: ScenarioRuns;
  alone: readonly ScenarioRuns[];
  together: ScenarioRuns;
}

export interface Waterfall {
  key: Outcome;
  /** Mean of the base, and with all plans. */
  base: number;
  together: number;
  steps: { name: string; change: DifferenceEstimate }[];
  /** Together less the sum of each alone, winter by winter. */
  interaction: DifferenceEstimate;
}

/** What a scenario of a batch was made of. */
export interface Made {
  name: string;
  winter: string;
  plans: readonly string[];
}

/**
 * Parts of the waterfall that a batch holds: its largest combination of plans of which each stands
 * alone as well.
 * @returns null where there is none
 */
export function partsOf(runs: readonly ScenarioRuns[], made: readonly Made[]): Parts | null {
  const known = runs.flatMap((of) => {
    const found = made.find(({ name }) => name === of.name);
    return found === undefined ? [] : [{ of, winter: found.winter, plans: found.plans }];
  });
  const base = known.find(({ plans }) => plans.length === 0);
  if (base === undefined) return null;
  const inWinter = known.filter(({ winter }) => winter === base.winter);
  const most = Math.max(...inWinter.map(({ plans }) => plans.length));
  const together = inWinter.find(({ plans }) => plans.length === most);
  if (together === undefined || most < 2) return null;
  const alone = together.plans.map((plan) => inWinter.find(({ plans }) => plans.join() === plan));
  if (alone.includes(undefined)) return null;
  return { base: base.of, alone: alone.flatMap((one) => one?.of ?? []), together: together.of };
}

/** The waterfall of one outcome; differences are paired by winter. */
export function waterfallOf({ base, alone, together }: Parts, key: Outcome): Waterfall {
  const at = OUTCOME_KEYS.indexOf(key);
  const column = ({ replications }: ScenarioRuns) =>
    Float64Array.from(replications, ({ outcomes }) => outcomes[at]);
  const { better } = outcomeOf(key);
  const baseValues = column(base);
  const each = alone.map(column);
  const all = column(together);
  const summed = baseValues.map((value, k) =>
    each.reduce((total, values) => total + values[k] - value, value),
  );
  return {
    key,
    base: mean(baseValues),
    together: mean(all),
    steps: alone.map(({ name }, i) => ({ name, change: difference(each[i], baseValues, better) })),
    interaction: difference(all, summed, better),
  };
}

function mean(values: Float64Array): number {
  const defined = values.filter((value) => !Number.isNaN(value));
  return defined.reduce((total, value) => total + value, 0) / defined.length;
}
