// sim/calibration/calibrate.ts: a system fitted to one organisation: moments first, then simulation
// for what only emerges, with a stopping rule.

import { power } from '../engine/special.js';
import type { Measured } from '../outcomes/measures.js';
import type { Model } from '../scenario/schema.js';
import { leverErrors, meetGoals } from './broyden.js';
import { mean, sd } from './defects.js';
import { type FigureId, figuresOf, type Target, targetsOf } from './figures.js';
import { type FittedNumber, firstFit } from './first-fit.js';
import type { History } from './history.js';
import { LEVERS, type Lever, movedModel } from './levers.js';

export interface Calibration {
  model: Model;
  numbers: FittedNumber[];
  targets: TargetMet[];
  /** Simulations made, each of as many winters as asked. */
  looks: number;
  isMet: boolean;
}

/** A target, and what the fitted system gives. */
export interface TargetMet extends Target {
  simulated: number;
  residual: number;
  isMet: boolean;
}

/** Winters simulated with one model, the same winters for every model. */
export type Simulate = (model: Model) => Promise<Measured[]>;

/** Which lever is moved when which figure is known. */
const NEEDS: Record<Lever['id'], FigureId> = {
  stay: 'occupied',
  tail: 'over7',
  beds: 'open',
  department: 'within4h',
};

const SEARCH = { step: 0.04, stepMost: 0.25, looksMost: 24 };
const NORMAL_95 = 1.96;

/**
 * Fits a system to a history.
 * @param base a complete system whose shapes are kept
 * @param dates ISO dates of the reported days of a run
 */
export async function calibrate(
  base: Model,
  history: History,
  dates: readonly string[],
  simulate: Simulate,
  onLook: (looks: number) => void = () => undefined,
): Promise<Calibration> {
  const first = firstFit(base, history);
  const months = [...new Set(dates.map((date) => date.slice(0, 'YYYY-MM'.length)))];
  const targets = targetsOf(history, months);
  const known = new Set(targets.map(({ id }) => id));
  const levers = LEVERS.filter(({ id }) => known.has(NEEDS[id]));
  const numbers = [...first.numbers];
  for (const lever of LEVERS) {
    if (levers.includes(lever)) continue;
    numbers.push(notFitted(lever, `no figure for ${lever.words} in the files`));
  }
  let looks = 0;
  let errors: number[] = [];
  const look = async (by: readonly number[]) => {
    const runs = await simulate(movedModel(first.model, levers, by));
    onLook(++looks);
    const ofEach = runs.map((run) => figuresOf([run], dates, history));
    errors = targets.map(({ id }) => winterError(ofEach.map((figures) => figures[id])));
    return targets.map(({ id }) => mean(ofEach.map((figures) => figures[id])));
  };
  const bounds = levers.map((lever) => lever.bounds);
  const start = levers.map(() => 0);
  const fit = await meetGoals(look, start, bounds, targets, SEARCH);
  const spread = levers.length === 0 ? [] : leverErrors(fit.slopes, targets, errors);
  levers.forEach((lever, i) => {
    const goal = targets.find(({ id }) => id === NEEDS[lever.id]);
    numbers.push(leverNumber(lever, fit.levers[i], spread[i], goal?.words ?? ''));
  });
  return {
    model: movedModel(first.model, levers, fit.levers),
    numbers,
    targets: targets.map((target, i) => metBy(target, fit.figures[i])),
    looks: fit.looks,
    isMet: fit.isMet,
  };
}

function metBy(target: Target, simulated: number): TargetMet {
  const residual = simulated - target.target;
  return { ...target, simulated, residual, isMet: Math.abs(residual) <= target.tolerance };
}

/**
 * Standard error of an observed figure: one winter is one draw from all that the model could have
 * had, and the mean of the simulated ones is uncertain too.
 */
function winterError(ofWinters: readonly number[]): number {
  const spread = sd(ofWinters);
  return Number.isNaN(spread) ? 0 : spread * Math.sqrt(1 + 1 / ofWinters.length);
}

/** A lever as a factor, with its 95 % interval. */
function leverNumber(
  { path, words }: Lever,
  moved: number,
  error: number,
  fittedTo: string,
): FittedNumber {
  const factor = (by: number) => Number(power(Math.E, by).toFixed(3));
  return {
    path,
    value: factor(moved),
    low: factor(moved - NORMAL_95 * error),
    high: factor(moved + NORMAL_95 * error),
    basis: `${words}, a factor, fitted to ${fittedTo}`,
    confidence: 'fitted',
  };
}

function notFitted({ path }: Lever, why: string): FittedNumber {
  return { path, value: 1, low: null, high: null, basis: why, confidence: 'default' };
}
