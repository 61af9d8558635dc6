// sim/calibration/calibrate.ts: a system fitted to one organisation: moments first, then simulation
// for what only emerges, with a stopping rule.

import { power } from '../engine/special.js';
import type { Measured } from '../outcomes/measures.js';
import type { Model } from '../scenario/schema.js';
import { meetGoals } from './broyden.js';
import { type FigureId, figuresOf, type Target, targetsOf } from './figures.js';
import { firstFit } from './first-fit.js';
import type { FittedNumber } from './fitted-number.js';
import type { History } from './history.js';
import { LEVER_SD } from './lever-spread.js';
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
  tail: 'over21',
  longer: 'over7',
  beds: 'open',
  department: 'within4h',
  waits: 'nctr',
  weekend: 'weekend',
};

const SEARCH = { step: 0.04, stepMost: 0.25, looksMost: 24 };

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
  const look = async (by: readonly number[]) => {
    const runs = await simulate(movedModel(first.model, levers, by));
    onLook(++looks);
    const figures = figuresOf(runs, dates, history);
    return targets.map(({ id }) => figures[id]);
  };
  const bounds = levers.map((lever) => lever.bounds);
  const start = levers.map(() => 0);
  const fit = await meetGoals(look, start, bounds, targets, SEARCH);
  levers.forEach((lever, i) => {
    const goal = targets.find(({ id }) => id === NEEDS[lever.id]);
    numbers.push(leverNumber(lever, fit.levers[i], goal?.words ?? ''));
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

const NORMAL_95 = 1.96;

/** A lever as a factor, with the interval that held planted truths (lever-spread.ts). */
function leverNumber({ id, path, words }: Lever, moved: number, fittedTo: string): FittedNumber {
  const sd = LEVER_SD[id];
  const at = (z: number) => (sd === null ? null : Number(power(Math.E, moved + z * sd).toFixed(3)));
  return {
    path,
    value: Number(power(Math.E, moved).toFixed(3)),
    low: at(-NORMAL_95),
    high: at(NORMAL_95),
    basis: `${words}, a factor, fitted to ${fittedTo}`,
    confidence: 'fitted',
  };
}

function notFitted({ path }: Lever, why: string): FittedNumber {
  return { path, value: 1, low: null, high: null, basis: why, confidence: 'default' };
}
