// vite.config.ts: how the page in web/ is built: static files that work from any sub-path and send
// nothing anywhere.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { bundle } from './tools/build.mjs';
import { lighterJstat, withoutZod } from './tools/lighter.mjs';
import { lighterLibraries } from './tools/lighter-libraries.mjs';
import { pageData } from './tools/page-data.js';
import { sharedWorkers } from './tools/shared-workers.mjs';
import { usedStyles } from './tools/used-styles.mjs';
import { OFFLINE_WORKER, PAGE_POLICY } from './web/export/policy.js';

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

/** Modules that take long to set up; without this they would be set up in one task with all else. */
const SET_UP_FIRST = ['/sim/scenario/compile.ts', '/sim/scenario/schema.ts'];

/** Has files of the page with those modules run before it, each in a task of its own. */
function setUpFirst(): Plugin {
  return {
    name: 'winterflow-set-up-first',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) => {
        const files = SET_UP_FIRST.map((module) => {
          const file = Object.values(bundle).find(
            (chunk) => chunk.type === 'chunk' && chunk.moduleIds.some((id) => id.endsWith(module)),
          );
          if (file === undefined) throw new Error(`No file of the page holds ${module}.`);
          return file.fileName;
        });
        return [...new Set(files)].map((file) => ({
          tag: 'script',
          attrs: { type: 'module', crossorigin: true, src: `./${file}` },
          injectTo: 'head-prepend' as const,
        }));
      },
    },
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
  return [lighterJstat(), lighterLibraries(), strictZod(), zipWithoutWorkers(), pageData()];
}

/** What builds of its workers need. */
export function workerPlugins(): Plugin[] {
  return [withoutZod(), lighterJstat(), lighterLibraries(), strictZod()];
}

/** How styles are built. */
export const pageStyles = { postcss: { plugins: [usedStyles()] } };

export default defineConfig({
  root: fileURLToPath(new URL('web', import.meta.url)),
  base: './',
  plugins: [
    contentSecurityPolicy(),
    setUpFirst(),
    offlineWorker(),
    sharedWorkers(),
    ...pagePlugins(),
  ],
  css: pageStyles,
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
