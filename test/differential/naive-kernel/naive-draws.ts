// test/differential/naive-kernel/naive-draws.ts: Threefry-2x32 with 13 rounds from its definition.
//
// Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC11, 2011). Key
// words are added before the first round and after every fourth; the third key word is the parity
// of the two and a constant.

import type { Draws } from '../../../sim/engine/draws.js';
import type { Seed } from '../../../sim/engine/seed.js';
import type { Public } from './event.js';

const ROUNDS = 13;
const ROTATIONS = [13, 15, 26, 6, 17, 29, 16, 24];
const PARITY = 0x1bd11bda;
const REPLICATION_TAG = 0x52455031; // "REP1"

function encipher(key: Seed, counter: readonly [number, number]): [number, number] {
  const keys = [key[0], key[1], key[0] ^ key[1] ^ PARITY];
  let x = (counter[0] + keys[0]) | 0;
  let y = (counter[1] + keys[1]) | 0;
  for (let round = 0; round < ROUNDS; round++) {
    const by = ROTATIONS[round % 8];
    x = (x + y) | 0;
    y = ((y << by) | (y >>> (32 - by))) ^ x;
    if (round % 4 === 3) {
      const step = (round + 1) / 4;
      x = (x + keys[step % 3]) | 0;
      y = (y + keys[(step + 1) % 3] + step) | 0;
    }
  }
  return [x, y];
}

/** Draws of one replication: purposes 2k and 2k + 1 are the two words of one block. */
export class NaiveDraws implements Public<Draws> {
  other = 0;
  private readonly key: Seed;

  constructor(seed: Seed, replication: number) {
    this.key = encipher(seed, [replication, REPLICATION_TAG]);
  }

  bits(key: number, tag: number): number {
    const odd = tag % 2 !== 0;
    const first = this.block(key, odd ? tag - 1 : tag);
    return odd ? this.other : first;
  }

  unit(key: number, tag: number): number {
    const bits = this.bits(key, tag);
    return ((bits < 0 ? bits + 2 ** 32 : bits) + 0.5) / 2 ** 32;
  }

  chance(key: number, tag: number, probability: number): boolean {
    return this.unit(key, tag) < probability;
  }

  block(key: number, tag: number): number {
    const [first, second] = encipher(this.key, [key, tag]);
    this.other = second;
    return first;
  }
}
