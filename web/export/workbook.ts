// web/export/workbook.ts: sheets become the bytes of an Excel workbook.

import { unzipSync, type Zippable, zipSync } from 'fflate';
import type { Sheet } from './sheets.js';

const ZIP_TIME = new Date(2000, 0, 1); // a fixed one keeps the bytes the same

/** Writes sheets: Arial, a bold header that stays in sight, one table from the first cell. */
export async function workbook(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const { default: writeExcelFile } = await import('write-excel-file/universal');
  const blob = await writeExcelFile(
    sheets.map(({ name, rows, widths }) => ({
      sheet: name,
      data: rows.map((row, r) =>
        row.map((value) =>
          value === null
            ? null
            : {
                value,
                type: typeof value === 'number' ? Number : String,
                ...(r === 0 ? { fontWeight: 'bold' as const } : {}),
              },
        ),
      ),
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
    })),
    { fontFamily: 'Arial', fontSize: 11 },
  ).toBlob();
  const files: Zippable = {};
  const unpacked = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  for (const [path, content] of Object.entries(unpacked).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!path.endsWith('/')) files[path] = [content, { mtime: ZIP_TIME }];
  }
  return zipSync(files, { level: 6 });
}
