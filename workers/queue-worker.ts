// workers/queue-worker.ts: takes jobs from a queue server, simulates them in threads, gives results back.

import type { Redis } from 'ioredis';
import type { Pool } from './pool.js';
import { modelKey, parseJob, parseShared, queueName, type SharedModel } from './queue-messages.js';
import { seal } from './sealed.js';

export interface QueueWorkerOptions {
  redis: Redis;
  build: string;
  pool: Pool;
  /** Called after each replication: how many this worker has done, and how many jobs failed. */
  onDone?: (done: number, failed: number) => void;
}

const LOCK_MILLISECONDS = 6_000; // after so long a worker that is gone loses its jobs
const STALLED_MILLISECONDS = 3_000;
const STALLED_MAX = 1000; // crashed workers are no fault of a job
const MODELS_KEPT = 20;
/** A server that does not answer for so long while a worker closes is taken to be gone for good. */
const GONE_MILLISECONDS = 5_000;
const LOOK_MILLISECONDS = 200;

export interface QueueWorker {
  /**
   * Finishes what runs, gives it back and takes nothing more. False when the server did not answer: then
   * nothing could be given back, and the library goes on looking for it until the process ends.
   */
  close(): Promise<boolean>;
}

/** Opens a worker; it takes jobs until it is closed. */
export async function openQueueWorker(options: QueueWorkerOptions): Promise<QueueWorker> {
  const { Worker } = await import('bullmq');
  const { redis, build, pool, onDone } = options;
  const models = new Map<string, SharedModel>();
  const modelOf = async (batch: string, hash: string): Promise<SharedModel> => {
    const known = models.get(`${batch} ${hash}`);
    if (known !== undefined) return known;
    const shared = parseShared(await redis.get(modelKey(build, batch, hash)), hash);
    if (models.size >= MODELS_KEPT) models.clear();
    models.set(`${batch} ${hash}`, shared);
    return shared;
  };
  let done = 0;
  let failed = 0;
  const connection = redis.duplicate();
  const worker = new Worker(
    queueName(build),
    async ({ data }) => {
      const { batch, replications } = parseJob(data);
      const simulated = replications.map(async ({ scenario, hash, effects, seed, replication }) => {
        const { name, model, bankHolidays } = await modelOf(batch, hash);
        const task = { scenario, name, hash, model, effects, bankHolidays, seed, replication };
        const { text } = seal(batch, scenario, replication, await pool.run(task));
        onDone?.(++done, failed);
        return text;
      });
      return Promise.all(simulated);
    },
    {
      connection,
      concurrency: pool.size + 1, // one more, so that threads do not wait for the server
      lockDuration: LOCK_MILLISECONDS,
      stalledInterval: STALLED_MILLISECONDS,
      maxStalledCount: STALLED_MAX,
    },
  );
  worker.on('error', () => undefined); // the server is gone; it is waited for
  worker.on('failed', () => onDone?.(done, ++failed));
  return {
    close: async () => {
      const isClosed = worker.close().then(() => true);
      const isThere = await Promise.race([isClosed, goneFor(connection).then(() => false)]);
      connection.disconnect(); // it is ours, so the worker does not close it
      return isThere;
    },
  };
}

/** Resolves once a connection has been without its server for a while on end. */
function goneFor(connection: Redis): Promise<void> {
  let readyAt = performance.now();
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (connection.status === 'ready') readyAt = performance.now();
      if (connection.status !== 'end' && performance.now() - readyAt < GONE_MILLISECONDS) return;
      clearInterval(timer);
      resolve();
    }, LOOK_MILLISECONDS);
    timer.unref();
  });
}
