// test/web/headless.ts: the same batch without a browser: in threads, as the command line runs it.

import { QUANTILE_METHOD } from '../../sim/outcomes/intervals.js';
import { VERSION } from '../../sim/outcomes/provenance.js';
import { type SingleWinters, singleWinters } from '../../sim/outcomes/single-winters.js';
import { singleWintersCsv } from '../../sim/outcomes/single-winters-table.js';
import { type Fan, fansOf, type Summary, summarise } from '../../sim/outcomes/summary.js';
import { dailyCsv, outcomesCsv, summaryJson } from '../../sim/outcomes/tables.js';
import { resolve } from '../../sim/scenario/resolve.js';
import { batchOf, library } from '../model/batches.js';

/** What is chosen, on the page or on the command line. */
export interface Wanted {
  system: string;
  winter: string;
  plans: readonly string[];
  replications: number;
  seed: string;
}

export interface Headless {
  summary: Summary;
  fans: Fan[];
  singles: SingleWinters[];
  files: Record<'summary.json' | 'outcomes.csv' | 'daily.csv' | 'single-winters.csv', string>;
}

/** Runs base and plans, and makes the files of a results folder. */
export async function headless(wanted: Wanted): Promise<Headless> {
  const { system, winter, plans, replications, seed } = wanted;
  const requests = [
    { system, winter },
    ...plans.map((plan) => ({ system, winter, plans: [plan] })),
  ];
  const batch = await batchOf(
    requests.map((request) => resolve(library, request)),
    { replications, seed },
  );
  const summary = summarise(batch.scenarios, {
    version: VERSION,
    seed,
    effects: 'likely',
    quantileMethod: QUANTILE_METHOD,
  });
  const fans = batch.scenarios.flatMap((runs, s) => fansOf(runs, batch.dates[s]));
  const singles = batch.scenarios.map((runs, s) => singleWinters(runs, batch.dates[s]));
  return {
    summary,
    fans,
    singles,
    files: {
      'summary.json': summaryJson(summary),
      'outcomes.csv': outcomesCsv(batch.scenarios),
      'daily.csv': dailyCsv(fans),
      'single-winters.csv': singleWintersCsv(singles),
    },
  };
}
