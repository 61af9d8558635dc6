// sim/engine/seed.ts: a seed phrase becomes the two integers that key every draw.

import xor4096 from 'seedrandom/lib/xor4096.js';

/** Two 32-bit integers. */
export type Seed = readonly [number, number];

/** The seed of a phrase; every phrase, the empty one too, has its own. */
export function seedOf(phrase: string): Seed {
  const random = xor4096(`winterflow:${phrase}`);
  return [random.int32(), random.int32()];
}
