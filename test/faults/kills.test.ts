// test/faults/kills.test.ts: kill -9 at random instants, a small share of what `npm run kills` does.

import { expect, it } from 'vitest';
import { runKills } from '../../tools/kills.mjs';

it('a batch killed again and again gives the same files as one left alone', async () => {
  const counts = await runKills({ kills: 8, batches: 2, replications: 8 });
  expect(counts.differing).toEqual([]);
  expect(counts.batches).toBeGreaterThanOrEqual(2);
  expect(counts.kills).toBe(8);
});

it('kills spread over the winters of a batch mostly fall before its last, and change nothing', async () => {
  const kills = 6;
  const counts = await runKills({ kills, batches: 1, replications: 60, spread: true });
  expect(counts.differing).toEqual([]);
  expect(counts.beforeFirst + counts.between).toBeGreaterThanOrEqual(kills / 2);
});
