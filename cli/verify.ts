// cli/verify.ts: `winterflow verify`: theory, conservation and reference checks, simulated now.

import type { Command } from 'commander';
import { VERSION } from '../sim/outcomes/provenance.js';
import { type Check, QUICK, type Setting, THOROUGH } from '../sim/verification/check.js';
import {
  type CaseRun,
  checksOf,
  type Report,
  reportOf,
  runCases,
} from '../sim/verification/verify.js';
import { CommandError, DONE, NOT_VERIFIED, USAGE } from './exit-codes.js';
import { openNodeLibrary } from './node-library.js';
import { collect, SEED_DEFAULT, seedPhrase } from './options.js';
import { lastLine, verifyTable } from './verify-table.js';

const COLUMNS_DEFAULT = 100;

interface VerifyFlags {
  only: string[];
  seed?: string;
  thorough?: boolean;
  json?: boolean;
  quiet?: boolean;
}

/** Adds the command to the program. */
export function addVerify(program: Command, end: (exitCode: number) => void): void {
  program
    .command('verify')
    .description('check the simulator against queueing theory, published models and identities')
    .option(
      '--only <check>',
      'only this check (V1, V2 …); repeat or separate by commas',
      collect,
      [],
    )
    .option('--thorough', 'simulate 16 times as long, so that every interval is within tolerance')
    .option('--seed <phrase>', `seed phrase (default: "${SEED_DEFAULT}")`, seedPhrase)
    .option('--json', 'print findings as JSON instead of the table')
    .option('--quiet', 'no progress')
    .action((flags: VerifyFlags) => end(verify(flags)));
}

/** Runs checks and prints what was found; returns the exit code. */
export function verify(flags: VerifyFlags): number {
  const checks = wanted(flags.only.flatMap((ids) => ids.split(',')));
  const setting: Setting = {
    length: flags.thorough ? THOROUGH : QUICK,
    seed: flags.seed ?? SEED_DEFAULT,
    library: openNodeLibrary(),
    serviceFactor: 1,
  };
  const runs: CaseRun[] = [];
  const progress = flags.quiet ? () => undefined : showCase;
  progress(null);
  for (const run of runCases(checks, setting)) {
    runs.push(run);
    progress(run);
  }
  const report = reportOf(runs);
  process.stdout.write(flags.json ? jsonOf(report, setting) : tableOf(report));
  if (flags.json && !flags.quiet) process.stderr.write(`${lastLine(report)}\n`);
  return report.holds ? DONE : NOT_VERIFIED;
}

function wanted(ids: readonly string[]): readonly Check[] {
  try {
    return checksOf(ids.map((id) => id.trim().toUpperCase()));
  } catch (error) {
    throw new CommandError(USAGE, error instanceof Error ? error.message : String(error));
  }
}

function tableOf(report: Report): string {
  return verifyTable(report, process.stdout.columns ?? COLUMNS_DEFAULT);
}

/** Findings for machines; an infinite end of a range is null. */
function jsonOf(report: Report, { seed, length }: Setting): string {
  return `${JSON.stringify({ version: VERSION, seed, length, ...report }, null, 2)}\n`;
}

let shownCheck = '';

/** One line that rewrites itself on a terminal, else a line for each check. */
function showCase(run: CaseRun | null): void {
  const { stderr } = process;
  if (stderr.isTTY && process.env.TERM !== 'dumb') {
    const text = run === null ? 'simulating …' : `${run.done} of ${run.total}: ${run.check.id}`;
    const isLast = run !== null && run.done === run.total;
    stderr.write(isLast ? '\r\u001b[K' : `\r\u001b[K${text}`);
  } else if (run !== null && run.check.id !== shownCheck) {
    shownCheck = run.check.id;
    stderr.write(`simulating ${run.check.id}: ${run.check.title}\n`);
  }
}
