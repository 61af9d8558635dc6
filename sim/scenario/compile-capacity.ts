// sim/scenario/compile-capacity.ts: beds, community places and electives by day.

import type { Days } from '../engine/time.js';
import {
  CHILDREN,
  homePool,
  MEDICAL,
  OLDER_PEOPLE,
  POOL_ASSESSMENT,
  POOL_CHILDREN,
  POOL_MEDICAL,
  POOL_OLDER_PEOPLE,
  POOL_SURGICAL,
  POOLS,
  SURGICAL,
} from '../hospital/categories.js';
import type {
  BedParameters,
  CriticalCareParameters,
  ElectiveParameters,
} from '../hospital/parameters.js';
import { FRONT_DOOR, LINES, PLANNED, SOURCES, STEP_DOWN } from '../hospital/system.js';
import { calendarFactors } from './compile-season.js';
import type { Model } from './schema.js';
import { byDate, daysBetween, tableOf } from './tables.js';

const NEVER = Number.POSITIVE_INFINITY;

export function compileBeds(model: Model, days: Days): BedParameters {
  const { beds } = model;
  const open = POOLS.map((pool) => new Int32Array(days.count).fill(beds[pool].core));
  const escalation = POOLS.map(() => new Int32Array(days.count));
  for (const change of beds.changes) {
    const pool = POOLS.indexOf(change.pool);
    const sign = change.kind === 'closed' ? -1 : 1;
    for (const day of daysBetween(days, change.from, change.to)) {
      open[pool][day] += sign * change.beds;
      if (change.kind === 'escalation') escalation[pool][day] += change.beds;
    }
  }
  for (const row of open) row.set(row.map((count) => Math.max(0, count)));
  return {
    open,
    escalation,
    ...compileLines(model),
    flex: {
      most: beds.flex.most,
      meetingHours: Uint8Array.from({ length: 24 }, (_, hour) =>
        Number(beds.flex.meetingHours.includes(hour)),
      ),
      openAboveWaiting: beds.flex.openAboveWaiting,
      closeAboveFree: beds.flex.closeAboveFree,
    },
    critical: compileCritical(model),
    turnaroundMinutes: tableOf(beds.turnaroundMinutes),
    transferMinutes: tableOf(beds.transferMinutes),
    assessmentStayMinutes: tableOf(beds.assessmentStayMinutes),
  };
}

function compileCritical({ beds: { criticalCare } }: Model): CriticalCareParameters | null {
  if (criticalCare === undefined) return null;
  const { beds, shareByAcuity, stayDays } = criticalCare;
  return {
    beds,
    shareByAcuity: Float64Array.from(shareByAcuity),
    stayMinutes: tableOf(stayDays, 1440),
  };
}

/**
 * Who may lie where, after how long, and in which order: own ward first, own step-downs before new
 * patients (each frees an assessment bed), then outliers.
 */
function compileLines(model: Model): Pick<BedParameters, 'waitForPool' | 'keepFree' | 'tier'> {
  const { directAfterMinutes, outlierAfterMinutes, outlierKeepFreeBeds } = model.beds;
  const waitForPool = Array.from({ length: LINES }, () =>
    new Float64Array(POOLS.length).fill(NEVER),
  );
  const keepFree = Array.from({ length: LINES }, () => new Int32Array(POOLS.length));
  const tier = Array.from({ length: LINES }, () => new Int32Array(POOLS.length));
  const allow = (bedClass: number, source: number, pool: number, after: number, rank: number) => {
    const line = bedClass * SOURCES + source;
    waitForPool[line][pool] = after;
    tier[line][pool] = rank;
    if (rank >= OUTLIER) keepFree[line][pool] = outlierKeepFreeBeds;
  };
  const OUTLIER = 3;
  const wards = [POOL_MEDICAL, POOL_SURGICAL, POOL_OLDER_PEOPLE];
  for (const bedClass of [MEDICAL, OLDER_PEOPLE]) {
    const home = homePool(bedClass);
    allow(bedClass, FRONT_DOOR, POOL_ASSESSMENT, 0, 0);
    allow(bedClass, FRONT_DOOR, home, directAfterMinutes, 1);
    allow(bedClass, STEP_DOWN, home, 0, 0);
    for (const pool of wards) {
      if (pool === home) continue;
      const rank = pool === POOL_SURGICAL ? OUTLIER + 1 : OUTLIER;
      allow(bedClass, STEP_DOWN, pool, outlierAfterMinutes, rank);
      allow(bedClass, FRONT_DOOR, pool, outlierAfterMinutes, rank);
    }
  }
  allow(SURGICAL, PLANNED, POOL_SURGICAL, 0, 0);
  allow(SURGICAL, FRONT_DOOR, POOL_SURGICAL, 0, 1);
  allow(SURGICAL, FRONT_DOOR, POOL_ASSESSMENT, directAfterMinutes, 2);
  allow(SURGICAL, STEP_DOWN, POOL_SURGICAL, 0, 0);
  if (model.beds.surgicalOutliersToMedical) {
    allow(SURGICAL, FRONT_DOOR, POOL_MEDICAL, outlierAfterMinutes, OUTLIER);
  }
  allow(CHILDREN, FRONT_DOOR, POOL_CHILDREN, 0, 0);
  return { waitForPool, keepFree, tier };
}

export function compileElectives(model: Model, days: Days): ElectiveParameters {
  const { electives } = model;
  const onDate = byDate(
    days,
    electives.dateFactor.map(({ day, factor }) => ({ day, value: factor })),
  );
  const stretch = calendarFactors(model, days, 'electives');
  return {
    perDay: Float64Array.from({ length: days.count }, (_, day) => {
      const holiday = days.bankHoliday[day] ? electives.bankHolidayFactor : 1;
      return electives.perDay[days.weekday[day]] * onDate[day] * holiday * stretch[day];
    }),
    bedNeededMinute: tableOf(electives.bedNeededHour, 60),
    emergencyReserveBeds: electives.emergencyReserveBeds,
    expectedDischargeShare: electives.expectedDischargeShare,
    coldBedsShare: electives.coldBedsShare ?? 0,
    cancelFromOccupancyShare: electives.cancelFromOccupancyShare ?? Number.POSITIVE_INFINITY,
  };
}
