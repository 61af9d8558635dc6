// test/theory/markov-queues.test.ts: V1-V5 and V15: Poisson arrivals, exponential services.

import { describe, expect, it } from 'vitest';
import type { Distribution } from '../../sim/engine/distributions.js';
import { BATCHES, expectPrinted, expectTheory, once } from './expect-theory.js';
import type { Figures } from './figures.js';
import { erlangA, mmc } from './formulas.js';
import { type Station, simulate } from './queueing.js';

const exponential = (mean: number): Distribution => ({ distribution: 'exponential', mean });

/** An M/M/c station. */
function station(lambda: number, mu: number, servers: number): Station {
  return { servers, streams: [{ rate: lambda, service: exponential(1 / mu) }] };
}

/** A run of about so many arrivals. */
function runOf(of: Station, arrivals: number, limits: readonly number[]): () => Figures {
  const batchTime = arrivals / of.streams[0].rate / BATCHES;
  return once(() =>
    simulate(of, { batches: BATCHES, batchTime, warmUpTime: batchTime / 4, limits }),
  );
}

describe('V1: one server, 0.8 arrivals a service', () => {
  const theory = mmc(0.8, 1, 1);
  const run = runOf(station(0.8, 1, 1), 900_000, [5]);

  it('has theory as printed: L 4, Lq 3.2, Wq 4, P(W > 5) 0.367879', () => {
    expectPrinted(theory.inSystem, '4');
    expectPrinted(theory.waiting, '3.2');
    expectPrinted(theory.wait, '4');
    expectPrinted(Math.exp(-(1 - 0.8) * 5), '.367879');
  });

  it('has 4 in the system', () => expectTheory(run().inSystem, 4, 0.03 * 4));
  it('has 3.2 waiting', () => expectTheory(run().waiting, 3.2, 0.03 * 3.2));
  it('makes them wait 4 services', () => expectTheory(run().wait, 4, 0.03 * 4));
  it('keeps e⁻¹ of them longer than 5 services', () => {
    expectTheory(run().timeOverShare, Math.exp(-1), 0.03 * Math.exp(-1));
  });
  it('is busy for 0.8 of the time', () => expectTheory(run().utilisation, 0.8, 0.03 * 0.8));
});

describe('V2: three servers, load 2', () => {
  const theory = mmc(2, 1, 3);
  const run = runOf(station(2, 1, 3), 1_600_000, [1]);

  it('has theory as printed: C .444444, Lq .888889, Wq .444444, P(Wq > 1) .163502', () => {
    expectPrinted(theory.waitedShare, '.444444');
    expectPrinted(theory.waiting, '.888889');
    expectPrinted(theory.wait, '.444444');
    expectPrinted(theory.waitOver(1), '.163502');
  });

  it('makes four in nine wait', () => expectTheory(run().waitedShare, 4 / 9, 0.02 * (4 / 9)));
  it('has 8/9 waiting', () => expectTheory(run().waiting, theory.waiting, 0.02 * theory.waiting));
  it('makes them wait 4/9 of a service', () => {
    expectTheory(run().wait, theory.wait, 0.02 * theory.wait);
  });
  it('makes 16 in a hundred wait longer than a service', () => {
    expectTheory(run().waitOverShare[0], theory.waitOver(1), 0.02 * theory.waitOver(1));
  });
});

describe('V3: five servers, 10 arrivals an hour, services of 24 minutes', () => {
  const theory = mmc(10, 2.5, 5);
  const run = runOf(station(10, 2.5, 5), 3_600_000, []);

  it('has theory as printed: C .554113, Wq .221645, L 6.216450', () => {
    expectPrinted(theory.waitedShare, '.554113');
    expectPrinted(theory.wait, '.221645');
    expectPrinted(theory.inSystem, '6.216450');
  });

  it('makes 55 in a hundred wait', () => {
    expectTheory(run().waitedShare, theory.waitedShare, 0.02 * theory.waitedShare);
  });
  it('makes them wait 13 minutes', () => expectTheory(run().wait, theory.wait, 0.02 * theory.wait));
  it('has 6.2 in the system', () => {
    expectTheory(run().inSystem, theory.inSystem, 0.02 * theory.inSystem);
  });
});

describe('V4: ten servers at 95 %', () => {
  const theory = mmc(9.5, 1, 10);
  const run = runOf(station(9.5, 1, 10), 5_400_000, []);

  it('has theory as printed: C .825586, Lq 15.686126, Wq 1.651171', () => {
    expectPrinted(theory.waitedShare, '.825586');
    expectPrinted(theory.waiting, '15.686126');
    expectPrinted(theory.wait, '1.651171');
  });

  it('makes 83 in a hundred wait', () => {
    expectTheory(run().waitedShare, theory.waitedShare, 0.05 * theory.waitedShare);
  });
  it('has 15.7 waiting', () => expectTheory(run().waiting, theory.waiting, 0.05 * theory.waiting));
  it('makes them wait 1.65 services', () => {
    expectTheory(run().wait, theory.wait, 0.05 * theory.wait);
  });
});

describe('V5: a department of 17 spaces, 85 a day for 4 hours, arrivals hour by hour', () => {
  const theory = mmc(85 / 24, 1 / 4, 17);
  const hours = 32_000;
  const run = once(() => {
    const department = { ...station(85 / 1440, 1 / 240, 17), hourly: true };
    return Array.from({ length: BATCHES }, (_, replication) =>
      simulate(department, {
        batches: 1,
        batchTime: (hours - 400) * 60,
        warmUpTime: 300 * 60,
        limits: [60],
        replication,
      }),
    );
  });
  const each = (figure: (of: Figures) => number[]) => run().map((of) => figure(of)[0]);

  it('has theory as printed: ρ .833333, C .373904, Wq .527865 h, P(Wq > 1 h) .184135', () => {
    expectPrinted(85 / 24 / (17 / 4), '.833333');
    expectPrinted(theory.waitedShare, '.373904');
    expectPrinted(theory.wait, '.527865');
    expectPrinted(theory.waitOver(1), '.184135');
    expectPrinted(theory.inSystem, '16.036189');
  });

  it('uses five spaces in six', () => {
    expectTheory(
      each(({ utilisation }) => utilisation),
      5 / 6,
      0.03 * (5 / 6),
    );
  });
  it('makes 37 in a hundred wait', () => {
    const share = theory.waitedShare;
    expectTheory(
      each(({ waitedShare }) => waitedShare),
      share,
      0.03 * share,
    );
  });
  it('makes them wait 32 minutes', () => {
    const minutes = 60 * theory.wait;
    expectTheory(
      each(({ wait }) => wait),
      minutes,
      0.03 * minutes,
    );
  });
  it('makes 18 in a hundred wait over an hour', () => {
    const share = theory.waitOver(1);
    expectTheory(
      each(({ waitOverShare }) => waitOverShare[0]),
      share,
      0.03 * share,
    );
  });
  it('has 16 patients in it', () => {
    expectTheory(
      each(({ inSystem }) => inSystem),
      theory.inSystem,
      0.03 * theory.inSystem,
    );
  });
});

describe('V15: 500 beds, 85 a day for 6 days, who waits leaves after a day on average', () => {
  const theory = erlangA(85, 1 / 6, 500, 1);
  const run = runOf({ ...station(85, 1 / 6, 500), patience: exponential(1) }, 4_800_000, []);

  it('has theory as printed: P(wait) .405781, Lq 3.153561, P(abandon) .037101', () => {
    expectPrinted(theory.waitedShare, '.405781');
    expectPrinted(theory.waiting, '3.153561');
    expectPrinted(theory.abandonedShare, '.037101');
    expectPrinted(theory.utilisation, '.982157');
  });

  it('makes 41 in a hundred wait', () => {
    expectTheory(run().waitedShare, theory.waitedShare, 0.03 * theory.waitedShare);
  });
  it('has 3.2 waiting', () => expectTheory(run().waiting, theory.waiting, 0.03 * theory.waiting));
  it('loses 3.7 in a hundred', () => {
    expectTheory(run().abandonedShare, theory.abandonedShare, 0.03 * theory.abandonedShare);
  });
  it('uses 98.2 % of its beds', () => {
    expectTheory(run().utilisation, theory.utilisation, 0.03 * theory.utilisation);
  });
  it('serves or loses everybody who came', () => {
    const { busy, abandonedShare } = run();
    busy.forEach((beds, i) => {
      expect(Math.abs(beds / 6 / 85 + abandonedShare[i] - 1)).toBeLessThan(0.05);
    });
  });
});
