// cli/work.ts: `winterflow work`: simulates for batches on other hosts, through a queue server.

import { hostname } from 'node:os';
import type { Command } from 'commander';
import { openNodePool } from '../workers/node-pool.js';
import { progressKey } from '../workers/queue-messages.js';
import { openQueueWorker } from '../workers/queue-worker.js';
import { buildOf } from './batch-header.js';
import { DONE, SOME_FAILED } from './exit-codes.js';
import { listenForStop } from './interrupt.js';
import { once, WORKERS_MAX, wholeNumber, workersDefault } from './options.js';
import { connectQueue } from './queue-server.js';

interface Flags {
  queue: string;
  workers: number;
  untilIdle?: number;
  status?: boolean;
  quiet?: boolean;
}

const TOLD_MILLISECONDS = 10_000;

/** Adds the command to the program. */
export function addWork(program: Command, end: (exitCode: number) => void): void {
  program
    .command('work')
    .description('simulate for batches that run with --queue, until it is stopped')
    .requiredOption('--queue <address>', 'Redis or Valkey server: redis://… or rediss://…', once)
    .option('--workers <n>', 'threads', wholeNumber(1, WORKERS_MAX), workersDefault())
    .option('--until-idle <seconds>', 'end after so long without work', wholeNumber(1, 1e6))
    .option('--status', 'only print how far the batches of this server are')
    .option('--quiet', 'no progress')
    .action(async (flags: Flags) => end(await work(flags)));
}

async function work({ queue, workers, untilIdle, status, quiet }: Flags): Promise<number> {
  const redis = await connectQueue(queue);
  const build = buildOf();
  if (status) {
    for (const key of await redis.keys(progressKey(build, '*'))) {
      process.stdout.write(`${(await redis.get(key)) ?? ''}\n`);
    }
    redis.disconnect();
    return DONE;
  }
  const stop = listenForStop();
  const pool = openNodePool(workers);
  let busyAt = performance.now();
  let toldAt = performance.now();
  const worker = await openQueueWorker({
    redis,
    build,
    pool,
    onDone: (done, failed) => {
      busyAt = performance.now();
      if (quiet === true || busyAt - toldAt < TOLD_MILLISECONDS) return;
      toldAt = busyAt;
      process.stderr.write(`${hostname()}: ${done} winters simulated, ${failed} failed\n`);
    },
  });
  if (quiet !== true) process.stderr.write(`Waiting for work of build ${build}.\n`);
  await new Promise<void>((resolve) => {
    stop.signal.addEventListener('abort', () => resolve());
    if (untilIdle === undefined) return;
    const timer = setInterval(() => {
      if (performance.now() - busyAt < untilIdle * 1000) return;
      clearInterval(timer);
      resolve();
    }, 200);
  });
  const isGivenBack = await worker.close(); // what runs is finished and given back
  await pool.close();
  redis.disconnect();
  stop.off();
  if (isGivenBack) return DONE;
  process.stderr.write(
    'The queue server does not answer any more; what was not given back is simulated again elsewhere.\n',
  );
  process.exit(SOME_FAILED); // the connection that is waited for would keep the process
}
