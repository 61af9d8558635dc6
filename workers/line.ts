// workers/line.ts: a pool that is given a task only when a worker is free; those in line can be withdrawn.

import type { Measured } from '../sim/outcomes/measures.js';
import { type Pool, Withdrawn } from './pool.js';
import type { Task } from './task.js';

/** Tasks in line before a pool. */
export class Line {
  private readonly line: { begin(): void; reject(error: Error): void }[] = [];
  private running = 0;

  /** @param atOnce how many tasks the pool is given at a time */
  constructor(
    private readonly pool: Pool,
    private readonly atOnce = pool.size,
  ) {}

  /** Runs a task once a worker is free for it. */
  async run(task: Task): Promise<Measured> {
    if (this.running >= this.atOnce) {
      await new Promise<void>((begin, reject) => this.line.push({ begin, reject }));
    } else {
      this.running++;
    }
    try {
      return await this.pool.run(task);
    } finally {
      const next = this.line.shift(); // it takes this one's worker
      if (next === undefined) this.running--;
      else next.begin();
    }
  }

  /** Takes back what has not begun. */
  withdraw(): void {
    for (const { reject } of this.line.splice(0)) reject(new Withdrawn());
  }

  /** Ends the pool; what is in line rejects. */
  async close(): Promise<void> {
    this.withdraw();
    await this.pool.close();
  }
}
