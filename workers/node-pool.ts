// workers/node-pool.ts: the pool of Node threads, over piscina; it never waits for a dead worker.

import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { Measured } from '../sim/outcomes/measures.js';
import type { Pool } from './pool.js';
import type { Task } from './task.js';

export interface NodePoolOptions {
  /** File of the worker; the built one by default. */
  workerFile?: string;
  /** Most megabytes of heap for each worker; Node's own limit by default. */
  heapMegabytes?: number;
}

/**
 * Opens a pool of threads. They run the built worker, also when this file runs from source. A
 * worker that dies is replaced and its task rejects; once none is left, every task rejects.
 */
export function openNodePool(size: number, options: NodePoolOptions = {}): Pool {
  const { workerFile = builtWorker(), heapMegabytes } = options;
  const start = (threads: number) =>
    new Piscina({
      filename: workerFile,
      minThreads: threads,
      maxThreads: threads,
      concurrentTasksPerWorker: 1,
      ...(heapMegabytes === undefined
        ? {}
        : { resourceLimits: { maxOldGenerationSizeMb: heapMegabytes } }),
    });
  const piscina = start(size);
  const waiting = new Set<(error: Error) => void>();
  let broken: Error | null = null;
  // Workers that fail while they start are not replaced: what waits for them would wait for ever.
  const breakIfAllDied = (cause: unknown): void => {
    if (broken !== null || piscina.threads.length > 0) return;
    const text = cause instanceof Error ? cause.message : String(cause);
    broken = new Error(`No worker could start: ${text}`);
    for (const reject of waiting) reject(broken);
    waiting.clear();
  };
  piscina.on('error', breakIfAllDied);
  return {
    size,
    run: (task: Task): Promise<Measured> =>
      new Promise((resolve, reject) => {
        if (broken !== null) {
          reject(broken);
          return;
        }
        waiting.add(reject);
        piscina
          .run(task)
          .then(resolve, (error: unknown) => {
            reject(error instanceof Error ? error : new Error(String(error)));
            breakIfAllDied(error);
          })
          .finally(() => waiting.delete(reject));
      }),
    runFresh: async (task: Task): Promise<Measured> => {
      if (broken !== null) throw broken;
      const alone = start(1);
      alone.on('error', () => undefined); // the task rejects with it
      try {
        return await alone.run(task);
      } finally {
        await alone.destroy();
      }
    },
    close: () => piscina.destroy(),
  };
}

/** The built worker: all that decides what a replication gives is in this one file. */
export function builtWorker(): string {
  const fromSource = import.meta.url.endsWith('.ts');
  const path = fromSource ? '../dist/node-worker.js' : './node-worker.js';
  return fileURLToPath(new URL(path, import.meta.url));
}
