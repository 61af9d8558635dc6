// workers/queue-jobs.ts: jobs on a queue server: given to it and asked for many at a time.

import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { type Job, jobIdOf } from './queue-messages.js';

const KEPT = { age: 3600, count: 1000 };

/** Whether the server has a job, and whether it is over. */
export interface Standing {
  isThere: boolean;
  hasEnded: boolean;
}

/**
 * Gives jobs to the server; one that is there already stays as it is.
 * @throws errors of the connection
 */
export async function addJobs(queue: Queue, jobs: readonly Job[]): Promise<void> {
  if (jobs.length === 0) return;
  const kept = { removeOnComplete: KEPT, removeOnFail: KEPT };
  await queue.addBulk(
    jobs.map((data) => ({ name: 'replications', data, opts: { jobId: jobIdOf(data), ...kept } })),
  );
}

/**
 * What the server has of jobs, in their order, asked in one message.
 * @throws errors of the connection
 */
export async function standingOf(
  queue: Queue,
  redis: Redis,
  jobIds: readonly string[],
): Promise<Standing[]> {
  const asked = redis.pipeline();
  for (const jobId of jobIds) {
    const key = queue.toKey(jobId);
    asked.exists(key).hexists(key, 'returnvalue').hexists(key, 'failedReason');
  }
  const answers = ((await asked.exec()) ?? []).map(([error, answer]) => {
    if (error !== null) throw error;
    return answer === 1;
  });
  return jobIds.map((_, i) => ({
    isThere: answers[3 * i],
    hasEnded: answers[3 * i + 1] || answers[3 * i + 2],
  }));
}

/**
 * Takes jobs that no worker has begun from the server, and tells which. Each is taken out of the line of those
 * that wait, which only one can do, a worker or this: what is begun or done stays.
 * @throws errors of the connection
 */
export async function takeBack(
  queue: Queue,
  redis: Redis,
  jobIds: readonly string[],
): Promise<string[]> {
  const asked = redis.pipeline();
  for (const jobId of jobIds) asked.lrem(queue.toKey('wait'), 1, jobId);
  const answers = (await asked.exec()) ?? [];
  const taken = jobIds.filter((_, i) => answers[i]?.[1] === 1);
  await Promise.all(taken.map((jobId) => queue.remove(jobId)));
  return taken;
}
