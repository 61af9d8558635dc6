// sim/questions/designs.ts: which points of a space of factors to simulate: a grid, or a Latin hypercube.

import { Draws, tagOf, toUnit } from '../engine/draws.js';
import { seedOf } from '../engine/seed.js';

const PLACE = 4; // purposes of draws: where in its stratum a point lies,
const ORDER = 6; // and in which order strata are taken

/** Values from one end to the other, both included. */
export function steps(from: number, to: number, count: number): number[] {
  if (count === 1) return [from];
  return Array.from({ length: count }, (_, i) =>
    Number((from + ((to - from) * i) / (count - 1)).toPrecision(12)),
  );
}

/** All combinations; the last factor varies fastest. */
export function grid(values: readonly (readonly number[])[]): number[][] {
  return values.reduce<number[][]>(
    (points, of) => points.flatMap((point) => of.map((value) => [...point, value])),
    [[]],
  );
}

/**
 * A Latin hypercube: each factor has one point in each of n equal parts of its range, in an order of its
 * own (McKay, Beckman and Conover, Technometrics 21, 1979). Shares of the ranges, 0 to 1.
 */
export function latinHypercube(points: number, factors: number, seed: string): number[][] {
  const draws = new Draws(seedOf(`latin hypercube ${seed}`), 0);
  const columns = Array.from({ length: factors }, (_, factor) => {
    const order = Array.from({ length: points }, (_, i) => i);
    for (let i = points - 1; i > 0; i--) {
      const j = Math.floor(toUnit(draws.bits(i, tagOf(factor, ORDER))) * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    return order.map((part, i) => {
      return (part + toUnit(draws.bits(i, tagOf(factor, PLACE)))) / points;
    });
  });
  return Array.from({ length: points }, (_, i) => columns.map((column) => column[i]));
}
