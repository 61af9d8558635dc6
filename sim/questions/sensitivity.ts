// sim/questions/sensitivity.ts: what drives an outcome: rank correlations and shares of its variance.

/** Estimates for one factor; shares are of the outcome's whole variance, run noise included. */
export interface VarianceShare {
  /** By the factor alone. */
  first: number;
  /** With all that it does together with others. */
  total: number;
}

/**
 * Spearman's rank correlation; ties share their mean rank.
 * @returns NaN when one of the two does not vary
 */
export function rankCorrelation(x: readonly number[], y: readonly number[]): number {
  const [a, b] = [ranks(x), ranks(y)];
  const [meanA, meanB] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  a.forEach((rank, i) => {
    ab += (rank - meanA) * (b[i] - meanB);
    aa += (rank - meanA) ** 2;
    bb += (b[i] - meanB) ** 2;
  });
  return ab / Math.sqrt(aa * bb);
}

/**
 * Shares of variance by pairs of samples (Saltelli and others, Computer Physics Communications 181,
 * 2010; Jansen 1999): sample A, sample B, and for each factor A with that factor's column of B.
 * @param a outcomes of sample A
 * @param b outcomes of sample B
 * @param mixed for each factor, outcomes of A with its column of B
 */
export function varianceShares(
  a: readonly number[],
  b: readonly number[],
  mixed: readonly (readonly number[])[],
): VarianceShare[] {
  const both = [...a, ...b];
  const centre = mean(both);
  const variance = mean(both.map((value) => (value - centre) ** 2));
  return mixed.map((of) => {
    const first = variance - mean(of.map((value, j) => (b[j] - value) ** 2)) / 2;
    const total = mean(of.map((value, j) => (a[j] - value) ** 2)) / 2;
    return { first: first / variance, total: total / variance };
  });
}

function ranks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((i, j) => values[i] - values[j]);
  const of = new Array<number>(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1]] === values[order[from]]) to++;
    for (let i = from; i <= to; i++) of[order[i]] = (from + to) / 2;
    from = to + 1;
  }
  return of;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
