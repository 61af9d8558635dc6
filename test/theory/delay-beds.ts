// test/theory/delay-beds.ts: V10: beds whose patients wait for them, stays of 6 days on average.

import { describe, it } from 'vitest';
import { BATCHES, expectPrinted, expectTheory, once } from './expect-theory.js';
import type { Figures } from './figures.js';
import { mmc } from './formulas.js';
import { simulate } from './queueing.js';

const STAY_HOURS = 144;
const TOLERANCE_SHARE = 0.08;

export interface DelayBeds {
  beds: number;
  occupancyShare: number;
  /** Length of the run in mean stays. */
  stays: number;
  /** Figures that evidence.md prints: C, Wq in hours, P(Wq > hours). */
  printedShare: string;
  printedWait: string;
  printedOver?: readonly (readonly [number, string])[];
}

/** A run of these beds, in hours. */
export function runOf({ beds, occupancyShare, stays, printedOver = [] }: DelayBeds): () => Figures {
  const rate = (occupancyShare * beds) / STAY_HOURS;
  return once(() =>
    simulate(
      { servers: beds, streams: [{ rate, service: { distribution: 'exponential', mean: 144 } }] },
      {
        batches: BATCHES,
        batchTime: (stays * STAY_HOURS) / BATCHES,
        warmUpTime: (stays * STAY_HOURS) / BATCHES / 4,
        limits: printedOver.map(([hours]) => hours),
      },
    ),
  );
}

/** Checks these beds against Erlang's delay formula. */
export function describeBeds(of: DelayBeds): void {
  const { beds, occupancyShare, printedShare, printedWait, printedOver = [] } = of;
  describe(`V10: ${beds} beds at ${occupancyShare * 100} %, who finds none waits`, () => {
    const theory = mmc((occupancyShare * beds) / STAY_HOURS, 1 / STAY_HOURS, beds);
    const run = runOf(of);

    it(`has theory as printed: C ${printedShare}, Wq ${printedWait} h`, () => {
      expectPrinted(theory.waitedShare, printedShare);
      expectPrinted(theory.wait, printedWait);
      for (const [hours, printed] of printedOver) expectPrinted(theory.waitOver(hours), printed);
    });

    it('makes as many wait as Erlang says', () => {
      const share = theory.waitedShare;
      expectTheory(run().waitedShare, share, TOLERANCE_SHARE * share);
    });

    it('makes them wait as long', () => {
      expectTheory(run().wait, theory.wait, TOLERANCE_SHARE * theory.wait);
    });

    it('has as many waiting as Little says', () => {
      expectTheory(run().waiting, theory.waiting, TOLERANCE_SHARE * theory.waiting);
    });

    for (const [i, [hours]] of printedOver.entries()) {
      it(`makes as many wait over ${hours} hours`, () => {
        const share = theory.waitOver(hours);
        expectTheory(run().waitOverShare[i], share, TOLERANCE_SHARE * share);
      });
    }
  });
}
