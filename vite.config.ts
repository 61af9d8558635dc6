// vite.config.ts: how the page in web/ is built: static files that work from any sub-path and send
// nothing anywhere.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { memoryLibrary } from './sim/scenario/library.js';
import { bundle } from './tools/build.mjs';
import { exampleFiles } from './tools/example.mjs';
import { lighterJstat, withoutZod } from './tools/lighter.mjs';
import { OFFLINE_WORKER, PAGE_POLICY } from './web/export/policy.js';
import { parseBatch } from './web/export/read-batch.js';
import { allOptions } from './web/state/choices.js';

/** Writes the policy into the built page only: the development server needs more. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'winterflow-content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: PAGE_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/** Has workbooks packed without workers from blob: addresses (web/export/zip-here.ts). */
function zipWithoutWorkers(): Plugin {
  const here = fileURLToPath(new URL('web/export/zip-here.ts', import.meta.url));
  return {
    name: 'winterflow-zip-without-workers',
    enforce: 'pre',
    resolveId: (source, importer) =>
      importer?.includes('write-excel-file') && source.endsWith('/zipToArrayBuffer.js')
        ? here
        : null,
  };
}

/** Puts the page's own zod in the place of zod, wherever the files are cut into pieces. */
function strictZod(): Plugin {
  const here = fileURLToPath(new URL('web/state/strict-zod.ts', import.meta.url));
  return {
    name: 'winterflow-strict-zod',
    enforce: 'pre',
    resolveId: (source, importer) => (source === 'zod' && importer !== here ? here : null),
  };
}

const VERSION_DIGITS = 16;
const EXAMPLE = 'virtual:winterflow-example';
const NAMES = 'virtual:winterflow-names';

const library = memoryLibrary(scenarioTexts());

/** A module that holds a value; as text, which engines read faster than code. */
function jsonModule(value: unknown): string {
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
}

function scenarioTexts(): Record<string, string> {
  const folder = fileURLToPath(new URL('scenarios/', import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const texts = files
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /^(systems|winters|plans)\/.*\.yaml$|bank_holidays/.test(file))
    .map((file) => [file, readFileSync(folder + file, 'utf8')]);
  return Object.fromEntries(texts);
}

/** Puts names and descriptions of all scenario files into the page: lists then need no parsing. */
function names(): Plugin {
  return {
    name: 'winterflow-names',
    resolveId: (source) => (source === NAMES ? `\0${NAMES}` : null),
    load: (id) => (id === `\0${NAMES}` ? jsonModule(allOptions(library)) : null),
  };
}

/** Puts the example's results into the page, simulated by the same engine as it is now. */
function example(): Plugin {
  return {
    name: 'winterflow-example',
    resolveId: (source) => (source === EXAMPLE ? `\0${EXAMPLE}` : null),
    async load(id) {
      if (id !== `\0${EXAMPLE}`) return null;
      const { summary, daily, singles } = await exampleFiles();
      return jsonModule(parseBatch(summary, daily, library.bankHolidays(), singles));
    },
  };
}

/** Writes the worker that keeps the page's files for when there is no network; it knows their names. */
function offlineWorker(): Plugin {
  const folder = fileURLToPath(new URL('dist/web/', import.meta.url));
  return {
    name: 'winterflow-offline-worker',
    apply: 'build',
    async closeBundle() {
      await bundle('web/offline/offline-worker.ts', `web/${OFFLINE_WORKER}`);
      // A classic script: not every browser takes a module here.
      const code = readFileSync(folder + OFFLINE_WORKER, 'utf8').replace(/^export \{\};$/m, '');
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file !== OFFLINE_WORKER && statSync(folder + file).isFile())
        .map((file) => file.replaceAll('\\', '/'))
        .sort();
      const hash = createHash('sha256');
      for (const file of files) hash.update(file).update(readFileSync(folder + file));
      const kept = files.map((file) => (file === 'index.html' ? './' : file));
      const known = { FILES: kept, VERSION: hash.digest('hex').slice(0, VERSION_DIGITS) };
      const lines = Object.entries(known).map(([name, value]) => {
        return `const ${name} = ${JSON.stringify(value)};\n`;
      });
      writeFileSync(folder + OFFLINE_WORKER, lines.join('') + code);
    },
  };
}

/** What every build of the page needs. */
export function pagePlugins(): Plugin[] {
  return [lighterJstat(), strictZod(), zipWithoutWorkers(), names(), example()];
}

/** What builds of its workers need. */
export function workerPlugins(): Plugin[] {
  return [withoutZod(), lighterJstat(), strictZod()];
}

export default defineConfig({
  root: fileURLToPath(new URL('web', import.meta.url)),
  base: './',
  plugins: [contentSecurityPolicy(), offlineWorker(), ...pagePlugins()],
  build: {
    outDir: fileURLToPath(new URL('dist/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // Files inlined as data: addresses would need a wider policy.
    assetsInlineLimit: 0,
  },
  // A page built by a test is the page built for use: no paths of the machine that built it.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  worker: { format: 'es', plugins: workerPlugins },
  // The page is served to this machine only.
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1', port: 4173 },
});
