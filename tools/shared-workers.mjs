// tools/shared-workers.mjs: the page's web workers, cut out of the same build as the page. Vite builds each
// worker by itself, with a second copy of all that the page has too: the model's fields, its interventions,
// the names of its outcomes. Here they are chunks of one build, which page and workers load alike.

import { dirname, resolve } from 'node:path';

/** A worker as the sources write it; the first group is its file, seen from the file that starts it. */
export const WORKER = /new Worker\(\s*new URL\('([^']+)', import\.meta\.url\),\s*\{[^}]*\}\s*\)/g;

/** Makes workers further beginnings of the page's own build. */
export function sharedWorkers() {
  return {
    name: 'winterflow-shared-workers',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      const changed = code.replace(WORKER, (_, path) => {
        const file = this.emitFile({ type: 'chunk', id: resolve(dirname(id), path) });
        return `new Worker(import.meta.ROLLUP_FILE_URL_${file}, { type: 'module' })`;
      });
      return changed === code ? null : changed;
    },
  };
}
