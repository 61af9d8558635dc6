// test/theory/single-server.test.ts: V6 and V7: one server, any service, and priorities.

import { describe, it } from 'vitest';
import type { Distribution } from '../../sim/engine/distributions.js';
import { BATCHES, expectPrinted, expectTheory, once } from './expect-theory.js';
import { mg1Wait, priorityWaits } from './formulas.js';
import { simulate } from './queueing.js';

const SERVICES: readonly (readonly [string, Distribution, number, string, number])[] = [
  ['all alike', { distribution: 'fixed', value: 1 }, 0, '2.00', 600_000],
  ['exponential', { distribution: 'exponential', mean: 1 }, 1, '4.00', 700_000],
  ['lognormal of cv 1.6', { distribution: 'lognormal', mean: 1, cv: 1.6 }, 1.6, '7.12', 6_000_000],
];

describe.each(SERVICES)(
  'V6: one server, 0.8 arrivals a service, services %s',
  (_, service, cv, printed, arrivals) => {
    const target = mg1Wait(0.8, 1, cv);
    const run = once(() => {
      const batchTime = arrivals / 0.8 / BATCHES;
      const station = { servers: 1, streams: [{ rate: 0.8, service }] };
      return simulate(station, { batches: BATCHES, batchTime, warmUpTime: batchTime / 4 });
    });

    it(`has theory as printed: Wq ${printed}`, () => expectPrinted(target, printed));
    it('makes customers wait as Pollaczek and Khinchine say', () => {
      expectTheory(run().wait, target, 0.05 * target);
    });
    it('has as many waiting as Little says', () => {
      expectTheory(run().waiting, 0.8 * target, 0.05 * 0.8 * target);
    });
  },
);

describe('V7: one server, 0.3 urgent and 0.5 other arrivals a service, urgent ones first', () => {
  const classes = [0.3, 0.5].map((lambda) => ({ lambda, mean: 1, cv: 1 }));
  const [urgent, other] = priorityWaits(classes);
  const run = once(() => {
    const batchTime = 1_600_000 / 0.8 / BATCHES;
    const service: Distribution = { distribution: 'exponential', mean: 1 };
    const streams = classes.map(({ lambda }) => ({ rate: lambda, service }));
    const plan = { batches: BATCHES, batchTime, warmUpTime: batchTime / 4 };
    return simulate({ servers: 1, streams }, plan);
  });

  it('has theory as printed: 1.142857 and 5.714286, weighted mean 4.000', () => {
    expectPrinted(urgent, '1.142857');
    expectPrinted(other, '5.714286');
    expectPrinted((0.3 * urgent + 0.5 * other) / 0.8, '4.000');
  });

  it('makes urgent ones wait 1.14 services', () => {
    expectTheory(run().waitOf[0], urgent, 0.04 * urgent);
  });
  it('makes the others wait 5.71 services', () => {
    expectTheory(run().waitOf[1], other, 0.04 * other);
  });
  it('moves waiting from one to the other and makes none: the mean is that of one line', () => {
    expectTheory(run().wait, 4, 0.04 * 4);
  });
});
