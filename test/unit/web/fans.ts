// test/unit/web/fans.ts: small fans and batches by hand, for tests of charts.

import { dateOf, dayNumberOf } from '../../../sim/engine/time.js';
import type { DailySeriesKey } from '../../../sim/outcomes/keys.js';
import { DAY_SHARES, type SingleWinters } from '../../../sim/outcomes/single-winters.js';
import type { Fan } from '../../../sim/outcomes/summary.js';
import type { Batch } from '../../../web/charts/batch.js';
import { summaryOf } from '../outcomes/summary-of.js';

/** A fan whose bands lie 0.01 and 0.02 around its medians; days without a value have a null. */
export function fanOf(
  scenario: string,
  series: DailySeriesKey,
  medians: readonly (number | null)[],
  { from = '2017-12-20', step = 1 } = {},
): Fan {
  const known = medians.flatMap((value, i) => (value === null ? [] : [{ value, i }]));
  const around = (by: number) => known.map(({ value }) => value + by);
  return {
    scenario,
    series,
    dates: known.map(({ i }) => dateOf(dayNumberOf(from) + i * step)),
    mean: around(0),
    p5: around(-0.02),
    p25: around(-0.01),
    p50: around(0),
    p75: around(0.01),
    p95: around(0.02),
  };
}

/** Single winters of a scenario: a chance for each day that has a value, beds around 100. */
function singlesOf(
  scenario: string,
  medians: readonly (number | null)[],
  replications: number,
): SingleWinters {
  const { dates } = fanOf(
    scenario,
    'occupancy0800Share',
    medians.map((_, i) => i),
  );
  const needed = Array.from({ length: medians.length === 0 ? 0 : replications }, (_, k) => 100 + k);
  return {
    scenario,
    dates,
    overShare: medians.map((value) => (value === null ? null : Math.min(1, value))),
    bedsNeeded: DAY_SHARES.map(() => needed),
  };
}

/** A batch of scenarios, each with the same medians of every series that charts show. */
export function batchOf(
  names: readonly string[],
  medians: readonly (number | null)[],
  replications = 3,
): Batch {
  const winters = Array.from({ length: replications }, (_, i) => i);
  const series = ['occupancy0800Share', 'within4hWeekShare', 'delayed0800', 'dtoc0800'] as const;
  return {
    summary: summaryOf(
      Object.fromEntries(
        names.map((name, s) => [
          name,
          {
            days: winters.map((i) => 100 + i - 9 * s),
            fourHour: winters.map((i) => 0.8 + i / 100),
          },
        ]),
      ),
    ),
    fans: names.flatMap((name) =>
      series.map((key) =>
        fanOf(name, key, medians, key === 'within4hWeekShare' ? { step: 7 } : {}),
      ),
    ),
    bankHolidays: ['2017-12-25', '2017-12-26'],
    singles: names.map((name) => singlesOf(name, medians, replications)),
  };
}
