// cli/best.ts: `winterflow best`: the best of several plans, with a chance of being right.

import type { Command } from 'commander';
import { OUTCOMES, type Outcome, type OutcomeKey } from '../sim/outcomes/keys.js';
import { VERSION } from '../sim/outcomes/provenance.js';
import { best, UndefinedOutcomeOf } from '../sim/questions/best.js';
import { refusePercent } from '../sim/questions/target.js';
import { buildOf } from './batch-header.js';
import { CommandError, DONE, USAGE } from './exit-codes.js';
import { openNodeLibrary } from './node-library.js';
import { REPLICATIONS_MAX, SEED_DEFAULT, wholeNumber } from './options.js';
import {
  addQuestionOptions,
  numberBetween,
  outcomeOf,
  type QuestionFlags,
} from './question-options.js';
import { resolveWanted } from './requests.js';
import { openSampler } from './sampler.js';
import { undefinedOutcome } from './undefined-outcome.js';

interface Flags extends QuestionFlags {
  outcome: Outcome;
  indifference: number;
  confidence: number;
  replications: number;
  most: number;
}

/** Adds the command to the program. */
export function addBest(program: Command, end: (exitCode: number) => void): void {
  const command = program
    .command('best')
    .description('the best of several scenarios, with a chance of choosing rightly')
    .argument('<scenario...>', 'scenario files, or one system with plans')
    .requiredOption('--outcome <key>', 'by which they are judged', outcomeOf)
    .requiredOption(
      '--indifference <size>',
      'a difference that does not matter',
      numberBetween(1e-9, 1e12),
    )
    .option('--confidence <share>', 'chance of choosing rightly', numberBetween(0.5, 0.999), 0.95)
    .option('--replications <n>', 'winters before any is dropped', wholeNumber(5, 1000), 15)
    .option('--most <n>', 'winters at most', wholeNumber(5, REPLICATIONS_MAX), 1000);
  addQuestionOptions(command).action(async (scenarios: string[], flags: Flags) => {
    end(await bestCommand(scenarios, flags));
  });
}

async function bestCommand(names: string[], flags: Flags): Promise<number> {
  const library = openNodeLibrary();
  const { winter, plan, seed = SEED_DEFAULT, workers, keep, outcome: key, quiet } = flags;
  const scenarios = resolveWanted(library, { scenarios: names, winter, plans: plan });
  const outcome = OUTCOMES.find((known) => known.key === key);
  if (scenarios.length < 2) throw new CommandError(USAGE, 'Name at least two scenarios, or plans.');
  const better = outcome !== undefined && 'better' in outcome ? outcome.better : null;
  if (better === null)
    throw new CommandError(USAGE, `${key} has no better end; choose another outcome.`);
  refuseSizes(outcome, flags);
  const bankHolidays = library.bankHolidays();
  const sampler = openSampler({ workers, seed, keep, quiet, bankHolidays });
  try {
    let leftBefore = scenarios.length;
    const found = await best({
      plans: scenarios.length,
      better,
      indifference: flags.indifference,
      confidence: flags.confidence,
      firstStage: flags.replications,
      most: flags.most,
      sample: async (replication, plans) => {
        const values = plans.map((p) => sampler.sample(scenarios[p], key, [replication]));
        return (await Promise.all(values)).map(([value]) => value);
      },
      onWinter: (winters, left) => {
        if (quiet === true || left.length === leftBefore) return;
        leftBefore = left.length;
        process.stderr.write(`${winters} winters: ${left.length} scenarios are left\n`);
      },
    });
    const rows = scenarios.map(({ name, hash }, i) => ({
      name,
      hash,
      mean: found.means[i],
      droppedAfter: found.droppedAfter[i],
    }));
    const { isSure, winters, simulated } = found;
    const chosen = scenarios[found.plan].name;
    if (flags.json) {
      const provenance = { version: VERSION, build: buildOf(), seed };
      const asked = {
        outcome: key,
        indifference: flags.indifference,
        confidence: flags.confidence,
      };
      process.stdout.write(
        `${JSON.stringify({ ...provenance, ...asked, best: chosen, isSure, winters, simulated, scenarios: rows }, null, 2)}\n`,
      );
      return DONE;
    }
    const percent = Math.round(flags.confidence * 1000) / 10;
    const lines = [
      isSure
        ? `Best: ${chosen}; right with a chance of at least ${percent} %, as far as others are worse by ${flags.indifference} or more.`
        : `Best so far: ${chosen}; ${winters} winters were not enough to be sure at ${percent} %.`,
      '',
      ...rows.map(({ name, mean, droppedAfter }) => {
        const end = droppedAfter === null ? 'kept' : `dropped after ${droppedAfter} winters`;
        return `  ${name}: ${outcome?.label} ${Number(mean.toPrecision(4))}, ${end}`;
      }),
      '',
      `It took ${simulated} winters.`,
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
    return DONE;
  } catch (error) {
    if (!(error instanceof UndefinedOutcomeOf)) throw error;
    throw undefinedOutcome(key, scenarios[error.plan].name, error.winter);
  } finally {
    await sampler.close();
  }
}

function refuseSizes(outcome: OutcomeKey | undefined, flags: Flags): void {
  const { indifference, most, replications } = flags;
  if (most < replications) {
    throw new CommandError(
      USAGE,
      `--most is ${most}; allowed: at least the ${replications} winters before any scenario is dropped (--replications).`,
    );
  }
  try {
    if (outcome !== undefined) refusePercent(outcome, indifference, `${indifference / 100}`);
  } catch (error) {
    throw new CommandError(
      USAGE,
      `--indifference is "${indifference}"; ${(error as Error).message}`,
    );
  }
}
