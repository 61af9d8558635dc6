// cli/report-beyond.ts: what a board pack may show beyond the means of a batch: single winters and plans
// together from its journal, and what `regret` and `sensitivity` have found.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { OUTCOME_KEYS } from '../sim/outcomes/keys.js';
import type { Measured } from '../sim/outcomes/measures.js';
import type { ScenarioRuns } from '../sim/outcomes/summary.js';
import { partsOf } from '../sim/outcomes/waterfall.js';
import { daysOver } from '../web/charts/winter-card.js';
import type { Beyond, DriversFound, RegretFound } from '../web/export/beyond.js';
import type { WinterSource } from '../web/export/winter-source.js';
import { reportedDates } from '../workers/batch.js';
import { Journal } from '../workers/journal.js';
import { type BatchHeader, parseHeader } from './batch-header.js';
import { BAD_INPUT, CommandError, MISSING_INPUT } from './exit-codes.js';
import { BATCH, JOURNAL } from './results-folder.js';

const FILE_CHARACTERS_MOST = 5_000_000;

/** Winters that every scenario of a batch has, without their days. */
interface Rows {
  header: BatchHeader;
  path: string;
  /** Numbers of the replications. */
  numbers: readonly number[];
  /** By scenario and replication. */
  outcomes: readonly ReadonlyMap<number, Measured>[];
  days: readonly ReadonlyMap<number, number>[];
}

/**
 * What the folder of a batch holds beyond its tables; nothing where its journal is gone or not whole.
 * @param replications of the summary, which the journal must hold
 */
export function beyondOfFolder(folder: string, replications: number): Beyond {
  const rows = rowsOf(folder);
  if (rows === null || rows.numbers.length !== replications) return {};
  const runs = rows.header.scenarios.map(
    ({ name, hash }, s): ScenarioRuns => ({
      ...{ name, hash, firstDay: '', siteNames: [], numbers: rows.numbers },
      replications: rows.numbers.flatMap((k) => rows.outcomes[s].get(k) ?? []),
    }),
  );
  const together = partsOf(runs, rows.header.scenarios);
  return { ...(together === null ? {} : { together }), winters: winterSource(rows) };
}

function rowsOf(folder: string): Rows | null {
  const [batch, path] = [BATCH, JOURNAL].map((name) => join(folder, name));
  if (!existsSync(batch) || !existsSync(path)) return null;
  const header = parseHeader(readFileSync(batch, 'utf8'));
  const outcomes = header.scenarios.map(() => new Map<number, Measured>());
  const days = header.scenarios.map(() => new Map<number, number>());
  // Days stay in the journal: of thousands of winters they would not fit into memory.
  Journal.scan(path, header.id, (s, k, measured: Measured) => {
    outcomes[s].set(k, outcomesOnly(measured));
    days[s].set(k, daysOver(measured));
  });
  const numbers = [...outcomes[0].keys()]
    .filter((k) => outcomes.every((of) => of.has(k)))
    .sort((a, b) => a - b);
  return { header, path, numbers, outcomes, days };
}

function outcomesOnly({ outcomes }: Measured): Measured {
  const nothing = { sites: [], delays: new Float64Array(0), services: [], actions: [], daily: [] };
  return { ...nothing, outcomes: outcomes.slice(), eventsCount: 0 };
}

function winterSource({ header, path, numbers, days }: Rows): WinterSource {
  const read = new Map<string, Measured>();
  return {
    names: header.scenarios.map(({ name }) => name),
    dates: (scenario) => reportedDates(header.scenarios[scenario], header.bankHolidays),
    days: (scenario) => numbers.map((k) => days[scenario].get(k) ?? 0),
    number: (_, place) => numbers[place],
    at(scenario, place) {
      const key = `${scenario} ${numbers[place]}`;
      if (!read.has(key)) {
        Journal.scan(path, header.id, (s, k, measured: Measured) => {
          if (s === scenario && k === numbers[place]) read.set(key, measured);
        });
      }
      return read.get(key) as Measured; // it was there when its days were counted
    },
  };
}

const figure = z.number().nullable();
const common = {
  version: z.string(),
  seed: z.string(),
  outcome: z.enum(OUTCOME_KEYS),
  replications: z.int().min(1),
};
const regretSchema = z.object({
  ...common,
  system: z.string(),
  hashes: z.array(z.string()),
  winters: z.array(z.string()).min(2),
  plans: z.array(z.string()).min(2),
  cells: z.array(
    z.array(z.object({ mean: z.number(), regret: z.number(), low95: figure, high95: figure })),
  ),
  worst: z.array(z.number()),
  chosen: z.int().min(0),
});
const sensitivitySchema = z.object({
  ...common,
  scenario: z.string(),
  system: z.string(),
  winter: z.string(),
  hash: z.string(),
  base: z.number(),
  experiment: z.object({
    factors: z
      .array(z.object({ name: z.string(), from: z.number(), to: z.number(), way: z.string() }))
      .min(1),
  }),
  drivers: z.array(
    z.object({
      factor: z.string(),
      atFrom: z.number(),
      atTo: z.number(),
      swing: z.object({ mean: figure, low95: figure, high95: figure }),
    }),
  ),
});

/** What `regret --json` prints, and `sensitivity --json`, as far as a board pack needs it. */
export type RegretFile = z.infer<typeof regretSchema>;
export type SensitivityFile = z.infer<typeof sensitivitySchema>;

/** What a file holds that `regret --json` or `sensitivity --json` has printed. */
export function beyondOfFile(path: string): Beyond {
  if (!existsSync(path)) throw new CommandError(MISSING_INPUT, `There is no file ${path}.`);
  const text = readFileSync(path, 'utf8');
  const value = text.length > FILE_CHARACTERS_MOST ? null : parsed(text);
  const regret = regretSchema.safeParse(value);
  if (regret.success && isWhole(regret.data)) return { regret: regretOf(regret.data) };
  const drivers = sensitivitySchema.safeParse(value);
  if (drivers.success) return { drivers: driversOf(drivers.data) };
  throw new CommandError(
    BAD_INPUT,
    `${path} is not what winterflow regret --json or winterflow sensitivity --json prints.`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A cell for each plan and winter. */
function isWhole({ cells, plans, winters, worst, chosen }: RegretFile): boolean {
  const isTable =
    cells.length === plans.length && cells.every((row) => row.length === winters.length);
  return isTable && worst.length === plans.length && chosen < plans.length;
}

function regretOf(file: RegretFile): RegretFound {
  const { version, seed, outcome, replications, hashes, system, winters } = file;
  const data = [system, ...winters].join(', ');
  return {
    key: outcome,
    made: { version, seed, replications, hashes, data },
    of: (key) => (key === outcome ? { ...file, key } : null),
  };
}

/** "3 more", "3 fewer"; a comma-free number as it was given. */
function signedWords(value: number | undefined): string {
  return value !== undefined && value < 0 ? `${-value} fewer` : `${value} more`;
}

function driversOf(file: SensitivityFile): DriversFound {
  const { version, seed, outcome, replications, hash, system, winter, base, experiment } = file;
  const drivers = file.drivers.map(({ factor, atFrom, atTo, swing }) => {
    const range = experiment.factors.find(({ name }) => name === factor);
    const end = (value: number | undefined) =>
      range?.way === 'scale'
        ? `${value} × its value`
        : range?.way === 'add'
          ? signedWords(value)
          : `${value}`;
    return {
      ...{ name: factor, from: end(range?.from), to: end(range?.to), atFrom, atTo },
      swing: { ...swing, chanceBetter: null },
    };
  });
  const data = [system, winter].filter((name) => name !== '').join(', ');
  return {
    key: outcome,
    scenario: file.scenario,
    made: { version, seed, replications, hashes: [hash], data },
    of: (key) => (key === outcome ? { drivers, base } : null),
  };
}
