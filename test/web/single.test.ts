// test/web/single.test.ts: the page as one HTML file opens from a folder, runs, keeps what was made, and
// asks nobody anything.

import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../tools/browser.mjs';
import { choose, download, goTo, run } from './form.js';
import { headless } from './headless.js';

/** Enough for a page on a busy machine. */
const SOON = { timeout: 30_000 };

const ROOT = resolve(import.meta.dirname, '../..');
const WANTED = {
  system: 'herefordshire',
  winter: 'severe-flu',
  plans: ['discharge-to-assess'],
  replications: 2,
  seed: 'one file',
};

let browser: Browser;
let page: Page;
let folder: string;
const asked: string[] = [];
const said: string[] = [];

beforeAll(async () => {
  await build({ configFile: join(ROOT, 'vite.single.config.ts'), logLevel: 'error' });
  folder = mkdtempSync(join(tmpdir(), 'winterflow shared drive '));
  // A copy by itself: nothing beside it can be what makes it run.
  copyFileSync(join(ROOT, 'dist/single/winterflow.html'), join(folder, 'winterflow.html'));
  browser = await launchBrowser();
  const context = await browser.newContext({ locale: 'en-GB' });
  page = await context.newPage();
  context.on('request', (request) => asked.push(new URL(request.url()).protocol));
  page.on('pageerror', (error) => said.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) said.push(message.text());
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      console.error(`breach of ${effectiveDirective}: ${blockedURI}`);
    });
  });
  await page.goto(pathToFileURL(join(folder, 'winterflow.html')).href);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('opens with the example', async () => {
  await page.getByRole('heading', { name: 'An example winter' }).waitFor();
});

it('runs, with the numbers of the headless batch', async () => {
  await choose(page, WANTED);
  await run(page);
  const { files } = await headless(WANTED);
  expect((await download(page, 'summary.json')) === files['summary.json']).toBe(true);
});

it('keeps what was made when it is opened again', async () => {
  await page.reload();
  await goTo(page, 'Scenarios');
  await expect
    .poll(() => page.locator('.plan-card h3').allTextContents(), SOON)
    .toEqual(['Discharge to Assess']);
  expect(await page.getByLabel('Winter to simulate').inputValue()).toBe('severe-flu');
});

it('may connect to nothing, asks for nothing but itself, and breaks no rule of its policy', async () => {
  const policy = await page.locator('meta[http-equiv]').getAttribute('content');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'none'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  expect([...new Set(asked)].sort()).toEqual(['blob:', 'file:']);
  expect(said).toEqual([]);
});
