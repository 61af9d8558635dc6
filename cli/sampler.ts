// cli/sampler.ts: outcomes of single winters on demand, for questions that choose what to simulate.

import { OUTCOME_KEYS, type Outcome } from '../sim/outcomes/keys.js';
import { counted } from '../sim/scenario/problems.js';
import type { Resolved } from '../sim/scenario/resolve.js';
import { Line } from '../workers/line.js';
import { openNodePool } from '../workers/node-pool.js';
import { type Pool, Withdrawn } from '../workers/pool.js';
import type { Task } from '../workers/task.js';
import { CommandError, INTERRUPTED, SOME_FAILED, withPeriod } from './exit-codes.js';
import { listenForStop } from './interrupt.js';
import { openKeptWinters } from './kept-winters.js';

const EFFECTS = 'likely';
const NOT_KEPT = 'nothing is kept without --keep';

export interface Sampler {
  /** Values of an outcome in these winters of a scenario; the same winter meets the same patients. */
  sample(scenario: Resolved, key: Outcome, winters: readonly number[]): Promise<number[]>;
  /** All outcomes in these winters. */
  outcomes(scenario: Resolved, winters: readonly number[]): Promise<Float64Array[]>;
  /** Winters that were asked for so far, simulated or found in the folder. */
  count(): number;
  /** Waits for what runs, so that it is kept, and ends the workers. */
  close(): Promise<void>;
}

/**
 * Opens workers that simulate single winters. Ctrl-C or SIGTERM makes samples reject with a CommandError
 * that says how far it is; so does a winter that fails twice.
 */
export function openSampler(options: {
  workers: number;
  seed: string;
  bankHolidays: readonly string[];
  /** Folder of winters that were simulated. */
  keep?: string;
  quiet?: boolean;
  /** Where winters run; threads of this machine by default. Closed with the sampler. */
  pool?: Pool;
  /** Called after each winter with how many there are now. */
  onWinter?: (count: number) => void;
}): Sampler {
  const { workers, seed, bankHolidays, quiet, onWinter } = options;
  const made = { seed, effects: EFFECTS, bankHolidays } as const;
  const kept = options.keep === undefined ? null : openKeptWinters(options.keep, made);
  if (quiet !== true) for (const note of kept?.notes ?? []) process.stderr.write(`${note}\n`);
  const stop = listenForStop(kept === null ? NOT_KEPT : undefined);
  const { pool = openNodePool(workers) } = options;
  const line = new Line(pool, 2 * workers); // two tasks a worker keep it busy while results travel
  stop.signal.addEventListener('abort', () => line.withdraw());
  const running = new Set<Promise<unknown>>();
  let failure: Error | null = null;
  let count = 0;

  const simulate = async ({ name, hash, model }: Resolved, replication: number) => {
    if (stop.signal.aborted || failure !== null) throw new Withdrawn();
    const task: Task = { scenario: 0, name, hash, model, replication, ...made };
    const measured = await line.run(task).catch((first: unknown) => {
      if (first instanceof Withdrawn) throw first;
      return (pool.runFresh ?? pool.run)(task).catch((error: unknown) => {
        const cause = error instanceof Error ? error.message : String(error);
        throw new Error(`Replication ${replication} of "${name}" failed: ${cause}`);
      });
    });
    kept?.keep(hash, replication, measured);
    return measured.outcomes;
  };
  const one = async (scenario: Resolved, replication: number) => {
    let outcomes = kept?.found(scenario.hash, replication);
    if (outcomes === undefined) {
      const simulated = simulate(scenario, replication);
      running.add(simulated);
      outcomes = await simulated.finally(() => running.delete(simulated));
    }
    count++;
    onWinter?.(count);
    return outcomes;
  };
  /** Says why there are no outcomes, once all that runs is finished and kept. */
  const refusal = async (error: unknown): Promise<Error> => {
    if (error instanceof Error && !(error instanceof Withdrawn)) failure ??= error;
    line.withdraw();
    await Promise.allSettled(running);
    if (failure instanceof CommandError) return failure;
    const there =
      kept === null
        ? null
        : `${counted(kept.count(), 'winter')} are kept in ${kept.path}; the same command goes on from there.`;
    if (failure !== null) {
      const said = there === null ? failure.message : `${withPeriod(failure.message)} ${there}`;
      return new CommandError(SOME_FAILED, said);
    }
    const simulated = `${counted(count, 'winter')} were simulated; ${NOT_KEPT}.`;
    return new CommandError(INTERRUPTED, `Interrupted: ${there ?? simulated}`);
  };
  const outcomes = async (scenario: Resolved, winters: readonly number[]) => {
    try {
      return await Promise.all(winters.map((winter) => one(scenario, winter)));
    } catch (error) {
      throw await refusal(error);
    }
  };
  return {
    outcomes,
    sample: async (scenario, key, winters) => {
      const at = OUTCOME_KEYS.indexOf(key);
      return (await outcomes(scenario, winters)).map((values) => values[at]);
    },
    count: () => count,
    close: async () => {
      line.withdraw(); // after a failure: what is not begun is not wanted any more
      await Promise.allSettled(running);
      stop.off();
      await pool.close();
      kept?.close();
    },
  };
}
