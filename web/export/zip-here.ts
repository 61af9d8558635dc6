// web/export/zip-here.ts: packs a workbook in this thread. The library would start workers from blob:
// addresses, which the page's policy forbids; vite.config.ts puts this in the place of that part.

import { zipSync } from 'fflate';

/** The bytes of a zip archive of files by path. */
export default async function zipHere(files: Record<string, Uint8Array>): Promise<ArrayBuffer> {
  return zipSync(files).buffer;
}
