// cli/regret.ts: `winterflow regret`: plans over winters of different severity, and what each plan costs
// if the winter is another than was thought.

import type { Command } from 'commander';
import { OUTCOMES, type Outcome } from '../sim/outcomes/keys.js';
import { VERSION } from '../sim/outcomes/provenance.js';
import { type RegretTable, regretTable } from '../sim/questions/regret.js';
import type { Resolved } from '../sim/scenario/resolve.js';
import { buildOf } from './batch-header.js';
import { CommandError, DONE, USAGE } from './exit-codes.js';
import { openNodeLibrary } from './node-library.js';
import { collect, SEED_DEFAULT, wholeNumber } from './options.js';
import { addQuestionOptions, outcomeOf, type QuestionFlags } from './question-options.js';
import type { RegretFile } from './report-beyond.js';
import { resolveWanted } from './requests.js';
import { openSampler } from './sampler.js';
import { terminalColumns, textTable } from './text-table.js';
import { undefinedOutcome } from './undefined-outcome.js';

const WINTERS_DEFAULT = ['mild-flu', 'typical-flu', 'severe-flu'];

interface Flags extends Omit<QuestionFlags, 'winter'> {
  in: string[];
  outcome: Outcome;
  replications: number;
}

/** Adds the command to the program. */
export function addRegret(program: Command, end: (exitCode: number) => void): void {
  const command = program
    .command('regret')
    .description('plans over mild, typical and severe winters: how far each is from the best')
    .argument('<system>', 'a system; it is compared with each --plan')
    .option(
      '--in <winter>',
      'a winter; repeat for more (default: mild, typical, severe)',
      collect,
      [],
    )
    .option('--outcome <key>', 'by which plans are judged', outcomeOf, 'daysOver92Count')
    .option('--replications <n>', 'winters of each', wholeNumber(2, 10_000), 30);
  // The winter is what varies here: --winter would say nothing.
  const shared = addQuestionOptions(command, { winter: false });
  shared.action(async (system: string, flags: Flags) => end(await regret(system, flags)));
}

async function regret(system: string, flags: Flags): Promise<number> {
  const { plan, seed = SEED_DEFAULT, workers, keep, quiet, outcome: key, replications } = flags;
  const winters = flags.in.length > 0 ? flags.in : WINTERS_DEFAULT;
  const outcome = OUTCOMES.find((known) => known.key === key);
  const better = outcome?.better ?? null;
  if (plan.length === 0) throw new CommandError(USAGE, 'Name at least one plan with --plan.');
  if (better === null) {
    throw new CommandError(USAGE, `${key} has no better end; choose another outcome.`);
  }
  const library = openNodeLibrary();
  const byWinter = winters.map((winter) =>
    resolveWanted(library, { scenarios: [system], winter, plans: plan }),
  );
  const total = byWinter.length * byWinter[0].length * replications;
  const sampler = openSampler({
    ...{ workers, seed, keep, quiet },
    bankHolidays: library.bankHolidays(),
    onWinter: (count) => {
      if (quiet === true || count % Math.ceil(total / 10) !== 0) return;
      process.stderr.write(`${count} of ${total} winters simulated\n`);
    },
  });
  try {
    const all = Array.from({ length: replications }, (_, k) => k);
    const values: number[][][] = byWinter[0].map(() => []);
    for (const scenarios of byWinter) {
      const found = await Promise.all(scenarios.map((one) => sampler.sample(one, key, all)));
      for (const [p, column] of found.entries()) {
        const missing = column.findIndex(Number.isNaN);
        if (missing >= 0) throw undefinedOutcome(key, scenarios[p].name, missing);
        values[p].push(column);
      }
    }
    const table = regretTable(values, better);
    const names = namesOf(byWinter[0]);
    if (flags.json) {
      const provenance = { version: VERSION, build: buildOf(), seed, outcome: key, replications };
      const hashes = byWinter.map(([base]) => base.hash);
      const { system: of } = byWinter[0][0];
      const result: RegretFile = {
        ...{ ...provenance, system: of, hashes, winters, plans: names },
        ...table,
      };
      process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    } else process.stdout.write(textOf(table, names, winters, outcome?.label ?? key, replications));
    return DONE;
  } finally {
    await sampler.close();
  }
}

/** The base is the first, "as it is"; the others have the names of their plans. */
function namesOf([base, ...others]: readonly Resolved[]): string[] {
  return [`${base.name}, as it is`, ...others.map(({ name }) => name)];
}

function textOf(
  { cells, worst, chosen }: RegretTable,
  names: readonly string[],
  winters: readonly string[],
  label: string,
  replications: number,
): string {
  const rows = names.map((name, p) => [
    name,
    ...cells[p].map(({ mean, regret, low95, high95 }) => {
      const between =
        low95 === null || high95 === null ? '' : ` (${figure(low95)} to ${figure(high95)})`;
      return `${figure(mean)}: ${regret === 0 ? 'best' : `+${figure(regret)}${between}`}`;
    }),
    figure(worst[p]),
  ]);
  return [
    `${label}: mean of ${replications} winters, and the distance from the best plan of that winter`,
    ...textTable([['', ...winters, 'worst'], ...rows], terminalColumns()),
    '',
    `Least to regret: ${names[chosen]}; whatever the winter, it is at most ${figure(worst[chosen])} from the best.`,
    '',
  ].join('\n');
}

function figure(value: number): string {
  return Number(value.toPrecision(3)).toString().replace('-', '−');
}
