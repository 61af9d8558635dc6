// workers/queue-pool.ts: a pool whose workers are processes on any host, behind a Redis or Valkey server.
//
// A few tasks become a job named by batch, scenarios and replications, so that adding it twice is harmless.
// The server may lose everything: what is missing is added again. The first replication of each scenario is
// simulated here, to know what its results look like, and so is what fails or does not fit.

import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Measured } from '../sim/outcomes/measures.js';
import { Line } from './line.js';
import { type Pool, Withdrawn } from './pool.js';
import { Answers } from './queue-answers.js';
import { QueueEventReader } from './queue-events.js';
import { addJobs, standingOf, takeBack } from './queue-jobs.js';
import { queueName } from './queue-messages.js';
import { SharedModels } from './queue-models.js';
import { OpenJobs } from './queue-open.js';
import type { Task } from './task.js';

export interface QueuePoolOptions {
  redis: Redis;
  build: string;
  batch: string;
  /** Simulates here: first replications, and what the queue could not do. */
  local: Pool;
  /** Told when the server is lost and when it is back. */
  onServer?: (isThere: boolean) => void;
  /** What there is to say while no worker has answered. */
  silence: string;
}

/** Replications asked for at once. */
const ASKED_MOST = 1024;
const TURN_MILLISECONDS = 100;
const LOOK_MILLISECONDS = 3000;
const EVENTS_KEPT = 1000;
/** So long what workers have begun is waited for when a batch stops. */
const GIVEN_MILLISECONDS = 5000;
/** So long after the first jobs a worker should have taken one. */
const SILENCE_MILLISECONDS = 6000;

/** Opens the coordinator's side of a queue. */
export async function openQueuePool(options: QueuePoolOptions): Promise<Pool> {
  const { Queue } = await import('bullmq');
  const { redis, build } = options;
  const queue = new Queue(queueName(build), {
    connection: redis,
    streams: { events: { maxLen: EVENTS_KEPT } },
  });
  const pool = new QueuePool(queue, options);
  await pool.start();
  return pool.pool();
}

class QueuePool {
  private readonly open: OpenJobs;
  private readonly answers: Answers;
  private readonly models: SharedModels;
  private readonly events: QueueEventReader;
  /** What is simulated here. */
  private readonly line: Line;
  private readonly timers: NodeJS.Timeout[];
  private turning: Promise<void> | null = null;
  private isLooking = false;
  private fatal: Error | null = null;
  private isWithdrawn = false;
  /** When the server had its first jobs; infinite once a worker has taken one. */
  private silentFrom: number | null = null;

  constructor(
    private readonly queue: Queue,
    private readonly options: QueuePoolOptions,
  ) {
    const { redis, build, batch } = options;
    this.answers = new Answers(batch);
    this.open = new OpenJobs(batch);
    this.models = new SharedModels(redis, build, batch);
    this.line = new Line(options.local);
    this.events = new QueueEventReader(redis, queue.toKey('events'), {
      begun: (jobId) => this.hear(jobId),
      completed: (jobId, returned) => void this.settle(jobId, returned),
      failed: (jobId, reason) => this.fail(jobId, reason),
    });
    let isThere = true;
    const tell = (now: boolean) => {
      if (now !== isThere) options.onServer?.(now);
      isThere = now;
    };
    queue.on('error', () => tell(false));
    redis.on('ready', () => tell(true));
    this.timers = [
      setInterval(() => this.turn(), TURN_MILLISECONDS),
      setInterval(() => void this.look(), LOOK_MILLISECONDS),
    ];
  }

  /** Finds its place in what the server says; nothing is run before. */
  start(): Promise<void> {
    return this.events.open();
  }

  pool(): Pool {
    return {
      size: ASKED_MOST / 2, // a batch asks for twice as many
      run: (task) => this.run(task),
      runFresh: (task) => this.runHere(task),
      withdraw: () => this.withdraw(),
      silence: () => (this.isSilent() ? this.options.silence : null),
      close: () => this.close(),
    };
  }

  private async runHere(task: Task): Promise<Measured> {
    if (this.fatal) throw this.fatal;
    if (this.isWithdrawn) throw new Withdrawn();
    return this.line.run(task);
  }

  private async run(task: Task): Promise<Measured> {
    const { scenario, hash, effects, seed, replication } = task;
    const known = this.answers.known(hash);
    if (known === undefined) {
      const first = this.runHere(task);
      this.answers.learn(hash, first);
      return first;
    }
    await known;
    if (this.isWithdrawn) throw new Withdrawn();
    this.models.learn(task);
    return this.open.ask({ scenario, hash, effects, seed, replication });
  }

  /** Hands over new jobs, and takes what is done; one turn at a time. */
  private turn(): void {
    this.turning ??= this.exchange().finally(() => {
      this.turning = null;
    });
  }

  private async exchange(): Promise<void> {
    const jobs = this.open.newJobs();
    try {
      await this.models.put();
      await Promise.all([addJobs(this.queue, jobs), this.events.read()]);
      if (jobs.length > 0) this.silentFrom ??= performance.now();
    } catch {
      // The server is gone; a look adds what it does not have, and takes what was not heard.
    }
  }

  /** A worker has taken a job of this batch. */
  private hear(jobId: string): void {
    if (this.open.get(jobId)) this.silentFrom = Number.POSITIVE_INFINITY;
  }

  private isSilent(): boolean {
    const { silentFrom } = this;
    const isThere = this.options.redis.status === 'ready';
    return silentFrom !== null && isThere && performance.now() - silentFrom > SILENCE_MILLISECONDS;
  }

  private async settle(jobId: string, returned: unknown): Promise<void> {
    const job = this.open.get(jobId);
    if (job === undefined) {
      const name = this.answers.contradicted(returned);
      if (name !== null) this.stop(name);
      return;
    }
    const results = await this.answers.taken(job, returned);
    if (results === null) return this.fail(jobId, 'its result does not fit the job');
    this.hear(jobId);
    this.open.resolve(jobId, results);
  }

  private fail(jobId: string, reason: string): void {
    this.open.reject(jobId, new Error(`${jobId}: ${reason}`));
  }

  private stop(replication: string): void {
    this.fatal = new Error(
      `${replication} gave two different results: the model is not repeatable on all these hosts.`,
    );
    this.open.rejectAll(this.fatal);
  }

  /** Adds jobs that the server lost, and takes results whose message was missed. */
  private async look(): Promise<void> {
    const { jobIds } = this.open;
    if (this.isLooking || jobIds.length === 0 || this.options.redis.status !== 'ready') return;
    this.isLooking = true;
    try {
      const standing = await standingOf(this.queue, this.options.redis, jobIds);
      const lost = jobIds.filter((_, i) => !standing[i].isThere);
      for (const [i, jobId] of jobIds.entries()) {
        if (standing[i].hasEnded) await this.takeEnded(jobId);
      }
      if (lost.length === 0 || this.isWithdrawn) return;
      this.models.lost();
      await this.models.put();
      await addJobs(
        this.queue,
        lost.flatMap((jobId) => this.open.get(jobId) ?? []),
      );
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

  /** What workers have begun may still come, for a while; all else rejects at once. */
  private withdraw(): void {
    if (this.isWithdrawn) return;
    this.isWithdrawn = true;
    this.open.rejectAsked(new Withdrawn());
    this.line.withdraw();
    this.timers.push(setTimeout(() => this.open.rejectAll(new Withdrawn()), GIVEN_MILLISECONDS));
    void this.takeBack();
  }

  private async takeBack(): Promise<void> {
    try {
      await this.turning; // jobs on their way are there then
      const taken = await takeBack(this.queue, this.options.redis, this.open.jobIds);
      for (const jobId of taken) this.open.reject(jobId, new Withdrawn());
      await this.look(); // results whose message was missed
    } catch {
      // The server is gone: nothing comes from there.
    }
  }

  private async close(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    for (const jobId of this.open.jobIds) this.queue.remove(jobId).catch(() => undefined);
    this.open.rejectAll(new Error('Stopped.'));
    await Promise.allSettled([this.queue.close(), this.line.close()]);
  }
}
