// sim/questions/best.ts: the best of several plans, with a chance of being right that is kept.
//
// Kim and Nelson's procedure (ACM Transactions on Modeling and Computer Simulation 11, 2001): after a
// first stage, plans are compared in pairs winter by winter; one that falls behind by more than chance
// allows is dropped, the others get another winter. With common random numbers differences vary
// little, and few winters are needed. The chance that the best plan is kept is at least `confidence`
// whenever it is better than the next by the indifference or more, for normal differences.

export interface BestProblem {
  plans: number;
  better: 'lower' | 'higher';
  /** Differences smaller than this do not matter. */
  indifference: number;
  confidence: number;
  /** Winters of the first stage; at least 5. */
  firstStage: number;
  /** Winters at most; then the best so far is named, and the chance is not promised. */
  most: number;
  /** Outcomes of a winter for these plans. */
  sample(winter: number, plans: readonly number[]): Promise<readonly number[]>;
  onWinter?: (winters: number, left: readonly number[]) => void;
}

export interface Best {
  plan: number;
  /** False when winters ran out before the choice was sure. */
  isSure: boolean;
  winters: number;
  /** Winters after which each plan was dropped; null for those kept to the end. */
  droppedAfter: (number | null)[];
  means: number[];
  /** Winters simulated over all plans. */
  simulated: number;
}

/** That an outcome by which plans are judged is undefined in a winter of one of them. */
export class UndefinedOutcomeOf extends Error {
  constructor(
    readonly plan: number,
    readonly winter: number,
  ) {
    super(`The outcome of plan ${plan} is undefined in winter ${winter}.`);
  }
}

/**
 * Chooses.
 * @throws RangeError for fewer than two plans, five winters, or a most below them
 * @throws UndefinedOutcomeOf when a winter of a plan has no outcome: it can be compared with nothing
 */
export async function best(problem: BestProblem): Promise<Best> {
  const { plans, firstStage, indifference, confidence, most, better } = problem;
  if (plans < 2 || firstStage < 5) {
    throw new RangeError(`${plans} plans and ${firstStage} winters; two and five are needed.`);
  }
  if (most < firstStage) {
    throw new RangeError(`${most} winters at most, and ${firstStage} before any plan is dropped.`);
  }
  const sign = better === 'lower' ? 1 : -1; // the least is the best
  const outcomes = Array.from({ length: plans }, () => [] as number[]);
  let left = outcomes.map((_, i) => i);
  let simulated = 0;
  const add = async (winter: number): Promise<void> => {
    const values = await problem.sample(winter, left);
    for (const [i, plan] of left.entries()) {
      if (Number.isNaN(values[i])) throw new UndefinedOutcomeOf(plan, winter);
      outcomes[plan].push(sign * values[i]);
    }
    simulated += left.length;
  };
  for (let winter = 0; winter < firstStage; winter++) await add(winter);
  const degrees = firstStage - 1;
  const eta = (((2 * (1 - confidence)) / (plans - 1)) ** (-2 / degrees) - 1) / 2;
  const h2 = 2 * eta * degrees;
  const variances = outcomes.map((one) =>
    outcomes.map((other) => varianceOfDifference(one, other)),
  );
  const droppedAfter: (number | null)[] = outcomes.map(() => null);
  let winters = firstStage;
  for (;;) {
    const sums = outcomes.map((of) => of.reduce((sum, value) => sum + value, 0));
    const stays = (i: number) =>
      left.every((l) => {
        const width = (h2 * variances[i][l]) / indifference ** 2 - winters;
        return i === l || sums[i] - sums[l] <= Math.max(0, (indifference / 2) * width);
      });
    const kept = left.filter(stays);
    for (const plan of left) if (!kept.includes(plan)) droppedAfter[plan] = winters;
    // Rounding can drop the last two together only if they are equal: then any one is right.
    left = kept.length > 0 ? kept : [left[0]];
    problem.onWinter?.(winters, left);
    if (left.length === 1 || winters >= most) break;
    await add(winters);
    winters++;
  }
  const means = outcomes.map(
    (of) => (sign * of.reduce((sum, value) => sum + value, 0)) / of.length,
  );
  const plan = left.reduce((one, other) => (sign * means[other] < sign * means[one] ? other : one));
  return { plan, isSure: left.length === 1, winters, droppedAfter, means, simulated };
}

function varianceOfDifference(one: readonly number[], other: readonly number[]): number {
  const differences = one.map((value, i) => value - other[i]);
  const mean = differences.reduce((sum, value) => sum + value, 0) / differences.length;
  return (
    differences.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (differences.length - 1)
  );
}
