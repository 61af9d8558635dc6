// cli/import.ts: `winterflow import`: an analyst's own extract becomes a file to calibrate with.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type Command, InvalidArgumentError } from 'commander';
import { importTable } from '../sim/calibration/import.js';
import {
  MAPPING,
  type Mapping,
  mappingSchema,
  ROW_KINDS,
  templateOf,
} from '../sim/calibration/mapping.js';
import { checkFile } from '../sim/scenario/check.js';
import { parseFile } from '../sim/scenario/parse.js';
import { type Problem, problemLines } from '../sim/scenario/problems.js';
import { readTable } from './data-tables.js';
import {
  BAD_INPUT,
  CANNOT_CREATE,
  CommandError,
  DONE,
  MISSING_INPUT,
  USAGE,
} from './exit-codes.js';
import { once } from './options.js';

type RowKind = (typeof ROW_KINDS)[number];

interface ImportFlags {
  map?: string;
  out?: string;
  sheet?: string;
  template?: RowKind;
}

/** Adds the command to the program. */
export function addImport(program: Command, end: (exitCode: number) => void): void {
  program
    .command('import')
    .description('turn an extract of your own into daily or monthly figures for calibrate')
    .argument('[file]', 'CSV file or Excel workbook')
    .option('--map <file>', 'mapping: what is what in the extract (see --template)', once)
    .option('--out <file>', 'CSV file to write (default: print it)', once)
    .option('--sheet <name>', 'sheet of a workbook', once)
    .option('--template <rows>', `print a mapping to fill in: ${ROW_KINDS.join(', ')}`, rowKind)
    .action(async (file: string | undefined, flags: ImportFlags) => {
      if (flags.template !== undefined) {
        process.stdout.write(templateOf(flags.template));
        end(DONE);
      } else end(await importFile(file, flags));
    });
}

function rowKind(text: string): RowKind {
  const kind = ROW_KINDS.find((known) => known === text);
  if (!kind) throw new InvalidArgumentError(`allowed: ${ROW_KINDS.join(', ')}.`);
  return kind;
}

async function importFile(path: string | undefined, flags: ImportFlags): Promise<number> {
  if (path === undefined || flags.map === undefined) {
    throw new CommandError(
      USAGE,
      'Give a file and --map, for example: winterflow import beds.xlsx --map beds.yaml; a mapping ' +
        'to fill in: winterflow import --template day.',
    );
  }
  const mapping = readMapping(flags.map);
  const { table, problems } = await readTable(path, flags.sheet);
  if (table === null) refuse(problems);
  const imported = importTable(table, mapping);
  process.stderr.write(imported.notes.map((note) => `${note}\n`).join(''));
  if (imported.text === null) refuse(imported.problems);
  if (flags.out === undefined) process.stdout.write(imported.text);
  else {
    write(flags.out, imported.text);
    const { org } = mapping;
    process.stderr.write(
      `${imported.rowsCount} rows are in ${flags.out}; next: winterflow calibrate ${flags.out} --org ${org}\n`,
    );
  }
  return DONE;
}

function readMapping(path: string): Mapping {
  if (!existsSync(path)) throw new CommandError(MISSING_INPUT, `There is no file ${path}.`);
  const parsed = parseFile(path, readFileSync(path, 'utf8'));
  if (parsed.problems.length > 0) refuse(parsed.problems);
  const problems = checkFile(parsed, mappingSchema(parsed.value));
  if (problems.length > 0) refuse(problems);
  return MAPPING.parse(parsed.value);
}

function refuse(problems: readonly Problem[]): never {
  throw new CommandError(BAD_INPUT, problemLines(problems).join('\n'));
}

function write(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(CANNOT_CREATE, `--out ${path}: cannot be written: ${reason}.`);
  }
}
