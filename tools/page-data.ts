// tools/page-data.ts: what is worked out when the page is built, and stands in it as data: the example's
// results, the scenario files, and the tables that the page shows of the documents.

import { deepStrictEqual } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { csvFormatRows, csvParseRows } from 'd3-dsv';
import type { Plugin } from 'vite';
import { OBSERVED_COLUMNS } from '../sim/outcomes/observed-winter.js';
import { HOLIDAYS_FILE, memoryLibrary, TRUSTS_FILE } from '../sim/scenario/library.js';
import { parseBatch } from '../web/export/read-batch.js';
import { type PackedBatch, packBatch, unpackBatch } from '../web/packed/batch.js';
import { type PackedTable, packTable } from '../web/packed/table.js';
import { misread } from '../web/state/choices.js';
import { documentsOf } from '../web/state/documents.js';
import { exampleFiles } from './example.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

const texts = scenarioTexts();
const library = memoryLibrary(texts);

/** Only what a scenario needs; tables come apart, and other data files are for calibration. */
function scenarioTexts(): Record<string, string> {
  const folder = `${ROOT}scenarios/`;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const found = files
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /^(systems|winters|plans)\/.*\.yaml$|bank_holidays/.test(file))
    .map((file) => [file, readFileSync(folder + file, 'utf8')]);
  return Object.fromEntries(found);
}

/**
 * Those texts.
 * @throws Error when the page would call one by another name than its own
 */
function checkedTexts(): Record<string, string> {
  const wrong = misread(library);
  const { [`data/${HOLIDAYS_FILE}`]: _, ...shipped } = texts;
  if (wrong.length === 0) return shipped;
  throw new Error(`Names or descriptions of ${wrong.join(', ')} are not written on plain lines.`);
}

/** The example's results, simulated by the same engine as it is now. */
async function example(): Promise<unknown> {
  const { summary, daily, singles } = await exampleFiles();
  const batch = parseBatch(summary, daily, library.bankHolidays(), singles);
  const packed = JSON.stringify(packBatch(batch));
  deepStrictEqual(unpackBatch(JSON.parse(packed) as PackedBatch), batch);
  return JSON.parse(packed);
}

/** Tables under scenarios/ that the page reads. Of what was observed: trusts of its systems, columns read. */
export function pageTables(): Record<string, PackedTable> {
  const read = (path: string) => readFileSync(`${ROOT}scenarios/${path}`, 'utf8');
  const systems = library.names('system').map((name) => library.read('system', name)?.text);
  const trusts = new Set(systems.map((text) => /^observed: (\w+)$/m.exec(text ?? '')?.[1]));
  const observed = Object.entries(OBSERVED_COLUMNS).map(([file, columns]) => {
    const rows = csvParseRows(read(`data/${file}`));
    const places = rows[0].map((name, at) => (columns.includes(name) ? at : -1));
    const code = rows[0].indexOf('org_code');
    const kept = rows.slice(1).filter((row) => trusts.has(row[code]));
    kept.sort((a, b) => a[code].localeCompare(b[code], 'en')); // days of a trust side by side
    const lines = [rows[0], ...kept].map((row) =>
      places.filter((at) => at >= 0).map((at) => row[at]),
    );
    return [`data/${file}`, packTable(`${csvFormatRows(lines)}\n`)] as const;
  });
  const holidays = ['date', ...library.bankHolidays()].join('\n');
  return Object.fromEntries([
    ...observed,
    [`data/${HOLIDAYS_FILE}`, packTable(`${holidays}\n`)],
    [TRUSTS_FILE, packTable(read(TRUSTS_FILE))],
  ]);
}

/** What the page shows of the documents, and not all their words. */
function documents(): unknown {
  const read = (name: string) => readFileSync(`${ROOT}docs/${name}`, 'utf8');
  return documentsOf(read('model.md'), read('validation.md'));
}

/** Values by the name under which web/ imports them. */
const VALUES: Readonly<Record<string, () => unknown>> = {
  'virtual:winterflow-example': example,
  'virtual:winterflow-documents': documents,
  'virtual:winterflow-tables': pageTables,
  'virtual:winterflow-texts': checkedTexts,
};

/** Puts those values into the page; as text, which engines read faster than code. */
export function pageData(): Plugin {
  return {
    name: 'winterflow-page-data',
    resolveId: (source) => (Object.hasOwn(VALUES, source) ? `\0${source}` : null),
    async load(id) {
      if (!id.startsWith('\0') || !Object.hasOwn(VALUES, id.slice(1))) return null;
      const value = await VALUES[id.slice(1)]();
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
    },
  };
}
