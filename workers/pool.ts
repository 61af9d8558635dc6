// workers/pool.ts: the one interface behind which replications run, in threads, web workers or on other hosts.

import type { Measured } from '../sim/outcomes/measures.js';
import type { Progress } from './batch.js';
import type { Task } from './task.js';

export interface Pool {
  /** Number of workers. */
  readonly size: number;
  /** Runs one task on whichever worker is free; rejects with the worker's error. */
  run(task: Task): Promise<Measured>;
  /** Runs one task on a worker of its own, started for it: after a task that failed. */
  runFresh?(task: Task): Promise<Measured>;
  /**
   * Takes back tasks that no worker has begun, now and from now on; they reject with `Withdrawn`. For pools
   * that are asked for much more than runs at once.
   */
  withdraw?(): void;
  /** A sentence on why nothing comes, while no worker has ever answered; null otherwise. */
  silence?(): string | null;
  /** Told how far its batch is, at the start and after each replication: for pools that others ask. */
  follow?(progress: Progress): void;
  /** Ends all workers at once; what they were doing is lost and rejects. */
  close(): Promise<void>;
}

/** A task was taken back before it was done: it has not failed. */
export class Withdrawn extends Error {
  constructor() {
    super('Withdrawn.');
    this.name = 'Withdrawn';
  }
}
