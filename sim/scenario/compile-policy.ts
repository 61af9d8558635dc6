// sim/scenario/compile-policy.ts: actions under pressure and OPEL levels as the engine reads them.

import type { Days } from '../engine/time.js';
import { POOLS } from '../hospital/categories.js';
import { MEASURES, type Measure } from '../hospital/measures.js';
import type { ActionParameters, OpelParameters, PolicyParameters } from '../hospital/parameters.js';
import { strengthByDay } from '../interventions/definition.js';
import type { Model } from './schema.js';
import type { Action, Policy } from './schema-policy.js';

const MINUTES = 60; // an hour
const UNLIMITED = 1e9; // beds

/** The policy of a site, or null when it has none. */
export function compilePolicy({ policy }: Model, days: Days): PolicyParameters | null {
  if (policy === undefined) return null;
  const { opel, actions = [], staffedBedsMost = UNLIMITED } = policy;
  if (opel === undefined && actions.length === 0) return null;
  return {
    opel: opel === undefined ? null : compileOpel(opel),
    staffedBedsMost,
    actions: actions.map((action) => compileAction(action, days)),
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

function compileAction(action: Action, days: Days): ActionParameters {
  const { trigger, hours, relief } = action;
  const { escalationBeds } = relief;
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
  };
}
