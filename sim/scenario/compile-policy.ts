// sim/scenario/compile-policy.ts: actions under pressure and OPEL levels as the engine reads them.

import type { Days } from '../engine/time.js';
import { POOLS, type PoolName } from '../hospital/categories.js';
import { MEASURES, type Measure } from '../hospital/measures.js';
import type { ActionParameters, OpelParameters, PolicyParameters } from '../hospital/parameters.js';
import { strengthByDay } from '../interventions/definition.js';
import type { Model } from './schema.js';
import type { Action, Policy } from './schema-policy.js';

const MINUTES = 60; // an hour
const DAY = 1440;
const UNLIMITED = 1e9; // beds

/** The policy of a site, or null when it has none. */
export function compilePolicy(
  { policy }: Model,
  days: Days,
  siteIds: readonly string[],
): PolicyParameters | null {
  if (policy === undefined) return null;
  const { opel, actions = [], staffedBedsMost = UNLIMITED } = policy;
  if (opel === undefined && actions.length === 0) return null;
  return {
    opel: opel === undefined ? null : compileOpel(opel),
    staffedBedsMost,
    actions: actions.map((action) => compileAction(action, days, siteIds)),
  };
}

function compileOpel({ pointsFrom, levelsFrom }: NonNullable<Policy['opel']>): OpelParameters {
  const rows = Object.entries(pointsFrom);
  return {
    measures: rows.map(([name]) => MEASURES.indexOf(name as Measure)),
    pointsFrom: rows.map(([, values]) => Float64Array.from(values ?? [])),
    levelFrom: Float64Array.from(levelsFrom),
  };
}

function compileAction(action: Action, days: Days, siteIds: readonly string[]): ActionParameters {
  const { trigger, hours, relief } = action;
  const { escalationBeds, boarding, fullCapacity, dischargePush, divert, transfers } = relief;
  return {
    name: action.name,
    measure: MEASURES.indexOf(trigger.measure),
    on: trigger.on,
    off: trigger.off,
    lookHours: Uint8Array.from({ length: 24 }, (_, hour) => Number(hours.includes(hour))),
    leadMinutes: action.leadHours * MINUTES,
    leastMinutes: action.leastHours * MINUTES,
    strength: strengthByDay(days, { ...action, rampDays: action.rampDays ?? 0 }),
    beds: Int32Array.from(POOLS, (pool) =>
      pool === escalationBeds?.pool ? escalationBeds.beds : 0,
    ),
    boardMost: poolRow(boarding?.places),
    boardAfterMinutes: (boarding?.afterHours ?? 0) * MINUTES,
    pushEach: poolRow(fullCapacity?.each),
    pushMost: poolRow(fullCapacity?.most),
    dischargeFactor: dischargePush?.factor ?? 1,
    dischargeMinutes: (dischargePush?.days ?? 0) * DAY,
    reboundFactor: dischargePush?.reboundFactor ?? 1,
    reboundMinutes: (dischargePush?.reboundDays ?? 0) * DAY,
    cancelShare: relief.cancelElectives?.share ?? 0,
    divert:
      divert === undefined
        ? null
        : {
            site: siteIds.indexOf(divert.toSite),
            share: divert.share,
            travelMinutes: divert.travelMinutes,
          },
    transfer:
      transfers === undefined
        ? null
        : {
            site: siteIds.indexOf(transfers.toSite),
            afterMinutes: transfers.afterHours * MINUTES,
            keepFree: transfers.keepFreeBeds,
            minutes: transfers.minutes,
          },
  };
}

function poolRow(counts: Readonly<Partial<Record<PoolName, number>>> = {}): Int32Array {
  return Int32Array.from(POOLS, (pool) => counts[pool] ?? 0);
}
