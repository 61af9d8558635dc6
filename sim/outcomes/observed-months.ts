// sim/outcomes/observed-months.ts: simulated beside observed, month by month: A&E and beds.

import type { Comparison } from './beside-observed.js';
import { percentiles } from './intervals.js';
import { DAILY, type DailySeriesKey } from './keys.js';
import type { Measured } from './measures.js';
import type { ObservedWinter } from './observed-winter.js';
import type { ScenarioRuns } from './summary.js';

const TOLERANCE_4H = 0.03;
/** Fewer simulated days than this are no month of A&E; fewer reported days no month of beds. */
const DAYS_LEAST = 28;
const REPORTED_LEAST = 7;

/** Lines about each month that was observed: attendances, admissions, 4 hours, occupied beds. */
export function monthLines(
  runs: ScenarioRuns,
  dates: readonly string[],
  { months, days }: ObservedWinter,
): Comparison[] {
  const lineOf = (
    label: string,
    month: string,
    unit: Comparison['unit'],
    tolerance: number | null,
    observed: number,
    simulated: (run: Measured) => number,
  ): Comparison => {
    const values = Float64Array.from(runs.replications, simulated);
    const [low, high] = percentiles(values, [0.05, 0.95]);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const text = `${month} ${label}`;
    return {
      label: text,
      month,
      unit,
      observed,
      simulated: mean,
      low: low ?? Number.NaN,
      high: high ?? Number.NaN,
      tolerance,
    };
  };
  const attended = months.flatMap(({ month, attendances, breaches, admissions }) => {
    const of = dates.flatMap((date, day) => (date.startsWith(month) ? [day] : []));
    if (of.length < DAYS_LEAST || !(attendances > 0)) return [];
    const total = (run: Measured, key: DailySeriesKey) => sumOf(run, key, of);
    return [
      lineOf('attendances', month, 'count', null, attendances, (run) => total(run, 'attendances')),
      lineOf('admissions', month, 'count', null, admissions, (run) =>
        total(run, 'admissionsType1'),
      ),
      lineOf(
        'within 4 hours',
        month,
        'share',
        TOLERANCE_4H,
        1 - breaches / attendances,
        (run) => withinOf(run, of) / total(run, 'attendances'),
      ),
    ];
  });
  const occupied = [...new Set(days.map(({ date }) => date.slice(0, 7)))].flatMap((month) => {
    const reported = days.filter(({ date }) => date.startsWith(month));
    if (reported.length < REPORTED_LEAST) return [];
    const of = reported.map(({ date }) => dates.indexOf(date));
    const mean = reported.reduce((sum, day) => sum + day.occupied, 0) / reported.length;
    return [
      lineOf('beds occupied', month, 'beds', null, mean, (run) => {
        return sumOf(run, 'bedsOccupied0800', of) / of.length;
      }),
    ];
  });
  return [...attended, ...occupied];
}

function seriesOf(run: Measured, key: DailySeriesKey): Float64Array {
  return run.daily[DAILY.findIndex((daily) => daily.key === key)];
}

function sumOf(run: Measured, key: DailySeriesKey, days: readonly number[]): number {
  const series = seriesOf(run, key);
  return days.reduce((sum, day) => sum + series[day], 0);
}

function withinOf(run: Measured, days: readonly number[]): number {
  const share = seriesOf(run, 'within4hShare');
  const came = seriesOf(run, 'attendances');
  return days.reduce((sum, day) => sum + (came[day] > 0 ? share[day] * came[day] : 0), 0);
}
