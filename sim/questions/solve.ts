// sim/questions/solve.ts: the least change with which a target holds, by stochastic root finding.
//
// Candidate values stand in order from the least change to the most. Every winter meets the same
// patients at each value (common random numbers), so that curves over values are smooth although
// winters differ. A pilot of a few winters finds the neighbourhood by halving; all winters then settle
// three places there: where the target holds as estimated, and where it could hold at the earliest and
// at the latest with 95 % confidence. Only values near these are simulated, not a whole grid.

import { studentQuantile } from '../engine/special.js';
import { Tally } from '../engine/statistics.js';
import { CONFIDENCE } from '../outcomes/intervals.js';
import { orderBounds } from './order-bounds.js';

/** What must hold: the mean of an outcome, or the outcome in a share of winters. */
export interface Target {
  atMost?: number;
  atLeast?: number;
  /** Share of winters in which it must hold; without it the mean over winters must. */
  chance?: number;
}

export interface SolveProblem {
  /** Values from the least change to the most. */
  values: readonly number[];
  target: Target;
  /** Winters used in the end. */
  winters: number;
  /** The outcome in these winters at a value; the same winter meets the same patients. */
  sample(value: number, winters: readonly number[]): Promise<readonly number[]>;
  /** Called with each value that all winters have seen. */
  onPoint?: (point: Point) => void;
}

/** What was seen at one value. */
export interface Point {
  value: number;
  winters: number;
  mean: number;
  low95: number;
  high95: number;
  /** Share of winters in which the target held. */
  metShare: number;
  holds: boolean;
}

export interface Solution {
  /** The least change with which the target holds; null when it holds at no value. */
  value: number | null;
  /** 95 % interval of it, the lower value first; null at an end where the target may hold at no value. */
  low: number | null;
  high: number | null;
  feasible: 'yes' | 'no' | 'uncertain';
  /** True when it holds at the first value already: nothing need change. */
  holdsAtOnce: boolean;
  /** The curve as it was seen, in the order of the values. */
  curve: Point[];
  /** Winters simulated, and what a grid of all values would have taken. */
  simulated: number;
  gridWinters: number;
}

const PILOT_SHARE = 0.2;
const PILOT_LEAST = 8;
const UPPER = 1 - (1 - CONFIDENCE) / 2;

/** That a question is about an outcome that no winter gives. */
export class UndefinedOutcome extends Error {
  constructor(
    /** The value at which it was looked for. */
    readonly value: number,
    /** In so many winters. */
    readonly winters: number,
  ) {
    super(`The outcome is undefined in all ${winters} winters at ${value}.`);
  }
}

/** What is asked of a value: that the target holds, that it may, or that it surely does. */
type Question = 'estimate' | 'may' | 'surely';

/**
 * Solves. A winter in which the outcome is undefined tells nothing of its value.
 * @throws RangeError for fewer than two values or winters
 * @throws UndefinedOutcome at a value where no winter gives the outcome
 */
export async function solve(problem: SolveProblem): Promise<Solution> {
  const { values, winters } = problem;
  if (values.length < 2 || winters < 2) {
    throw new RangeError(`${values.length} values and ${winters} winters; two of each are needed.`);
  }
  const pilotWinters = Math.min(winters, Math.max(PILOT_LEAST, Math.round(winters * PILOT_SHARE)));
  const curve = new Curve(problem);
  const last = values.length - 1;
  const near = await curve.first('estimate', pilotWinters, Math.floor(last / 2), last);
  const place = await curve.first('estimate', winters, near, 1);
  const away = curve.distanceGuess(place, winters);
  const early = await curve.first('may', winters, place - away, 1);
  const late = await curve.first('surely', winters, place + away, 1);
  const at = (index: number) => (index > last ? null : values[index]);
  const [low, high] = values[0] < values[last] ? [early, late] : [late, early];
  return {
    value: at(place),
    low: at(low),
    high: at(high),
    feasible: late <= last ? 'yes' : early > last ? 'no' : 'uncertain',
    holdsAtOnce: place === 0,
    curve: curve.points(winters),
    simulated: curve.simulated,
    gridWinters: values.length * winters,
  };
}

class Curve {
  simulated = 0;
  private readonly seen = new Map<number, number[]>();

  constructor(private readonly problem: SolveProblem) {}

  /**
   * The first value for which a question is answered with yes, by steps that double from a place and
   * then halving; the number of values when it is for none.
   */
  async first(question: Question, winters: number, from: number, step: number): Promise<number> {
    const { values } = this.problem;
    let low = -1; // no
    let high = values.length; // yes, or beyond
    let at = Math.min(Math.max(from, 0), values.length - 1);
    let stride = step;
    while (high - low > 1) {
      if (await this.says(question, at, winters)) high = at;
      else low = at;
      const next = high === at ? at - stride : at + stride;
      stride *= 2;
      at = next > low && next < high ? next : Math.floor((low + high) / 2);
    }
    return high;
  }

  /** About how many values the ends of the interval are away, by the slope that was seen. */
  distanceGuess(place: number, winters: number): number {
    const { chance } = this.problem.target;
    const [before, at] = [place - 1, place].map((index) => {
      return (this.seen.get(index)?.length ?? 0) < winters ? null : this.pointAt(index, winters);
    });
    if (!before || !at) return 1;
    const { least } = orderBounds(winters, chance ?? 0.5, CONFIDENCE);
    const distance =
      chance === undefined
        ? (at.high95 - at.mean) / Math.abs(at.mean - before.mean)
        : (chance - least / winters) / Math.abs(at.metShare - before.metShare);
    const most = this.problem.values.length / 8;
    return Number.isFinite(distance) ? Math.max(1, Math.min(most, Math.round(distance))) : 1;
  }

  /** Points that so many winters have seen. */
  points(winters: number): Point[] {
    return [...this.seen]
      .filter(([, outcomes]) => outcomes.length >= winters)
      .sort(([a], [b]) => a - b)
      .map(([index]) => this.pointAt(index, winters));
  }

  private async says(question: Question, index: number, winters: number): Promise<boolean> {
    await this.see(index, winters);
    const { target } = this.problem;
    const outcomes = (this.seen.get(index) ?? []).slice(0, winters);
    if (target.chance === undefined) {
      const { mean, half } = intervalOf(outcomes);
      const margin = question === 'estimate' ? 0 : question === 'may' ? half : -half;
      return meets(mean, target, margin);
    }
    const defined = outcomes.filter((value) => !Number.isNaN(value));
    const met = defined.filter((value) => meets(value, target, 0)).length;
    const { least, surely } = orderBounds(defined.length, target.chance, CONFIDENCE);
    if (question === 'estimate') return met >= Math.ceil(target.chance * defined.length - 1e-9);
    return met >= (question === 'may' ? least : surely);
  }

  private async see(index: number, winters: number): Promise<void> {
    const outcomes = this.seen.get(index) ?? [];
    if (outcomes.length >= winters) return;
    const missing = Array.from(
      { length: winters - outcomes.length },
      (_, i) => outcomes.length + i,
    );
    const { values, sample, onPoint } = this.problem;
    const all = [...outcomes, ...(await sample(values[index], missing))];
    if (all.every(Number.isNaN)) throw new UndefinedOutcome(values[index], all.length);
    this.seen.set(index, all);
    this.simulated += missing.length;
    if (winters === this.problem.winters) onPoint?.(this.pointAt(index, winters));
  }

  private pointAt(index: number, winters: number): Point {
    const { target, values } = this.problem;
    const outcomes = this.seen.get(index) ?? [];
    const { mean, half } = intervalOf(outcomes);
    const defined = outcomes.filter((value) => !Number.isNaN(value));
    const metShare = defined.filter((value) => meets(value, target, 0)).length / defined.length;
    const { chance } = target;
    const holds = chance === undefined ? meets(mean, target, 0) : metShare >= chance - 1e-9;
    const [low95, high95] = [mean - half, mean + half];
    return { value: values[index], winters, mean, low95, high95, metShare, holds };
  }
}

/** Whether a value meets a target that is made easier by a margin. */
function meets(value: number, { atMost, atLeast }: Target, margin: number): boolean {
  return value - margin <= (atMost ?? Infinity) && value + margin >= (atLeast ?? -Infinity);
}

function intervalOf(outcomes: readonly number[]): { mean: number; half: number } {
  const tally = new Tally();
  for (const value of outcomes) if (!Number.isNaN(value)) tally.add(value);
  if (tally.count < 2) return { mean: tally.mean, half: Number.POSITIVE_INFINITY };
  return {
    mean: tally.mean,
    half: (studentQuantile(UPPER, tally.count - 1) * tally.sd) / Math.sqrt(tally.count),
  };
}
