// sim/calibration/backtest/backtest.ts: one organisation, one winter that has been, predicted twice:
// from the winters before alone, and with its beds and demand known.

import type { Model } from '../../scenario/schema.js';
import { mean } from '../defects.js';
import type { EmergencyMonth, History } from '../history.js';
import type { SeriesFile } from '../series.js';
import { alignedDays, alignedLevel, expectedLevel, type LevelRule, mobility } from './level.js';
import { expectedLongStays, type LongStayRule, type LongStays, longStaysOf } from './long-stays.js';
import { outlookOf } from './outlook.js';
import {
  bedsAsBefore,
  bedsByMonth,
  demandOf,
  expectedDemand,
  type Growth,
  monthsBetween,
  orElse,
  type Plan,
} from './plan.js';
import { type Scored, score, scoredMonths } from './score.js';
import { type Calendar, labelled, periodOver, type SimulateOne, train } from './train.js';
import { daysLater, historyOfWinter, type Winter, winterOf } from './winters.js';

export const MODES = ['forecast', 'given-plan'] as const;
export type Mode = (typeof MODES)[number];

/** What is asked for one organisation. */
export interface Ask {
  org: string;
  files: readonly SeriesFile[];
  base: Model;
  /** The winter predicted, and those that may be learnt from. */
  target: Winter;
  earlier: readonly Winter[];
  modes: readonly Mode[];
  rule: LevelRule;
  longStays: LongStayRule;
  growth: Growth;
  calendar: Calendar;
  replications: number;
}

/** A back-test of one organisation and winter in one mode. */
export interface Backtest extends Scored {
  org: string;
  target: Winter;
  learntFrom: Winter;
  mode: Mode;
  /** Mean occupancy expected, before anything was simulated. */
  level: number;
  /** Whether the training winter was met within its tolerances. */
  isFitted: boolean;
  notes: string[];
}

/** Why an organisation cannot be scored. */
export interface LeftOut {
  org: string;
  target: Winter;
  why: string;
  notes: string[];
}

const DAYS_LEAST = 30;
const TRAIN = { replications: 2, looksMost: 8 };
const OUTLOOK = { winters: 2, looksMost: 5 };

/** The last winter before the target with enough days, and what is known of it. */
export function lastBefore(
  org: string,
  files: readonly SeriesFile[],
  earlier: readonly Winter[],
): { winter: Winter; history: History } | null {
  for (const winter of [...earlier].sort().reverse()) {
    const history = historyOfWinter(org, files, winter);
    if (history.days.length >= DAYS_LEAST) return { winter, history };
  }
  return null;
}

/** Predicts the target winter in each mode, or says why that cannot be done. */
export async function backtest(ask: Ask, simulate: SimulateOne): Promise<Backtest[] | LeftOut> {
  const { org, files, target, earlier, calendar } = ask;
  const came = historyOfWinter(org, files, target);
  const leftOut = (why: string): LeftOut => ({ org, target, why, notes: came.notes });
  if (came.days.length < DAYS_LEAST) {
    return leftOut(`${came.days.length} days of ${target} can be used; ${DAYS_LEAST} are needed`);
  }
  const last = lastBefore(org, files, earlier);
  if (last === null) return leftOut(`no earlier winter has ${DAYS_LEAST} days that can be used`);
  const known = monthsKnown(org, files, target);
  const longStays = expectedLongStays(longStaysOf(last.history), ask.longStays);
  const trained = await train(
    ask.base,
    last.history,
    known,
    calendar,
    simulate,
    TRAIN,
    ask.longStays.toward,
  );
  const dates = came.days.map(({ date }) => date);
  const before = alignedDays(last.history.days, dates);
  const level = expectedLevel(alignedLevel(last.history.days, dates), ask.rule);
  const expected = { level, mobility: mobility(before), rule: ask.rule, longStays };
  const period = periodOver(dates, calendar.lagDays);
  const results: Backtest[] = [];
  for (const mode of ask.modes) {
    const plan = planOf(mode, { ...ask, came, last: last.history, known, period });
    const counts = { ...OUTLOOK, count: ask.replications };
    const outlook = await outlookOf(
      trained,
      plan,
      period,
      dates,
      expected,
      calendar,
      simulate,
      counts,
    );
    const runs = await Promise.all(outlook.models.map((model, k) => simulate(model, k)));
    const simulatedDates = labelled(outlook.models[0], calendar);
    const forecast = {
      runs,
      dates: simulatedDates,
      levels: outlook.levels,
      longStays: reportedBefore(longStaysOf(last.history), longStays),
      fittedWithin4h: trained.fit.figures[trained.targets.findIndex(({ id }) => id === 'within4h')],
    };
    const scoredOn = { ...came, months: scoredMonths(came) };
    const scored = score(forecast, scoredOn, last.history);
    results.push({
      org,
      target,
      learntFrom: last.winter,
      mode,
      level,
      isFitted: trained.fit.isMet,
      notes: [...last.history.notes, ...came.notes],
      ...scored,
    });
  }
  return results;
}

const YEARS_BACK = 8;

/** Months of A&E before the winter predicted; they may reach further back than daily returns. */
function monthsKnown(org: string, files: readonly SeriesFile[], target: Winter): EmergencyMonth[] {
  const year = Number(target.slice(0, 4));
  return Array.from({ length: YEARS_BACK }, (_, i) => year - YEARS_BACK + i).flatMap(
    (first) => historyOfWinter(org, files, winterOf(`${first}-12-01`)).months,
  );
}

interface Planned {
  came: History;
  last: History;
  known: readonly EmergencyMonth[];
  period: Model['period'];
  target: Winter;
  growth: Growth;
}

/** Shares that are expected from the organisation's own; where it had none the simulation tells more. */
function reportedBefore(last: LongStays, expected: LongStays): LongStays {
  return {
    over7: Number.isNaN(last.over7) ? Number.NaN : expected.over7,
    over21: Number.isNaN(last.over21) ? Number.NaN : expected.over21,
  };
}

/** What is known of the winter predicted in a mode. */
function planOf(mode: Mode, { came, last, known, period, target, growth }: Planned): Plan {
  const { firstDay, lastDay, leadInDays } = period;
  const run = monthsBetween(daysLater(firstDay, -leadInDays), lastDay);
  const expected = expectedDemand(known, target, growth);
  if (mode === 'forecast') return { open: bedsAsBefore(last.days, run), ...expected };
  const given = demandOf(came.months);
  return {
    open: bedsByMonth(came.days, run),
    attendances: orElse(given.attendances, expected.attendances),
    admitted: orElse(given.admitted, expected.admitted),
  };
}

/** Mean of what organisations have, without those that have not. */
export function meanKnown(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.length === 0 ? Number.NaN : mean(known);
}
