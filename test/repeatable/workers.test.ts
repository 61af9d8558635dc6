// test/repeatable/workers.test.ts: random scenarios give the same bits on any number of workers and
// in any order. `npm run repeat` does 200 of them, also on the newest Node and in Chromium.

import { beforeAll, describe, expect, it } from 'vitest';
import type { Task } from '../../workers/task.js';
import { fingerprintsOf, randomTasks, shuffled } from './fingerprints.js';

const SCENARIOS = 5;
const FIRST = 5001; // others than the script's

let tasks: Task[];
let expected: string[];

beforeAll(async () => {
  tasks = randomTasks(SCENARIOS, FIRST);
  expected = await fingerprintsOf(tasks, { workers: 1, order: tasks.map((_, i) => i) });
});

describe('random scenarios', () => {
  it.each([2, 4])('give the same bits on %i workers in a shuffled order', async (workers) => {
    const order = shuffled(SCENARIOS, workers);
    expect(order).not.toEqual(tasks.map((_, i) => i));
    expect(await fingerprintsOf(tasks, { workers, order })).toEqual(expected);
  });

  it('give each its own bits, and others for another replication or seed', async () => {
    const others = [
      { ...tasks[0], replication: tasks[0].replication + 1 },
      { ...tasks[0], seed: `${tasks[0].seed}.` },
    ];
    const hashes = await fingerprintsOf(others, { workers: 1, order: [0, 1] });
    expect(new Set([...expected, ...hashes]).size).toBe(SCENARIOS + 2);
  });
});
