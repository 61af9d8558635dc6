// cli/daily-tables.ts: what results show of daily series. Those of a large batch come from its journal a
// few at a time, so that memory stays bounded.

import { OBSERVED_SERIES } from '../sim/outcomes/beside-observed.js';
import { DAILY, type DailySeriesKey } from '../sim/outcomes/keys.js';
import { PLANNING_SERIES, type PlanningTable, planningOf } from '../sim/outcomes/planning.js';
import {
  SINGLE_WINTER_SERIES,
  type SingleWinters,
  singleWinters,
} from '../sim/outcomes/single-winters.js';
import { type Fan, fansOf } from '../sim/outcomes/summary.js';
import type { Library } from '../sim/scenario/library.js';
import { observedBeside } from '../web/export/observed.js';
import { DailyMemory } from '../workers/daily-memory.js';
import type { Finished } from './run-scenarios.js';
import type { Session } from './session.js';

/** Memory for daily series at once. */
const DAILY_BYTES = 1.2e8;
const NUMBER_BYTES = 8;
const TABLE_SERIES_MOST = Math.max(
  ...[PLANNING_SERIES, SINGLE_WINTER_SERIES, OBSERVED_SERIES].map(({ length }) => length),
);
const ALL = DAILY.map((_, s) => s);

/** What is shown of daily series. */
export interface DailyTables {
  fans: Fan[];
  planning: PlanningTable[];
  singles: SingleWinters[];
  observed: ReturnType<typeof observedBeside>;
}

/** Bytes that daily series take at once, at most: a table needs all of its own together. */
export function dailyBytesMost(winters: number, days: number): number {
  const each = winters * days * NUMBER_BYTES;
  return Math.min(ALL.length * each, Math.max(DAILY_BYTES, TABLE_SERIES_MOST * each));
}

/**
 * Fans, months and the observed winter; a scenario's daily series are loaded while they are needed.
 * @param bytes memory for the series of which fans are made at once; a table takes as many as it needs
 */
export function dailyTablesOf(
  library: Library,
  { batch, scenarios }: Finished,
  session: Session | null,
  bytes = DAILY_BYTES,
): DailyTables {
  const tables: DailyTables = { fans: [], planning: [], singles: [], observed: null };
  const memory = new DailyMemory();
  batch.scenarios.forEach((runs, s) => {
    const dates = batch.dates[s];
    /** What else is made of daily series, and of which. */
    const others: [keys: readonly DailySeriesKey[], make: () => void][] = [
      [PLANNING_SERIES, () => tables.planning.push(planningOf(runs, dates))],
      [SINGLE_WINTER_SERIES, () => tables.singles.push(singleWinters(runs, dates))],
    ];
    if (s === 0) {
      const besideIt = () => {
        tables.observed = observedBeside(library, scenarios[0], runs, dates);
      };
      others.push([OBSERVED_SERIES, besideIt]);
    }
    const rows = session?.journalled ? session.rows[s] : null;
    if (rows === null) {
      tables.fans.push(...fansOf(runs, dates));
      for (const [, make] of others) make();
      return;
    }
    const read = (replication: number) => (session as Session).read(s, replication);
    const load = (series: readonly number[]) => rows.loadDaily(series, read, memory);
    const together = rows.seriesWithin(bytes);
    const isWhole = together === ALL.length;
    if (isWhole) load(ALL);
    others.sort(([one], [other]) => other.length - one.length); // DailyMemory: the most first
    for (const [keys, make] of others) {
      if (!isWhole) load(ALL.filter((i) => keys.includes(DAILY[i].key)));
      make();
    }
    for (let from = 0; from < ALL.length; from += together) {
      const series = ALL.slice(from, from + together);
      if (!isWhole) load(series);
      tables.fans.push(...fansOf(runs, dates, series));
    }
    rows.dropDaily();
  });
  return tables;
}
