// sim/scenario/compile-losses.ts: beds and staff lost for a time: norovirus, zoning and sickness, by day.

import type { Days } from '../engine/time.js';
import type { LossParameters, NorovirusParameters } from '../hospital/parameters.js';
import { waveStart } from './compile-season.js';
import type { Model } from './schema.js';
import { meanOfValues, tableOf } from './tables.js';

type Season = Model['season'];

/** Beds and staff lost for a time; null where none ever are. */
export function compileLosses(model: Model, days: Days): LossParameters | null {
  const { norovirus, infectionControl = [], sickness } = model.season;
  if (norovirus === undefined && infectionControl.length === 0 && sickness === undefined) {
    return null;
  }
  return {
    norovirus: norovirus === undefined ? null : compileNorovirus(model, days, norovirus),
    zoning: infectionControl.toSorted((a, b) => a.fromCovidBedsShare - b.fromCovidBedsShare),
    absentShare: absentShares(model, days),
  };
}

function compileNorovirus(
  { beds }: Model,
  days: Days,
  norovirus: NonNullable<Season['norovirus']>,
): NorovirusParameters {
  const { outbreaksPer100BedsWeek, monthIndex, closedDays, ...sizes } = norovirus;
  const wards = beds.medical.core + beds.surgical.core + beds.olderPeople.core;
  const perDay = (outbreaksPer100BedsWeek / 7) * (wards / 100);
  const mean = meanOfValues(monthIndex);
  return {
    outbreaksPerDay: Float64Array.from(
      days.month,
      (month) => (perDay * monthIndex[month - 1]) / mean,
    ),
    closedDays: tableOf(closedDays),
    ...sizes,
    reusedShare: norovirus.reusedShare ?? 0,
  };
}

/** Share of staff missing beyond the plan whom nobody stands in for, each day. */
function absentShares({ season, period }: Model, days: Days): Float64Array {
  const { sickness } = season;
  const shares = new Float64Array(days.count);
  if (sickness === undefined) return shares;
  const { weeklyAbsentShare, plannedShare, coveredShare } = sickness;
  const start = waveStart(period.firstDay);
  return shares.map((_, day) => {
    const absent = weeklyAbsentShare[Math.floor((days.firstNumber + day - start) / 7)];
    const beyond = Math.max(0, (absent ?? plannedShare) - plannedShare);
    return beyond * (1 - coveredShare);
  });
}
