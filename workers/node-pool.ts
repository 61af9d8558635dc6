// workers/node-pool.ts: the pool of Node threads, over piscina.

import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { Measured } from '../sim/outcomes/measures.js';
import type { Pool } from './pool.js';
import type { Task } from './task.js';

/** Opens a pool of threads. They run the built worker, also when this file runs from source. */
export function openNodePool(size: number): Pool {
  const fromSource = import.meta.url.endsWith('.ts');
  const path = fromSource ? '../dist/node-worker.js' : './node-worker.js';
  const piscina = new Piscina({
    filename: fileURLToPath(new URL(path, import.meta.url)),
    minThreads: size,
    maxThreads: size,
    concurrentTasksPerWorker: 1,
  });
  return {
    size,
    run: (task: Task): Promise<Measured> => piscina.run(task),
    close: () => piscina.destroy(),
  };
}
