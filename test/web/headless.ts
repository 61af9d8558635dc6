// test/web/headless.ts: the same batch without a browser: in threads, as the command line runs it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHeader } from '../../cli/batch-header.js';
import { QUANTILE_METHOD } from '../../sim/outcomes/intervals.js';
import type { Measured } from '../../sim/outcomes/measures.js';
import { VERSION } from '../../sim/outcomes/provenance.js';
import { type SingleWinters, singleWinters } from '../../sim/outcomes/single-winters.js';
import { singleWintersCsv } from '../../sim/outcomes/single-winters-table.js';
import {
  type Fan,
  fansOf,
  type ScenarioRuns,
  type Summary,
  summarise,
} from '../../sim/outcomes/summary.js';
import { dailyCsv, outcomesCsv, summaryJson } from '../../sim/outcomes/tables.js';
import { resolve } from '../../sim/scenario/resolve.js';
import { exampleFolder } from '../../tools/example.mjs';
import EXAMPLE from '../../web/state/example.json' with { type: 'json' };
import { reportedDates, runsOf } from '../../workers/batch.js';
import { Journal } from '../../workers/journal.js';
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
  return resultsOf(batch.scenarios, batch.dates, seed);
}

/** What the example is. */
export const EXAMPLE_WANTED: Wanted = { ...EXAMPLE, winter: 'flu-2017-18' };

/** The example as the command line simulated it when the page was built: from its journal. */
export async function example(): Promise<Headless> {
  const folder = await exampleFolder();
  const header = parseHeader(readFileSync(join(folder, 'batch.json'), 'utf8'));
  const results: Measured[][] = header.scenarios.map(() => []);
  Journal.scan(join(folder, 'journal.jsonl'), header.id, (scenario, replication, measured) => {
    results[scenario][replication] = measured;
  });
  const { bankHolidays, scenarios, seed } = header;
  const runs = scenarios.map((scenario, s) => runsOf(scenario, results[s], bankHolidays));
  const dates = scenarios.map((scenario) => reportedDates(scenario, bankHolidays));
  const made = resultsOf(runs, dates, seed);
  for (const [name, text] of Object.entries(made.files)) {
    if (readFileSync(join(folder, name), 'utf8') !== text) throw new Error(`${name} differs.`);
  }
  return made;
}

function resultsOf(
  scenarios: readonly ScenarioRuns[],
  dates: readonly (readonly string[])[],
  seed: string,
): Headless {
  const provenance = { version: VERSION, effects: 'likely', quantileMethod: QUANTILE_METHOD };
  const summary = summarise(scenarios, { ...provenance, seed });
  const fans = scenarios.flatMap((runs, s) => fansOf(runs, dates[s]));
  const singles = scenarios.map((runs, s) => singleWinters(runs, dates[s]));
  return {
    summary,
    fans,
    singles,
    files: {
      'summary.json': summaryJson(summary),
      'outcomes.csv': outcomesCsv(scenarios),
      'daily.csv': dailyCsv(fans),
      'single-winters.csv': singleWintersCsv(singles),
    },
  };
}
