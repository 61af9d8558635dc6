// vite.config.ts: how the page in web/ is built: static files that work from any sub-path and send
// nothing anywhere.

import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { exampleFiles } from './tools/example.mjs';

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

/** Puts the example's results into the page, simulated by the same engine as it is now. */
function example(): Plugin {
  return {
    name: 'winterflow-example',
    resolveId: (source) => (source === EXAMPLE ? `\0${EXAMPLE}` : null),
    async load(id) {
      if (id !== `\0${EXAMPLE}`) return null;
      const entries = Object.entries(await exampleFiles());
      return entries
        .map(([key, text]) => `export const ${key} = ${JSON.stringify(text)};`)
        .join('\n');
    },
  };
}

/** What every build of the page needs. */
export function pagePlugins(): Plugin[] {
  return [strictZod(), zipWithoutWorkers(), example()];
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
