// tools/build.mjs: the command and its worker as plain files in dist/, each in one piece.
//
// One piece, because constants of the same file are folded into the hot loops and imported ones are
// not: bundled, a winter takes a seventh of the time that it takes from loose sources in a thread.

import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ENTRIES = { 'main.js': 'cli/main.ts', 'node-worker.js': 'workers/node-worker.ts' };
const SOURCES = ['sim', 'workers', 'cli', 'web/charts', 'web/export', 'tools'];
const STAMP = join(ROOT, 'dist/.built');

/** Loaded when they are needed, or with files of their own; the rest is built in, which starts twice as fast. */
const OUTSIDE = [
  ...['piscina', 'bullmq', 'ioredis', 'pptxgenjs', 'rolldown', 'vite'],
  ...['read-excel-file', 'write-excel-file', 'playwright-core', '@sparticuz/chromium'],
];

const isOutside = (id) =>
  id.startsWith('node:') || OUTSIDE.some((name) => id === name || id.startsWith(`${name}/`));

/** Bundles the command and its worker. */
export async function build() {
  for (const [file, entry] of Object.entries(ENTRIES)) await bundle(entry, file);
  writeFileSync(STAMP, '');
}

/** Bundles one entry into one file of dist/. */
export async function bundle(entry, file) {
  const { rolldown } = await import('rolldown'); // not loaded when nothing has changed
  const bundled = await rolldown({
    input: join(ROOT, entry),
    platform: 'node',
    external: isOutside,
    tsconfig: join(ROOT, 'tsconfig.json'),
  });
  await bundled.write({ file: join(ROOT, 'dist', file), format: 'esm', codeSplitting: false });
  await bundled.close();
}

/** True when a source is newer than the last build. */
export function isStale() {
  if (!existsSync(STAMP)) return true;
  const built = statSync(STAMP).mtimeMs;
  return SOURCES.some((folder) => newest(join(ROOT, folder)) > built);
}

function newest(path) {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
