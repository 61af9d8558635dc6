// sim/calibration/backtest/outlook.ts: a trained system put into a winter to come: its beds, its
// demand, and the stays at which the hospital runs at the level expected of it.
//
// A hospital fills the beds that it opens: over winters of about 100 trusts occupied beds followed
// open beds one to one. So the level is expected, and the stays that give it are found.

import { logarithm } from '../../engine/special.js';
import type { Measured } from '../../outcomes/measures.js';
import type { Model } from '../../scenario/schema.js';
import { mean } from '../defects.js';
import { occupancyOf } from '../figures.js';
import { LEVERS, movedModel } from '../levers.js';
import { type LevelRule, quantile } from './level.js';
import { monthsBetween, type Plan, withPlan } from './plan.js';
import { type Calendar, certain, labelled, type SimulateOne, type Trained } from './train.js';

const STAY = LEVERS.filter(({ id }) => id === 'stay');
const LOOKS_MOST = 5;
const NEAR_ENOUGH = 0.002; // of occupancy
const MOVE_MOST = 0.2;
const WIDE_LOOK = 0.15;
const SAMPLED_MOST = 0.35;

export interface Outlook {
  /** The model of each replication: they differ in their stays, as the level is not certain. */
  models: Model[];
  /** Level expected, and the one of the last look at it. */
  level: number;
  reached: number;
  /** Simulated winters that it took. */
  winters: number;
}

/** A place on the curve of occupancy over the lever of stays. */
interface Place {
  lever: number;
  occupancy: number;
}

/**
 * Finds the stays for a level in a planned winter, and those for levels above and below it.
 * @param targetDates days of the returns to be predicted
 * @param count replications of the outlook
 */
export async function outlookOf(
  trained: Trained,
  plan: Plan,
  period: Model['period'],
  targetDates: readonly string[],
  level: number,
  rule: LevelRule,
  calendar: Calendar,
  simulate: SimulateOne,
  { looks, count }: { looks: number; count: number },
): Promise<Outlook> {
  // The level's own uncertainty stands in for the effects of a winter.
  const planned = certain(withPlan({ ...trained.model, period }, plan, trained.usualOpen));
  staffFor(planned, trained.model);
  const dates = labelled(planned, calendar);
  const places: Place[] = [];
  const look = async (lever: number): Promise<Place> => {
    const model = movedModel(planned, STAY, [lever]);
    const runs = await Promise.all(
      Array.from({ length: looks }, (_, replication) => simulate(model, replication)),
    );
    const place = { lever, occupancy: levelOf(runs, dates, targetDates) };
    places.push(place);
    return place;
  };
  const best = await search(look, level, trained.occupancySlope);
  await look(best.lever - WIDE_LOOK);
  await look(best.lever + WIDE_LOOK);
  const models = Array.from({ length: count }, (_, k) => {
    // Far parts of an order that jumps: neighbours in the order are not neighbours in level.
    const share = (((k * 7) % count) + 0.5) / count;
    const wanted = level + quantile(rule.changes, share);
    return movedModel(planned, STAY, [leverAt(places, wanted, best.lever)]);
  });
  return { models, level, reached: best.occupancy, winters: places.length * looks };
}

/** A department is staffed for the attendances that are planned, as it was for those it had. */
function staffFor(planned: Model, trained: Model): void {
  const department = LEVERS.filter(({ id }) => id === 'department');
  const ratio = attendancesIn(trained) / attendancesIn(planned);
  for (const lever of department) lever.move(planned, logarithm(ratio));
}

/** Mean attendances a day over the months of a model's period. */
function attendancesIn({ demand, period }: Model): number {
  const months = monthsBetween(period.firstDay, period.lastDay);
  const index = months.map((month) => demand.monthIndex[Number(month.slice('YYYY-'.length)) - 1]);
  return (demand.attendancesPerDay * mean(index)) / mean(demand.monthIndex);
}

/** Secant steps towards a level. */
async function search(
  look: (lever: number) => Promise<Place>,
  level: number,
  startSlope: number,
): Promise<Place> {
  let slope = startSlope;
  let best = await look(0);
  let last = best;
  for (let looks = 1; looks < LOOKS_MOST; looks++) {
    const missing = level - best.occupancy;
    if (Math.abs(missing) <= NEAR_ENOUGH) break;
    const move = Math.max(-MOVE_MOST, Math.min(MOVE_MOST, missing / slope));
    const next = await look(best.lever + move);
    const found = (next.occupancy - last.occupancy) / (next.lever - last.lever);
    if (found > 0.03) slope = Math.min(1, found);
    last = next;
    if (Math.abs(level - next.occupancy) < Math.abs(missing)) best = next;
  }
  return best;
}

/** The lever at which the curve through the places has a level; flat ends go on at their slope. */
function leverAt(places: readonly Place[], level: number, around: number): number {
  const curve = rising(places);
  const above = curve.findIndex(({ occupancy }) => occupancy >= level);
  const i = above < 0 ? curve.length - 1 : Math.max(1, above);
  if (curve.length < 2) return around;
  const [one, two] = [curve[i - 1], curve[i]];
  const slope = Math.max(0.04, (two.occupancy - one.occupancy) / (two.lever - one.lever));
  const lever = one.lever + (level - one.occupancy) / slope;
  return Math.max(around - SAMPLED_MOST, Math.min(around + SAMPLED_MOST, lever));
}

/** Places in order of the lever, without those at which occupancy does not rise. */
function rising(places: readonly Place[]): Place[] {
  const sorted = [...places].sort((a, b) => a.lever - b.lever);
  const curve: Place[] = [];
  for (const place of sorted) {
    const last = curve[curve.length - 1];
    if (last === undefined || (place.lever > last.lever && place.occupancy > last.occupancy)) {
      curve.push(place);
    }
  }
  return curve;
}

/** Mean occupancy over winters and days. */
function levelOf(
  runs: readonly Measured[],
  dates: readonly string[],
  targetDates: readonly string[],
): number {
  const position = new Map(dates.map((date, i) => [date, i]));
  const days = targetDates.flatMap((date) => position.get(date) ?? []);
  return mean(runs.flatMap((run) => days.map((day) => occupancyOf(run, day))));
}
