// sim/calibration/backtest/score.ts: forecasts of one winter beside what came, and beside the simple
// forecasts that anybody could have made.

import type { Measured } from '../../outcomes/measures.js';
import { mean, median, sd } from '../defects.js';
import { daily, figuresOf, occupancyOf } from '../figures.js';
import type { History } from '../history.js';
import {
  type Ensemble,
  lastWeek,
  persistence,
  predicted,
  type Scores,
  type Seen,
  sameLevel,
  samePattern,
  scoresOf,
  skill,
} from '../scores.js';
import { dayPatternOf, reportedDays } from './days.js';
import type { LongStays } from './long-stays.js';
import { orElse } from './plan.js';

/** Figures of a winter that a reader knows; NaN where they were not reported. */
export interface WinterFigures {
  /** Occupancy at 08:00: mean, spread between days, highest day; shares. */
  mean: number;
  sd: number;
  peak: number;
  /** Days over 92 %, as a share of the days reported. */
  daysOver92Share: number;
  /** Of occupied beds: stays over 7 and over 21 days. */
  over7Share: number;
  over21Share: number;
  /** Type 1 within 4 hours. */
  within4hShare: number;
}

export const FIGURE_KEYS = [
  'mean',
  'sd',
  'peak',
  'daysOver92Share',
  'over7Share',
  'over21Share',
  'within4hShare',
] as const satisfies readonly (keyof WinterFigures)[];

export const NAIVE = ['sameLevel', 'samePattern', 'lastWeek', 'persistence'] as const;
export type Naive = (typeof NAIVE)[number];

/** A day of the winter predicted: what was seen, and the forecast's percentiles. */
export interface ForecastDay {
  date: string;
  seen: number;
  p5: number;
  p25: number;
  p50: number;
  p75: number;
  p95: number;
}

export interface Scored {
  observed: WinterFigures;
  forecast: WinterFigures;
  /** Long stays of the simulated winters, whatever was expected. */
  simulated: LongStays;
  /** The winter before, as a forecast. */
  last: WinterFigures;
  scores: Scores;
  naive: Record<Naive, Scores>;
  skill: Record<Naive, number>;
  days: ForecastDay[];
}

const LIMIT = 0.92;
const MONTH_DAYS_LEAST = 25;

/** Simulated winters, and the levels that they stand for. */
export interface Simulated {
  runs: readonly Measured[];
  /** Dates of returns of the reported days of a run. */
  dates: readonly string[];
  levels: readonly number[];
  /** Within 4 hours in the fit to the winter before; undefined where that was not known. */
  fittedWithin4h?: number | undefined;
  /** Shares of long stays expected from those reported before; NaN where none were. */
  longStays: LongStays;
}

/**
 * Part of a simulated change of the 4-hour standard that is believed: it turns over at the brink of
 * full beds, which moves by more from the fit to the forecast than hospitals do between winters.
 */
const FOLLOWED = 0.1;

/** Scores simulated winters against one that came; its days are dressed as those of the last one. */
export function score(simulated: Simulated, target: History, last: History): Scored {
  const { runs, dates, levels } = simulated;
  const position = new Map(dates.map((date, i) => [date, i]));
  const covered = target.days.filter(({ date }) => position.has(date));
  const seen = seenOf({ ...target, days: covered });
  const onDays = seen.map(({ date }) => position.get(date) ?? 0);
  const members = runs.map((run) => onDays.map((day) => occupancyOf(run, day)));
  const own = dayPatternOf(last.days);
  const forecast = reportedDays(
    members,
    levels,
    seen.map(({ date }) => date),
    own,
  );
  const before = seenOf(last);
  const simple = {
    sameLevel: scoresOf(
      sameLevel(
        before,
        seen.map(({ date }) => date),
      ),
      seen,
    ),
    samePattern: scoresOf(
      samePattern(
        before,
        seen.map(({ date }) => date),
      ),
      seen,
    ),
    lastWeek: scoresOf(
      lastWeek(
        before,
        seen.map(({ date }) => date),
      ),
      seen,
    ),
    persistence: scoresOf(persistence(before, seen), seen),
  };
  const scores = scoresOf(forecast, seen);
  return {
    observed: observedFigures(target),
    forecast: predictedFigures(simulated, onDays, forecast, target, observedFigures(last)),
    simulated: longStaysOn(simulated, onDays),
    last: observedFigures(last),
    scores,
    naive: simple,
    skill: {
      sameLevel: skill(scores.crps, simple.sameLevel.crps),
      samePattern: skill(scores.crps, simple.samePattern.crps),
      lastWeek: skill(scores.crps, simple.lastWeek.crps),
      persistence: skill(scores.crps, simple.persistence.crps),
    },
    days: seen.map(({ date, value }, i) => ({ date, seen: value, ...bandsOf(forecast[i]) })),
  };
}

/** Occupancy of the days of a history. */
export function seenOf({ days }: History): Seen[] {
  return days.map(({ date, open, occupied }) => ({ date, value: occupied / open }));
}

function bandsOf(ensemble: Ensemble): Omit<ForecastDay, 'date' | 'seen'> {
  const sorted = [...ensemble].sort((a, b) => a - b);
  const at = (share: number) => Number(predicted(sorted, share).toFixed(4));
  return { p5: at(0.05), p25: at(0.25), p50: at(0.5), p75: at(0.75), p95: at(0.95) };
}

/** What a winter's returns say. */
export function observedFigures(history: History): WinterFigures {
  const values = seenOf(history).map(({ value }) => value);
  const known = (of: (day: History['days'][number]) => number) => {
    const shares = history.days.map(of).filter((value) => !Number.isNaN(value));
    return shares.length === 0 ? Number.NaN : mean(shares);
  };
  return {
    mean: mean(values),
    sd: sd(values),
    peak: Math.max(...values),
    daysOver92Share: mean(values.map((value) => Number(value > LIMIT))),
    over7Share: known((day) => day.over7 / day.occupied),
    over21Share: known((day) => day.over21 / day.occupied),
    within4hShare: within4hOf(history, monthsOf(history)),
  };
}

function predictedFigures(
  { runs, dates, longStays, fittedWithin4h = Number.NaN }: Simulated,
  onDays: readonly number[],
  forecast: readonly Ensemble[],
  target: History,
  last: WinterFigures,
): WinterFigures {
  const ofRun = forecast[0].map((_, k) => forecast.map((day) => day[k]));
  const stays = longStaysOn({ runs }, onDays);
  const simulated4h =
    monthsOf(target).length === 0
      ? Number.NaN
      : median(runs.map((run) => figuresOf([run], dates, target).within4h));
  return {
    // Medians over winters: a hospital cannot be fuller than full, so that levels lean to one side.
    mean: median(ofRun.map(mean)),
    sd: median(ofRun.map(sd)),
    peak: median(ofRun.map((values) => Math.max(...values))),
    daysOver92Share: median(ofRun.map((values) => mean(values.map((v) => Number(v > LIMIT))))),
    over7Share: orElse([longStays.over7], [stays.over7])[0],
    over21Share: orElse([longStays.over21], [stays.over21])[0],
    within4hShare:
      Number.isNaN(last.within4hShare) || Number.isNaN(fittedWithin4h)
        ? simulated4h
        : last.within4hShare + FOLLOWED * (simulated4h - fittedWithin4h),
  };
}

/** Shares of long stays over simulated winters and days. */
function longStaysOn({ runs }: Pick<Simulated, 'runs'>, onDays: readonly number[]): LongStays {
  const share = (key: 'stays7Beds0800' | 'stays21Beds0800') =>
    mean(
      runs.flatMap((run) =>
        onDays.map((day) => daily(run, key)[day] / daily(run, 'bedsOccupied0800')[day]),
      ),
    );
  return { over7: share('stays7Beds0800'), over21: share('stays21Beds0800') };
}

/** Months of a winter of which most days have a bed return: those that are simulated. */
function monthsOf({ days }: History): string[] {
  const counts = new Map<string, number>();
  for (const { date } of days) {
    const month = date.slice(0, 'YYYY-MM'.length);
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return [...counts].flatMap(([month, count]) => (count >= MONTH_DAYS_LEAST ? [month] : []));
}

/** The target's months that can be scored: simulated, with their breaches known. */
export function scoredMonths(history: History): History['months'] {
  const simulated = monthsOf(history);
  return history.months.filter(
    ({ month, breaches }) => simulated.includes(month) && !Number.isNaN(breaches),
  );
}

function within4hOf({ months }: History, simulated: readonly string[]): number {
  const known = months.filter(
    ({ month, breaches }) => simulated.includes(month) && !Number.isNaN(breaches),
  );
  if (known.length === 0) return Number.NaN;
  return mean(known.map(({ attendances, breaches }) => 1 - breaches / attendances));
}
