// sim/verification/delay-beds.ts: V10: beds whose patients wait for them, stays of 6 days on average.

import type { Case, Check } from './check.js';
import { mmc } from './formulas.js';
import { stationCase, type Target } from './station-case.js';

const STAY_HOURS = 144;
const TOLERANCE_SHARE = 0.08;

interface DelayBeds {
  beds: number;
  occupancyShare: number;
  /** Length of the quick form in mean stays. */
  stays: number;
  overHours?: readonly number[];
  quickBluntness?: number;
}

const HOSPITALS: readonly DelayBeds[] = [
  { beds: 100, occupancyShare: 0.92, stays: 24_000, overHours: [4], quickBluntness: 2 },
  { beds: 200, occupancyShare: 0.85, stays: 15_000, quickBluntness: 3.5 },
  { beds: 200, occupancyShare: 0.92, stays: 11_000, overHours: [4], quickBluntness: 3 },
  { beds: 500, occupancyShare: 0.92, stays: 8_000, quickBluntness: 3.5 },
  { beds: 500, occupancyShare: 0.95, stays: 6_000, overHours: [4], quickBluntness: 3.5 },
  { beds: 500, occupancyShare: 0.97, stays: 6_500, overHours: [4, 12], quickBluntness: 3.5 },
  { beds: 500, occupancyShare: 0.98, stays: 8_000, quickBluntness: 3.5 },
  { beds: 560, occupancyShare: 0.92, stays: 8_000, quickBluntness: 3.5 },
];

function bedsCase({
  beds,
  occupancyShare,
  stays,
  overHours = [],
  quickBluntness,
}: DelayBeds): Case {
  const rate = (occupancyShare * beds) / STAY_HOURS;
  const theory = mmc(rate, 1 / STAY_HOURS, beds);
  const target = (figure: string, expected: number, of: Target['of']): Target => {
    return { figure, expected, toleranceShare: TOLERANCE_SHARE, of };
  };
  return stationCase({
    title: `${beds} beds at ${Math.round(occupancyShare * 100)} %`,
    station: {
      servers: beds,
      streams: [{ rate, service: { distribution: 'exponential', mean: STAY_HOURS } }],
    },
    arrivals: stays * occupancyShare * beds,
    limits: overHours,
    quickBluntness,
    targets: [
      target('share that waits', theory.waitedShare, ({ waitedShare }) => waitedShare),
      target('mean wait, hours', theory.wait, ({ wait }) => wait),
      ...overHours.map((hours, i) =>
        target(
          `share waiting over ${hours} hours`,
          theory.waitOver(hours),
          ({ waitOverShare }) => waitOverShare[i],
        ),
      ),
    ],
  });
}

export const DELAY_CHECKS: readonly Check[] = [
  {
    id: 'V10',
    title: 'Waits for beds: what 92 % means depends on size',
    source: 'Erlang 1917, delay formula',
    cases: HOSPITALS.map(bedsCase),
  },
];
