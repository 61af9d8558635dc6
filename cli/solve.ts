// cli/solve.ts: `winterflow solve`: the least change with which a target holds.

import type { Command } from 'commander';
import { VERSION } from '../sim/outcomes/provenance.js';
import { type Point, type Solution, solve } from '../sim/questions/solve.js';
import { type Limit, parseTarget } from '../sim/questions/target.js';
import type { Factor } from '../sim/questions/vary.js';
import { reportedDates } from '../workers/batch.js';
import { buildOf } from './batch-header.js';
import { CommandError, DONE, USAGE } from './exit-codes.js';
import { openNodeLibrary } from './node-library.js';
import { once, REPLICATIONS_MAX, SEED_DEFAULT, wholeNumber } from './options.js';
import {
  addQuestionOptions,
  counterOf,
  numberBetween,
  type QuestionFlags,
  rangeOf,
  variedOrRefused,
} from './question-options.js';
import { resolveWanted } from './requests.js';
import { openSampler } from './sampler.js';

interface Flags extends QuestionFlags {
  target: string;
  vary?: string;
  scale?: string;
  add?: string;
  between: { from: number; to: number };
  step?: number;
  chance?: number;
  replications: number;
}

const VALUES_MAX = 2001;
const ENDS_WINTERS = 8; // that tell which end helps

/** Adds the command to the program. */
export function addSolve(program: Command, end: (exitCode: number) => void): void {
  const command = program
    .command('solve')
    .description('the least change of a value with which a target holds')
    .argument('<scenario>', 'a scenario file or a system')
    .requiredOption(
      '--target <limit>',
      'for example "daysOver92Count<=9" or "dtocShareMean<=3.5%"',
      once,
    )
    .requiredOption('--between <from..to>', 'values that are tried', rangeOf)
    .option('--vary <path>', 'a number of the model that is set, for example beds.olderPeople.core')
    .option('--scale <path>', 'numbers that are multiplied; several paths with commas')
    .option('--add <path>', 'numbers that are added to; several paths with commas')
    .option(
      '--step <size>',
      'distance of the values (default: 1, or a hundredth to scale)',
      numberBetween(1e-6, 1e6),
    )
    .option(
      '--chance <share>',
      'share of winters in which it must hold; else their mean must',
      numberBetween(0.01, 0.99),
    )
    .option(
      '--replications <n>',
      'winters for each value that is settled',
      wholeNumber(10, REPLICATIONS_MAX),
      100,
    );
  addQuestionOptions(command).action(async (scenario: string, flags: Flags) => {
    end(await solveCommand(scenario, flags));
  });
}

async function solveCommand(name: string, flags: Flags): Promise<number> {
  const library = openNodeLibrary();
  const { plan, winter, seed = SEED_DEFAULT, workers, quiet } = flags;
  const resolved = resolveWanted(library, { scenarios: [name], winter, plans: plan });
  const base = resolved[resolved.length - 1]; // of a system with a plan: with it
  const factor = factorOf(flags);
  const values = valuesOf(flags, factor);
  const bankHolidays = library.bankHolidays();
  const limit = limitOf(flags.target, reportedDates(base, bankHolidays).length);
  const scenarioAt = (value: number) => variedOrRefused(library, base, [factor], [value]);
  for (const value of [values[0], values[values.length - 1]]) scenarioAt(value);
  const sampler = openSampler({
    workers,
    seed,
    effects: 'likely',
    bankHolidays,
    onWinter: counterOf(quiet, 'winters simulated'),
  });
  try {
    const sample = (value: number, winters: readonly number[]) =>
      sampler.sample(scenarioAt(value), limit.key, winters);
    const ends = Array.from({ length: ENDS_WINTERS }, (_, k) => k);
    const [first, last] = [
      await sample(values[0], ends),
      await sample(values[values.length - 1], ends),
    ];
    const gain = sum(last) - sum(first);
    const moreHelps = limit.atMost === undefined ? gain >= 0 : gain <= 0;
    const solution = await solve({
      values: moreHelps ? values : [...values].reverse(),
      target: { ...(flags.chance === undefined ? {} : { chance: flags.chance }), ...sideOf(limit) },
      winters: flags.replications,
      sample,
      onPoint: (point) => {
        if (quiet !== true)
          process.stderr.write(`${factor.name} ${point.value}: ${pointText(point, limit)}\n`);
      },
    });
    const simulated = sampler.count();
    if (flags.json) {
      const provenance = {
        version: VERSION,
        build: buildOf(),
        seed,
        scenario: base.name,
        hash: base.hash,
      };
      const asked = { target: limit.text, chance: flags.chance ?? null, factor, values };
      process.stdout.write(
        `${JSON.stringify({ ...provenance, ...asked, moreHelps, ...solution, simulated }, null, 2)}\n`,
      );
    } else
      process.stdout.write(
        solutionText(solution, { factor, limit, moreHelps, simulated, chance: flags.chance }),
      );
    return DONE;
  } finally {
    await sampler.close();
  }
}

function sideOf({ atMost, atLeast }: Limit): { atMost?: number; atLeast?: number } {
  return atMost === undefined ? { atLeast } : { atMost };
}

function limitOf(text: string, days: number): Limit {
  try {
    return parseTarget(text, days);
  } catch (error) {
    throw new CommandError(USAGE, `--target is "${text}"; ${(error as Error).message}`);
  }
}

function factorOf({ vary, scale, add }: Flags): Factor {
  const given = (
    [
      ['set', vary],
      ['scale', scale],
      ['add', add],
    ] as const
  ).filter(([, paths]) => paths !== undefined);
  if (given.length !== 1) {
    throw new CommandError(USAGE, 'Give one of --vary, --scale and --add: what may be changed.');
  }
  const [[way, text = '']] = given;
  const sign = { set: '', scale: '× ', add: '+ ' }[way];
  return { name: `${sign}${text}`, way, paths: text.split(',').map((path) => path.trim()) };
}

function valuesOf({ between, step }: Flags, { way }: Factor): number[] {
  const size = step ?? (way === 'scale' ? 0.01 : 1);
  const count = Math.floor((between.to - between.from) / size + 1e-9) + 1;
  if (count < 2 || count > VALUES_MAX) {
    throw new CommandError(
      USAGE,
      `--between and --step make ${count} values; allowed: 2 to ${VALUES_MAX}.`,
    );
  }
  return Array.from({ length: count }, (_, i) => Number((between.from + i * size).toPrecision(12)));
}

interface Asked {
  factor: Factor;
  limit: Limit;
  moreHelps: boolean;
  simulated: number;
  chance?: number;
}

function solutionText(
  { value, low, high, feasible, holdsAtOnce, curve, gridWinters }: Solution,
  asked: Asked,
): string {
  const { factor, limit, moreHelps, simulated, chance } = asked;
  const when =
    chance === undefined
      ? 'in the mean of winters'
      : `in ${Math.round(chance * 1000) / 10} % of winters`;
  const ends = {
    yes: '',
    no: ' It holds at no value that was asked about.',
    uncertain: ' Whether it holds within these values is uncertain.',
  };
  const from = low === null ? 'beyond' : low;
  const interval = `95 % interval ${from} to ${high === null ? 'beyond' : high}`;
  const answer =
    value === null
      ? `No ${factor.name} that was tried is enough`
      : `${moreHelps ? 'Smallest' : 'Largest'} ${factor.name}: ${value} (${interval})`;
  const lines = [
    `${answer}, for: ${limit.text}, ${when}.${ends[feasible]}`,
    ...(holdsAtOnce ? ['It holds at the first value already.'] : []),
    '',
    ...curve.map((point) => `  ${String(point.value).padStart(8)}  ${pointText(point, limit)}`),
    '',
    `${simulated} winters were simulated; a grid of all values would have taken ${gridWinters}.`,
  ];
  return `${lines.join('\n')}\n`;
}

function pointText(
  { mean, low95, high95, metShare, winters, holds }: Point,
  { outcome }: Limit,
): string {
  const factor = outcome.unit === 'share' ? 100 : 1;
  const [m, l, h] = [mean, low95, high95].map((value) => Number((value * factor).toPrecision(4)));
  const unit = outcome.unit === 'share' ? ' %' : '';
  return `mean ${m}${unit} (${l} to ${h}), met in ${Math.round(metShare * 100)} % of ${winters} winters${holds ? ': holds' : ''}`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
