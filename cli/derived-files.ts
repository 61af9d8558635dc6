// cli/derived-files.ts: files that are made of results beside the usual ones, and that would tell old
// numbers once the results change.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { manifestOf } from './manifest.js';
import { MANIFEST, type ResultsFolder } from './results-folder.js';

export const EXPORT_FORMATS = ['parquet', 'excel'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Files of each format. */
export const EXPORTS: Readonly<Record<ExportFormat, readonly string[]>> = {
  parquet: ['outcomes.parquet', 'daily.parquet'],
  excel: ['results.xlsx'],
};

/** What `winterflow report` writes into a folder of results, beside report.html. */
export const REPORTS = ['report.pptx', 'report.xlsx', 'report.pdf', 'board-pack.html'] as const;

/** The formats of which a list of files has one. */
export function formatsAmong(files: readonly string[]): ExportFormat[] {
  return EXPORT_FORMATS.filter((format) => EXPORTS[format].some((name) => files.includes(name)));
}

/**
 * Removes what was made of the results before, and says so; packs and workbooks of a report stay while
 * the numbers stay.
 * @param sums SHA-256 of the files that are new
 * @param isExportedAgain whether exports are made again at once, so that nothing need be said
 * @returns the formats that were exported before
 */
export function removeOutdated(
  folder: ResultsFolder,
  sums: Readonly<Record<string, string>>,
  isExportedAgain: boolean,
): ExportFormat[] {
  const isThere = (name: string) => existsSync(join(folder.path, name));
  const exports = Object.values(EXPORTS).flat().filter(isThere);
  const before = manifestOf(folder.read(MANIFEST))?.files ?? {};
  const isSame = Object.entries(sums).every(([name, sum]) => before[name] === sum);
  const reports = isSame ? [] : REPORTS.filter(isThere);
  for (const name of [...exports, ...reports]) folder.remove(name);
  const gone = [...(isExportedAgain ? [] : exports), ...reports];
  if (gone.length > 0) {
    process.stderr.write(`Removed, as the numbers have changed: ${gone.join(', ')}\n`);
  }
  return formatsAmong(exports);
}
