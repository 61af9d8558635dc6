// sim/verification/loss-beds.ts: V8, V9 and V16: who finds no free bed goes elsewhere.

import type { Distribution } from '../engine/distributions.js';
import type { Case, Check, MeanSample } from './check.js';
import { erlangB } from './formulas.js';
import { stationCase, type Target } from './station-case.js';

const EXPONENTIAL: Distribution = { distribution: 'exponential', mean: 1 };

interface Beds {
  load: number;
  beds: number;
  /** Length in mean stays. */
  stays: number;
  service?: Distribution;
  quickBluntness?: number;
}

function lossCase(title: string, of: Beds, targets: readonly Target[]): Case {
  const { load, beds, stays, service = EXPONENTIAL, quickBluntness } = of;
  const station = { servers: beds, streams: [{ rate: load, service }], loses: true };
  return stationCase({ title, station, arrivals: stays * load, targets, quickBluntness });
}

/** Erlang's loss figures, with a tolerance as a share or in units. */
function lossTargets(
  { load, beds }: Beds,
  tolerances: { toleranceShare?: number; tolerance?: number },
): Target[] {
  const lost = erlangB(load, beds);
  const inUse = (load * (1 - lost)) / beds;
  return [
    { figure: 'share lost', expected: lost, ...tolerances, of: ({ lostShare }) => lostShare },
    {
      figure: 'share of beds in use',
      expected: inUse,
      ...tolerances,
      of: ({ utilisation }) => utilisation,
    },
  ];
}

const SHAPES: readonly (readonly [string, Distribution])[] = [
  ['exponential', EXPONENTIAL],
  ['all alike', { distribution: 'fixed', value: 1 }],
  ['lognormal, cv 1.6', { distribution: 'lognormal', mean: 1, cv: 1.6 }],
];

function insensitiveCases(): Case[] {
  return SHAPES.map(([shape, service]) => {
    const beds = { load: 100, beds: 110, stays: 14_000, service, quickBluntness: 2.5 };
    return lossCase(
      `110 beds, load 100, stays ${shape}`,
      beds,
      lossTargets(beds, { tolerance: 0.001 }),
    );
  });
}

const SIZES: readonly Beds[] = [
  { load: 170, beds: 200, stays: 10_000, quickBluntness: 3.5 },
  { load: 180, beds: 200, stays: 10_000, quickBluntness: 2 },
  { load: 190, beds: 200, stays: 6_000, quickBluntness: 1.5 },
  { load: 504, beds: 560, stays: 7_000, quickBluntness: 5 },
  { load: 532, beds: 560, stays: 6_000, quickBluntness: 2 },
];

function sizeCases(): Case[] {
  return SIZES.map((of) =>
    lossCase(`${of.beds} beds, load ${of.load}`, of, lossTargets(of, { toleranceShare: 0.05 })),
  );
}

/** Two wards of 14 beds, one of 28 with both their patients, and what the second saves. */
function poolingCase(): Case {
  const apart = { load: 12, beds: 14, stays: 20_000 };
  const together = { load: 24, beds: 28, stays: 20_000 };
  const quickBluntness = 1.5;
  const caseOf = (title: string, of: Beds): Case =>
    lossCase(title, { ...of, quickBluntness }, lossTargets(of, { toleranceShare: 0.03 }));
  const two = caseOf('14 beds', apart);
  const one = caseOf('28 beds', together);
  return {
    title: 'two wards of 14 beds, load 12 each, or one of 28',
    run(setting) {
      const [twoLost, twoInUse] = two.run(setting) as MeanSample[];
      const [oneLost, oneInUse] = one.run(setting) as MeanSample[];
      const saved: MeanSample = {
        ...twoLost,
        figure: 'share lost, apart less together',
        expected: erlangB(12, 14) - erlangB(24, 28),
        values: twoLost.values.map((lost, batch) => lost - oneLost.values[batch]),
      };
      return [
        { ...twoLost, figure: 'share lost, apart' },
        { ...twoInUse, figure: 'share of beds in use, apart' },
        { ...oneLost, figure: 'share lost, together' },
        { ...oneInUse, figure: 'share of beds in use, together' },
        saved,
      ];
    },
  };
}

export const LOSS_CHECKS: readonly Check[] = [
  {
    id: 'V8',
    title: 'Loss, whatever the shape of stays',
    source: 'Erlang 1917, loss formula; Sevastyanov 1957',
    cases: insensitiveCases(),
  },
  {
    id: 'V9',
    title: 'Loss of hospitals of several sizes',
    source: 'Erlang 1917, loss formula',
    cases: sizeCases(),
  },
  {
    id: 'V16',
    title: 'Pooling of wards',
    source: 'Erlang 1917, loss formula; Smith and Whitt 1981',
    cases: [poolingCase()],
  },
];
