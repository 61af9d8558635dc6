// workers/queue-pool.ts: a pool whose workers are processes on any host, behind a Redis or Valkey server.
//
// A task becomes a job named by batch, scenario and replication, so that adding it twice is harmless.
// The server may lose everything: what is missing is added again. A result is taken only if it is sealed
// for its own job and shaped as one that was simulated here; the first replication of each scenario is
// simulated here for that. What fails or does not fit is simulated here, as a local batch would.

import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Measured } from '../sim/outcomes/measures.js';
import { shapeOf } from './packed.js';
import type { Pool } from './pool.js';
import { QueueEventReader } from './queue-events.js';
import { addJobs, standingOf } from './queue-jobs.js';
import { type Job, jobIdOf, modelKey, queueName } from './queue-messages.js';
import { seal, unseal } from './sealed.js';
import type { Task } from './task.js';

export interface QueuePoolOptions {
  redis: Redis;
  build: string;
  batch: string;
  /** Simulates here: first replications, and what the queue could not do. */
  local: Pool;
  /** Jobs on the server at once, half of them waiting. */
  jobs?: number;
  /** Milliseconds between looks for jobs that the server lost. */
  lookEvery?: number;
  /** Told when the server is lost and when it is back. */
  onServer?: (isThere: boolean) => void;
}

interface Waiting {
  job: Job;
  resolve(measured: Measured): void;
  reject(error: Error): void;
}

const JOBS = 128;
const TURN_MILLISECONDS = 100;
const LOOK_MILLISECONDS = 3000;
const MODEL_SECONDS = 7 * 86_400;
const EVENTS_KEPT = 1000;

/** Opens the coordinator's side of a queue. */
export async function openQueuePool(options: QueuePoolOptions): Promise<Pool> {
  const { Queue } = await import('bullmq');
  const { redis, build } = options;
  const queue = new Queue(queueName(build), {
    connection: redis,
    streams: { events: { maxLen: EVENTS_KEPT } },
  });
  const pool = new QueuePool(queue, options);
  await pool.open();
  return pool.pool();
}

class QueuePool {
  private readonly waiting = new Map<string, Waiting>();
  private readonly sums = new Map<string, string>();
  private readonly shapes = new Map<string, Promise<string>>();
  private readonly models = new Map<string, string>();
  private readonly events: QueueEventReader;
  private readonly timers: NodeJS.Timeout[];
  /** Jobs that the server is given with the next turn. */
  private toAdd: Job[] = [];
  private isTurn = false;
  private isLooking = false;
  private fatal: Error | null = null;

  constructor(
    private readonly queue: Queue,
    private readonly options: QueuePoolOptions,
  ) {
    this.events = new QueueEventReader(options.redis, queue.toKey('events'), {
      completed: (jobId, returned) => this.settle(jobId, returned),
      failed: (jobId, reason) => this.fail(jobId, reason),
    });
    let isThere = true;
    const tell = (now: boolean) => {
      if (now !== isThere) options.onServer?.(now);
      isThere = now;
    };
    queue.on('error', () => tell(false));
    options.redis.on('ready', () => tell(true));
    this.timers = [
      setInterval(() => void this.turn(), TURN_MILLISECONDS),
      setInterval(() => void this.look(), options.lookEvery ?? LOOK_MILLISECONDS),
    ];
  }

  /** Finds its place in what the server says; nothing is run before. */
  open(): Promise<void> {
    return this.events.open();
  }

  pool(): Pool {
    const { local, jobs = JOBS } = this.options;
    return {
      size: Math.ceil(jobs / 2),
      run: (task) => this.run(task),
      runFresh: (task) => (this.fatal ? Promise.reject(this.fatal) : local.run(task)),
      close: () => this.close(),
    };
  }

  private async run(task: Task): Promise<Measured> {
    const { batch, local } = this.options;
    const { scenario, hash, effects, seed, replication } = task;
    const known = this.shapes.get(hash);
    if (known === undefined) {
      const first = local.run(task);
      this.shapes.set(
        hash,
        first.then((measured) => JSON.stringify(shapeOf(measured))),
      );
      return first;
    }
    await known;
    const job: Job = { format: 1, batch, scenario, hash, effects, seed, replication };
    await this.share(task);
    return new Promise((resolve, reject) => {
      this.waiting.set(jobIdOf(job), { job, resolve, reject });
      this.toAdd.push(job);
    });
  }

  /** Hands over new jobs, and takes what is done. */
  private async turn(): Promise<void> {
    if (this.isTurn) return;
    this.isTurn = true;
    try {
      const jobs = this.toAdd;
      this.toAdd = [];
      await Promise.all([addJobs(this.queue, jobs), this.events.read()]);
    } catch {
      // The server is gone; a look adds what it does not have, and takes what was not heard.
    } finally {
      this.isTurn = false;
    }
  }

  /** Puts the model of a scenario beside the queue. */
  private async share({ name, hash, model, bankHolidays }: Task): Promise<void> {
    if (this.models.has(hash)) return;
    this.models.set(hash, JSON.stringify({ name, bankHolidays, model }));
    await this.putModels();
  }

  private async putModels(): Promise<void> {
    const { redis, build, batch } = this.options;
    for (const [hash, text] of this.models) {
      await redis.set(modelKey(build, batch, hash), text, 'EX', MODEL_SECONDS);
    }
  }

  private settle(jobId: string, returned: unknown): void {
    const { batch } = this.options;
    const waiting = this.waiting.get(jobId);
    const line = typeof returned === 'string' ? unseal(batch, returned) : null;
    if (waiting === undefined) {
      // A second result of a job: it must say the same.
      const sum = this.sums.get(jobId);
      if (sum !== undefined && line !== null && line.sum !== sum) this.stop(jobId);
      return;
    }
    const { job, resolve } = waiting;
    void this.shapes.get(job.hash)?.then((shape) => {
      const fits =
        line !== null &&
        line.scenario === job.scenario &&
        line.replication === job.replication &&
        JSON.stringify(shapeOf(line.measured)) === shape;
      if (!fits) return this.fail(jobId, 'its result does not fit the job');
      this.waiting.delete(jobId);
      this.sums.set(jobId, line.sum);
      resolve(line.measured);
    });
  }

  private fail(jobId: string, reason: string): void {
    const waiting = this.waiting.get(jobId);
    this.waiting.delete(jobId);
    waiting?.reject(new Error(`${jobId}: ${reason}`));
  }

  private stop(jobId: string): void {
    this.fatal = new Error(
      `${jobId} gave two different results: the model is not repeatable on all these hosts.`,
    );
    for (const { reject } of this.waiting.values()) reject(this.fatal);
    this.waiting.clear();
  }

  /** Adds jobs that the server lost, and takes results whose message was missed. */
  private async look(): Promise<void> {
    if (this.isLooking || this.waiting.size === 0 || this.options.redis.status !== 'ready') return;
    this.isLooking = true;
    try {
      const waiting = [...this.waiting].filter(([, { job }]) => !this.toAdd.includes(job));
      const jobIds = waiting.map(([jobId]) => jobId);
      const standing = await standingOf(this.queue, this.options.redis, jobIds);
      const lost = waiting.filter((_, i) => !standing[i].isThere).map(([, { job }]) => job);
      for (const [i, jobId] of jobIds.entries()) {
        if (standing[i].hasEnded) await this.takeEnded(jobId);
      }
      if (lost.length > 0) await this.putModels();
      await addJobs(this.queue, lost);
    } catch {
      // The server is gone in between; the next look tries again.
    } finally {
      this.isLooking = false;
    }
  }

  private async takeEnded(jobId: string): Promise<void> {
    const ended = await this.queue.getJob(jobId);
    if (ended === undefined) return; // the next look adds it
    if (ended.returnvalue !== null && ended.returnvalue !== undefined) {
      this.settle(jobId, ended.returnvalue);
    } else if (ended.failedReason) {
      await ended.remove();
      this.fail(jobId, ended.failedReason);
    }
  }

  private async close(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    for (const { job } of this.waiting.values()) {
      void this.queue.remove(jobIdOf(job)).catch(() => undefined);
    }
    for (const { reject } of this.waiting.values()) reject(new Error('Stopped.'));
    this.waiting.clear();
    await Promise.allSettled([this.queue.close(), this.options.local.close()]);
  }
}

/** The text that a worker returns for a job. */
export function resultText({ batch, scenario, replication }: Job, measured: Measured): string {
  return seal(batch, scenario, replication, measured).text;
}
