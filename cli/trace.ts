// cli/trace.ts: `winterflow trace`: every event of one replication, or one patient's story.

import { writeSync } from 'node:fs';
import type { Command } from 'commander';
import { seedOf } from '../sim/engine/seed.js';
import { simulate } from '../sim/hospital/simulate.js';
import { Trace, type TraceRow } from '../sim/hospital/trace.js';
import { PatientTrace } from '../sim/hospital/trace-patient.js';
import { compile, daysOfModel, EFFECTS, type Effects } from '../sim/scenario/compile.js';
import { lateStarts, startedLate } from '../sim/scenario/late-starts.js';
import { CommandError, DONE, USAGE } from './exit-codes.js';
import { openNodeLibrary } from './node-library.js';
import {
  collect,
  once,
  oneOf,
  REPLICATIONS_MAX,
  SEED_DEFAULT,
  seedPhrase,
  wholeNumber,
} from './options.js';
import { resolveWanted } from './requests.js';

const PATIENT_MAX = 1e9;
const CHUNK_LENGTH = 1 << 16;
const STANDARD_OUTPUT = 1;

interface TraceFlags {
  replication: number;
  patient?: number;
  winter?: string;
  plan: string[];
  seed?: string;
  effects: Effects;
  json?: boolean;
}

/** Adds the command to the program. */
export function addTrace(program: Command, end: (exitCode: number) => void): void {
  program
    .command('trace')
    .description('every event of one simulated winter, or the story of one patient')
    .argument('<scenario>', 'scenario file or system')
    .requiredOption(
      '--replication <k>',
      'which winter, as numbered in outcomes.csv',
      wholeNumber(0, REPLICATIONS_MAX - 1),
    )
    .option('--patient <p>', 'only this patient, by the number shown', wholeNumber(1, PATIENT_MAX))
    .option('--winter <name>', 'winter of the system', once)
    .option('--plan <name>', 'with this plan, A+B for plans together', collect, [])
    .option('--seed <phrase>', `seed phrase (default: "${SEED_DEFAULT}")`, seedPhrase)
    .option(
      '--effects <which>',
      'value of each effect range: likely, low or high',
      oneOf(EFFECTS),
      'likely',
    )
    .option('--json', 'one JSON object a line')
    .action((scenario: string, flags: TraceFlags) => end(trace(scenario, flags)));
}

/** Raised to end a replication whose reader has gone. */
class ReaderGone extends Error {}

function trace(scenario: string, flags: TraceFlags): number {
  const library = openNodeLibrary();
  const plans = flags.plan.length > 0 ? [flags.plan.join('+')] : [];
  const wanted = { scenarios: [scenario], winter: flags.winter, plans };
  const resolved = resolveWanted(library, wanted)[plans.length];
  const seed = seedOf(flags.seed ?? SEED_DEFAULT);
  const bankHolidays = new Set(library.bankHolidays());
  const late = lateStarts(resolved.model, seed, flags.replication);
  const model = startedLate(resolved.model, late, daysOfModel(resolved.model, bankHolidays));
  const { effects } = flags;
  const parameters = compile(model, { name: resolved.name, effects, bankHolidays });
  const output = new Output();
  const { patient, json } = flags;
  const visit = (row: TraceRow) => {
    if (patient !== undefined && !concerns(row, patient)) return;
    output.line(json ? JSON.stringify(row) : lineOf(row, patient));
  };
  // A row as JSON also says what the event changed for others and for the hospital.
  const recorder =
    patient === undefined || json ? new Trace(visit) : new PatientTrace(patient, visit);
  try {
    simulate(parameters, seed, flags.replication, recorder.observer);
    recorder.finish();
    output.end();
  } catch (error) {
    if (error instanceof ReaderGone) return DONE;
    throw error;
  }
  if (flags.patient !== undefined && flags.patient > recorder.patientsCount) {
    throw new CommandError(
      USAGE,
      `There is no patient ${flags.patient}: ${recorder.patientsCount} patients came in, ` +
        `numbered from 1.`,
    );
  }
  return DONE;
}

function concerns(row: TraceRow, patient: number): boolean {
  return row.patient === patient || row.patients.some((change) => change.patient === patient);
}

/** A row as one line; with a patient, only what concerns that patient. */
function lineOf(row: TraceRow, patient: number | undefined): string {
  const subject = row.patient === null ? 'hospital' : `patient ${row.patient}`;
  const shown = row.patients.filter(
    (change) => patient === undefined || change.patient === patient,
  );
  const parts = shown.map((change) => {
    const texts = change.who === null ? change.changes : [change.who, ...change.changes];
    const words = texts.join('; ');
    return change.patient === row.patient ? words : `patient ${change.patient}: ${words}`;
  });
  if (patient === undefined) parts.push(...row.hospital);
  const what = [row.event, ...parts.filter((part) => part !== '')].join(' | ');
  return `${row.date} ${row.clock}  ${subject.padEnd(14)}  ${what}`;
}

/** Standard output in large pieces, written at once, so that a reader may stop at any line. */
class Output {
  private text = '';

  line(text: string): void {
    this.text += `${text}\n`;
    if (this.text.length >= CHUNK_LENGTH) this.end();
  }

  /** Writes what is left. */
  end(): void {
    let bytes = Buffer.from(this.text);
    this.text = '';
    while (bytes.length > 0) bytes = bytes.subarray(written(bytes));
  }
}

function written(bytes: Buffer): number {
  try {
    return writeSync(STANDARD_OUTPUT, bytes);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EAGAIN') return 0; // the reader is slower
    if (code === 'EPIPE') throw new ReaderGone();
    throw error;
  }
}
