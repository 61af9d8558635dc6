// sim/scenario/compile-community.ts: places after discharge by locality, pathway and day.

import { lengthBiased } from '../engine/quantile-table.js';
import type { Days } from '../engine/time.js';
import { PATHWAYS } from '../hospital/categories.js';
import type { CommunityParameters } from '../hospital/parameters.js';
import { calendarFactors } from './compile-season.js';
import { type Locality, localitiesOf, splitWhole } from './localities.js';
import type { Model } from './schema.js';
import { byDate, daysBetween, daysTable, serviceWeekday } from './tables.js';

export function compileCommunity(model: Model, days: Days): CommunityParameters {
  const { community } = model;
  const onDate = byDate(
    days,
    community.dateFactor.map(({ day, factor }) => ({ day, value: factor })),
  );
  const stretch = calendarFactors(model, days, 'communityStarts');
  const localities = localitiesOf(community);
  const slots = localities.flatMap((locality) =>
    PATHWAYS.map((pathway) => (pathway === 'p0' ? null : locality.care[pathway])),
  );
  const stays = slots.map((care) => (care === null ? null : daysTable(care.stayDays)));
  const { onward } = community.p2;
  return {
    localities: localities.map(({ id }) => id),
    places: placesByDay(model, days, localities),
    startShare: Float64Array.from({ length: days.count }, (_, day) =>
      Math.min(1, community.startShare[serviceWeekday(days, day)] * onDate[day] * stretch[day]),
    ),
    stayMinutes: stays,
    stayMinutesInPlace: stays.map((table) => (table === null ? null : lengthBiased(table))),
    initialShare: Float64Array.from(slots, (care) => care?.initialShare ?? 0),
    onwardShare: onward?.share ?? 0,
    onwardHomeShare: onward?.homeShare ?? 0,
    roundMinute: community.roundHour * 60,
  };
}

/** Places of each slot; a change that names no locality is split over them by their places. */
function placesByDay(
  { community }: Model,
  days: Days,
  localities: readonly Locality[],
): Int32Array[] {
  const places = localities.flatMap((locality) =>
    PATHWAYS.map((pathway) => {
      const start = pathway === 'p0' ? 0 : locality.care[pathway].places;
      return new Int32Array(days.count).fill(start);
    }),
  );
  for (const change of community.changes) {
    const pathway = PATHWAYS.indexOf(change.pathway);
    const weights = localities.map(({ id, care }) =>
      change.locality === undefined ? care[change.pathway].places : Number(id === change.locality),
    );
    splitWhole(change.places, weights).forEach((more, i) => {
      const row = places[i * PATHWAYS.length + pathway];
      for (const day of daysBetween(days, change.from, change.to)) row[day] += more;
    });
  }
  for (const row of places) row.set(row.map((count) => Math.max(0, count)));
  return places;
}
