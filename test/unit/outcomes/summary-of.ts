// test/unit/outcomes/summary-of.ts: small batches by hand: runs with a few outcomes and daily series.

import {
  DAILY,
  type DailySeriesKey,
  OUTCOME_KEYS,
  type Outcome,
} from '../../../sim/outcomes/keys.js';
import type { Measured } from '../../../sim/outcomes/measures.js';
import { type ScenarioRuns, type Summary, summarise } from '../../../sim/outcomes/summary.js';

export const PROVENANCE = {
  version: '0.0.0',
  seed: 'by hand',
  effects: 'likely',
  quantileMethod: 'type 7',
};

/** One replication; what is not given is undefined (NaN). */
export function measured(
  outcomes: Partial<Record<Outcome, number>>,
  daily: Partial<Record<DailySeriesKey, number[]>> = {},
  days = 0,
): Measured {
  return {
    outcomes: Float64Array.from(OUTCOME_KEYS, (key) => outcomes[key] ?? Number.NaN),
    sites: [],
    delays: new Float64Array(0),
    services: [],
    actions: [],
    daily: DAILY.map(({ key }) =>
      Float64Array.from({ length: days }, (_, day) => daily[key]?.[day] ?? Number.NaN),
    ),
    eventsCount: 0,
  };
}

export function runsOf(name: string, replications: readonly Measured[]): ScenarioRuns {
  return { name, hash: `hash of ${name}`, firstDay: '2017-10-01', siteNames: [name], replications };
}

interface Winters {
  days: readonly number[];
  fourHour: readonly number[];
}

/** The summary of scenarios given by days over 92 % and 4-hour shares, by replication. */
export function summaryOf(scenarios: Record<string, Winters>): Summary {
  const runs = Object.entries(scenarios).map(([name, { days, fourHour }]) =>
    runsOf(
      name,
      days.map((daysOver92Count, i) =>
        measured({ daysOver92Count, within4hType1Share: fourHour[i] }),
      ),
    ),
  );
  return summarise(runs, PROVENANCE);
}
