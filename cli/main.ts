// cli/main.ts: the commands, their options and how they end.

import { Command, CommanderError, Help, type Option } from 'commander';
import { VERSION } from '../sim/outcomes/provenance.js';
import { addBacktest } from './backtest.js';
import { addBest } from './best.js';
import { addCalibrate } from './calibrate.js';
import { CommandError, DISK, DONE, SOME_FAILED, USAGE } from './exit-codes.js';
import { addImport } from './import.js';
import { list } from './list.js';
import { addMerge } from './merge.js';
import { observed } from './observed.js';
import {
  once,
  REPLICATIONS_DEFAULT,
  REPLICATIONS_MAX,
  SEED_DEFAULT,
  SYSTEM_DEFAULT,
  seedPhrase,
  usageSentence,
  WORKERS_MAX,
  wholeNumber,
  workersDefault,
} from './options.js';
import { addPlanning } from './planning.js';
import { addRegret } from './regret.js';
import { addReport } from './report.js';
import { addReproduce } from './reproduce.js';
import { addRun } from './run-command.js';
import { schema } from './schema.js';
import { addSensitivity } from './sensitivity.js';
import { addServe } from './serve.js';
import { addSolve } from './solve.js';
import { watchOutput } from './streams.js';
import { addSweep } from './sweep.js';
import { addTrace } from './trace.js';
import { addTrusts } from './trusts.js';
import { validate } from './validate.js';
import { addVerify } from './verify.js';
import { winter } from './winter.js';
import { addWork } from './work.js';

interface ObservedFlags {
  replications: number;
  seed?: string;
  workers: number;
  quiet?: boolean;
}

/** Runs the command line; returns the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const output = watchOutput(process.stdout, process.stderr);
  const exitCode = await codeOf(argv);
  const fault = await output.fault();
  if (fault === null) return exitCode;
  process.stderr.write(`Standard output cannot be written: ${fault}.\n`);
  return exitCode === DONE ? DISK : exitCode;
}

/** The exit code of a command, once it is done. */
async function codeOf(argv: readonly string[]): Promise<number> {
  let exitCode = DONE;
  const end = (code: number) => {
    exitCode = code;
  };
  const program = commands(end);
  try {
    if (argv.length === 0) {
      program.outputHelp({ error: true });
      return USAGE;
    }
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : USAGE;
    if (error instanceof CommandError) {
      process.stderr.write(`${error.message}\n`);
      return error.exitCode;
    }
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`winterflow failed: ${message}\n`);
    return SOME_FAILED;
  }
}

/** What an option is for; a list that is empty unless something is named needs no default beside it. */
function optionDescription(option: Option): string {
  return new Help().optionDescription(option).replace(/ \(default: \[\]\)$/, '');
}

function commands(end: (exitCode: number) => void): Command {
  const program = new Command('winterflow')
    .description('Simulates NHS winters: A&E, beds, delayed discharge, and what plans buy.')
    .version(VERSION)
    .exitOverride()
    .configureHelp({ optionDescription })
    .configureOutput({ outputError: (text, write) => write(usageSentence(text)) })
    .showSuggestionAfterError();
  addRun(program, end);
  program
    .command('observed')
    .description('simulate systems in their own winter, beside that winter as it was')
    .argument('<system...>', 'systems that name what was observed')
    .option(
      '--replications <n>',
      'winters simulated',
      wholeNumber(1, REPLICATIONS_MAX),
      REPLICATIONS_DEFAULT,
    )
    .option('--seed <phrase>', `seed phrase (default: "${SEED_DEFAULT}")`, seedPhrase)
    .option('--workers <n>', 'threads', wholeNumber(1, WORKERS_MAX), workersDefault())
    .option('--quiet', 'no progress')
    .action(async (scenarios: string[], flags: ObservedFlags) => {
      const seed = flags.seed ?? SEED_DEFAULT;
      end(await observed({ ...flags, scenarios, plans: [], effects: 'likely', seed }));
    });
  program
    .command('validate')
    .description('check files: one line for each problem')
    .argument('<file...>', 'scenario, system, winter or plan files')
    .option(
      '--system <name>',
      `system that a winter or a plan is tried with (default: ${SYSTEM_DEFAULT})`,
      once,
    )
    .action((names: string[], { system = SYSTEM_DEFAULT }: { system?: string }) =>
      end(validate(names, system)),
    );
  program
    .command('list')
    .description('systems, winters, plans, interventions, shocks and targets')
    .action(() => end(list()));
  program
    .command('schema')
    .description('JSON Schema of a kind of file, for editors')
    .argument('[kind]', 'scenario, system, winter or plan', 'scenario')
    .action((kind: string) => end(schema(kind)));
  program
    .command('winter')
    .description('a first look: the Lister in 2017-18 and what each plan would have bought')
    .option('--workers <n>', 'threads', wholeNumber(1, WORKERS_MAX), workersDefault())
    .option('--within <seconds>', 'about how long', wholeNumber(5, 1e6), 60)
    .option('--out <dir>', 'folder for the results', 'winter-results')
    .action(async (flags: { workers: number; within: number; out: string }) => {
      end(await winter(flags));
    });
  addWork(program, end);
  addServe(program, end);
  addMerge(program, end);
  addReproduce(program, end);
  addSolve(program, end);
  addSweep(program, end);
  addSensitivity(program, end);
  addBest(program, end);
  addRegret(program, end);
  addPlanning(program, end);
  addTrace(program, end);
  addReport(program, end);
  addImport(program, end);
  addCalibrate(program, end);
  addBacktest(program, end);
  addTrusts(program, end);
  addVerify(program, end);
  for (const command of program.commands) {
    command.exitOverride().showSuggestionAfterError();
  }
  return program;
}
