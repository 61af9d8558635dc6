// web/state/batch-files.ts: which of the chosen or dropped files are a batch, and what they hold.

import type { SourceText } from '../../sim/scenario/library.js';
import { valueText } from '../../sim/scenario/problems.js';
import type { Batch } from '../charts/batch.js';
import { BatchFileError, FILE_BYTES_MOST, parseBatch } from '../export/read-batch.js';

/** The two files that a batch is shown from, by what their names look like. */
const WANTED = [
  { name: 'summary.json', like: /^summary.*\.json$/i },
  { name: 'daily.csv', like: /^daily.*\.csv$/i },
] as const;
/** A third that adds to them, where it is there. */
const SINGLES = /^single-winters.*\.csv$/i;
const SCENARIO = /\.ya?ml$/i;
/** A scenario has a few kB; what is longer than its limit in characters is refused by its reader. */
const SCENARIO_BYTES_MOST = 2_000_000;
/** As many as the page writes for one project, and one to be told that they are too many. */
const SCENARIOS_MOST = 8;

/**
 * Reads a batch from files; others that lie in a results folder are passed over.
 * @throws BatchFileError
 */
export async function readBatch(
  files: readonly File[],
  bankHolidays: readonly string[],
): Promise<Batch> {
  const [summary, daily] = WANTED.map((wanted) => pick(files, wanted));
  const singles = files.filter((file) => SINGLES.test(file.name));
  return parseBatch(
    await textOf(summary),
    await textOf(daily),
    bankHolidays,
    singles.length === 1 ? await textOf(singles[0]) : undefined,
  );
}

function pick(files: readonly File[], { name, like }: (typeof WANTED)[number]): File {
  const found = files.filter((file) => like.test(file.name));
  if (found.length === 1) return found[0];
  if (found.length > 1) {
    const names = found.map((file) => valueText(file.name)).join(' and ');
    throw new BatchFileError(`${names} both look like ${name}; choose the files of one batch.`);
  }
  const others = files.map((file) => valueText(file.name)).slice(0, 3);
  throw new BatchFileError(
    files.length === 0
      ? 'There is no file in what was dropped; choose summary.json and daily.csv.'
      : `${name} is missing (given: ${others.join(', ')}${files.length > 3 ? ', …' : ''}); choose ` +
          'summary.json and daily.csv of a results folder together, or a scenario (.yaml).',
  );
}

/** Whether files are scenarios rather than results. */
export function areScenarios(files: readonly File[]): boolean {
  const areResults = files.some((file) => WANTED[0].like.test(file.name));
  return !areResults && files.some((file) => SCENARIO.test(file.name));
}

/**
 * The texts of the scenario files among some.
 * @throws BatchFileError
 */
export function scenarioTextsOf(files: readonly File[]): Promise<SourceText[]> {
  const chosen = files.filter((file) => SCENARIO.test(file.name)).slice(0, SCENARIOS_MOST);
  return Promise.all(
    chosen.map(async (file) => ({
      file: file.name,
      text: await textOf(file, SCENARIO_BYTES_MOST, 'a scenario file'),
    })),
  );
}

async function textOf(
  file: File,
  bytesMost = FILE_BYTES_MOST,
  what = 'a results file',
): Promise<string> {
  if (file.size > bytesMost) {
    const megabytes = Math.round(file.size / 1e6);
    throw new BatchFileError(
      `${valueText(file.name)} has ${megabytes} MB; ${what} has at most ${bytesMost / 1e6} MB.`,
    );
  }
  try {
    return await file.text();
  } catch {
    throw new BatchFileError(
      `${valueText(file.name)} could not be read; perhaps it changed or was moved. Choose it again.`,
    );
  }
}

/** The files of a drop; of a dropped folder, those directly inside it. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  // Entries must be taken before the first await: the browser empties the list after the event.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const plain = [...transfer.files];
  const folders = entries.filter((entry) => entry.isDirectory) as FileSystemDirectoryEntry[];
  if (folders.length === 0) return plain;
  const inside = await Promise.all(folders.map(filesOfFolder));
  const single = entries.filter((entry) => entry.isFile) as FileSystemFileEntry[];
  return [...(await Promise.all(single.map(fileOf))), ...inside.flat()];
}

async function filesOfFolder(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => {
    folder.createReader().readEntries(resolve, reject);
  });
  const files = entries.filter((entry) => entry.isFile) as FileSystemFileEntry[];
  return Promise.all(files.map(fileOf));
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}
