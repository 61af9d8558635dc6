// workers/node-worker.ts: the piscina entry point; one task at a time in a thread.

import type { Measured } from '../sim/outcomes/measures.js';
import { runTask, type Task } from './task.js';

export default function work(task: Task): Measured {
  try {
    return runTask(task);
  } catch (error) {
    // Whatever was thrown reaches the main thread as an Error with a message.
    throw error instanceof Error ? error : new Error(String(error));
  }
}
