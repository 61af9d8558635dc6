// test/model/extremes.test.ts: a hospital without patients, one with twice as many, one without beds.

import { expect, it } from 'vitest';
import { comparisonTable } from '../../cli/comparison-table.js';
import { summarise } from '../../sim/outcomes/summary.js';
import { batchOf, changed, column, LISTER, mean } from './batches.js';

const NAMES = { version: 'test', seed: 'test', effects: 'likely', quantileMethod: 'type 7' };

it('at 0 arrivals empties and stays quiet, with undefined shares and no zeros made up', async () => {
  const quiet = changed({ system: LISTER }, 'quiet', (model) => {
    model.demand.attendancesPerDay = 0;
    model.demand.referredPerDay = 0;
    model.season.flu.scale = 0;
    model.electives.perDay = [0, 0, 0, 0, 0, 0, 0];
  });
  const batch = await batchOf([quiet], { replications: 2 });
  expect(batch.failures).toEqual([]);
  const [runs] = batch.scenarios;
  expect(column(runs, 'attendancesCount')).toEqual([0, 0]);
  expect(mean(column(runs, 'bedsOccupiedMean'))).toBeLessThan(40); // who was in bed at the start
  const [summary] = summarise(batch.scenarios, NAMES).scenarios;
  expect(summary.outcomes.within4hType1Share.mean).toBeNull();
  expect(summary.outcomes.daysOver92Count.mean).toBe(0);
});

it('at twice the demand runs to the end, visibly outside its valid range', async () => {
  const doubled = changed({ system: LISTER }, 'twice the demand', (model) => {
    model.demand.growthShare = 1;
  });
  const batch = await batchOf([doubled], { replications: 2 });
  expect(batch.failures).toEqual([]);
  const [runs] = batch.scenarios;
  expect(mean(column(runs, 'daysOutsideValidityCount'))).toBeGreaterThan(30);
  const table = comparisonTable(summarise(batch.scenarios, NAMES), 120);
  expect(table).toMatch(
    /On some days more patients wait in A&E for a bed than the model can relieve[\s\S]*twice the demand \d+\./,
  );
});

it('without a single bed keeps everybody waiting and loses nobody', async () => {
  const none = changed({ system: LISTER }, 'no beds', (model) => {
    for (const pool of ['assessment', 'medical', 'surgical', 'olderPeople', 'children'] as const) {
      model.beds[pool].core = 0;
    }
    model.beds.flex.most = 0;
    model.interventions = {};
    model.demand.attendancesPerDay = 40;
    model.period = { firstDay: '2017-10-01', lastDay: '2017-10-14', leadInDays: 7 };
  });
  const batch = await batchOf([none], { replications: 2 });
  expect(batch.failures).toEqual([]);
  expect(column(batch.scenarios[0], 'admissionsEmergencyCount')).toEqual([0, 0]);
});
