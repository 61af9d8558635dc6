// cli/observed.ts: `winterflow observed`: simulated winters beside the winter as it was.

import { besideObserved, type Comparison } from '../sim/outcomes/beside-observed.js';
import { observedWinter } from '../sim/outcomes/observed-winter.js';
import type { Library } from '../sim/scenario/library.js';
import { BAD_INPUT, CommandError } from './exit-codes.js';
import { openNodeLibrary } from './node-library.js';
import { observedTable } from './observed-table.js';
import { resolveWanted } from './requests.js';
import { exitCodeOf, type Finished, type RunOptions, runScenarios } from './run-scenarios.js';
import { terminalColumns } from './text-table.js';

/** Simulates each system that names what was observed, and prints both; returns the exit code. */
export async function observed(options: RunOptions): Promise<number> {
  const library = openNodeLibrary();
  const scenarios = resolveWanted(library, options);
  const unseen = scenarios.find((scenario) => scenario.observed === null);
  if (unseen !== undefined) {
    const message = `Nothing was observed of "${unseen.name}"; a system says what with "observed:".`;
    throw new CommandError(BAD_INPUT, message);
  }
  const finished = await runScenarios(library, scenarios, options);
  for (const [i] of scenarios.entries()) {
    process.stdout.write(`${observedText(library, finished, i, terminalColumns())}\n\n`);
  }
  return exitCodeOf(finished.batch, finished.summary, options);
}

/** The comparison of one scenario of a batch. */
export function observedLines(
  library: Library,
  { scenarios, batch }: Pick<Finished, 'scenarios' | 'batch'>,
  index: number,
): Comparison[] {
  const { model, observed: org } = scenarios[index];
  const { firstDay, lastDay } = model.period;
  const winter = observedWinter(org ?? '', firstDay, lastDay, library.data);
  return besideObserved(batch.scenarios[index], batch.dates[index], winter);
}

/** The same as text, under a title. */
export function observedText(
  library: Library,
  finished: Pick<Finished, 'scenarios' | 'batch'>,
  index: number,
  columns: number,
): string {
  const lines = observedLines(library, finished, index);
  const { name } = finished.scenarios[index];
  return `${name}: simulated beside observed\n${observedTable(lines, columns)}`;
}
