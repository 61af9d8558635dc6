// test/unit/cli/daily-tables.test.ts: tables of days read from a journal a few series at a time are those
// of results in memory, to the last digit.

import { rmSync } from 'node:fs';
import { afterAll, expect, it, vi } from 'vitest';
import { headerOf } from '../../../cli/batch-header.js';
import { dailyTablesOf } from '../../../cli/daily-tables.js';
import { openSession } from '../../../cli/open-session.js';
import { openResultsFolder } from '../../../cli/results-folder.js';
import { runScenarios } from '../../../cli/run-scenarios.js';
import { DailyMemory } from '../../../workers/daily-memory.js';
import { scratchFolder } from '../../inputs/command.js';
import { changed, LISTER, library, shorten } from '../../model/batches.js';

const folder = scratchFolder();
afterAll(() => rmSync(folder, { recursive: true }));

it('daily tables do not depend on how many series are in memory at once', async () => {
  const base = changed({ system: LISTER }, 'Base', (model) => shorten(model, '2017-12-03'));
  const plan = changed({ system: LISTER, plans: ['sdec-14h'] }, 'Plan', (model) => {
    shorten(model, '2017-10-05');
  });
  const scenarios = [base, plan].map((of) => ({ ...of, assumptions: [] }));
  const options = {
    scenarios: [],
    plans: [],
    replications: 3,
    seed: 'daily',
    effects: 'likely',
    workers: 2,
    quiet: true,
  } as const;
  const bankHolidays = library.bankHolidays();
  const header = headerOf({ ...options, bankHolidays, scenarios });
  const results = openResultsFolder(folder);
  const session = openSession(results, header, { counted: true });
  const journalled = await runScenarios(library, scenarios, options, { session });
  const inMemory = await runScenarios(library, scenarios, options);
  const whole = dailyTablesOf(library, inMemory, null);
  expect(whole.fans.length).toBeGreaterThan(20);
  expect(whole.planning).toHaveLength(2);
  expect(dailyTablesOf(library, journalled, session)).toEqual(whole);
  const room = vi.spyOn(DailyMemory.prototype, 'room');
  expect(dailyTablesOf(library, journalled, session, 1)).toEqual(whole);
  const asked = room.mock.calls.map(([count, days]) => count * days);
  expect(asked[0]).toBe(Math.max(...asked)); // nothing larger takes memory beside it later
  room.mockRestore();
  expect(journalled.summary).toEqual(inMemory.summary);
  session.close();
  results.close();
});
