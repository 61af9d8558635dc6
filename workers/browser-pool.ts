// workers/browser-pool.ts: the pool of web workers, with the interface of the Node pool.

import type { Measured } from '../sim/outcomes/measures.js';
import type { WorkReply, WorkRequest } from './browser-worker.js';
import type { Pool } from './pool.js';
import type { Task } from './task.js';

interface Waiting {
  task: Task;
  resolve(result: Measured): void;
  reject(error: Error): void;
}

/**
 * Opens a pool of web workers; `create` makes one (the page knows how it is bundled). A worker that
 * dies is replaced and its task rejects, unless none ever answered; once none is left, every task
 * rejects.
 */
export function openBrowserPool(size: number, create: () => Worker): Pool {
  const line: Waiting[] = [];
  const idle: Worker[] = [];
  const busy = new Map<Worker, Waiting>();
  let nextId = 0;
  let closed = false;
  let hasAnswered = false; // by some worker: the script loads and runs
  let broken: Error | null = null;

  const start = (): Worker => {
    const worker = create();
    worker.onmessage = ({ data }: MessageEvent<WorkReply>) => {
      const job = busy.get(worker);
      hasAnswered = true;
      busy.delete(worker);
      idle.push(worker);
      if ('result' in data) job?.resolve(data.result);
      else job?.reject(new Error(data.error));
      dispatch();
    };
    worker.onerror = (event) => {
      const job = busy.get(worker);
      busy.delete(worker);
      worker.terminate();
      idle.splice(0, idle.length, ...idle.filter((other) => other !== worker));
      const cause = event.message || 'A worker of this page stopped.';
      if (!closed && hasAnswered) idle.push(start());
      job?.reject(new Error(cause));
      if (idle.length + busy.size === 0) breakWith(new Error(`No worker could start: ${cause}`));
      dispatch();
    };
    return worker;
  };

  const breakWith = (error: Error): void => {
    broken = error;
    for (const job of line) job.reject(error);
    line.length = 0;
  };

  const dispatch = (): void => {
    while (idle.length > 0 && line.length > 0) {
      const job = line.shift() as Waiting;
      const worker = idle.pop() as Worker;
      busy.set(worker, job);
      const request: WorkRequest = { id: nextId++, task: job.task };
      worker.postMessage(request);
    }
  };

  for (let i = 0; i < size; i++) idle.push(start());
  return {
    size,
    run: (task) =>
      new Promise<Measured>((resolve, reject) => {
        if (broken !== null) {
          reject(broken);
          return;
        }
        line.push({ task, resolve, reject });
        dispatch();
      }),
    close: async () => {
      closed = true;
      for (const worker of [...idle, ...busy.keys()]) worker.terminate();
      for (const job of [...line, ...busy.values()]) {
        job.reject(new DOMException('Stopped.', 'AbortError'));
      }
      line.length = 0;
      busy.clear();
      idle.length = 0;
    },
  };
}
