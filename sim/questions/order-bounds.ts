// sim/questions/order-bounds.ts: how many winters of n must meet a target that holds in a share of them.

/** Bounds for a count of winters. */
export interface OrderBounds {
  /** With fewer, the target does not hold in the share, at the confidence. */
  least: number;
  /** With as many, it surely does; more than n when n is too few ever to be sure. */
  surely: number;
}

/**
 * Exact bounds from the binomial distribution (those of order statistics: each winter has a least
 * change with which it meets the target, and the answer is a quantile of these).
 */
export function orderBounds(n: number, chance: number, confidence: number): OrderBounds {
  const tail = (1 - confidence) / 2;
  const cumulative = binomialCumulative(n, chance); // P(B <= k)
  // The quantile lies below the l-th of the ordered winters with chance P(B < l) ... at most the tail.
  let least = 0;
  while (least < n && cumulative[least] <= tail) least++;
  // ... and above the u-th with chance P(B >= u).
  let surely = n + 1;
  while (surely > 1 && 1 - cumulative[surely - 2] <= tail) surely--;
  return { least, surely };
}

function binomialCumulative(n: number, p: number): number[] {
  const cumulative: number[] = [];
  let logChoose = 0;
  let total = 0;
  for (let k = 0; k <= n; k++) {
    if (k > 0) logChoose += Math.log(n - k + 1) - Math.log(k);
    total += Math.exp(logChoose + k * Math.log(p) + (n - k) * Math.log(1 - p));
    cumulative.push(Math.min(1, total));
  }
  return cumulative;
}
