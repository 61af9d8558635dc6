// cli/write-results.ts: the files of a results folder. Only the manifest tells machines apart.

import { commentaryOf } from '../sim/outcomes/commentary.js';
import { QUANTILE_METHOD } from '../sim/outcomes/intervals.js';
import { planningCsv } from '../sim/outcomes/planning-csv.js';
import { VERSION } from '../sim/outcomes/provenance.js';
import { singleWintersCsvParts } from '../sim/outcomes/single-winters-table.js';
import {
  dailyCsvParts,
  hasSites,
  outcomesCsvParts,
  sitesCsvParts,
  summaryJson,
} from '../sim/outcomes/tables.js';
import type { Library } from '../sim/scenario/library.js';
import { type ReportModel, reportHtml } from '../web/export/report.js';
import { commitOf } from './commit.js';
import { type DailyTables, dailyTablesOf } from './daily-tables.js';
import { type ExportFormat, removeOutdated } from './derived-files.js';
import { rangesText } from './manifest.js';
import { openNodeLibrary } from './node-library.js';
import { precisionJson } from './precision.js';
import { BATCH, JOURNAL, MANIFEST, PRECISION, type ResultsFolder } from './results-folder.js';
import type { Finished, RunOptions } from './run-scenarios.js';
import type { Session } from './session.js';

/** What was written, and what stands beside it. */
export interface Written extends DailyTables {
  /** Formats in which the results before were exported; these exports are removed. */
  exported: ExportFormat[];
}

/** Writes tables, report and manifest; the manifest comes last and says that all are there. */
export function writeResults(
  folder: ResultsFolder,
  finished: Finished,
  options: RunOptions,
  session: Session | null = null,
): Written {
  const { batch, summary, scenarios } = finished;
  const library = openNodeLibrary();
  if (session === null) for (const name of [BATCH, JOURNAL]) folder.remove(name);
  const sums: Record<string, string> = {};
  const write = (name: string, content: string | Iterable<string>): void => {
    sums[name] = folder.write(name, content);
  };
  write('outcomes.csv', outcomesCsvParts(batch.scenarios));
  const tables = dailyTablesOf(library, finished, session);
  const { fans, planning, singles, observed } = tables;
  write('daily.csv', dailyCsvParts(fans));
  write('single-winters.csv', singleWintersCsvParts(singles));
  write('planning.csv', planningCsv(planning));
  if (hasSites(batch.scenarios)) write('sites.csv', sitesCsvParts(batch.scenarios));
  else folder.remove('sites.csv');
  write('summary.json', summaryJson(summary));
  const precision = session?.header.precision;
  if (precision === undefined) folder.remove(PRECISION);
  else write(PRECISION, precisionJson(finished, precision));
  const models = scenarios.map((_, s) => describe(library, finished, session, s));
  const bankHolidays = library.bankHolidays();
  write(
    'report.html',
    reportHtml({ summary, fans, models, bankHolidays, observed, planning, singles }),
  );
  const exported = removeOutdated(folder, sums, session !== null);
  writeManifest(folder, finished, options, session, models, sums);
  return { ...tables, exported };
}

/** Writes manifest.json: provenance, what failed, and the SHA-256 of each file of results. */
export function writeManifest(
  folder: ResultsFolder,
  { batch, summary, scenarios, seconds }: Finished,
  options: RunOptions,
  session: Session | null,
  models: readonly ReportModel[],
  sums: Readonly<Record<string, string>>,
): void {
  const kept = batch.scenarios[0]?.numbers ?? [];
  const manifest = {
    version: VERSION,
    commit: commitOf(),
    ...(session === null
      ? {}
      : {
          batch: session.header.id,
          build: session.header.build,
          wanted: session.header.replications,
          ...(session.header.shard === undefined ? {} : { shard: session.header.shard }),
        }),
    seed: options.seed,
    replications: summary.replications,
    ...(session?.header.shard === undefined ? { winters: rangesText(kept) } : {}),
    effects: options.effects,
    quantileMethod: QUANTILE_METHOD,
    complete: batch.complete,
    scenarios: models.map((model, i) => ({ ...model, files: scenarios[i].files })),
    failures: batch.failures,
    machine: { node: process.version, workers: options.workers },
    finishedAt: new Date().toISOString(),
    timings: {
      simulatedSeconds: seconds,
      mostMegabytes: Math.round((process.resourceUsage().maxRSS * 1024) / 1e6),
    },
    eventsCount: batch.eventsCount,
    files: sums,
  };
  folder.write(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
}

function describe(
  library: Library,
  { scenarios }: Finished,
  session: Session | null,
  s: number,
): ReportModel {
  const { name, system, winter, plans, hash } = scenarios[s];
  const assumptions =
    session?.header.scenarios[s].assumptions ?? commentaryOf(library, scenarios[s]);
  return { name, system, winter, plans, hash, assumptions };
}
