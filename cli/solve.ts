// cli/solve.ts: `winterflow solve`: the least change with which a target holds.

import type { Command } from 'commander';
import { VERSION } from '../sim/outcomes/provenance.js';
import { directionOf } from '../sim/questions/direction.js';
import { type Point, solve, UndefinedOutcome } from '../sim/questions/solve.js';
import { type Limit, parseTarget } from '../sim/questions/target.js';
import type { Factor } from '../sim/questions/vary.js';
import { reportedDates } from '../workers/batch.js';
import { buildOf } from './batch-header.js';
import { BAD_INPUT, CommandError, DONE, USAGE } from './exit-codes.js';
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
import { pointText, solutionText } from './solution-text.js';

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
    .option(
      '--vary <path>',
      'a number of the model that is set, for example beds.olderPeople.core',
      once,
    )
    .option('--scale <path>', 'numbers that are multiplied; several paths with commas', once)
    .option('--add <path>', 'numbers that are added to; several paths with commas', once)
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
  const { plan, winter, seed = SEED_DEFAULT, workers, keep, quiet, chance, replications } = flags;
  if (plan.length > 1) {
    const together = `--plan "${plan.join('+')}"`;
    throw new CommandError(
      USAGE,
      `--plan is given ${plan.length} times; allowed: one plan, or several together: ${together}.`,
    );
  }
  const resolved = resolveWanted(library, { scenarios: [name], winter, plans: plan });
  const base = resolved[resolved.length - 1]; // of a system with a plan: with it
  const factor = factorOf(flags);
  const values = valuesOf(flags, factor);
  const bankHolidays = library.bankHolidays();
  const limit = limitOf(flags.target, reportedDates(base, bankHolidays).length);
  const scenarioAt = (value: number) => variedOrRefused(library, base, [factor], [value]);
  for (const value of [values[0], values[values.length - 1]]) scenarioAt(value);
  const onWinter = counterOf(quiet, 'winters simulated');
  const sampler = openSampler({ workers, seed, keep, quiet, bankHolidays, onWinter });
  const onPoint = (point: Point) => {
    if (quiet !== true)
      process.stderr.write(`${factor.name} ${point.value}: ${pointText(point, limit)}\n`);
  };
  const problem = {
    values,
    target: { ...(chance === undefined ? {} : { chance }), ...sideOf(limit) },
    winters: replications,
    sample: (value: number, winters: readonly number[]) =>
      sampler.sample(scenarioAt(value), limit.key, winters),
    onPoint,
  };
  try {
    const { moreHelps, isSure } = await directionOf(problem);
    const solution = await solve({ ...problem, values: inOrder(values, moreHelps) });
    const simulated = sampler.count();
    const gridWinters = values.length * replications;
    const said = { moreHelps, isSure, simulated, gridWinters };
    if (flags.json) {
      const { name: scenario, hash } = base;
      const provenance = { version: VERSION, build: buildOf(), seed, scenario, hash };
      const asked = { target: limit.text, chance: chance ?? null, factor, values };
      const all = { ...provenance, ...asked, ...solution, ...said };
      process.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
    } else process.stdout.write(solutionText(solution, { factor, limit, values, chance, ...said }));
    return DONE;
  } catch (error) {
    if (!(error instanceof UndefinedOutcome)) throw error;
    const place = `${factor.name} at ${error.value}`;
    throw new CommandError(
      BAD_INPUT,
      `--target: ${limit.key} is undefined in all ${error.winters} winters of "${base.name}" with ` +
        `${place}; choose an outcome that this scenario gives.`,
    );
  } finally {
    await sampler.close();
  }
}

/** The values from the least change to the most; both ends when they all give the same. */
function inOrder(values: readonly number[], moreHelps: boolean | null): readonly number[] {
  if (moreHelps === null) return [values[0], values[values.length - 1]];
  return moreHelps ? values : [...values].reverse();
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
