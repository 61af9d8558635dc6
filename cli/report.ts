// cli/report.ts: `winterflow report`: a finished batch as a board pack, a workbook or a page.

import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import type { PlanningTable } from '../sim/outcomes/planning.js';
import { parsePlanningCsv } from '../sim/outcomes/planning-csv.js';
import type { Batch } from '../web/charts/batch.js';
import { packHtml } from '../web/export/pack-html.js';
import { boardPptx } from '../web/export/pptx.js';
import { BatchFileError, FILE_BYTES_MOST, parseBatch } from '../web/export/read-batch.js';
import { type ReportModel, reportHtml } from '../web/export/report.js';
import { sheetsOf } from '../web/export/sheets.js';
import { workbook } from '../web/export/workbook.js';
import { BAD_INPUT, CANNOT_CREATE, CommandError, DONE, MISSING_INPUT } from './exit-codes.js';
import { openNodeLibrary } from './node-library.js';
import { once } from './options.js';
import { printed } from './print-pdf.js';

const FORMATS = ['pptx', 'xlsx', 'html', 'pdf'] as const;
type Format = (typeof FORMATS)[number];
/** Single winters; folders of older versions have none. */
const SINGLES = 'single-winters.csv';

interface ReportFlags {
  format: Format;
  out?: string;
  browser?: string;
}

/** Adds the command to the program. */
export function addReport(program: Command, end: (exitCode: number) => void): void {
  program
    .command('report')
    .description('make a board pack, a workbook or a page of a finished batch')
    .argument('<folder>', 'folder of results')
    .option(
      '--format <format>',
      `${FORMATS.join(', ')} (PDF needs a browser on this machine)`,
      format,
      'pptx',
    )
    .option(
      '--browser <file>',
      'browser that makes the PDF (default: Chromium, Chrome or Edge)',
      once,
    )
    .option('--out <file>', 'file to write (default: report.pptx, … in the folder)', once)
    .action(async (folder: string, flags: ReportFlags) => end(await report(folder, flags)));
}

function format(text: string): Format {
  const found = FORMATS.find((known) => known === text);
  if (!found) throw new InvalidArgumentError(`allowed: ${FORMATS.join(', ')}.`);
  return found;
}

async function report(folder: string, flags: ReportFlags): Promise<number> {
  const { format: kind, out, browser } = flags;
  const batch = readBatch(folder);
  const models = modelsOf(folder);
  const planning = planningOf(folder);
  if (batch.summary.replications === 0) {
    throw new CommandError(BAD_INPUT, `${folder} holds no winter that was simulated to its end.`);
  }
  const path = out ?? join(folder, `report.${kind}`);
  if (kind === 'pdf') await printed(path, packHtml(batch, models), browser);
  else write(path, await contentOf(kind, batch, models, planning));
  process.stdout.write(`${path}\n`);
  return DONE;
}

async function contentOf(
  kind: Exclude<Format, 'pdf'>,
  batch: Batch,
  models: ReportModel[],
  planning: PlanningTable[],
): Promise<string | Uint8Array> {
  if (kind === 'pptx') return boardPptx(batch, models);
  if (kind === 'xlsx') return workbook(sheetsOf(batch, models, planning));
  const { summary, fans, bankHolidays, singles } = batch;
  return reportHtml({ summary, fans: [...fans], models, bankHolidays, planning, singles });
}

function readBatch(folder: string): Batch {
  if (!existsSync(folder)) throw new CommandError(MISSING_INPUT, `There is no folder ${folder}.`);
  const read = (name: string): string => {
    const path = join(folder, name);
    if (!existsSync(path)) {
      throw new CommandError(
        MISSING_INPUT,
        `${folder} holds no ${name}; give a folder that winterflow run has written.`,
      );
    }
    if (statSync(path).size > FILE_BYTES_MOST) {
      throw new CommandError(BAD_INPUT, `${path} has more than ${FILE_BYTES_MOST} bytes.`);
    }
    return readFileSync(path, 'utf8');
  };
  try {
    const holidays = openNodeLibrary().bankHolidays();
    const singles = existsSync(join(folder, SINGLES)) ? read(SINGLES) : undefined;
    return parseBatch(read('summary.json'), read('daily.csv'), holidays, singles);
  } catch (error) {
    if (error instanceof BatchFileError) throw new CommandError(BAD_INPUT, error.message);
    throw error;
  }
}

/** What the scenarios were made of, from the manifest; without it only their hashes are known. */
function modelsOf(folder: string): ReportModel[] {
  const path = join(folder, 'manifest.json');
  if (!existsSync(path)) return [];
  try {
    const { scenarios } = JSON.parse(readFileSync(path, 'utf8')) as { scenarios?: ReportModel[] };
    return (scenarios ?? []).map((scenario) => ({ ...scenario, plans: scenario.plans ?? [] }));
  } catch {
    throw new CommandError(BAD_INPUT, `${path} is not JSON, or breaks off before its end.`);
  }
}

function planningOf(folder: string): PlanningTable[] {
  const path = join(folder, 'planning.csv');
  if (!existsSync(path)) return [];
  try {
    return parsePlanningCsv(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new CommandError(BAD_INPUT, error instanceof Error ? error.message : String(error));
  }
}

function write(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(CANNOT_CREATE, `--out ${path}: cannot be written: ${reason}.`);
  }
}
