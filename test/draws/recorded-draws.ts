// test/draws/recorded-draws.ts: draws that remember which of them were looked at, and how often.

import { Draws } from '../../sim/engine/draws.js';
import type { Seed } from '../../sim/engine/seed.js';

const TAGS_MAX = 2 ** 20; // different ones in a run

/** Draws that count how often each (key, tag) is looked at, halves of a block apart. */
export class RecordedDraws extends Draws {
  private readonly looks = new Map<number, number>();
  private readonly tagNumbers = new Map<number, number>();
  private lastKey = 0;
  private lastTag = 0;
  private inBits = false;

  constructor(seed: Seed, replication: number) {
    super(seed, replication);
    let half = 0;
    Object.defineProperty(this, 'other', {
      get: () => {
        if (!this.inBits) this.look(this.lastKey, this.lastTag + 1);
        return half;
      },
      set: (value: number) => {
        half = value;
      },
    });
  }

  override bits(key: number, tag: number): number {
    this.look(key, tag);
    this.inBits = true;
    const bits = super.bits(key, tag);
    this.inBits = false;
    return bits;
  }

  override block(key: number, tag: number): number {
    if (!this.inBits && this.looks !== undefined) {
      this.lastKey = key;
      this.lastTag = tag;
      this.look(key, tag);
    }
    return super.block(key, tag);
  }

  /** Draws looked at, and those of them looked at more than once, by the number of their tag. */
  counted(): { draws: number; again: Map<number, number> } {
    const tags = [...this.tagNumbers.keys()];
    const again = new Map<number, number>();
    for (const [place, times] of this.looks) {
      const tag = tags[place % TAGS_MAX];
      if (times > 1) again.set(tag, (again.get(tag) ?? 0) + 1);
    }
    return { draws: this.looks.size, again };
  }

  private look(key: number, tag: number): void {
    let number = this.tagNumbers.get(tag);
    if (number === undefined) {
      number = this.tagNumbers.size;
      this.tagNumbers.set(tag, number);
    }
    const place = key * TAGS_MAX + number;
    this.looks.set(place, (this.looks.get(place) ?? 0) + 1);
  }
}
