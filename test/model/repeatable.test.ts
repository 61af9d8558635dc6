// test/model/repeatable.test.ts: the same scenarios and seed give the same bytes for any workers.

import { expect, it } from 'vitest';
import { QUANTILE_METHOD } from '../../sim/outcomes/intervals.js';
import { fansOf, summarise } from '../../sim/outcomes/summary.js';
import { dailyCsv, outcomesCsv, summaryJson } from '../../sim/outcomes/tables.js';
import { batchOf, lister } from './batches.js';

async function texts(workers: number, seed: string): Promise<string[]> {
  const scenarios = [lister(), lister(['discharge-to-assess']), lister(['escalation-beds-24'])];
  const batch = await batchOf(scenarios, { replications: 6, workers, seed });
  const names = { version: 'x', seed, effects: 'likely', quantileMethod: QUANTILE_METHOD };
  return [
    summaryJson(summarise(batch.scenarios, names)),
    outcomesCsv(batch.scenarios),
    dailyCsv(batch.scenarios.flatMap((runs, s) => fansOf(runs, batch.dates[s]))),
  ];
}

it('gives the same summary.json, outcomes.csv and daily.csv with 1 and with 2 workers', async () => {
  const one = await texts(1, 'bytes');
  const two = await texts(2, 'bytes');
  expect(two).toEqual(one);
});

it('gives other numbers for another seed', async () => {
  const [a] = await texts(2, 'bytes');
  const [b] = await texts(2, 'other');
  expect(a.replace(/"seed".*\n/, '')).not.toEqual(b.replace(/"seed".*\n/, ''));
});
