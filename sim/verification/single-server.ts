// sim/verification/single-server.ts: V6 and V7: one server, any service, and priorities.

import type { Distribution } from '../engine/distributions.js';
import type { Case, Check } from './check.js';
import { mg1Wait, priorityWaits } from './formulas.js';
import { stationCase } from './station-case.js';

const SERVICES: readonly {
  shape: string;
  service: Distribution;
  cv: number;
  arrivals: number;
}[] = [
  { shape: 'all alike', service: { distribution: 'fixed', value: 1 }, cv: 0, arrivals: 400_000 },
  {
    shape: 'exponential',
    service: { distribution: 'exponential', mean: 1 },
    cv: 1,
    arrivals: 900_000,
  },
  {
    shape: 'lognormal, cv 1.6',
    service: { distribution: 'lognormal', mean: 1, cv: 1.6 },
    cv: 1.6,
    arrivals: 3_500_000,
  },
];

const LAMBDA = 0.8;
const TOLERANCE_SHARE = 0.05;

function serviceCases(): Case[] {
  return SERVICES.map(({ shape, service, cv, arrivals }) => {
    const wait = mg1Wait(LAMBDA, 1, cv);
    return stationCase({
      title: `one server, services ${shape}`,
      station: { servers: 1, streams: [{ rate: LAMBDA, service }] },
      arrivals,
      targets: [
        {
          figure: 'mean wait',
          expected: wait,
          toleranceShare: TOLERANCE_SHARE,
          of: (figures) => figures.wait,
        },
        {
          figure: 'mean waiting',
          expected: LAMBDA * wait,
          toleranceShare: TOLERANCE_SHARE,
          of: ({ waiting }) => waiting,
        },
      ],
    });
  });
}

function priorityCase(): Case {
  const classes = [0.3, 0.5].map((lambda) => ({ lambda, mean: 1, cv: 1 }));
  const [urgent, other] = priorityWaits(classes);
  const service: Distribution = { distribution: 'exponential', mean: 1 };
  return stationCase({
    title: 'one server, 0.3 urgent and 0.5 other arrivals',
    station: { servers: 1, streams: classes.map(({ lambda }) => ({ rate: lambda, service })) },
    arrivals: 1_100_000,
    targets: [
      {
        figure: 'mean wait of the urgent',
        expected: urgent,
        toleranceShare: 0.04,
        of: ({ waitOf }) => waitOf[0],
      },
      {
        figure: 'mean wait of the others',
        expected: other,
        toleranceShare: 0.04,
        of: ({ waitOf }) => waitOf[1],
      },
      {
        figure: 'mean wait of all (conserved)',
        expected: mg1Wait(0.8, 1, 1),
        toleranceShare: 0.04,
        of: ({ wait }) => wait,
      },
    ],
  });
}

export const SINGLE_SERVER_CHECKS: readonly Check[] = [
  {
    id: 'V6',
    title: 'M/G/1',
    source: 'Pollaczek 1930, Khinchine 1932',
    cases: serviceCases(),
  },
  {
    id: 'V7',
    title: 'Priority without interruption',
    source: 'Cobham 1954; conservation law of Kleinrock 1965',
    cases: [priorityCase()],
  },
];
