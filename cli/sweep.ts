// cli/sweep.ts: `winterflow sweep`: outcomes at the points of a grid or a Latin hypercube.

import type { Command } from 'commander';
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
import { MANIFEST, openResultsFolder } from './results-folder.js';
import { openSampler } from './sampler.js';
import { figuresOf, pointsCsv, pointsJson, pointsText, type SweptPoint } from './swept-points.js';

interface Flags extends AnswerFlags {
  replications: number;
  out?: string;
}

const POINTS_MAX = 100_000;

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
    const swept: SweptPoint[] = [];
    const winters = Array.from({ length: flags.replications }, (_, k) => k);
    for (const [p, of] of scenarios.entries()) {
      const figures = figuresOf(await sampler.outcomes(of, winters));
      swept.push({ values: points[p], hash: of.hash, figures });
    }
    const { replications } = flags;
    const about = { version: VERSION, build: buildOf(), seed };
    if (folder !== null) {
      folder.write('points.csv', pointsCsv(names, swept));
      const of = { base: base.name, hash: base.hash, replications, experiment, complete: true };
      folder.write(MANIFEST, `${JSON.stringify({ ...about, ...of }, null, 2)}\n`);
    }
    const { name, system, winter: baseWinter, hash } = base;
    const provenance = {
      ...about,
      scenario: name,
      system,
      winter: baseWinter,
      hash,
      replications,
      experiment,
    };
    const parts = flags.json ? pointsJson(provenance, names, swept) : pointsText(names, swept);
    for (const part of parts) process.stdout.write(part);
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
