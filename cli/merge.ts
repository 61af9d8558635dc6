// cli/merge.ts: `winterflow merge`: parts of a batch, run anywhere with --shard, become the whole.

import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { counted } from '../sim/scenario/problems.js';
import { Journal } from '../workers/journal.js';
import { type BatchHeader, differenceOf, headerOf, parseHeader } from './batch-header.js';
import { BAD_INPUT, CANNOT_CREATE, CommandError, MISSING_INPUT } from './exit-codes.js';
import type { ExportFormat } from './exports.js';
import { openNodeLibrary } from './node-library.js';
import { openSession } from './open-session.js';
import { once } from './options.js';
import { BATCH, JOURNAL, openResultsFolder } from './results-folder.js';
import { show } from './run.js';
import { formatsOf } from './run-command.js';
import { runScenarios } from './run-scenarios.js';

interface Flags {
  out: string;
  json?: boolean;
  also?: ExportFormat[];
}

/** Adds the command to the program. */
export function addMerge(program: Command, end: (exitCode: number) => void): void {
  program
    .command('merge')
    .description('put the parts of a batch (run --shard) together')
    .argument('<folder...>', 'folders of the parts')
    .requiredOption('--out <dir>', 'folder for the whole', once)
    .option('--also <formats>', 'beside CSV and JSON: parquet, excel or both', formatsOf)
    .option('--json', 'print summary.json instead of the table')
    .action(async (folders: string[], flags: Flags) => end(await merge(folders, flags)));
}

async function merge(parts: readonly string[], { out, json, also }: Flags): Promise<number> {
  const headers = parts.map(headerOfPart);
  refusePart(out, parts);
  const [first] = headers;
  headers.forEach((other, i) => {
    const difference = differenceOf(other, first) || winters(other, first);
    if (difference !== '') {
      throw new CommandError(
        BAD_INPUT,
        `${parts[i]} is part of another batch than ${parts[0]}: ${difference}.`,
      );
    }
  });
  const { shard: _, ...whole } = first;
  const wanted = headerOf(whole);
  const changed = differenceOf(first, wanted);
  if (changed !== '') throw new CommandError(BAD_INPUT, `${parts[0]}: is a batch of ${changed}.`);
  const folder = openResultsFolder(out);
  const session = openSession(folder, wanted, { counted: true });
  try {
    for (const part of parts) {
      const path = join(part, JOURNAL);
      const warnings = Journal.scan(path, wanted.id, (scenario, replication, measured) => {
        session.keep(scenario, replication, measured); // one that is there must say the same
      });
      for (const warning of warnings) process.stderr.write(`${warning}\n`);
    }
    const total = wanted.scenarios.length * wanted.replications;
    const there = session.rows.reduce((sum, { size }) => sum + size, 0);
    if (there < total) {
      throw new CommandError(
        MISSING_INPUT,
        `${counted(total - there, 'winter')} of ${total} are in none of the parts; the others are kept in ` +
          `${folder.path}. Add the missing parts, or simulate them with winterflow run --resume --out ${out}`,
      );
    }
    const options = { ...wanted, scenarios: [], plans: [], workers: 1, quiet: true, json, also };
    const finished = await runScenarios(openNodeLibrary(), wanted.scenarios, options, { session });
    return await show(finished, folder, options, session);
  } finally {
    session.close();
    folder.close();
  }
}

/** The whole is not put over a part, by whatever name the part goes. */
function refusePart(out: string, parts: readonly string[]): void {
  if (!existsSync(out)) return;
  const whole = realpathSync.native(out);
  const part = parts.find((path) => realpathSync.native(path) === whole);
  if (part === undefined) return;
  throw new CommandError(
    CANNOT_CREATE,
    `--out ${out}: is ${part}, one of the parts; name another folder for the whole.`,
  );
}

function headerOfPart(part: string): BatchHeader {
  const path = join(part, BATCH);
  if (!existsSync(path) || !existsSync(join(part, JOURNAL))) {
    throw new CommandError(MISSING_INPUT, `${part}: there is no batch.`);
  }
  try {
    return parseHeader(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new CommandError(BAD_INPUT, `${path}: ${(error as Error).message}.`);
  }
}

function winters({ replications: one }: BatchHeader, { replications: other }: BatchHeader): string {
  return one === other ? '' : `${one} winters, not ${other}`;
}
