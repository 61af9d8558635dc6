// web/export/read-batch.ts: files of a headless batch become a batch to show; a file that does not fit
// is refused in one sentence.

import { z } from 'zod';
import { dayNumberOf } from '../../sim/engine/time.js';
import type { DifferenceEstimate, Estimate } from '../../sim/outcomes/intervals.js';
import { OUTCOME_KEYS, type Outcome } from '../../sim/outcomes/keys.js';
import type { SingleWinters } from '../../sim/outcomes/single-winters.js';
import { parseSingleWintersCsv } from '../../sim/outcomes/single-winters-table.js';
import type { Fan, Summary } from '../../sim/outcomes/summary.js';
import { parseDailyCsv } from '../../sim/outcomes/tables.js';
import { pathText, valueText } from '../../sim/scenario/problems.js';
import type { Batch } from '../charts/batch.js';

/** Largest results file that is read; a batch of 20 scenarios has about 5 MB. */
export const FILE_BYTES_MOST = 100_000_000;

/** Says in one sentence why files cannot be shown. */
export class BatchFileError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BatchFileError';
  }
}

const number = z.number().nullable();
const estimate = z.object({
  mean: number,
  low95: number,
  high95: number,
  p5: number,
  p25: number,
  p50: number,
  p75: number,
  p95: number,
});
const difference = z.object({ mean: number, low95: number, high95: number, chanceBetter: number });
const service = z.object({
  name: z.string(),
  eligibleMean: z.number(),
  reachedMean: z.number(),
  changedMean: z.number(),
});
const unit = z.object({
  name: z.string(),
  attendancesMean: z.number(),
  within4hShare: number,
  sentOnMean: z.number(),
  foundClosedMean: z.number(),
});
const chance = z.object({ key: z.string(), text: z.string(), share: z.number() });
const target = z.object({
  id: z.templateLiteral(['T', z.number()]),
  text: z.string(),
  key: z.string(),
  mean: z.number(),
  met: z.boolean().nullable(),
  chance: z.number().nullable(),
});
const targetAbsent = target.pick({ id: true, text: true }).extend({ why: z.string() });
const cost = z.object({
  pounds: z.number(),
  withoutCost: z.array(z.string()),
  perBedDaySaved: z.object({ mean: z.number(), low: z.number(), high: z.number() }).nullable(),
});
const sitesOf = <T extends z.ZodType>(outcome: T) =>
  z.array(z.object({ name: z.string(), outcomes: z.record(z.string(), outcome) })).optional();
const NAME_MOST = 1000; // characters
const name = z.string().max(NAME_MOST);
const madeOf = z.object({ system: name, winter: name, plans: z.array(name) });
const summarySchema = z.object({
  version: z.string(),
  seed: z.string(),
  replications: z.number().int().nonnegative(),
  effects: z.string(),
  quantileMethod: z.string(),
  scenarios: z
    .array(
      z.object({
        name: z.string().min(1),
        hash: z.string(),
        madeOf: madeOf.optional(),
        outcomes: z.record(z.string(), estimate),
        chances: z.array(chance),
        services: z.array(service).default([]),
        units: z.array(unit).optional(),
        sites: sitesOf(estimate),
        targets: z.array(target).default([]),
        targetsAbsent: z.array(targetAbsent).default([]),
      }),
    )
    .min(1),
  differences: z.array(
    z.object({
      scenario: z.string(),
      base: z.string(),
      outcomes: z.record(z.string(), difference),
      sites: sitesOf(difference),
      cost: cost.optional(),
    }),
  ),
});

type Sites<T> = { name: string; outcomes: Record<string, T> }[];
type ParsedSummary = z.infer<typeof summarySchema>;

const NO_ESTIMATE: Estimate = {
  mean: null,
  low95: null,
  high95: null,
  p5: null,
  p25: null,
  p50: null,
  p75: null,
  p95: null,
};
const NO_DIFFERENCE: DifferenceEstimate = {
  mean: null,
  low95: null,
  high95: null,
  chanceBetter: null,
};

/**
 * Reads the texts of summary.json and daily.csv, and of single-winters.csv where there is one.
 * @throws BatchFileError
 */
export function parseBatch(
  summaryText: string,
  dailyText: string,
  bankHolidays: readonly string[],
  singlesText?: string,
): Batch {
  const summary = parseSummary(summaryText);
  const fans = parseFans(dailyText);
  const named = new Set(summary.scenarios.map(({ name }) => name));
  const stranger = fans.find(({ scenario }) => !named.has(scenario));
  const absent = [...named].find((name) => fans.every(({ scenario }) => scenario !== name));
  if (stranger !== undefined || absent !== undefined) {
    throw new BatchFileError(
      `The two files are of different batches: the scenario ${valueText(stranger?.scenario ?? absent)} ` +
        `is only in ${stranger === undefined ? 'summary.json' : 'daily.csv'}.`,
    );
  }
  return { summary, fans, bankHolidays, ...singlesOf(summary, singlesText) };
}

/** Single winters in the order of the scenarios; nothing where the file is not given. */
function singlesOf({ scenarios }: Summary, text?: string): Pick<Batch, 'singles'> {
  if (text === undefined) return {};
  let given: SingleWinters[];
  try {
    given = parseSingleWintersCsv(text);
  } catch (error) {
    throw new BatchFileError(error instanceof Error ? error.message : String(error));
  }
  const singles = scenarios.map(({ name }) => {
    const found = given.find(({ scenario }) => scenario === name);
    if (found !== undefined) return found;
    throw new BatchFileError(
      `single-winters.csv is of another batch: it holds no scenario ${valueText(name)}.`,
    );
  });
  return { singles };
}

function parseSummary(text: string): Summary {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new BatchFileError('summary.json is not JSON, or breaks off before its end.');
  }
  const parsed = summarySchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = pathText(issue.path);
    throw new BatchFileError(
      path === ''
        ? 'summary.json does not hold the summary of a batch.'
        : `summary.json is not the summary of a batch: ${path} does not fit (${issue.message}).`,
    );
  }
  const { scenarios, differences } = parsed.data;
  const fits = differences.every(({ scenario }, i) => scenario === scenarios[i + 1]?.name);
  if (!fits || differences.length !== scenarios.length - 1) {
    throw new BatchFileError(
      'summary.json is not the summary of a batch: its differences do not follow its scenarios.',
    );
  }
  return withKnownOutcomes(parsed.data);
}

/** Outcomes that this version knows; what the file lacks is undefined, never zero. */
function withKnownOutcomes(parsed: ParsedSummary): Summary {
  const fill = <T>(given: Record<string, T>, none: T) =>
    Object.fromEntries(OUTCOME_KEYS.map((key) => [key, given[key] ?? none])) as Record<Outcome, T>;
  const fillSites = <T>(sites: Sites<T> | undefined, none: T) =>
    sites && {
      sites: sites.map(({ name, outcomes }) => ({ name, outcomes: fill(outcomes, none) })),
    };
  return {
    ...parsed,
    scenarios: parsed.scenarios.map(({ sites, ...scenario }) => ({
      ...scenario,
      outcomes: fill(scenario.outcomes, NO_ESTIMATE),
      ...fillSites(sites, NO_ESTIMATE),
      chances: scenario.chances.flatMap((given) => {
        const key = OUTCOME_KEYS.find((known) => known === given.key);
        return key === undefined ? [] : [{ ...given, key }];
      }),
    })),
    differences: parsed.differences.map(({ sites, ...given }) => ({
      ...given,
      outcomes: fill(given.outcomes, NO_DIFFERENCE),
      ...fillSites(sites, NO_DIFFERENCE),
    })),
  };
}

function parseFans(text: string): Fan[] {
  let fans: Fan[];
  try {
    fans = parseDailyCsv(text);
  } catch (error) {
    throw new BatchFileError(error instanceof Error ? error.message : String(error));
  }
  for (const { dates, series } of fans) {
    for (let i = 0; i < dates.length; i++) {
      const day = dayNumberOf(dates[i]);
      if (Number.isNaN(day)) {
        throw new BatchFileError(`daily.csv: ${valueText(dates[i])} is not a date (${series}).`);
      }
      if (i > 0 && day <= dayNumberOf(dates[i - 1])) {
        throw new BatchFileError(
          `daily.csv: ${dates[i]} stands after ${dates[i - 1]} (${series}); dates must go up.`,
        );
      }
    }
  }
  return fans;
}
