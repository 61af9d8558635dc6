// cli/sensitivity.ts: `winterflow sensitivity`: what drives an outcome: tornado, ranks, shares.

import type { Command } from 'commander';
import { interval } from '../sim/outcomes/intervals.js';
import { OUTCOMES, type Outcome } from '../sim/outcomes/keys.js';
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
import { DONE } from './exit-codes.js';
import { type Experiment, readExperiment, refuseTwinFactors } from './experiment-file.js';
import { openNodeLibrary } from './node-library.js';
import { REPLICATIONS_MAX, SEED_DEFAULT, wholeNumber } from './options.js';
import {
  type AnswerFlags,
  addAnswerOptions,
  counterOf,
  orRefused,
  outcomeOf,
  variedOrRefused,
} from './question-options.js';
import type { SensitivityFile } from './report-beyond.js';
import { resolveWanted } from './requests.js';
import { openSampler, type Sampler } from './sampler.js';
import { terminalColumns, textTable } from './text-table.js';

interface Flags extends AnswerFlags {
  outcome: Outcome;
  replications: number;
  points: number;
}

/** How much a factor does: from one end of its range to the other, over the range, and as a share. */
interface Driver {
  factor: string;
  atFrom: number;
  atTo: number;
  swing: { mean: number | null; low95: number | null; high95: number | null };
  rank: number;
  share: VarianceShare;
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
  addAnswerOptions(command).action(async (file: string, flags: Flags) => {
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
  const at = (f: readonly number[], values: readonly number[]) =>
    variedOrRefused(
      library,
      base,
      f.map((i) => factors[i]),
      values,
    );
  const valuesOf = orRefused(() => valuesOfShares(base.model, factors));
  const seed = flags.seed ?? SEED_DEFAULT;
  const ends = 2 * factors.length + (flags.json ? 1 : 0);
  const runs = ends * flags.replications + (factors.length + 3) * flags.points;
  const sampler = openSampler({
    workers: flags.workers,
    seed,
    effects: 'likely',
    bankHolidays: library.bankHolidays(),
    onWinter: counterOf(flags.quiet, `of ${runs} winters simulated`),
  });
  try {
    const { drivers, noise } = await driversOf(sampler, experiment, flags, seed, at, valuesOf);
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
    } else process.stdout.write(textOf(drivers, noise, flags));
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
  return interval(Float64Array.from(values)).mean ?? Number.NaN;
}

type At = (factors: readonly number[], values: readonly number[]) => Resolved;

/**
 * The winter itself is one more factor: its draws. Row j of both samples has winters of its own, and
 * what one factor does is told by pairs that differ in it alone.
 */
async function driversOf(
  sampler: Sampler,
  { factors }: Experiment,
  { outcome, replications, points }: Flags,
  seed: string,
  at: At,
  valuesOf: (shares: readonly number[]) => number[],
): Promise<{ drivers: Driver[]; noise: VarianceShare }> {
  const all = factors.map((_, f) => f);
  const [a, b] = ['A', 'B'].map((name) =>
    latinHypercube(points, factors.length, `${seed} ${name}`).map(valuesOf),
  );
  const run = (rows: readonly (readonly number[])[], winterOf: (row: number) => number) =>
    Promise.all(
      rows.map(
        async (values, j) => (await sampler.sample(at(all, values), outcome, [winterOf(j)]))[0],
      ),
    );
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
    const low = await sampler.sample(at([f], [from]), outcome, winters);
    const high = await sampler.sample(at([f], [to]), outcome, winters);
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

const BAR = 20;

function textOf(drivers: readonly Driver[], noise: VarianceShare, { outcome: key }: Flags): string {
  const outcome = OUTCOMES.find((known) => known.key === key);
  const factor = outcome?.unit === 'share' ? 100 : 1;
  const number = (value: number | null) =>
    String(Number(((value ?? Number.NaN) * factor).toPrecision(3)));
  const percent = (value: number) => `${Math.round(100 * value)} %`;
  const widest = Math.max(...drivers.map(({ swing }) => Math.abs(swing.mean ?? 0)));
  const rows = drivers.map(({ factor: name, atFrom, atTo, swing, rank, share }) => [
    name,
    `${number(atFrom)} to ${number(atTo)}`,
    `${number(swing.mean)} (${number(swing.low95)} to ${number(swing.high95)})`,
    '█'.repeat(Math.round((BAR * Math.abs(swing.mean ?? 0)) / (widest || 1))),
    rank.toFixed(2),
    percent(share.first),
    percent(share.total),
  ]);
  const noiseRow = [
    '(the winter itself: run noise)',
    '',
    '',
    '',
    '',
    percent(noise.first),
    percent(noise.total),
  ];
  const header = ['What varies', 'from, to', 'swing (95 %)', '', 'rank', 'alone', 'in all'];
  const title = `${outcome?.label ?? key}: what drives it${outcome?.unit === 'share' ? ', in %' : ''}`;
  return `${[title, '', ...textTable([header, ...rows, noiseRow], terminalColumns())].join('\n')}\n`;
}
