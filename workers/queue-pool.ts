// workers/queue-pool.ts: a pool whose workers are processes on any host, behind a Redis or Valkey server.
//
// A task becomes a job named by batch, scenario and replication, so that adding it twice is harmless.
// The server may lose everything: what is missing is added again. A result is taken only if it is sealed
// for its own job and shaped as one that was simulated here; the first replication of each scenario is
// simulated here for that. What fails or does not fit is simulated here, as a local batch would.

import type { Queue, QueueEvents } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Measured } from '../sim/outcomes/measures.js';
import { shapeOf } from './packed.js';
import type { Pool } from './pool.js';
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
const LOOK_MILLISECONDS = 3000;
const MODEL_SECONDS = 7 * 86_400;
const KEPT = { age: 3600, count: 1000 };
const EVENTS_KEPT = 1000;

/** Opens the coordinator's side of a queue. */
export async function openQueuePool(options: QueuePoolOptions): Promise<Pool> {
  const { Queue, QueueEvents } = await import('bullmq');
  const { redis, build } = options;
  const name = queueName(build);
  const queue = new Queue(name, {
    connection: redis,
    streams: { events: { maxLen: EVENTS_KEPT } },
  });
  const listening = redis.duplicate(); // its own connection: it waits for messages
  const events = new QueueEvents(name, { connection: listening });
  await events.waitUntilReady();
  const { close, ...pool } = new QueuePool(queue, events, options).pool();
  return {
    ...pool,
    close: async () => {
      await close();
      listening.disconnect(); // it is ours, so the events do not close it
    },
  };
}

class QueuePool {
  private readonly waiting = new Map<string, Waiting>();
  private readonly sums = new Map<string, string>();
  private readonly shapes = new Map<string, Promise<string>>();
  private readonly models = new Map<string, string>();
  private readonly timer: NodeJS.Timeout;
  private isLooking = false;
  private fatal: Error | null = null;

  constructor(
    private readonly queue: Queue,
    private readonly events: QueueEvents,
    private readonly options: QueuePoolOptions,
  ) {
    let isThere = true;
    const tell = (now: boolean) => {
      if (now !== isThere) options.onServer?.(now);
      isThere = now;
    };
    queue.on('error', () => tell(false));
    events.on('error', () => tell(false));
    options.redis.on('ready', () => tell(true));
    events.on('completed', ({ jobId, returnvalue }) => this.settle(jobId, returnvalue));
    events.on('failed', ({ jobId, failedReason }) => this.fail(jobId, failedReason));
    this.timer = setInterval(() => void this.look(), options.lookEvery ?? LOOK_MILLISECONDS);
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
      void this.add(job);
    });
  }

  private async add(job: Job): Promise<void> {
    const options = { jobId: jobIdOf(job), removeOnComplete: KEPT, removeOnFail: KEPT };
    try {
      await this.queue.add('replication', job, options);
    } catch {
      // The server is gone; the next look adds what it does not have.
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
      let isShared = false;
      for (const [jobId, { job }] of [...this.waiting]) {
        const there = await this.queue.getJob(jobId);
        if (there === undefined) {
          if (!isShared) await this.putModels();
          isShared = true;
          await this.add(job);
        } else if (there.returnvalue !== null && there.returnvalue !== undefined) {
          this.settle(jobId, there.returnvalue);
        } else if (there.failedReason) {
          await there.remove();
          this.fail(jobId, there.failedReason);
        }
      }
    } catch {
      // The server is gone in between; the next look tries again.
    } finally {
      this.isLooking = false;
    }
  }

  private async close(): Promise<void> {
    clearInterval(this.timer);
    for (const { job } of this.waiting.values()) {
      void this.queue.remove(jobIdOf(job)).catch(() => undefined);
    }
    for (const { reject } of this.waiting.values()) reject(new Error('Stopped.'));
    this.waiting.clear();
    await Promise.allSettled([this.events.close(), this.queue.close(), this.options.local.close()]);
  }
}

/** The text that a worker returns for a job. */
export function resultText({ batch, scenario, replication }: Job, measured: Measured): string {
  return seal(batch, scenario, replication, measured).text;
}
