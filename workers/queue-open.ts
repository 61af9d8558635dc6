// workers/queue-open.ts: what was asked of a queue and is not answered yet, and the jobs that it travels in.

import type { Measured } from '../sim/outcomes/measures.js';
import { type Job, jobIdOf, TOGETHER_MOST, type Wanted } from './queue-messages.js';

/** Somebody who waits for a replication. */
interface Asked {
  wanted: Wanted;
  resolve(measured: Measured): void;
  reject(error: Error): void;
}

interface Waiting {
  job: Job;
  asked: readonly Asked[];
}

/** Jobs among which those asked for are shared before several travel in one. */
const JOBS_LEAST = 64;

export class OpenJobs {
  private readonly waiting = new Map<string, Waiting>();
  /** Those that are in no job yet. */
  private asked: Asked[] = [];

  constructor(private readonly batch: string) {}

  /** Ids of the jobs that are open. */
  get jobIds(): string[] {
    return [...this.waiting.keys()];
  }

  get(jobId: string): Job | undefined {
    return this.waiting.get(jobId)?.job;
  }

  ask(wanted: Wanted): Promise<Measured> {
    return new Promise((resolve, reject) => {
      this.asked.push({ wanted, resolve, reject });
    });
  }

  /** Jobs of what was asked for since the last time: of several replications when many are open. */
  newJobs(): Job[] {
    let open = this.asked.length;
    for (const { asked } of this.waiting.values()) open += asked.length;
    const together = Math.min(TOGETHER_MOST, Math.ceil(open / JOBS_LEAST));
    const jobs: Job[] = [];
    while (this.asked.length > 0) {
      const asked = this.asked.splice(0, together);
      const job: Job = {
        format: 2,
        batch: this.batch,
        replications: asked.map(({ wanted }) => wanted),
      };
      this.waiting.set(jobIdOf(job), { job, asked });
      jobs.push(job);
    }
    return jobs;
  }

  /** Gives the results of a job, in its order. */
  resolve(jobId: string, results: readonly Measured[]): void {
    for (const [i, { resolve }] of this.end(jobId).entries()) resolve(results[i]);
  }

  reject(jobId: string, error: Error): void {
    for (const { reject } of this.end(jobId)) reject(error);
  }

  /** Rejects what is in no job yet. */
  rejectAsked(error: Error): void {
    for (const { reject } of this.asked.splice(0)) reject(error);
  }

  rejectAll(error: Error): void {
    for (const jobId of this.jobIds) this.reject(jobId, error);
    this.rejectAsked(error);
  }

  private end(jobId: string): readonly Asked[] {
    const { asked = [] } = this.waiting.get(jobId) ?? {};
    this.waiting.delete(jobId);
    return asked;
  }
}
