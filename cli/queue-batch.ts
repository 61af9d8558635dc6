// cli/queue-batch.ts: the pool of a batch that is simulated by workers behind a queue server.

import { hostname } from 'node:os';
import type { Progress } from '../workers/batch.js';
import { openNodePool } from '../workers/node-pool.js';
import type { Pool } from '../workers/pool.js';
import { progressKey } from '../workers/queue-messages.js';
import { openQueuePool } from '../workers/queue-pool.js';
import type { BatchHeader } from './batch-header.js';
import { connectQueue, shownAddress } from './queue-server.js';

const PROGRESS_MILLISECONDS = 1000;
const PROGRESS_SECONDS = 86_400;

/** Opens the pool; progress of the batch can be read from any host. */
export async function openQueue(
  address: string,
  header: BatchHeader,
  workers: number,
): Promise<Pool> {
  const redis = await connectQueue(address);
  const { build, id: batch, scenarios } = header;
  const pool = await openQueuePool({
    redis,
    build,
    batch,
    local: openNodePool(workers),
    silence: `No worker has answered yet; start one with: winterflow work --queue ${shownAddress(address)}`,
    onServer: (isThere) =>
      process.stderr.write(
        isThere ? 'The queue server is back.\n' : 'The queue server is gone; it is waited for.\n',
      ),
  });
  let made: Progress | null = null; // its total grows with --precision
  const tell = () => {
    if (made === null) return;
    const { done, total } = made;
    const text = JSON.stringify({
      batch,
      host: hostname(),
      scenarios: scenarios.length,
      done,
      total,
    });
    if (redis.status !== 'ready') return;
    redis.set(progressKey(build, batch), text, 'EX', PROGRESS_SECONDS).catch(() => undefined);
  };
  const timer = setInterval(tell, PROGRESS_MILLISECONDS);
  return {
    ...pool,
    follow: (progress) => {
      made = progress;
    },
    close: async () => {
      clearInterval(timer);
      tell();
      await pool.close();
      redis.disconnect();
    },
  };
}
