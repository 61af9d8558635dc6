// workers/browser-worker.ts: the web worker; one task at a time, results handed over, not copied.

import { runTask, type Task } from './task.js';

/** What the page sends, and what it gets back. */
export interface WorkRequest {
  id: number;
  task: Task;
}
export type WorkReply =
  | { id: number; result: ReturnType<typeof runTask> }
  | { id: number; error: string };

interface WorkerScope {
  onmessage: ((event: { data: WorkRequest }) => void) | null;
  postMessage(reply: WorkReply, transfer: ArrayBufferLike[]): void;
}

const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data: { id, task } }) => {
  try {
    const result = runTask(task);
    const buffers = [result.outcomes, ...result.daily].map((array) => array.buffer);
    scope.postMessage({ id, result }, [...new Set(buffers)]);
  } catch (error) {
    scope.postMessage({ id, error: error instanceof Error ? error.message : String(error) }, []);
  }
};
