// test/unit/cli/write-results.test.ts: what stands in a results folder beside new results.

import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { openResultsFolder } from '../../../cli/results-folder.js';
import { runScenarios } from '../../../cli/run-scenarios.js';
import { writeResults } from '../../../cli/write-results.js';
import { scratchFolder } from '../../inputs/command.js';
import { changed, LISTER, library, shorten } from '../../model/batches.js';

const folder = scratchFolder();
afterAll(() => rmSync(folder, { recursive: true }));

it('results of a batch without a journal come piece by piece and leave no export of other numbers', async () => {
  const base = changed({ system: LISTER }, 'Base', (model) => shorten(model, '2017-10-03'));
  const options = {
    ...{ scenarios: [], plans: [], replications: 2, seed: 'first look', workers: 2, quiet: true },
    effects: 'likely',
  } as const;
  const finished = await runScenarios(library, [base], options);
  const path = join(folder, 'first-look');
  mkdirSync(path);
  const results = openResultsFolder(path);
  const outdated = ['results.xlsx', 'outcomes.parquet', 'daily.parquet', 'report.pptx'];
  for (const name of outdated) writeFileSync(join(path, name), '');
  const write = vi.spyOn(results, 'write');
  writeResults(results, finished, options);
  // A file with rows for each winter or day is never one text: of a large batch it would be too long.
  const whole = write.mock.calls.flatMap(([name, content]) =>
    typeof content === 'string' ? [name] : [],
  );
  expect(whole).toEqual(['planning.csv', 'summary.json', 'report.html', 'manifest.json']);
  expect(outdated.filter((name) => existsSync(join(path, name)))).toEqual([]);
  results.close();
});
