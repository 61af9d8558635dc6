// sim/questions/regret.ts: what a plan costs if the winter is another than was thought: its distance
// from the best plan in each winter, and the plan whose worst distance is smallest (Savage 1951, "The
// theory of statistical decision", J Am Stat Assoc 46:55).

import { interval } from '../outcomes/intervals.js';

/** Regret of one plan in one winter, over replications that all plans share. */
export interface Regret {
  mean: number;
  /** Distance from the best plan of the winter, 0 or more. */
  regret: number;
  /** 95 % t-interval of that distance, of paired winters; null below two of them and for the best. */
  low95: number | null;
  high95: number | null;
}

export interface RegretTable {
  /** [plan][winter] */
  cells: Regret[][];
  /** Largest regret of each plan over the winters. */
  worst: number[];
  /** Plan with the smallest of these; the first of several. */
  chosen: number;
}

/**
 * Regrets of plans over winters.
 * @param values one outcome: [plan][winter][replication]
 * @throws RangeError for plans or winters that are not all simulated alike
 */
export function regretTable(
  values: readonly (readonly (readonly number[])[])[],
  better: 'lower' | 'higher',
): RegretTable {
  const [winters, count] = [values[0]?.length ?? 0, values[0]?.[0]?.length ?? 0];
  for (const plan of values) {
    for (const winter of plan) {
      if (plan.length !== winters || winter.length !== count || count === 0) {
        throw new RangeError(`Plans of ${winters} winters and ${count} replications are wanted.`);
      }
    }
  }
  const sign = better === 'lower' ? 1 : -1;
  const means = values.map((plan) => plan.map(meanOf));
  const bestOf = Array.from({ length: winters }, (_, w) => {
    const column = means.map((plan) => sign * plan[w]);
    return column.indexOf(Math.min(...column));
  });
  const cells = values.map((plan, p) =>
    plan.map((winter, w) => {
      const best = values[bestOf[w]][w];
      const apart = Float64Array.from(winter, (value, k) => sign * (value - best[k]));
      const { low95, high95 } = interval(apart);
      const isBest = p === bestOf[w];
      return {
        mean: means[p][w],
        regret: isBest ? 0 : sign * (means[p][w] - means[bestOf[w]][w]),
        low95: isBest ? null : low95,
        high95: isBest ? null : high95,
      };
    }),
  );
  const worst = cells.map((row) => Math.max(...row.map(({ regret }) => regret)));
  return { cells, worst, chosen: worst.indexOf(Math.min(...worst)) };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}
