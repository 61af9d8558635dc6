// vite.config.ts: how the page in web/ is built: static files that work from any sub-path and send
// nothing anywhere.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { memoryLibrary } from './sim/scenario/library.js';
import { exampleFiles } from './tools/example.mjs';
import { parseBatch } from './web/export/read-batch.js';
import { allOptions } from './web/state/choices.js';

/** What the built page may do: run its own files, and nothing over the network. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Writes the policy into the built page only: the development server needs more. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'winterflow-content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
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

/** What every build of the page needs. */
export function pagePlugins(): Plugin[] {
  return [strictZod(), zipWithoutWorkers(), names(), example()];
}

/** What builds of its workers need. */
export function workerPlugins(): Plugin[] {
  return [strictZod()];
}

export default defineConfig({
  root: fileURLToPath(new URL('web', import.meta.url)),
  base: './',
  plugins: [contentSecurityPolicy(), ...pagePlugins()],
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
