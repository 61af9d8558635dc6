// vite.single.config.ts: the page as one HTML file that opens from a shared drive and runs: scripts,
// workers, styles and scenarios are inside, and its policy lets it ask nobody anything.

import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { WORKER } from './tools/shared-workers.mjs';
import { pagePlugins, pageStyles, workerPlugins } from './vite.config.js';

const NAME = 'winterflow.html';

/** Puts workers inside, because file: has no other files. */
function inlineWorkers(): Plugin {
  return {
    name: 'winterflow-inline-workers',
    enforce: 'pre',
    transform(code) {
      const imports: string[] = [];
      const changed = code.replace(WORKER, (_, path: string) => {
        const name = `InlineWorker${imports.length}`;
        imports.push(`import ${name} from '${path}?worker&inline';\n`);
        return `new ${name}()`;
      });
      return imports.length === 0 ? null : imports.join('') + changed;
    },
  };
}

/** Puts script and styles into the page, each allowed by its hash and nothing else. */
function oneFile(): Plugin {
  return {
    name: 'winterflow-one-file',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files = Object.values(bundle);
        const page = files.find(({ fileName }) => fileName === 'index.html');
        const scripts = files.filter((file) => file.type === 'chunk');
        const styles = files.filter(({ fileName }) => fileName.endsWith('.css'));
        if (page?.type !== 'asset' || scripts.length !== 1 || styles.length !== 1) {
          throw new Error(`One script and one style sheet were wanted, not ${files.length} files.`);
        }
        const script = scripts[0].code
          .replaceAll('__VITE_PRELOAD__', 'void 0') // nothing is loaded, so nothing is loaded early

          .replace(/<\/(?=script)/gi, '<\\/')
          .replaceAll('<!--', '<\\!--');
        const style = styles[0].type === 'asset' ? String(styles[0].source) : '';
        const html = String(page.source)
          .replace(/\s*<script type="module"[^>]*><\/script>/, '')
          .replace(/\s*<link rel="stylesheet"[^>]*>/, '')
          .replace(/<p class="fallback">[\s\S]*?<\/p>/, `<p class="fallback">${FALLBACK}</p>`)
          .replace('<head>', () => `<head>\n${policyTag(script, style)}\n<style>${style}</style>`)
          .replace('</body>', () => `<script type="module">${script}</script>\n</body>`);
        for (const { fileName } of files) delete bundle[fileName];
        this.emitFile({ type: 'asset', fileName: NAME, source: html });
      },
    },
  };
}

const FALLBACK =
  'Winterflow is loading. If this text stays, this browser runs no JavaScript in files.';

function policyTag(script: string, style: string): string {
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    'worker-src blob: data:',
    `style-src '${hashOf(style)}'`,
    'img-src data: blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return `<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

export default defineConfig({
  root: fileURLToPath(new URL('web', import.meta.url)),
  base: './',
  plugins: [...pagePlugins(), inlineWorkers(), oneFile()],
  css: pageStyles,
  build: {
    outDir: fileURLToPath(new URL('dist/single', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    assetsInlineLimit: () => true,
    cssCodeSplit: false,
    rolldownOptions: { output: { codeSplitting: false } },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  worker: { format: 'iife', plugins: workerPlugins },
});
