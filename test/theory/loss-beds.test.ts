// test/theory/loss-beds.test.ts: V8, V9 and V16: who finds no free bed goes elsewhere.

import { describe, expect, it } from 'vitest';
import type { Distribution } from '../../sim/engine/distributions.js';
import { BATCHES, expectPrinted, expectTheory, meanOf, once } from './expect-theory.js';
import type { Figures } from './figures.js';
import { erlangB } from './formulas.js';
import { simulate } from './queueing.js';

const EXPONENTIAL: Distribution = { distribution: 'exponential', mean: 1 };

/** Beds offered `load` (arrivals a mean stay), over so many mean stays. */
function runOf(load: number, beds: number, stays: number, service = EXPONENTIAL): () => Figures {
  const batchTime = stays / BATCHES;
  const station = { servers: beds, streams: [{ rate: load, service }], loses: true };
  return once(() => simulate(station, { batches: BATCHES, batchTime, warmUpTime: 20 }));
}

const STAYS: readonly (readonly [string, Distribution])[] = [
  ['exponential', EXPONENTIAL],
  ['all alike', { distribution: 'fixed', value: 1 }],
  ['lognormal of cv 1.6', { distribution: 'lognormal', mean: 1, cv: 1.6 }],
];

describe.each(STAYS)('V8: 110 beds, load 100, stays %s', (_, service) => {
  const lost = erlangB(100, 110);
  const run = runOf(100, 110, 16_000, service);

  it('has theory as printed, whatever the stays: B .02746345, carried 97.2537', () => {
    expectPrinted(lost, '.02746345');
    expectPrinted(100 * (1 - lost), '97.2537');
    expectPrinted((100 * (1 - lost)) / 110, '.884124');
  });

  it('turns 2.7 in a hundred away', () => expectTheory(run().lostShare, lost, 0.001));
  it('uses 88.4 % of its beds', () => {
    expectTheory(run().utilisation, (100 * (1 - lost)) / 110, 0.001);
  });
});

describe.each([
  [170, 200, '.00233178', '.848018', 63_000],
  [180, 200, '.01032500', '.890708', 18_000],
  [190, 200, '.02796816', '.923430', 7_000],
  [504, 560, '8.43175e-4', '', 96_000],
  [532, 560, '.00916908', '.941289', 12_000],
])('V9: load %i on %i beds', (load, beds, printed, printedShare, stays) => {
  const lost = erlangB(load, beds);
  const share = (load * (1 - lost)) / beds;
  const run = runOf(load, beds, stays);

  it(`has theory as printed: B ${printed}`, () => {
    expectPrinted(lost, printed);
    if (printedShare !== '') expectPrinted(share, printedShare);
  });

  it('turns away as many as Erlang says', () => expectTheory(run().lostShare, lost, 0.05 * lost));
  it('uses as many of its beds', () => expectTheory(run().utilisation, share, 0.05 * share));
});

describe('V16: two wards of 14 beds, load 12 each, or one of 28', () => {
  const apart = erlangB(12, 14);
  const together = erlangB(24, 28);
  const runApart = runOf(12, 14, 15_000);
  const runTogether = runOf(24, 28, 20_000);

  it('has theory as printed: loss .117210 each, .066612 together', () => {
    expectPrinted(apart, '.117210');
    expectPrinted(together, '.066612');
  });

  it('turns away 11.7 in a hundred apart', () => {
    expectTheory(runApart().lostShare, apart, 0.03 * apart);
  });
  it('turns away 6.7 in a hundred together', () => {
    expectTheory(runTogether().lostShare, together, 0.03 * together);
  });
  it('turns away fewer together, clearly', () => {
    const [two, one] = [meanOf(runApart().lostShare), meanOf(runTogether().lostShare)];
    expect(one.mean + one.half).toBeLessThan(two.mean - two.half);
  });
});
