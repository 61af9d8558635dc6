// cli/sensitivity.ts: `winterflow sensitivity`: what drives an outcome: tornado, ranks, shares.

import type { Command } from 'commander';
import { interval } from '../sim/outcomes/intervals.js';
import type { Outcome } from '../sim/outcomes/keys.js';
import { VERSION } from '../sim/outcomes/provenance.js';
import { latinHypercube } from '../sim/questions/designs.js';
import { valuesOfShares } from '../sim/questions/ranges.js';
import {
  rankCorrelation,
  type VarianceShare,
  varianceShares,
} from '../sim/questions/sensitivity.js';
import type { Resolved } from '../sim/scenario/resolve.js';
import { buildOf } from './batch-header.js';
import { type Driver, driversTable } from './drivers-table.js';
import { BAD_INPUT, CommandError, DONE } from './exit-codes.js';
import { type Experiment, readExperiment, refuseTwinFactors } from './experiment-file.js';
import { openNodeLibrary } from './node-library.js';
import { REPLICATIONS_MAX, SEED_DEFAULT, wholeNumber } from './options.js';
import {
  type AnswerFlags,
  addAnswerOptions,
  addKeep,
  counterOf,
  orRefused,
  outcomeOf,
  variedOrRefused,
} from './question-options.js';
import type { SensitivityFile } from './report-beyond.js';
import { resolveWanted } from './requests.js';
import { openSampler, type Sampler } from './sampler.js';
import { someAtOnce } from './some-at-once.js';

const POINTS_AT_ONCE = 4; // for each worker: making a model takes a moment too

interface Flags extends AnswerFlags {
  outcome: Outcome;
  replications: number;
  points: number;
}

/** Adds the command to the program. */
export function addSensitivity(program: Command, end: (exitCode: number) => void): void {
  const command = program
    .command('sensitivity')
    .description('what drives an outcome: tornado, rank correlations, shares of variance')
    .argument('<file>', 'a file of kind experiment')
    .requiredOption('--outcome <key>', 'the outcome', outcomeOf)
    .option(
      '--replications <n>',
      'winters at each end of a range',
      wholeNumber(2, REPLICATIONS_MAX),
      20,
    )
    .option(
      '--points <n>',
      'points of the ranges for ranks and shares',
      wholeNumber(8, REPLICATIONS_MAX),
      64,
    );
  addAnswerOptions(addKeep(command)).action(async (file: string, flags: Flags) => {
    end(await sensitivity(file, flags));
  });
}

async function sensitivity(file: string, flags: Flags): Promise<number> {
  const library = openNodeLibrary();
  const experiment = readExperiment(file);
  refuseTwinFactors(experiment.factors);
  const { scenario, winter, plans, factors } = experiment;
  const wanted = {
    scenarios: [scenario],
    winter,
    plans: plans.length > 0 ? [plans.join('+')] : [],
  };
  const base = resolveWanted(library, wanted).slice(-1)[0];
  const at: Space['at'] = (f, values) =>
    variedOrRefused(
      library,
      base,
      f.map((i) => factors[i]),
      values,
    );
  const valuesOf = orRefused(() => valuesOfShares(base.model, factors));
  const space: Space = { name: base.name, at, valuesOf };
  const seed = flags.seed ?? SEED_DEFAULT;
  const ends = 2 * factors.length + (flags.json ? 1 : 0);
  const runs = ends * flags.replications + (factors.length + 3) * flags.points;
  const sampler = openSampler({
    ...{ workers: flags.workers, seed, keep: flags.keep, quiet: flags.quiet },
    bankHolidays: library.bankHolidays(),
    onWinter: counterOf(flags.quiet, `of ${runs} winters simulated`),
  });
  try {
    const { drivers, noise } = await driversOf(sampler, experiment, flags, seed, space);
    if (flags.json) {
      const provenance = {
        version: VERSION,
        build: buildOf(),
        seed,
        scenario: base.name,
        system: base.system,
        winter: base.winter,
        hash: base.hash,
        replications: flags.replications,
        base: await baseMean(sampler, base, flags),
      };
      const result: SensitivityFile = {
        ...provenance,
        outcome: flags.outcome,
        experiment,
        drivers,
      };
      process.stdout.write(`${JSON.stringify({ ...result, noise }, null, 2)}\n`);
    } else process.stdout.write(driversTable(drivers, noise, flags.outcome));
    return DONE;
  } finally {
    await sampler.close();
  }
}

/** Mean of the scenario as it is, in the winters of the ends of ranges. */
async function baseMean(
  sampler: Sampler,
  base: Resolved,
  { outcome, replications }: Flags,
): Promise<number> {
  const winters = Array.from({ length: replications }, (_, k) => k);
  const values = await sampler.sample(base, outcome, winters);
  defined(values, outcome, (winter) => ({ of: base, winter }));
  return interval(Float64Array.from(values)).mean ?? Number.NaN;
}

/**
 * Values that are all defined: neither a rank nor a share of variance can leave a winter out, because
 * each is paired with others.
 * @throws CommandError naming the first place where the outcome is undefined
 */
function defined(
  values: number[],
  outcome: Outcome,
  placeOf: (i: number) => { of: Resolved; winter: number },
): number[] {
  const first = values.findIndex(Number.isNaN);
  if (first < 0) return values;
  const { of, winter } = placeOf(first);
  throw new CommandError(
    BAD_INPUT,
    `${outcome} is undefined in replication ${winter} of "${of.name}"; what drives it can be told only ` +
      'where every winter defines it. Choose another outcome, or other ranges.',
  );
}

/** The scenarios of an experiment. */
interface Space {
  /** Name of the scenario with nothing moved. */
  name: string;
  /** With these factors at values. */
  at(factors: readonly number[], values: readonly number[]): Resolved;
  /** Values of all factors at shares of their ranges. */
  valuesOf(shares: readonly number[]): number[];
}

/**
 * The winter itself is one more factor: its draws. Row j of both samples has winters of its own, and
 * what one factor does is told by pairs that differ in it alone.
 */
async function driversOf(
  sampler: Sampler,
  { factors }: Experiment,
  { outcome, replications, points, workers }: Flags,
  seed: string,
  { name: scenario, at, valuesOf }: Space,
): Promise<{ drivers: Driver[]; noise: VarianceShare }> {
  const all = factors.map((_, f) => f);
  const [a, b] = ['A', 'B'].map((name) =>
    latinHypercube(points, factors.length, `${seed} ${name}`).map(valuesOf),
  );
  const run = async (
    rows: readonly (readonly number[])[],
    winterOf: (row: number) => number,
  ): Promise<number[]> => {
    const values = await someAtOnce(rows, POINTS_AT_ONCE * workers, async (row, j) => {
      const [value] = await sampler.sample(at(all, row), outcome, [winterOf(j)]);
      return value;
    });
    if (rows === a && values.every(Number.isNaN)) {
      throw new CommandError(
        BAD_INPUT,
        `${outcome} is undefined in "${scenario}", at all ${points} points that were tried; choose ` +
          'another outcome.',
      );
    }
    return defined(values, outcome, (j) => ({ of: at(all, rows[j]), winter: winterOf(j) }));
  };
  const winterA = (j: number) => 2 * j;
  const winterB = (j: number) => 2 * j + 1;
  const ofA = await run(a, winterA);
  const ofB = await run(b, winterB);
  const mixed: number[][] = [];
  for (const f of all) {
    mixed.push(
      await run(
        a.map((row, j) => row.map((value, i) => (i === f ? b[j][f] : value))),
        winterA,
      ),
    );
  }
  mixed.push(await run(a, winterB));
  const shares = varianceShares(ofA, ofB, mixed);
  const winters = Array.from({ length: replications }, (_, k) => k);
  const drivers: Driver[] = [];
  for (const f of all) {
    const { name, from, to } = factors[f];
    const end = async (value: number) => {
      const of = at([f], [value]);
      const found = await sampler.sample(of, outcome, winters);
      return defined(found, outcome, (winter) => ({ of, winter }));
    };
    const [low, high] = [await end(from), await end(to)];
    const mean = (values: readonly number[]) =>
      interval(Float64Array.from(values)).mean ?? Number.NaN;
    drivers.push({
      factor: name,
      atFrom: mean(low),
      atTo: mean(high),
      swing: interval(Float64Array.from(high, (value, k) => value - low[k])),
      rank: rankCorrelation(
        [...a, ...b].map((row) => row[f]),
        [...ofA, ...ofB],
      ),
      share: shares[f],
    });
  }
  drivers.sort((one, other) => Math.abs(other.swing.mean ?? 0) - Math.abs(one.swing.mean ?? 0));
  return { drivers, noise: shares[factors.length] };
}
