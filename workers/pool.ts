// workers/pool.ts: the one interface behind which replications run, in threads or web workers.

import type { Measured } from '../sim/outcomes/measures.js';
import type { Task } from './task.js';

export interface Pool {
  /** Number of workers. */
  readonly size: number;
  /** Runs one task on whichever worker is free; rejects with the worker's error. */
  run(task: Task): Promise<Measured>;
  /** Runs one task on a worker of its own, started for it: after a task that failed. */
  runFresh?(task: Task): Promise<Measured>;
  /** Ends all workers at once; what they were doing is lost and rejects. */
  close(): Promise<void>;
}
