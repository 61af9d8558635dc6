// web/packed/batch.ts: a batch as it stands in the built page: the same numbers to the last bit in half the
// room. Names of outcomes are written once, columns are packed, and the upper end of an interval is kept as
// what it is more than the mean's distance from the lower end: nothing, or the last bit.

import { dateOf, dayNumberOf } from '../../sim/engine/time.js';
import type { DifferenceEstimate, Estimate } from '../../sim/outcomes/intervals.js';
import { OUTCOME_KEYS, type Outcome } from '../../sim/outcomes/keys.js';
import type { SingleWinters } from '../../sim/outcomes/single-winters.js';
import type { DifferenceSummary, Fan, ScenarioSummary } from '../../sim/outcomes/summary.js';
import type { Batch } from '../charts/batch.js';
import {
  type PackedNumbers,
  packNumbers,
  stepped,
  stepsTo,
  unpackDefined,
  unpackNumbers,
} from './numbers.js';

/** A column for each field, with a value for each outcome in the order of OUTCOME_KEYS. */
type Columns = Readonly<Record<string, PackedNumbers>>;
type Packed<T, K extends keyof T> = Omit<T, K> & Record<K, PackedNumbers>;
type PackedFan = Packed<Fan, 'mean' | 'p5' | 'p25' | 'p50' | 'p75' | 'p95'> & {
  days: PackedNumbers;
};
type PackedSingles = Packed<SingleWinters, 'overShare'> & { days: PackedNumbers };

/** A batch as the page holds it until it is shown. */
export interface PackedBatch extends Omit<Batch, 'summary' | 'fans' | 'singles'> {
  summary: Omit<Batch['summary'], 'scenarios' | 'differences'> & {
    scenarios: (Omit<ScenarioSummary, 'outcomes'> & { columns: Columns })[];
    differences: (Omit<DifferenceSummary, 'outcomes'> & { columns: Columns })[];
  };
  fans: Omit<PackedFan, 'dates'>[];
  singles?: Omit<PackedSingles, 'dates'>[];
}

type Figures = Pick<Estimate, 'mean' | 'low95' | 'high95'>;
const FAN = ['mean', 'p5', 'p25', 'p50', 'p75', 'p95'] as const;

/** Packs a batch; used when the page is built. */
export function packBatch({ summary, fans, singles, ...rest }: Batch): PackedBatch {
  return {
    ...rest,
    summary: {
      ...summary,
      scenarios: summary.scenarios.map(withColumns),
      differences: summary.differences.map(withColumns),
    },
    fans: fans.map(({ dates, ...fan }) => ({
      ...fan,
      ...(Object.fromEntries(FAN.map((name) => [name, packNumbers(fan[name])])) as Pick<
        PackedFan,
        (typeof FAN)[number]
      >),
      days: daysOf(dates),
    })),
    ...(singles && {
      singles: singles.map(({ dates, overShare, ...single }) => ({
        ...single,
        overShare: packNumbers(overShare),
        days: daysOf(dates),
      })),
    }),
  };
}

/** The batch of a packed one. */
export function unpackBatch({ summary, fans, singles, ...rest }: PackedBatch): Batch {
  return {
    ...rest,
    summary: {
      ...summary,
      scenarios: summary.scenarios.map(({ columns, ...scenario }) => ({
        ...scenario,
        outcomes: outcomesOf<Estimate>(columns),
      })),
      differences: summary.differences.map(({ columns, ...difference }) => ({
        ...difference,
        outcomes: outcomesOf<DifferenceEstimate>(columns),
      })),
    },
    fans: fans.map(({ days, ...fan }) => ({
      ...fan,
      dates: datesOf(days),
      ...(Object.fromEntries(FAN.map((name) => [name, unpackDefined(fan[name])])) as Pick<
        Fan,
        (typeof FAN)[number]
      >),
    })),
    ...(singles && {
      singles: singles.map(({ days, overShare, ...single }) => ({
        ...single,
        dates: datesOf(days),
        overShare: unpackNumbers(overShare),
      })),
    }),
  };
}

function withColumns<T extends Figures, S extends { outcomes: Record<Outcome, T> }>({
  outcomes,
  ...rest
}: S): Omit<S, 'outcomes'> & { columns: Columns } {
  const rows = OUTCOME_KEYS.map((key) => outcomes[key]);
  const fields = Object.keys(rows[0]) as (keyof T & string)[];
  const columns = fields.map((field) => {
    const values = rows.map((row) => (field === 'high95' ? beyondLow(row) : row[field]));
    return [field, packNumbers(values as (number | null)[])] as const;
  });
  return { ...rest, columns: Object.fromEntries(columns) };
}

function outcomesOf<T extends Figures>(columns: Columns): Record<Outcome, T> {
  const unpacked = Object.entries(columns).map(
    ([field, packed]) => [field, unpackNumbers(packed)] as const,
  );
  const rows = OUTCOME_KEYS.map((key, i) => {
    const row = Object.fromEntries(
      unpacked.map(([field, values]) => [field, values[i]]),
    ) as unknown as T;
    const { mean, low95, high95 } = row;
    const isKnown = mean !== null && low95 !== null && high95 !== null;
    return [key, isKnown ? { ...row, high95: stepped(2 * mean - low95, high95) } : row] as const;
  });
  return Object.fromEntries(rows) as Record<Outcome, T>;
}

/** How many numbers lie between an upper end and the same distance on the other side of the mean. */
function beyondLow({ mean, low95, high95 }: Figures): number | null {
  if (mean === null || low95 === null || high95 === null) return null;
  return stepsTo(high95, 2 * mean - low95);
}

function daysOf(dates: readonly string[]): PackedNumbers {
  return packNumbers(dates.map(dayNumberOf));
}

function datesOf(days: PackedNumbers): string[] {
  return unpackDefined(days).map(dateOf);
}
