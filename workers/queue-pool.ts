// workers/queue-pool.ts: a pool whose workers are processes on any host, behind a Redis or Valkey server.
//
// A few tasks become a job named by batch, scenarios and replications, so that adding it twice is harmless.
// The server may lose everything: what is missing is added again. The first replication of each scenario is
// simulated here, to know what its results look like, and so is what fails or does not fit.

import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Measured } from '../sim/outcomes/measures.js';
import type { Pool } from './pool.js';
import { Answers } from './queue-answers.js';
import { QueueEventReader } from './queue-events.js';
import { addJobs, standingOf } from './queue-jobs.js';
import {
  type Job,
  jobIdOf,
  modelKey,
  queueName,
  TOGETHER_MOST,
  type Wanted,
} from './queue-messages.js';
import type { Task } from './task.js';

export interface QueuePoolOptions {
  redis: Redis;
  build: string;
  batch: string;
  /** Simulates here: first replications, and what the queue could not do. */
  local: Pool;
  /** Told when the server is lost and when it is back. */
  onServer?: (isThere: boolean) => void;
}

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

/** Replications asked for at once. */
const ASKED_MOST = 1024;
/** Jobs among which those asked for are shared before several travel in one. */
const JOBS_LEAST = 64;
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
  private readonly answers: Answers;
  private readonly models = new Map<string, string>();
  private readonly events: QueueEventReader;
  private readonly timers: NodeJS.Timeout[];
  /** Those whose jobs the server is given with the next turn. */
  private asked: Asked[] = [];
  private isTurn = false;
  private isLooking = false;
  private fatal: Error | null = null;

  constructor(
    private readonly queue: Queue,
    private readonly options: QueuePoolOptions,
  ) {
    this.answers = new Answers(options.batch);
    this.events = new QueueEventReader(options.redis, queue.toKey('events'), {
      completed: (jobId, returned) => void this.settle(jobId, returned),
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
      setInterval(() => void this.look(), LOOK_MILLISECONDS),
    ];
  }

  /** Finds its place in what the server says; nothing is run before. */
  open(): Promise<void> {
    return this.events.open();
  }

  pool(): Pool {
    const { local } = this.options;
    return {
      size: ASKED_MOST / 2, // a batch asks for twice as many
      run: (task) => this.run(task),
      runFresh: (task) => (this.fatal ? Promise.reject(this.fatal) : local.run(task)),
      close: () => this.close(),
    };
  }

  private async run(task: Task): Promise<Measured> {
    const { local } = this.options;
    const { scenario, hash, effects, seed, replication } = task;
    const known = this.answers.known(hash);
    if (known === undefined) {
      const first = local.run(task);
      this.answers.learn(hash, first);
      return first;
    }
    await known;
    await this.share(task);
    const wanted = { scenario, hash, effects, seed, replication };
    return new Promise((resolve, reject) => {
      this.asked.push({ wanted, resolve, reject });
    });
  }

  /** Hands over new jobs, and takes what is done. */
  private async turn(): Promise<void> {
    if (this.isTurn) return;
    this.isTurn = true;
    try {
      await Promise.all([addJobs(this.queue, this.newJobs()), this.events.read()]);
    } catch {
      // The server is gone; a look adds what it does not have, and takes what was not heard.
    } finally {
      this.isTurn = false;
    }
  }

  /** Jobs of what was asked for since the last turn: of several replications when many are open. */
  private newJobs(): Job[] {
    let open = this.asked.length;
    for (const { asked } of this.waiting.values()) open += asked.length;
    const together = Math.min(TOGETHER_MOST, Math.ceil(open / JOBS_LEAST));
    const jobs: Job[] = [];
    while (this.asked.length > 0) {
      const asked = this.asked.splice(0, together);
      const { batch } = this.options;
      const job: Job = { format: 2, batch, replications: asked.map(({ wanted }) => wanted) };
      this.waiting.set(jobIdOf(job), { job, asked });
      jobs.push(job);
    }
    return jobs;
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

  private async settle(jobId: string, returned: unknown): Promise<void> {
    const waiting = this.waiting.get(jobId);
    if (waiting === undefined) {
      const name = this.answers.contradicted(returned);
      if (name !== null) this.stop(name);
      return;
    }
    const results = await this.answers.taken(waiting.job, returned);
    if (results === null) return this.fail(jobId, 'its result does not fit the job');
    this.waiting.delete(jobId);
    for (const [i, { resolve }] of waiting.asked.entries()) resolve(results[i]);
  }

  private fail(jobId: string, reason: string): void {
    const waiting = this.waiting.get(jobId);
    this.waiting.delete(jobId);
    for (const { reject } of waiting?.asked ?? []) reject(new Error(`${jobId}: ${reason}`));
  }

  private stop(replication: string): void {
    this.fatal = new Error(
      `${replication} gave two different results: the model is not repeatable on all these hosts.`,
    );
    this.rejectOpen(this.fatal);
  }

  private rejectOpen(error: Error): void {
    const open = [...this.waiting.values()].flatMap(({ asked }) => asked);
    for (const { reject } of [...open, ...this.asked]) reject(error);
    this.waiting.clear();
    this.asked = [];
  }

  /** Adds jobs that the server lost, and takes results whose message was missed. */
  private async look(): Promise<void> {
    if (this.isLooking || this.waiting.size === 0 || this.options.redis.status !== 'ready') return;
    this.isLooking = true;
    try {
      const waiting = [...this.waiting];
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
      await this.settle(jobId, ended.returnvalue);
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
    this.rejectOpen(new Error('Stopped.'));
    await Promise.allSettled([this.queue.close(), this.options.local.close()]);
  }
}
