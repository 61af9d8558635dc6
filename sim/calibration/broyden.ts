// sim/calibration/broyden.ts: moves a few levers until simulated figures meet their targets.
//
// Gauss-Newton with Broyden's update of the slopes, after one look at each lever alone. Simulations
// under common random numbers make the figures smooth enough in the levers for that.

/** What is moved: on a scale where 1 is a large step (levers.ts). */
export interface Bounds {
  least: number;
  most: number;
}

/** What is to be met, in units of its tolerance. */
export interface Goal {
  target: number;
  /** A difference that does not matter. */
  tolerance: number;
}

export interface FitOptions {
  /** Size of the first look at a lever. */
  step: number;
  /** Largest move of a lever at once. */
  stepMost: number;
  /** Simulations at most, the first looks included. */
  looksMost: number;
  /** Slopes to begin with, [figure][lever]; left out, each lever is looked at alone. */
  slopes?: readonly (readonly number[])[];
}

export interface Fit {
  levers: number[];
  figures: number[];
  /** Slope of each figure in each lever: [figure][lever]. */
  slopes: number[][];
  /** Root mean square of the differences in units of tolerance. */
  distance: number;
  /** True when every figure is within its tolerance. */
  isMet: boolean;
  looks: number;
}

const DAMPING = 1e-3;

/**
 * Finds levers at which every figure is within its tolerance, or the nearest found.
 * @param simulate figures at some levers; the same levers must give the same figures
 * @param start levers to begin with
 */
export async function meetGoals(
  simulate: (levers: readonly number[]) => Promise<number[]>,
  start: readonly number[],
  bounds: readonly Bounds[],
  goals: readonly Goal[],
  options: FitOptions,
): Promise<Fit> {
  let looks = 0;
  const look = async (levers: readonly number[]) => {
    looks++;
    return simulate(levers);
  };
  let levers = start.map((value, i) => clamp(value, bounds[i]));
  let figures = await look(levers);
  const slopes = goals.map((_, g) => levers.map((_, i) => options.slopes?.[g][i] ?? 0));
  const finished = () => ({
    levers,
    figures,
    slopes,
    distance: distanceOf(figures, goals),
    isMet: isMet(figures, goals),
    looks,
  });
  if (isMet(figures, goals)) return finished();
  const alone = options.slopes === undefined ? levers.length : 0;
  for (let i = 0; i < alone && looks < options.looksMost; i++) {
    const tried = [...levers];
    tried[i] = clamp(levers[i] + options.step, bounds[i]);
    if (tried[i] === levers[i]) tried[i] = clamp(levers[i] - options.step, bounds[i]);
    const seen = await look(tried);
    for (let g = 0; g < goals.length; g++) {
      slopes[g][i] = (seen[g] - figures[g]) / (tried[i] - levers[i]);
    }
  }
  let reach = options.stepMost;
  while (looks < options.looksMost && !isMet(figures, goals) && reach > options.step / 8) {
    const move = newtonStep(slopes, figures, goals).map((value) =>
      Math.max(-reach, Math.min(reach, value)),
    );
    const tried = levers.map((value, i) => clamp(value + move[i], bounds[i]));
    const moved = tried.map((value, i) => value - levers[i]);
    if (moved.every((value) => Math.abs(value) < 1e-9)) break;
    const seen = await look(tried);
    updateSlopes(slopes, moved, figures, seen);
    if (distanceOf(seen, goals) < distanceOf(figures, goals)) {
      levers = tried;
      figures = seen;
    } else reach /= 2;
  }
  return finished();
}

/** Least-squares step towards the goals, slightly damped. */
function newtonStep(
  slopes: readonly number[][],
  figures: readonly number[],
  goals: readonly Goal[],
): number[] {
  const count = slopes[0].length;
  const matrix = Array.from({ length: count }, () => new Array<number>(count).fill(0));
  const right = new Array<number>(count).fill(0);
  goals.forEach(({ target, tolerance }, g) => {
    const row = slopes[g].map((slope) => slope / tolerance);
    const miss = (target - figures[g]) / tolerance;
    for (let i = 0; i < count; i++) {
      right[i] += row[i] * miss;
      for (let j = 0; j < count; j++) matrix[i][j] += row[i] * row[j];
    }
  });
  const scale = Math.max(...matrix.map((row, i) => row[i]), Number.MIN_VALUE);
  for (let i = 0; i < count; i++) matrix[i][i] += DAMPING * scale;
  return solve(matrix, right);
}

/** Broyden's rank-one update: the slopes explain the last move exactly. */
function updateSlopes(
  slopes: number[][],
  moved: readonly number[],
  before: readonly number[],
  after: readonly number[],
): void {
  const length = moved.reduce((sum, value) => sum + value * value, 0);
  slopes.forEach((row, g) => {
    const expected = row.reduce((sum, slope, i) => sum + slope * moved[i], 0);
    const missed = after[g] - before[g] - expected;
    row.forEach((_, i) => {
      row[i] += (missed * moved[i]) / length;
    });
  });
}

/** Solves a symmetric positive system by elimination with pivots. */
function solve(matrix: number[][], right: number[]): number[] {
  const n = right.length;
  const a = matrix.map((row, i) => [...row, right[i]]);
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++) {
      if (Math.abs(a[row][column]) > Math.abs(a[pivot][column])) pivot = row;
    }
    [a[column], a[pivot]] = [a[pivot], a[column]];
    for (let row = column + 1; row < n; row++) {
      const factor = a[row][column] / a[column][column];
      for (let k = column; k <= n; k++) a[row][k] -= factor * a[column][k];
    }
  }
  const found = new Array<number>(n).fill(0);
  for (let row = n - 1; row >= 0; row--) {
    let sum = a[row][n];
    for (let k = row + 1; k < n; k++) sum -= a[row][k] * found[k];
    found[row] = sum / a[row][row];
  }
  return found;
}

function clamp(value: number, { least, most }: Bounds): number {
  return Math.max(least, Math.min(most, value));
}

function isMet(figures: readonly number[], goals: readonly Goal[]): boolean {
  return goals.every(({ target, tolerance }, g) => Math.abs(figures[g] - target) <= tolerance);
}

function distanceOf(figures: readonly number[], goals: readonly Goal[]): number {
  const squares = goals.reduce(
    (sum, { target, tolerance }, g) => sum + ((figures[g] - target) / tolerance) ** 2,
    0,
  );
  return Math.sqrt(squares / goals.length);
}
