// test/web/weight.test.ts: what all pages together weigh after compression, without the libraries and the
// pages that are loaded when somebody asks for them. `npm run page-speed` measures the same in a browser.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { BUILT, buildOnce } from './site.js';

const KILOBYTES_MOST = 350;
/** Loaded when something is saved or opened, on the page of own history, and for the checks of the model. */
const LATER =
  /^(?:pptx|workbook|sheets|beyond-sheets|pack-html|report|open-scenario|history|verify|checks-worker)-/;

beforeAll(buildOnce, 200_000);

/** Files of the page that it loads by itself, from its index on. */
function filesOfPages(): Set<string> {
  const all = readdirSync(join(BUILT, 'assets'));
  const found = new Set<string>();
  const add = (text: string): void => {
    for (const name of all.filter((file) => text.includes(file) && !LATER.test(file))) {
      if (found.has(name)) continue;
      found.add(name);
      add(readFileSync(join(BUILT, 'assets', name), 'utf8').replace(NOT_LOADED, ''));
    }
  };
  add(readFileSync(join(BUILT, 'index.html'), 'utf8'));
  return found;
}

/** The list of files that Vite may load early, which names those of later as well. */
const NOT_LOADED = /\b__vite__mapDeps=.*?\|\|\(m\.f=\[[^\]]*\]\)\)\)/;

it('all pages weigh at most 350 kB', () => {
  const files = [...filesOfPages()];
  const kilobytes = (name: string): number =>
    gzipSync(readFileSync(join(BUILT, name)), { level: 9 }).length / 1000;
  const weights = files.map((name) => [name, kilobytes(`assets/${name}`)] as const);
  const total = weights.reduce((sum, [, weight]) => sum + weight, kilobytes('index.html'));
  const words = weights.map(([name, weight]) => `${weight.toFixed(1)} ${name}`).join('\n');
  expect(files.filter((name) => /^(?:work-pages|start|browser-worker)-/.test(name))).toHaveLength(
    3,
  );
  expect(total, words).toBeLessThan(KILOBYTES_MOST);
  expect(total).toBeGreaterThan(KILOBYTES_MOST / 2); // else files were not found
});

it('what takes long to set up is set up before the page, each file in a task of its own', () => {
  const html = readFileSync(join(BUILT, 'index.html'), 'utf8');
  const scripts = [...html.matchAll(/<script type="module"[^>]* src="\.\/assets\/(\w+)-/g)];
  expect(scripts.map(([, name]) => name)).toEqual(['compile', 'library', 'index']);
});
