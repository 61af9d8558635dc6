// sim/engine/draws.ts: one draw is a keyed hash of (seed, replication, subject key, tag).
//
// Threefry-2x32 with 13 rounds (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy
// as 1, 2, 3", SC11, 2011): a block cipher whose key is (seed, replication) and whose counter is
// (subject key, tag). It is a bijection of its counter, so two draws of a replication never meet,
// and a draw does not depend on how many were made before: common random numbers by construction.

import type { Seed } from './seed.js';

const PARITY = 0x1bd11bda; // of the Threefish key schedule
const REPLICATION_TAG = 0x52455031;

/** Bits of a tag: | stream 12 | attempt 12 | purpose 8 |; the low bit of the purpose is the lane. */
export const PURPOSES_MAX = 256;
export const ATTEMPTS_MAX = 4096;
export const STREAMS_MAX = 4096;

/** Tag of a draw: which stream the subject comes from, what for, and which try. */
export function tagOf(stream: number, purpose: number, attempt = 0): number {
  return (stream << 20) | ((attempt & (ATTEMPTS_MAX - 1)) << 8) | purpose;
}

/** A 32-bit draw as a number in (0, 1). */
export function toUnit(bits: number): number {
  return ((bits >>> 0) + 0.5) * 2 ** -32;
}

/** All draws of one replication. Nothing is consumed: equal keys give equal draws. */
export class Draws {
  /** Second half of the block that `block` computed last. */
  other = 0;
  private k0 = 0;
  private k1 = 0;
  private k2 = 0;

  constructor(seed: Seed, replication: number) {
    this.key(seed[0], seed[1]);
    const first = this.block(replication, REPLICATION_TAG);
    this.key(first, this.other);
  }

  /** 32 random bits (a signed integer) for one subject and tag. */
  bits(key: number, tag: number): number {
    const first = this.block(key, tag & ~1);
    return tag & 1 ? this.other : first;
  }

  /** A uniform number in (0, 1). */
  unit(key: number, tag: number): number {
    return toUnit(this.bits(key, tag));
  }

  /** True with the given probability. */
  chance(key: number, tag: number, probability: number): boolean {
    return this.unit(key, tag) < probability;
  }

  /**
   * Both draws of a pair of purposes at the cost of one: returns that of the even tag, and leaves
   * that of the odd tag (tag + 1) in `other`.
   */
  block(key: number, tag: number): number {
    const k0 = this.k0;
    const k1 = this.k1;
    const k2 = this.k2;
    let x = (key + k0) | 0;
    let y = (tag + k1) | 0;
    x = (x + y) | 0;
    y = ((y << 13) | (y >>> 19)) ^ x;
    x = (x + y) | 0;
    y = ((y << 15) | (y >>> 17)) ^ x;
    x = (x + y) | 0;
    y = ((y << 26) | (y >>> 6)) ^ x;
    x = (x + y) | 0;
    y = ((y << 6) | (y >>> 26)) ^ x;
    x = (x + k1) | 0;
    y = (y + k2 + 1) | 0;
    x = (x + y) | 0;
    y = ((y << 17) | (y >>> 15)) ^ x;
    x = (x + y) | 0;
    y = ((y << 29) | (y >>> 3)) ^ x;
    x = (x + y) | 0;
    y = ((y << 16) | (y >>> 16)) ^ x;
    x = (x + y) | 0;
    y = ((y << 24) | (y >>> 8)) ^ x;
    x = (x + k2) | 0;
    y = (y + k0 + 2) | 0;
    x = (x + y) | 0;
    y = ((y << 13) | (y >>> 19)) ^ x;
    x = (x + y) | 0;
    y = ((y << 15) | (y >>> 17)) ^ x;
    x = (x + y) | 0;
    y = ((y << 26) | (y >>> 6)) ^ x;
    x = (x + y) | 0;
    y = ((y << 6) | (y >>> 26)) ^ x;
    x = (x + k0) | 0;
    y = (y + k1 + 3) | 0;
    x = (x + y) | 0;
    y = ((y << 17) | (y >>> 15)) ^ x;
    this.other = y;
    return x;
  }

  private key(k0: number, k1: number): void {
    this.k0 = k0 | 0;
    this.k1 = k1 | 0;
    this.k2 = k0 ^ k1 ^ PARITY;
  }
}
