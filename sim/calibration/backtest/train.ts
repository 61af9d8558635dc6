// sim/calibration/backtest/train.ts: a base system fitted to a winter that is known, with few
// simulations: closed forms give the start, known slopes the first move.

import { logarithm } from '../../engine/special.js';
import { POOLS } from '../../hospital/categories.js';
import type { Measured } from '../../outcomes/measures.js';
import type { Model } from '../../scenario/schema.js';
import { type Fit, meetGoals } from '../broyden.js';
import { mean } from '../defects.js';
import { type FigureId, figuresOf, observedOccupancy, type Target, targetsOf } from '../figures.js';
import { firstFit } from '../first-fit.js';
import type { EmergencyMonth, History } from '../history.js';
import { LEVERS, type Lever, movedModel } from '../levers.js';
import { admissionsPerDay, runTightly, tightnessOf } from '../tightness.js';
import type { LongStays } from './long-stays.js';
import { bedsByMonth, demandOf, monthsBetween, type Plan, withPlan } from './plan.js';
import { daysLater } from './winters.js';

/** Simulates one winter of a model; the same model and replication give the same winter. */
export type SimulateOne = (model: Model, replication: number) => Promise<Measured>;

/** How simulated days are laid beside reported ones. */
export interface Calendar {
  /** Reported days of a run. */
  dates: (model: Model) => string[];
  /** A return dated D counts the beds of the morning so many days after D. */
  lagDays: number;
}

export interface Trained {
  /** With the levers where they met the figures; demand and beds of the winter fitted to. */
  model: Model;
  levers: readonly Lever[];
  fit: Fit;
  targets: Target[];
  /** Mean open beds of the winter fitted to. */
  usualOpen: number;
  /** Slope of mean occupancy in the lever of stays. */
  occupancySlope: number;
}

export interface TrainOptions {
  /** Winters simulated for each look. */
  replications: number;
  looksMost: number;
  /** Shares of long stays to be met where none were reported; left out, stays keep their shape. */
  longStays?: LongStays;
}

const MARGIN_DAYS = 1;
const LEAD_IN_DAYS = 28;
const LOOSELY = 0.02; // of a share that is expected, not reported
/** Least and most slope of occupancy in the lever of stays that a search relies on. */
const OCCUPANCY_SLOPE = { least: 0.08, most: 0.9 };

/**
 * Slopes of the figures in the levers near the mean of trusts, from which the search begins: shares
 * as they are, beds relative to the target. What they miss is learnt from the looks.
 */
const START_SLOPES: Record<FigureId, Record<Lever['id'], number>> = {
  open: { stay: 0.1, tail: 0, longer: 0.08, beds: 0.95, department: 0, waits: 0, weekend: 0 },
  occupied: { stay: 0.4, tail: 0, longer: 0.35, beds: 0.65, department: 0, waits: 0, weekend: 0 },
  over7: { stay: 0.27, tail: 0.06, longer: -0.02, beds: 0, department: 0, waits: 0, weekend: 0 },
  over21: { stay: 0.18, tail: 0.14, longer: -0.02, beds: 0, department: 0, waits: 0, weekend: 0 },
  within4h: {
    stay: -0.4,
    tail: 0,
    longer: -0.4,
    beds: 0.55,
    department: -0.6,
    waits: 0,
    weekend: 0,
  },
  nctr: { stay: 0, tail: 0, longer: 0, beds: 0, department: 0, waits: 0.03, weekend: 0 },
  weekend: { stay: 0, tail: 0, longer: 0, beds: 0, department: 0, waits: 0, weekend: 0.4 },
};

/** The period of a run that covers the days of a return. */
export function periodOver(dates: readonly string[], lagDays: number): Model['period'] {
  const sorted = [...dates].sort();
  const firstDay = `${sorted[0].slice(0, 'YYYY-MM'.length)}-01`;
  const lastDay = daysLater(sorted[sorted.length - 1], lagDays + MARGIN_DAYS);
  return { firstDay, lastDay, leadInDays: LEAD_IN_DAYS };
}

/** The base without what was fitted month by month to a winter: that would tell the answer. */
export function neutral(base: Model): Model {
  const model = structuredClone(base);
  model.stays.monthIndex = model.stays.monthIndex.map(() => 1);
  model.department.monthFactor = model.department.monthFactor?.map(() => 1);
  model.beds.changes = [];
  return model;
}

/**
 * Fits stays, their tail, beds and the department to one winter.
 * @param known months of A&E of this and earlier winters
 * @param longStays shares to be met where the winter's returns do not tell them
 */
export async function train(
  base: Model,
  history: History,
  known: readonly EmergencyMonth[],
  calendar: Calendar,
  simulate: SimulateOne,
  { replications, looksMost }: TrainOptions,
  longStays: LongStays,
): Promise<Trained> {
  const sized = firstFit(neutral(base), { ...history, months: [...known] }).model;
  sized.period = periodOver(
    history.days.map(({ date }) => date),
    calendar.lagDays,
  );
  const usualOpen = mean(history.days.map(({ open }) => open));
  runTightly(sized, base, tightnessOf(observedOccupancy(history)), usualOpen);
  const planned = withPlan(sized, planOf(sized, history), usualOpen);
  const fitted = await fitLevers(planned, base, history, calendar, simulate, {
    replications,
    looksMost,
    longStays,
  });
  return { ...fitted, usualOpen };
}

/** A fit of levers, before anything is known of the winter to come. */
export type FittedLevers = Omit<Trained, 'usualOpen'>;

/** Moves the levers that the figures tell of until a sized model meets them. */
export async function fitLevers(
  planned: Model,
  base: Model,
  history: History,
  calendar: Calendar,
  simulate: SimulateOne,
  { replications, looksMost, longStays }: TrainOptions,
): Promise<FittedLevers> {
  const dates = labelled(planned, calendar);
  const months = [...new Set(dates.map((date) => date.slice(0, 'YYYY-MM'.length)))];
  const targets = withLongStays(targetsOf(history, months), longStays);
  const levers = LEVERS.filter(({ id }) => isKnown(id, targets));
  const look = async (by: readonly number[]) => {
    const model = certain(movedModel(planned, levers, by));
    const runs = await Promise.all(
      Array.from({ length: replications }, (_, replication) => simulate(model, replication)),
    );
    const figures = figuresOf(runs, dates, history);
    return targets.map(({ id }) => figures[id]);
  };
  const slopes = targets.map(({ id, unit, target }) =>
    levers.map((lever) => START_SLOPES[id][lever.id] * (unit === 'beds' ? target : 1)),
  );
  const start = levers.map(({ id }) => (id === 'stay' ? stayStart(base, planned, history) : 0));
  const bounds = levers.map((lever) => lever.bounds);
  const search = { step: 0.04, stepMost: 0.35, looksMost, slopes };
  const fit = await meetGoals(look, start, bounds, targets, search);
  const slope = occupancySlope(fit, targets, levers);
  return {
    model: movedModel(planned, levers, fit.levers),
    levers,
    fit,
    targets,
    occupancySlope: slope,
  };
}

/** Dates of the returns that the reported days of a run are compared with. */
export function labelled(model: Model, { dates, lagDays }: Calendar): string[] {
  return dates(model).map((date) => daysLater(date, -lagDays));
}

/** Without the effects that one winter has on the whole: what is seen is one winter, not their mean. */
export function certain(model: Model): Model {
  model.stays.winterEffectCv = 0;
  model.demand.winterEffectCv = 0;
  return model;
}

/** Targets with those shares of long stays that a return does not tell, loosely. */
function withLongStays(targets: readonly Target[], usual: LongStays | undefined): Target[] {
  const missing = (['over7', 'over21'] as const).flatMap((id): Target[] => {
    if (usual === undefined || targets.some((target) => target.id === id)) return [];
    const words = 'expected, as none were reported';
    return [{ id, words, unit: 'share', target: usual[id], tolerance: LOOSELY }];
  });
  return [...targets, ...missing];
}

/** Beds and demand of the winter itself. */
function planOf(model: Model, { days, months }: History): Plan {
  const { firstDay, lastDay, leadInDays } = model.period;
  const run = monthsBetween(daysLater(firstDay, -leadInDays), lastDay);
  return { open: bedsByMonth(days, run), ...demandOf(months) };
}

const FIGURE_OF: Record<Lever['id'], FigureId> = {
  stay: 'occupied',
  tail: 'over21',
  longer: 'over7',
  beds: 'open',
  department: 'within4h',
  waits: 'nctr',
  weekend: 'weekend',
};

function isKnown(lever: Lever['id'], targets: readonly Target[]): boolean {
  return targets.some(({ id }) => id === FIGURE_OF[lever]);
}

/** Stays that fill the observed beds with the admissions, as those of the base fill its own. */
function stayStart(base: Model, planned: Model, { days }: History): number {
  const occupied = mean(days.map((day) => day.occupied));
  const beds = POOLS.reduce((sum, pool) => sum + (base.beds[pool]?.core ?? 0), 0);
  const usual = base.census.occupancyShare * (beds + base.beds.flex.most / 2);
  const ratio = occupied / admissionsPerDay(planned) / (usual / admissionsPerDay(base));
  return Math.max(-0.6, Math.min(0.6, logarithm(ratio)));
}

/** Of occupied ÷ open, from the slopes that the search ended with. */
function occupancySlope(fit: Fit, targets: readonly Target[], levers: readonly Lever[]): number {
  const stay = levers.findIndex(({ id }) => id === 'stay');
  const row = (id: FigureId) => targets.findIndex((target) => target.id === id);
  const [occupied, open] = [row('occupied'), row('open')];
  if (stay < 0 || occupied < 0 || open < 0) return OCCUPANCY_SLOPE.least;
  const share = fit.figures[occupied] / fit.figures[open];
  const slope = (fit.slopes[occupied][stay] - share * fit.slopes[open][stay]) / fit.figures[open];
  return Math.max(OCCUPANCY_SLOPE.least, Math.min(OCCUPANCY_SLOPE.most, slope));
}
