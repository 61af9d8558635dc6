// cli/sampler.ts: outcomes of single winters on demand, for questions that choose what to simulate.

import { OUTCOME_KEYS, type Outcome } from '../sim/outcomes/keys.js';
import type { Effects } from '../sim/scenario/compile.js';
import type { Resolved } from '../sim/scenario/resolve.js';
import { openNodePool } from '../workers/node-pool.js';
import type { Task } from '../workers/task.js';
import { CommandError, SOME_FAILED } from './exit-codes.js';

export interface Sampler {
  /** Values of an outcome in these winters of a scenario; the same winter meets the same patients. */
  sample(scenario: Resolved, key: Outcome, winters: readonly number[]): Promise<number[]>;
  /** All outcomes in these winters. */
  outcomes(scenario: Resolved, winters: readonly number[]): Promise<Float64Array[]>;
  /** Winters simulated so far. */
  count(): number;
  close(): Promise<void>;
}

/** Opens threads that simulate single winters. */
export function openSampler(options: {
  workers: number;
  seed: string;
  effects: Effects;
  bankHolidays: readonly string[];
  /** Called after each winter with how many there are now. */
  onWinter?: (count: number) => void;
}): Sampler {
  const { workers, seed, effects, bankHolidays, onWinter } = options;
  const pool = openNodePool(workers);
  let count = 0;
  const one = async ({ name, hash, model }: Resolved, replication: number) => {
    const task: Task = { scenario: 0, name, hash, model, effects, bankHolidays, seed, replication };
    try {
      const measured = await pool.run(task).catch(() => (pool.runFresh ?? pool.run)(task));
      count++;
      onWinter?.(count);
      return measured.outcomes;
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      throw new CommandError(
        SOME_FAILED,
        `Replication ${replication} of "${name}" failed: ${cause}`,
      );
    }
  };
  const outcomes = (scenario: Resolved, winters: readonly number[]) =>
    Promise.all(winters.map((winter) => one(scenario, winter)));
  return {
    outcomes,
    sample: async (scenario, key, winters) => {
      const at = OUTCOME_KEYS.indexOf(key);
      return (await outcomes(scenario, winters)).map((values) => values[at]);
    },
    count: () => count,
    close: () => pool.close(),
  };
}
