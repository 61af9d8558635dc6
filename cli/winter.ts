// cli/winter.ts: `winterflow winter`: the first look: the Lister in 2017-18, observed and simulated,
// and what each of six plans would have bought.

import { shortComparison } from './comparison-table.js';
import { openNodeLibrary } from './node-library.js';
import { observedText } from './observed.js';
import { refuseUnfinished } from './open-session.js';
import { PLANS_FIRST_LOOK, SEED_DEFAULT, SYSTEM_DEFAULT } from './options.js';
import { resolveWanted } from './requests.js';
import { openResultsFolder } from './results-folder.js';
import { exitCodeOf, type RunOptions, runScenarios } from './run-scenarios.js';
import { terminalColumns } from './text-table.js';
import { writeResults } from './write-results.js';

const BACK_TEST = 'lister-2016-17';
const BACK_TEST_SHARE = 0.15; // of the time
const REPLICATIONS_MOST = 400;

export interface WinterOptions {
  workers: number;
  out: string;
  within: number;
}

/** Runs the base and the plans of the first look under one winter for about a minute, then the back-test. */
export async function winter({ workers, out, within }: WinterOptions): Promise<number> {
  const library = openNodeLibrary();
  const columns = terminalColumns();
  const options = (seconds: number, scenarios: string[], plans: readonly string[]): RunOptions => ({
    scenarios,
    plans,
    replications: REPLICATIONS_MOST,
    seed: SEED_DEFAULT,
    workers,
    effects: 'likely',
    within: seconds,
  });
  const plansRun = options(within * (1 - BACK_TEST_SHARE), [SYSTEM_DEFAULT], PLANS_FIRST_LOOK);
  const folder = openResultsFolder(out);
  try {
    refuseUnfinished(folder);
    const finished = await runScenarios(library, resolveWanted(library, plansRun), plansRun);
    process.stdout.write(`${observedText(library, finished, 0, columns)}\n`);
    process.stdout.write(`\n${shortComparison(finished.summary, columns)}`);
    const backRun = options(within * BACK_TEST_SHARE, [BACK_TEST], []);
    const back = await runScenarios(library, resolveWanted(library, backRun), backRun);
    process.stdout.write(
      '\nBack-test: the winter before, to which nothing is fitted; only its dates and a typical flu\n' +
        'wave are given.\n',
    );
    process.stdout.write(`${observedText(library, back, 0, columns)}\n`);
    writeResults(folder, finished, plansRun);
    process.stdout.write(
      `\nReport: ${folder.path}/report.html\n` +
        'The same comparison in a browser, run again there: npm run web, then open the address it\n' +
        'prints.\n',
    );
    return exitCodeOf(finished.batch, finished.summary, plansRun);
  } finally {
    folder.close();
  }
}
