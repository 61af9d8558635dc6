// test/repeatable/fingerprints.ts: hashes of random scenarios, run on some workers in some order.

import { hashOf } from '../../sim/scenario/hash.js';
import { fingerprint } from '../../sim/verification/fingerprint.js';
import { openNodePool } from '../../workers/node-pool.js';
import type { Task } from '../../workers/task.js';
import { Dice } from '../differential/dice.js';
import { randomScenario } from '../differential/random-scenario.js';

/** Tasks of as many random scenarios, as a batch would hand them to its workers. */
export function randomTasks(count: number, first = 1): Task[] {
  return Array.from({ length: count }, (_, i) => {
    const { number, model, effects, bankHolidays, seed, replication } = randomScenario(first + i);
    const name = `random scenario ${number}`;
    const hash = hashOf(model);
    return {
      scenario: i,
      name,
      hash,
      model,
      effects,
      bankHolidays: [...bankHolidays],
      seed,
      replication,
    };
  });
}

/** Whole numbers below `count` in an order made up from a number. */
export function shuffled(count: number, number: number): number[] {
  const dice = new Dice(number);
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = dice.whole(0, i);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

/** Runs tasks in threads, handed out in this order; the hash of each, by its place in `tasks`. */
export async function fingerprintsOf(
  tasks: readonly Task[],
  { workers, order }: { workers: number; order: readonly number[] },
): Promise<string[]> {
  const pool = openNodePool(workers);
  const hashes = new Array<string>(tasks.length);
  try {
    await Promise.all(
      order.map(async (i) => {
        hashes[i] = fingerprint([await pool.run(tasks[i])]);
      }),
    );
  } finally {
    await pool.close();
  }
  return hashes;
}
