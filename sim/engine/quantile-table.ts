// sim/engine/quantile-table.ts: a distribution as a table from 32 random bits to a value.
//
// A duration costs one draw and one interpolation, and rises with its draw. Cells halve in width
// towards both ends (64 to an octave of probability), so that tails keep their shape down to one
// draw in 2^32: the table of a lognormal of cv 3 has its mean within 1e-4.

const CELL_BITS = 6;
const CELLS = 1 << CELL_BITS;
const OCTAVES = 31 - CELL_BITS; // octaves of cells on each side of the median
const SIDE = OCTAVES * CELLS + CELLS; // last node of a side: the median
const STRIDE = SIDE + 1;
const LOWEST_OCTAVE = 2 * CELLS - 1; // draws up to here are in octave 0

/** 2^-octave, to scale a draw into its octave. */
const SHRINK = Float64Array.from({ length: 32 }, (_, octave) => 2 ** -octave);

/** Values at the cell ends: draws below the median first, then those above, from the far end. */
export type QuantileTable = Float64Array;

/** Tabulates a quantile function: `quantile(p)` for p in (0, 1), not falling. */
export function tabulate(quantile: (p: number) => number): QuantileTable {
  const table = new Float64Array(2 * STRIDE);
  for (let node = 0; node <= SIDE; node++) {
    const p = Math.max(nodeDraw(node), 0.25) * 2 ** -32;
    table[node] = quantile(p);
    table[STRIDE + node] = quantile(1 - p);
  }
  return table;
}

/** The value of a draw of 32 bits. */
export function quantileOf(table: QuantileTable, bits: number): number {
  const side = bits >> 31; // 0 below the median, -1 above it
  const draw = bits ^ side;
  const octave = 32 - CELL_BITS - 1 - Math.clz32(draw | LOWEST_OCTAVE);
  const position = (draw + 0.5) * SHRINK[octave];
  const cell = position | 0;
  const node = (octave << CELL_BITS) + cell + (side & STRIDE);
  const low = table[node];
  return low + (table[node + 1] - low) * (position - cell);
}

/** Mean of the tabulated distribution, exact for the interpolated values. */
export function tableMean(table: QuantileTable): number {
  let sum = 0;
  for (let node = 0; node < SIDE; node++) {
    const width = nodeDraw(node + 1) - nodeDraw(node);
    sum += (width * (table[node] + table[node + 1])) / 2;
    sum += (width * (table[STRIDE + node] + table[STRIDE + node + 1])) / 2;
  }
  return sum * 2 ** -32;
}

/** Draws (of 2^31) below a node. */
function nodeDraw(node: number): number {
  const octave = Math.max((node >> CELL_BITS) - 1, 0);
  return (node - (octave << CELL_BITS)) * 2 ** octave;
}

/**
 * The length-biased distribution of a table: what is found when looking at a random moment. Its
 * density is x f(x) / E[X], so its mean is E[X²] / E[X].
 */
export function lengthBiased(table: QuantileTable): QuantileTable {
  const total = tableMean(table) * 2 ** 32;
  if (total === 0) return table;
  // Values in rising order, and the share of all length at or below each.
  const values = new Float64Array(2 * SIDE + 1);
  const passed = new Float64Array(2 * SIDE + 1);
  for (let node = 0; node <= SIDE; node++) {
    values[node] = table[node];
    values[2 * SIDE - node] = table[STRIDE + node];
  }
  for (let i = 1; i < values.length; i++) {
    const node = i <= SIDE ? i - 1 : 2 * SIDE - i;
    const width = nodeDraw(node + 1) - nodeDraw(node);
    passed[i] = passed[i - 1] + (width * (values[i - 1] + values[i])) / 2 / total;
  }
  return tabulate((p) => {
    const at = findRising(passed, p);
    // Over 1 where rounding leaves the last share a little below p.
    const part = Math.min(1, (p - passed[at - 1]) / (passed[at] - passed[at - 1]));
    return values[at - 1] + (values[at] - values[at - 1]) * part;
  });
}

/** First index from 1 whose value reaches p, or the last (bisection). */
function findRising(values: Float64Array, p: number): number {
  let from = 1;
  let to = values.length - 1;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (values[middle] < p) from = middle + 1;
    else to = middle;
  }
  return from;
}
