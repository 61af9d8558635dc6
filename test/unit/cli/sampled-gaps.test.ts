// test/unit/cli/sampled-gaps.test.ts: a batch of sampled effects in which winters are missing: shares of what is
// not known come from winters that share a draw.

import { expect, it } from 'vitest';
import { type RunOptions, runScenarios } from '../../../cli/run-scenarios.js';
import { OUTCOME_KEYS } from '../../../sim/outcomes/keys.js';
import { layerShare } from '../../../sim/outcomes/layers.js';
import { openNodePool } from '../../../workers/node-pool.js';
import type { Pool } from '../../../workers/pool.js';
import { changed, LISTER, library, shorten } from '../../model/batches.js';

it('shares are those of the pairs that are whole', async () => {
  const base = changed({ system: LISTER }, 'Base', (model) => shorten(model, '2017-10-03'));
  const options: RunOptions = {
    ...{ scenarios: [], plans: [], replications: 16, seed: 'gaps', effects: 'sampled' },
    ...{ workers: 2, quiet: true },
  };
  const missing = [5, 7, 9];
  const open = openNodePool(2);
  const run: Pool['run'] = (task) =>
    missing.includes(task.replication) ? Promise.reject(new Error('lost')) : open.run(task);
  const pool: Pool = { ...open, run, runFresh: run };
  const { batch, summary } = await runScenarios(library, [base], options, { pool });
  expect(batch.failures).toHaveLength(missing.length);
  const [runs] = batch.scenarios;
  const at = new Map(runs.numbers?.map((number, i) => [number, runs.replications[i]]));
  const [shown] = summary.layers ?? [];
  expect(shown?.draws).toBe(5);
  expect(shown.shares.length).toBeGreaterThan(5);
  for (const { key, ...share } of shown.shares) {
    const outcome = OUTCOME_KEYS.indexOf(key);
    const whole = [0, 1, 2, 3, 10, 11, 12, 13, 14, 15].map((k) => at.get(k)?.outcomes[outcome]);
    expect(share, key).toEqual(layerShare(whole as number[]));
  }
});
