// cli/sweep.ts: `winterflow sweep`: outcomes at the points of a grid or a Latin hypercube.

import type { Command } from 'commander';
import { grid, latinHypercube } from '../sim/questions/designs.js';
import { valuesOfShares, valuesOfSteps } from '../sim/questions/ranges.js';
import type { Model } from '../sim/scenario/schema.js';
import { BAD_INPUT, CommandError, DONE, INTERRUPTED } from './exit-codes.js';
import { type Experiment, readExperiment, refuseTwinFactors } from './experiment-file.js';
import { listenForStop } from './interrupt.js';
import { openNodeLibrary } from './node-library.js';
import { once, REPLICATIONS_MAX, SEED_DEFAULT, wholeNumber } from './options.js';
import {
  type AnswerFlags,
  addAnswerOptions,
  orRefused,
  variedOrRefused,
} from './question-options.js';
import { resolveWanted } from './requests.js';
import { MANIFEST, openResultsFolder, type ResultsFolder } from './results-folder.js';
import { runSweep } from './run-sweep.js';
import { type SweepHeader, sweepHeaderOf } from './sweep-header.js';
import { openSweep, POINTS, type SweepSession } from './sweep-session.js';
import { pointsCsv, pointsJson, pointsText, type SweptPoint } from './swept-points.js';

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
  const { factors } = experiment;
  const at = (p: number) => variedOrRefused(library, base, factors, points[p]);
  const hashes = points.map((_, p) => at(p).hash); // all are possible, before any is simulated
  const { replications, workers, quiet } = flags;
  const bankHolidays = library.bankHolidays();
  const header = sweepHeaderOf(base, experiment, hashes, { seed, replications, bankHolidays });
  const stop = listenForStop(flags.out === undefined ? 'nothing is kept without --out' : undefined);
  let folder: ResultsFolder | null = null;
  let session: SweepSession | null = null;
  try {
    folder = flags.out === undefined ? null : openResultsFolder(flags.out, 'sweep');
    session = openSweep(folder, header);
    if (quiet !== true) for (const note of session.notes) process.stderr.write(`${note}\n`);
    await runSweep(at, header, session, { workers, quiet, bankHolidays, signal: stop.signal });
    const total = points.length * replications;
    if (session.count() < total) {
      const there = `Interrupted: ${session.count()} of ${total} winters`;
      process.stderr.write(
        folder === null
          ? `${there} were simulated; nothing is kept without --out.\n`
          : `${there} are kept in ${folder.path}; the same command goes on from there.\n`,
      );
      return INTERRUPTED;
    }
    show({ points, hashes, header, session, folder, json: flags.json === true });
    return DONE;
  } finally {
    stop.off();
    session?.close();
    folder?.close();
  }
}

/** Writes the folder and prints what was found. */
function show(of: {
  points: readonly (readonly number[])[];
  hashes: readonly string[];
  header: SweepHeader;
  session: SweepSession;
  folder: ResultsFolder | null;
  json: boolean;
}): void {
  const { header, folder, session } = of;
  const names = (header.experiment as unknown as Experiment).factors.map(({ name }) => name);
  const swept = of.points.flatMap((values, p): SweptPoint[] => {
    const figures = session.figures(p);
    return figures === undefined ? [] : [{ values, hash: of.hashes[p], figures }];
  });
  const { version, build, seed, scenario, system, winter, hash, replications, experiment } = header;
  const about = { version, build, seed };
  if (folder !== null) {
    const sum = folder.write(POINTS, pointsCsv(names, swept));
    const made = { base: scenario, hash, replications, experiment, sweep: header.id };
    const manifest = { ...about, ...made, files: { [POINTS]: sum }, complete: true };
    folder.write(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
  }
  const provenance = { ...about, scenario, system, winter, hash, replications, experiment };
  const parts = of.json ? pointsJson(provenance, names, swept) : pointsText(names, swept);
  for (const part of parts) process.stdout.write(part);
  if (folder !== null) process.stderr.write(`All outcomes are in ${folder.path}/${POINTS}\n`);
}

function pointsOf({ design, factors, points }: Experiment, model: Model, seed: string): number[][] {
  if (design === 'latin-hypercube') {
    const valuesOf = orRefused(() => valuesOfShares(model, factors));
    return latinHypercube(points, factors.length, seed).map(valuesOf);
  }
  const lists = factors.map((factor) =>
    factor.stepped ? orRefused(() => valuesOfSteps(model, factor, factor.values)) : factor.values,
  );
  const count = lists.reduce((product, values) => product * values.length, 1);
  if (count > POINTS_MAX) {
    throw new CommandError(
      BAD_INPUT,
      `The grid has ${count} points; at most ${POINTS_MAX} are allowed.`,
    );
  }
  return grid(lists);
}
