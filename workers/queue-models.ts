// workers/queue-models.ts: the models of a batch's scenarios, which stand once beside its queue.

import type { Redis } from 'ioredis';
import { modelKey } from './queue-messages.js';
import type { Task } from './task.js';

const MODEL_SECONDS = 7 * 86_400;

export class SharedModels {
  private readonly texts = new Map<string, string>();
  private readonly missing = new Set<string>();

  constructor(
    private readonly redis: Redis,
    private readonly build: string,
    private readonly batch: string,
  ) {}

  /** Learns the model of a task; the next `put` gives it to the server. */
  learn({ name, hash, model, bankHolidays }: Task): void {
    if (this.texts.has(hash)) return;
    this.texts.set(hash, JSON.stringify({ name, bankHolidays, model }));
    this.missing.add(hash);
  }

  /**
   * Gives the server what it was not given yet.
   * @throws errors of the connection
   */
  async put(): Promise<void> {
    for (const hash of this.missing) {
      const key = modelKey(this.build, this.batch, hash);
      await this.redis.set(key, this.texts.get(hash) ?? '', 'EX', MODEL_SECONDS);
      this.missing.delete(hash);
    }
  }

  /** The server has lost what it had: all are given again. */
  lost(): void {
    for (const hash of this.texts.keys()) this.missing.add(hash);
  }
}
