// cli/report.ts: `winterflow report`: a finished batch as a board pack, a workbook or a page.

import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import type { PlanningTable } from '../sim/outcomes/planning.js';
import { parsePlanningCsv } from '../sim/outcomes/planning-csv.js';
import type { Batch } from '../web/charts/batch.js';
import type { Beyond } from '../web/export/beyond.js';
import { beyondSheets, madeBeyond } from '../web/export/beyond-sheets.js';
import { ALL_SLIDES, type PackChoices } from '../web/export/pack-choices.js';
import { packHtml } from '../web/export/pack-html.js';
import { SLIDE_IDS, type SlideId } from '../web/export/pack-slide.js';
import { boardPptx } from '../web/export/pptx.js';
import { BatchFileError, FILE_BYTES_MOST, parseBatch } from '../web/export/read-batch.js';
import { type ReportModel, reportHtml } from '../web/export/report.js';
import { sheetsOf } from '../web/export/sheets.js';
import type { WinterChoice } from '../web/export/winter-source.js';
import { workbook } from '../web/export/workbook.js';
import { BAD_INPUT, CANNOT_CREATE, CommandError, DONE, MISSING_INPUT } from './exit-codes.js';
import { openNodeLibrary } from './node-library.js';
import { collect, once } from './options.js';
import { printed } from './print-pdf.js';
import { beyondOfFile, beyondOfFolder } from './report-beyond.js';
import { KINDS, oneWinter, type Pack, pages, refuseAbsent } from './report-pages.js';

const FORMATS = ['pptx', 'xlsx', 'html', 'pdf'] as const;
type Format = (typeof FORMATS)[number];
/** Single winters; folders of older versions have none. */
const SINGLES = 'single-winters.csv';

interface ReportFlags {
  format: Format;
  out?: string;
  browser?: string;
  /** Pages that are wanted; the usual ones when nobody says. */
  pages?: readonly SlideId[];
  title?: string;
  with: string[];
  winter?: WinterChoice;
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
    .option('--pages <names>', `pages of the pack: all, or of ${SLIDE_IDS.join(', ')}`, pages)
    .option('--title <text>', 'title of the pack', once)
    .option(
      '--with <file>',
      'what regret --json or sensitivity --json printed, for a page of it; repeat for both',
      collect,
      [],
    )
    .option(
      '--one-winter <which>',
      `the winter of the pages winter and breach: ${KINDS.join(', ')} or a number, and a day: severe:2018-01-08`,
      oneWinter,
    )
    .option('--out <file>', 'file to write (default: report.pptx, … in the folder)', once)
    .action(
      async (
        folder: string,
        { oneWinter: winter, ...flags }: ReportFlags & { oneWinter?: WinterChoice },
      ) => end(await report(folder, { ...flags, winter })),
    );
}

function format(text: string): Format {
  const found = FORMATS.find((known) => known === text);
  if (!found) throw new InvalidArgumentError(`allowed: ${FORMATS.join(', ')}.`);
  return found;
}

async function report(folder: string, flags: ReportFlags): Promise<number> {
  const { format: kind, browser } = flags;
  const batch = readBatch(folder);
  const models = modelsOf(folder);
  const planning = planningOf(folder);
  const { replications } = batch.summary;
  if (replications === 0) {
    throw new CommandError(BAD_INPUT, `${folder} holds no winter that was simulated to its end.`);
  }
  const isChosen =
    (flags.pages ?? flags.title ?? flags.winter) !== undefined || flags.with.length > 0;
  const pack = {
    batch,
    models,
    choices: choicesOf(flags),
    beyond: beyondOf(folder, flags, replications),
  };
  refuseAbsent(pack, flags.pages);
  // The page of results that run writes has the name report.html; a pack does not overwrite it.
  const isPack = kind === 'html' && isChosen;
  const path = flags.out ?? join(folder, isPack ? 'board-pack.html' : `report.${kind}`);
  if (kind === 'pdf') await printed(path, htmlOf(pack), browser);
  else write(path, isPack ? htmlOf(pack) : await contentOf(kind, pack, planning));
  process.stdout.write(`${path}\n`);
  return DONE;
}

function choicesOf({
  pages: wanted,
  title = '',
  winter = ALL_SLIDES.winter,
}: ReportFlags): PackChoices {
  const leftOut =
    wanted === undefined ? ALL_SLIDES.leftOut : SLIDE_IDS.filter((id) => !wanted.includes(id));
  return { ...ALL_SLIDES, leftOut, title, winter };
}

function beyondOf(folder: string, flags: ReportFlags, replications: number): Beyond {
  const found = flags.with.map((path) => beyondOfFile(path));
  return Object.assign(beyondOfFolder(folder, replications), ...found) as Beyond;
}

function htmlOf({ batch, models, choices, beyond }: Pack): string {
  return packHtml(batch, models, choices, beyond);
}

async function contentOf(
  kind: Exclude<Format, 'pdf'>,
  { batch, models, choices, beyond }: Pack,
  planning: PlanningTable[],
): Promise<string | Uint8Array> {
  if (kind === 'pptx') return boardPptx(batch, models, choices, beyond);
  if (kind === 'xlsx') {
    const also = beyondSheets(beyond, choices.winter);
    return workbook(sheetsOf(batch, models, planning, madeBeyond(beyond), also));
  }
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
