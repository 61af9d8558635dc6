// cli/sweep.ts: `winterflow sweep`: outcomes at the points of a grid or a Latin hypercube.

import type { Command } from 'commander';
import { csvFormatRow } from 'd3-dsv';
import { interval } from '../sim/outcomes/intervals.js';
import { OUTCOMES } from '../sim/outcomes/keys.js';
import { VERSION } from '../sim/outcomes/provenance.js';
import { grid, latinHypercube } from '../sim/questions/designs.js';
import { valuesOfShares } from '../sim/questions/ranges.js';
import type { Model } from '../sim/scenario/schema.js';
import { buildOf } from './batch-header.js';
import { BAD_INPUT, CommandError, DONE } from './exit-codes.js';
import { type Experiment, readExperiment, refuseTwinFactors } from './experiment-file.js';
import { openNodeLibrary } from './node-library.js';
import { once, REPLICATIONS_MAX, SEED_DEFAULT, wholeNumber } from './options.js';
import {
  type AnswerFlags,
  addAnswerOptions,
  counterOf,
  orRefused,
  variedOrRefused,
} from './question-options.js';
import { resolveWanted } from './requests.js';
import { openResultsFolder } from './results-folder.js';
import { openSampler } from './sampler.js';

interface Flags extends AnswerFlags {
  replications: number;
  out?: string;
}

const POINTS_MAX = 100_000;
const SHOWN = 'daysOver92Count';

/** Adds the command to the program. */
export function addSweep(program: Command, end: (exitCode: number) => void): void {
  const command = program
    .command('sweep')
    .description('outcomes over a grid or a Latin hypercube of values, from a file')
    .argument('<file>', 'a file of kind experiment')
    .option('--replications <n>', 'winters at each point', wholeNumber(2, REPLICATIONS_MAX), 20)
    .option('--out <dir>', 'folder for points.csv', once);
  addAnswerOptions(command).action(async (file: string, flags: Flags) => {
    end(await sweep(file, flags));
  });
}

async function sweep(file: string, flags: Flags): Promise<number> {
  const library = openNodeLibrary();
  const experiment = readExperiment(file);
  refuseTwinFactors(experiment.factors);
  const { scenario, winter, plans } = experiment;
  const wanted = {
    scenarios: [scenario],
    winter,
    plans: plans.length > 0 ? [plans.join('+')] : [],
  };
  const base = resolveWanted(library, wanted).slice(-1)[0];
  const seed = flags.seed ?? SEED_DEFAULT;
  const points = pointsOf(experiment, base.model, seed);
  const scenarios = points.map((values) =>
    variedOrRefused(library, base, experiment.factors, values),
  );
  const folder = flags.out === undefined ? null : openResultsFolder(flags.out, 'sweep');
  const sampler = openSampler({
    workers: flags.workers,
    seed,
    effects: 'likely',
    bankHolidays: library.bankHolidays(),
    onWinter: counterOf(flags.quiet, `of ${points.length * flags.replications} winters simulated`),
  });
  try {
    const names = experiment.factors.map(({ name }) => name);
    const lines = [csvFormatRow(['point', ...names, 'outcome', 'mean', 'low95', 'high95'])];
    const shown: string[] = [];
    const winters = Array.from({ length: flags.replications }, (_, k) => k);
    for (const [p, of] of scenarios.entries()) {
      const outcomes = await sampler.outcomes(of, winters);
      for (const [i, { key, label }] of OUTCOMES.entries()) {
        const { mean, low95, high95 } = interval(Float64Array.from(outcomes, (row) => row[i]));
        if (mean === null) continue;
        const numbers = [mean, low95, high95].map((value) =>
          String(Number(value?.toPrecision(10))),
        );
        lines.push(csvFormatRow([String(p), ...points[p].map(String), key, ...numbers]));
        if (key !== SHOWN) continue;
        const place = names.map((name, f) => `${name} ${points[p][f]}`).join(', ');
        const [m, l, h] = [mean, low95, high95].map((value) => Number(value?.toPrecision(4)));
        shown.push(`  ${place}: ${label} ${m} (${l} to ${h})`);
      }
    }
    const text = `${lines.join('\n')}\n`;
    if (folder !== null) {
      folder.write('points.csv', text);
      const about = { version: VERSION, build: buildOf(), seed, base: base.name, hash: base.hash };
      folder.write(
        'manifest.json',
        `${JSON.stringify({ ...about, replications: flags.replications, experiment, complete: true }, null, 2)}\n`,
      );
    }
    process.stdout.write(flags.json ? text : `${shown.join('\n')}\n`);
    if (folder !== null) process.stderr.write(`All outcomes are in ${folder.path}/points.csv\n`);
    return DONE;
  } finally {
    await sampler.close();
    folder?.close();
  }
}

function pointsOf({ design, factors, points }: Experiment, model: Model, seed: string): number[][] {
  if (design === 'latin-hypercube') {
    const valuesOf = orRefused(() => valuesOfShares(model, factors));
    return latinHypercube(points, factors.length, seed).map(valuesOf);
  }
  const count = factors.reduce((product, { values }) => product * values.length, 1);
  if (count > POINTS_MAX) {
    throw new CommandError(
      BAD_INPUT,
      `The grid has ${count} points; at most ${POINTS_MAX} are allowed.`,
    );
  }
  return grid(factors.map(({ values }) => values));
}
