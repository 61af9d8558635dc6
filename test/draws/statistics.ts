// test/draws/statistics.ts: tests of uniform 32-bit words, each giving the chance of a result at
// least as odd as the one found, were the words even and independent.

import { gammaCdf } from '../../sim/engine/special.js';

/** A test of words: a p-value. */
export type WordTest = (words: Int32Array) => number;

/** The tests, in the order of what they look at: one word, then pairs, triples and the whole. */
export const WORD_TESTS: Readonly<Record<string, WordTest>> = {
  /** χ² of the 4,096 cells of the highest bits. */
  'high bits': (words) => chiSquareEven(cells(words, 4096, (word) => word >>> 20)),
  /** χ² of the 4,096 cells of the lowest bits. */
  'low bits': (words) => chiSquareEven(cells(words, 4096, (word) => word & 4095)),
  /** Kolmogorov-Smirnov: the distribution function of the words against the diagonal. */
  'distribution function': kolmogorovSmirnov,
  /** Serial: χ² of pairs of neighbours that do not overlap, 64 x 64 cells. */
  'serial pairs': (words) => chiSquareEven(tuples(words, 2, 6)),
  /** Serial: the same of triples, 16 x 16 x 16 cells, of their low bits. */
  'serial triples': (words) => chiSquareEven(tuples(words, 3, 4)),
  /** Neighbours are not alike: the bits of word XOR next, counted. */
  'bits that change': bitsThatChange,
  /** Correlation of neighbours. */
  'serial correlation': serialCorrelation,
  /** Marsaglia's birthday spacings: as many equal gaps as chance gives, neither more nor fewer. */
  'birthday spacings': birthdaySpacings,
  /** Words met twice: as many as chance gives. */
  collisions,
};

/** Chance that χ² with these degrees of freedom is larger. */
export function chiSquareAbove(value: number, degrees: number): number {
  return 1 - gammaCdf(value / degrees, degrees / 2);
}

/** Two-sided chance of a count whose distribution is Poisson. */
export function poissonTwoSided(count: number, mean: number): number {
  // P(N <= n) = 1 - P(gamma of shape n + 1 <= mean).
  const atMost = (n: number) => (n < 0 ? 0 : 1 - gammaCdf(mean / (n + 1), n + 1));
  return Math.min(1, 2 * Math.min(atMost(count), 1 - atMost(count - 1)));
}

/** Two-sided chance of a standard normal value. */
export function normalTwoSided(z: number): number {
  return chiSquareAbove(z * z, 1);
}

/** χ² of cells that should all hold as many. */
export function chiSquareEven(counts: Int32Array): number {
  const expected = counts.reduce((a, b) => a + b, 0) / counts.length;
  let square = 0;
  for (let i = 0; i < counts.length; i++) square += (counts[i] - expected) ** 2 / expected;
  return chiSquareAbove(square, counts.length - 1);
}

function cells(words: Int32Array, count: number, cellOf: (word: number) => number): Int32Array {
  const counts = new Int32Array(count);
  for (let i = 0; i < words.length; i++) counts[cellOf(words[i])]++;
  return counts;
}

/** Cells of tuples of neighbours by their highest bits (pairs) or lowest bits (triples). */
function tuples(words: Int32Array, length: number, bits: number): Int32Array {
  const counts = new Int32Array(1 << (length * bits));
  for (let i = 0; i + length <= words.length; i += length) {
    let cell = 0;
    for (let j = i; j < i + length; j++) {
      cell <<= bits;
      cell |= length === 2 ? words[j] >>> (32 - bits) : words[j] & (2 ** bits - 1);
    }
    counts[cell]++;
  }
  return counts;
}

/** By the limit distribution, with the correction of Stephens (1970) for the sample size. */
export function kolmogorovSmirnov(words: Int32Array): number {
  const sorted = new Uint32Array(words.slice().buffer).sort();
  const n = sorted.length;
  let distance = 0;
  for (let i = 0; i < n; i++) {
    const p = (sorted[i] + 0.5) * 2 ** -32;
    distance = Math.max(distance, p - i / n, (i + 1) / n - p);
  }
  return kolmogorovAbove(distance * (Math.sqrt(n) + 0.12 + 0.11 / Math.sqrt(n)));
}

function kolmogorovAbove(x: number): number {
  let sum = 0;
  for (let k = 1; k <= 100; k++) sum += (k % 2 ? 2 : -2) * Math.exp(-2 * k * k * x * x);
  return x < 0.2 ? 1 : Math.min(1, Math.max(0, sum));
}

function bitsThatChange(words: Int32Array): number {
  let ones = 0;
  let pairs = 0;
  for (let i = 0; i + 1 < words.length; i += 2) {
    let changed = words[i] ^ words[i + 1];
    for (; changed !== 0; changed &= changed - 1) ones++;
    pairs++;
  }
  return normalTwoSided((ones - 16 * pairs) / Math.sqrt(8 * pairs));
}

function serialCorrelation(words: Int32Array): number {
  let sum = 0;
  for (let i = 1; i < words.length; i++) sum += words[i - 1] * words[i] * 2 ** -62;
  // The product of two numbers even on (-1, 1) has variance 1/9.
  return normalTwoSided((sum * 3) / Math.sqrt(words.length - 1));
}

const BIRTHDAYS = 4096;

function birthdaySpacings(words: Int32Array): number {
  let equal = 0;
  let groups = 0;
  for (let from = 0; from + BIRTHDAYS <= words.length; from += BIRTHDAYS) {
    const days = new Uint32Array(words.slice(from, from + BIRTHDAYS).buffer).sort();
    const gaps = new Uint32Array(BIRTHDAYS - 1);
    for (let i = 1; i < BIRTHDAYS; i++) gaps[i - 1] = days[i] - days[i - 1];
    gaps.sort();
    for (let i = 1; i < gaps.length; i++) if (gaps[i] === gaps[i - 1]) equal++;
    groups++;
  }
  // Knuth, The art of computer programming, volume 2, 3.3.2 J: about Poisson of m³ / 4 n.
  return poissonTwoSided(equal, (groups * BIRTHDAYS ** 3) / (4 * 2 ** 32));
}

function collisions(words: Int32Array): number {
  const sorted = words.slice().sort();
  let equal = 0;
  for (let i = 1; i < sorted.length; i++) if (sorted[i] === sorted[i - 1]) equal++;
  return poissonTwoSided(equal, words.length ** 2 / 2 ** 33);
}
