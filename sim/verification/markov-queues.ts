// sim/verification/markov-queues.ts: V1-V5, V15 and V24: Poisson arrivals, exponential services.

import type { Distribution } from '../engine/distributions.js';
import type { Case, Check } from './check.js';
import { type Delay, erlangA, mmc } from './formulas.js';
import type { Station } from './station.js';
import { stationCase, type Target } from './station-case.js';

const exponential = (mean: number): Distribution => ({ distribution: 'exponential', mean });

/** An M/M/c station. */
function station(lambda: number, mu: number, servers: number): Station {
  return { servers, streams: [{ rate: lambda, service: exponential(1 / mu) }] };
}

/** The usual figures of a delay station. */
function delayTargets(theory: Delay, toleranceShare: number, over: readonly number[]): Target[] {
  const share = (figure: string, expected: number, of: Target['of']): Target => {
    return { figure, expected, toleranceShare, of };
  };
  return [
    share('share that waits', theory.waitedShare, ({ waitedShare }) => waitedShare),
    share('mean wait', theory.wait, ({ wait }) => wait),
    share('mean waiting', theory.waiting, ({ waiting }) => waiting),
    share('mean in the system', theory.inSystem, ({ inSystem }) => inSystem),
    ...over.map((limit, i) =>
      share(
        `share waiting over ${limit}`,
        theory.waitOver(limit),
        ({ waitOverShare }) => waitOverShare[i],
      ),
    ),
  ];
}

interface Queue {
  lambda: number;
  mu: number;
  servers: number;
  toleranceShare: number;
  arrivals: number;
  over?: readonly number[];
  quickBluntness?: number;
}

function queueCase(title: string, of: Queue): Case {
  const { lambda, mu, servers, toleranceShare, arrivals, over = [], quickBluntness } = of;
  return stationCase({
    title,
    station: station(lambda, mu, servers),
    arrivals,
    limits: over,
    quickBluntness,
    targets: delayTargets(mmc(lambda, mu, servers), toleranceShare, over),
  });
}

function oneServerCase(): Case {
  const theory = mmc(0.8, 1, 1);
  return stationCase({
    title: 'one server, 0.8 arrivals a service',
    station: station(0.8, 1, 1),
    arrivals: 1_100_000,
    limits: [5],
    targets: [
      ...delayTargets(theory, 0.03, []),
      {
        figure: 'share in the system over 5 services',
        expected: Math.exp(-(1 - 0.8) * 5),
        toleranceShare: 0.03,
        of: ({ timeOverShare }) => timeOverShare,
      },
    ],
  });
}

/** Times are minutes: arrivals come hour by hour from the arrivals of the hospital. */
function departmentCase(): Case {
  const theory = mmc(85 / 1440, 1 / 240, 17);
  const targets: Target[] = [
    ...delayTargets(theory, 0.03, [60]),
    {
      figure: 'share of spaces in use',
      expected: 85 / 24 / (17 / 4),
      toleranceShare: 0.03,
      of: ({ utilisation }) => utilisation,
    },
  ];
  return stationCase({
    title: '17 spaces, 85 arrivals a day, 4 hours each',
    station: { ...station(85 / 1440, 1 / 240, 17), hourly: true },
    arrivals: 3_200_000,
    quickBluntness: 1.5,
    limits: [60],
    replications: true,
    targets,
  });
}

function impatientCase(): Case {
  const theory = erlangA(85, 1 / 6, 500, 1);
  const share = (figure: string, expected: number, of: Target['of']): Target => {
    return { figure, expected, toleranceShare: 0.03, of };
  };
  return stationCase({
    title: '500 beds, 85 a day for 6 days; who waits leaves after a day',
    station: { ...station(85, 1 / 6, 500), patience: exponential(1) },
    arrivals: 3_000_000,
    quickBluntness: 2,
    targets: [
      share('share that waits', theory.waitedShare, ({ waitedShare }) => waitedShare),
      share('mean waiting', theory.waiting, ({ waiting }) => waiting),
      share('share that leaves the line', theory.abandonedShare, (of) => of.abandonedShare),
      share('share of beds in use', theory.utilisation, ({ utilisation }) => utilisation),
    ],
  });
}

export const MARKOV_CHECKS: readonly Check[] = [
  {
    id: 'V1',
    title: 'M/M/1',
    source: 'Erlang 1909; any textbook of queueing',
    cases: [oneServerCase()],
  },
  {
    id: 'V2',
    title: 'M/M/3',
    source: 'Erlang 1917, delay formula',
    cases: [
      queueCase('3 servers, load 2', {
        lambda: 2,
        mu: 1,
        servers: 3,
        toleranceShare: 0.02,
        arrivals: 1_500_000,
        quickBluntness: 1.5,
        over: [1],
      }),
    ],
  },
  {
    id: 'V3',
    title: 'M/M/5',
    source: 'Erlang 1917, delay formula',
    cases: [
      queueCase('5 servers, 10 an hour, 24 minutes each', {
        lambda: 10,
        mu: 2.5,
        servers: 5,
        toleranceShare: 0.02,
        arrivals: 3_000_000,
        quickBluntness: 1.5,
      }),
    ],
  },
  {
    id: 'V4',
    title: 'M/M/10 near saturation',
    source: 'Erlang 1917, delay formula',
    cases: [
      queueCase('10 servers, load 9.5', {
        lambda: 9.5,
        mu: 1,
        servers: 10,
        toleranceShare: 0.05,
        arrivals: 4_200_000,
        quickBluntness: 1.5,
      }),
    ],
  },
  {
    id: 'V5',
    title: 'A&E as M/M/17',
    source: 'Erlang 1917, delay formula',
    cases: [departmentCase()],
  },
  {
    id: 'V15',
    title: 'Erlang A: impatience',
    source: 'Palm 1957; Garnett, Mandelbaum and Reiman 2002',
    cases: [impatientCase()],
  },
  {
    id: 'V24',
    title: 'Queue for community beds',
    source: 'Erlang 1917; P2 of the IPACS model of Bristol',
    cases: [
      queueCase('150 P2 beds, 3.066 a day for 42.79 days', {
        lambda: 3.066,
        mu: 1 / 42.79,
        servers: 150,
        toleranceShare: 0.08,
        arrivals: 4_500_000,
        quickBluntness: 2,
      }),
    ],
  },
];
