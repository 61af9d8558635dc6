// sim/calibration/backtest/outlook.ts: a trained system put into a winter to come: its beds, its
// demand, and the stays at which the hospital runs at the level expected of it.
//
// A hospital fills the beds that it opens: over winters of about 100 trusts occupied beds followed
// open beds one to one. So the level is expected, and the stays that give it are found.

import { logarithm } from '../../engine/special.js';
import type { Measured } from '../../outcomes/measures.js';
import type { Model } from '../../scenario/schema.js';
import { type Goal, meetGoals } from '../broyden.js';
import { mean } from '../defects.js';
import { daily, type FigureId, occupancyOf } from '../figures.js';
import { LEVERS, type Lever, movedModel } from '../levers.js';
import { admissionsPerDay } from '../tightness.js';
import { type LevelRule, quantile } from './level.js';
import type { LongStays } from './long-stays.js';
import { monthsBetween, type Plan, withPlan } from './plan.js';
import { type Calendar, certain, labelled, type SimulateOne, type Trained } from './train.js';

const STAYS = LEVERS.filter(({ id }) => id === 'stay' || id === 'tail' || id === 'longer');
const REACH = { least: -0.5, most: 0.5 };
const NEAR_ENOUGH = { occupancy: 0.003, over7: 0.008, over21: 0.008 };
const SLOPE = { least: 0.08, most: 0.9 }; // of occupancy in the lever of stays
const SAMPLED_MOST = 0.12; // beyond it a full hospital only blocks its A&E

/** What is expected of a winter, and how far its level may lie from that. */
export interface Expected {
  level: number;
  /** How much farther than others the organisation moves (level.ts). */
  mobility: number;
  rule: LevelRule;
  longStays: LongStays;
}

export interface Outlook {
  /** The model of each replication, and its level: stays differ, as the level is not certain. */
  models: Model[];
  levels: number[];
  /** Occupancy at the last look, to be held against the level expected. */
  reached: number;
}

/**
 * Finds the stays for a level in a planned winter, and those for levels above and below it.
 * @param targetDates days of the returns to be predicted
 * @param counts winters for each look, looks at most, replications of the outlook
 */
export async function outlookOf(
  trained: Trained,
  plan: Plan,
  period: Model['period'],
  targetDates: readonly string[],
  { level, mobility, rule, longStays }: Expected,
  calendar: Calendar,
  simulate: SimulateOne,
  { winters, looksMost, count }: { winters: number; looksMost: number; count: number },
): Promise<Outlook> {
  // The level's own uncertainty stands in for the effects of a winter.
  const planned = certain(withPlan({ ...trained.model, period }, plan, trained.usualOpen));
  provideFor(planned, trained.model);
  const dates = labelled(planned, calendar);
  const position = new Map(dates.map((date, i) => [date, i]));
  const days = targetDates.flatMap((date) => position.get(date) ?? []);
  const look = async (by: readonly number[]): Promise<number[]> => {
    const model = movedModel(planned, STAYS, by);
    const numbers = Array.from({ length: winters }, (_, replication) => replication);
    const runs = await Promise.all(numbers.map((k) => simulate(model, k)));
    return figuresOn(runs, days);
  };
  const goals: Goal[] = [
    { target: level, tolerance: NEAR_ENOUGH.occupancy },
    { target: longStays.over7, tolerance: NEAR_ENOUGH.over7 },
    { target: longStays.over21, tolerance: NEAR_ENOUGH.over21 },
  ];
  const start = STAYS.map(() => 0);
  const search = { step: 0.04, stepMost: 0.2, looksMost, slopes: slopesOf(trained) };
  const fit = await meetGoals(
    look,
    start,
    STAYS.map(() => REACH),
    goals,
    search,
  );
  const stay = STAYS.findIndex(({ id }) => id === 'stay');
  const slope = Math.max(SLOPE.least, Math.min(SLOPE.most, fit.slopes[0][stay]));
  const levels = Array.from({ length: count }, (_, k) => {
    // Far parts of an order that jumps: neighbours in the order are not neighbours in level.
    const share = (((k * 7) % count) + 0.5) / count;
    return level + mobility * quantile(rule.changes, share);
  });
  const models = levels.map((wanted) => {
    const more = (wanted - fit.figures[0]) / slope;
    const by = [...fit.levers];
    by[stay] += Math.max(-SAMPLED_MOST, Math.min(SAMPLED_MOST, more));
    return movedModel(planned, STAYS, by);
  });
  return { models, levels, reached: fit.figures[0] };
}

/** A&E is staffed for the attendances planned, and community places meet the admissions, as before. */
function provideFor(planned: Model, trained: Model): void {
  const department = LEVERS.filter(({ id }) => id === 'department');
  const ratio = attendancesIn(trained) / attendancesIn(planned);
  for (const lever of department) lever.move(planned, logarithm(ratio));
  const more = admissionsPerDay(planned) / admissionsPerDay(trained);
  for (const pathway of ['p1', 'p2', 'p3'] as const) {
    const { places } = planned.community[pathway];
    planned.community[pathway].places = Math.round(places * more);
  }
}

/** Mean attendances a day over the months of a model's period. */
function attendancesIn({ demand, period }: Model): number {
  const months = monthsBetween(period.firstDay, period.lastDay);
  const index = months.map((month) => demand.monthIndex[Number(month.slice('YYYY-'.length)) - 1]);
  return (demand.attendancesPerDay * mean(index)) / mean(demand.monthIndex);
}

/** Mean occupancy and shares of long stays over winters and days. */
function figuresOn(runs: readonly Measured[], days: readonly number[]): number[] {
  const over = (of: (run: Measured, day: number) => number) =>
    mean(runs.flatMap((run) => days.map((day) => of(run, day))));
  const share = (key: 'stays7Beds0800' | 'stays21Beds0800') =>
    over((run, day) => daily(run, key)[day] / daily(run, 'bedsOccupied0800')[day]);
  return [over(occupancyOf), share('stays7Beds0800'), share('stays21Beds0800')];
}

/** Slopes of the same figures in the levers of stays, from the fit to the winter before. */
function slopesOf({ fit, targets, levers, occupancySlope }: Trained): number[][] {
  const row = (id: FigureId) => targets.findIndex((target) => target.id === id);
  const column = (id: Lever['id']) => levers.findIndex((lever) => lever.id === id);
  const at = (figure: FigureId, lever: Lever['id']): number =>
    fit.slopes[row(figure)]?.[column(lever)] ?? 0;
  const share = fit.figures[row('occupied')] / fit.figures[row('open')];
  const occupancy = STAYS.map(({ id }) => {
    if (id === 'stay') return occupancySlope;
    return (at('occupied', id) - share * at('open', id)) / fit.figures[row('open')];
  });
  const long = (['over7', 'over21'] as const).map((figure) =>
    STAYS.map(({ id }) => at(figure, id)),
  );
  return [occupancy, ...long];
}
