// web/export/single-winter-sheets.ts: single winters for Excel: the chance of each day over 92 %, and the
// beds that each winter needs.

import { DAY_SHARES } from '../../sim/outcomes/single-winters.js';
import type { Batch } from '../charts/batch.js';
import { dayShareText } from '../charts/beds-enough.js';
import type { Sheet } from './sheets.js';

/** Two sheets; none where single winters are not known. */
export function singleWinterSheets({ singles = [] }: Batch): Sheet[] {
  if (singles.length === 0) return [];
  return [
    {
      name: 'Days over 92',
      widths: [34, 12, 26],
      rows: [
        ['Scenario', 'Date', 'Share of winters over 92 %'],
        ...singles.flatMap(({ scenario, dates, overShare }) =>
          dates.map((date, day) => [scenario, date, overShare[day]]),
        ),
      ],
    },
    {
      name: 'Beds needed',
      widths: [34, 12, ...DAY_SHARES.map(() => 20)],
      rows: [
        [
          'Scenario',
          'Winter',
          ...DAY_SHARES.map((share) => `Beds for 92 % ${dayShareText(share)}`),
        ],
        ...singles.flatMap(({ scenario, bedsNeeded }) =>
          bedsNeeded[0].map((_, winter) => [
            scenario,
            winter,
            ...bedsNeeded.map((beds) => (Number.isFinite(beds[winter]) ? beds[winter] : null)),
          ]),
        ),
      ],
    },
  ];
}
