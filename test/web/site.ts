// test/web/site.ts: the built page in a real browser: built once, served on loopback, and watched.

import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { build } from 'vite';
import { launchBrowser, serveFolder } from '../../tools/browser.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
export const BUILT = join(ROOT, 'dist/web');
const LOCK = join(ROOT, 'dist/web-build-lock');
const SOURCES = [
  'web',
  'sim',
  'workers',
  'scenarios',
  'docs',
  'vite.config.ts',
  'tools/example.mjs',
  'tools/lighter.mjs',
  'tools/lighter-libraries.mjs',
  'tools/page-data.ts',
  'tools/shared-workers.mjs',
  'tools/used-styles.mjs',
];
/** What the browser's driver says in place of a worker that is blocked below. */
const BLOCKED_HERE = 'Service Worker registration blocked by Playwright';
const LOCK_MS_MOST = 180_000; // the example is simulated as well

export interface Site {
  browser: Browser;
  url: string;
  close(): Promise<void>;
}

/** Builds the page if it is older than its sources, and opens a browser and a server for it. */
export async function openSite(): Promise<Site> {
  await buildOnce();
  const [browser, server] = await Promise.all([launchBrowser(), serveFolder(BUILT)]);
  const close = async () => {
    await browser.close();
    await server.close();
  };
  return { browser, url: server.url, close };
}

/** Test files run side by side: the first builds, the others wait for it. */
export async function buildOnce(): Promise<void> {
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  while (!tryLock()) await new Promise((wake) => setTimeout(wake, 100));
  try {
    const index = join(BUILT, 'index.html');
    const fresh =
      existsSync(index) &&
      SOURCES.every((source) => newestMs(join(ROOT, source)) < statSync(index).mtimeMs);
    if (!fresh) await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'error' });
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

function tryLock(): boolean {
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    const age = existsSync(LOCK) ? Date.now() - statSync(LOCK).mtimeMs : 0;
    if (age > LOCK_MS_MOST) rmSync(LOCK, { recursive: true, force: true });
    return false;
  }
}

function newestMs(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestMs(join(path, name))));
}

/** A page, and what it did that it must not: requests elsewhere, errors, breaches of its policy. */
export interface WatchedPage {
  page: Page;
  misdeeds: string[];
}

/** Opens an empty page that is watched from its first request on. */
export async function openWatched(
  { browser, url }: Site,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  // What is kept for offline use has a test of its own; here it would only take time.
  const context = await browser.newContext({
    locale: 'en-GB',
    serviceWorkers: 'block',
    ...options,
  });
  const page = await context.newPage();
  const misdeeds: string[] = [];
  const own = new URL(url).origin;
  context.on('request', (request) => {
    const address = new URL(request.url());
    const local = ['data:', 'blob:', 'file:'].includes(address.protocol);
    if (!local && address.origin !== own) misdeeds.push(`asked ${request.url()}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) misdeeds.push(`${response.status()} ${response.url()}`);
  });
  page.on('pageerror', (error) => misdeeds.push(`error: ${error.message}`));
  // Not every breach of the policy is written to the console, so the page is made to say it.
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      console.error(`breach of ${effectiveDirective}: ${blockedURI}`);
    });
  });
  page.on('console', (message) => {
    if (message.text() === BLOCKED_HERE) return;
    if (['error', 'warning'].includes(message.type())) misdeeds.push(message.text());
  });
  return { page, misdeeds };
}

/** Opens the page on which a project is made; nothing runs. */
export async function openIdle(site: Site, options?: BrowserContextOptions): Promise<WatchedPage> {
  const watched = await openWatched(site, options);
  const { page } = watched;
  await page.goto(`${site.url}#/scenarios`);
  await page.getByRole('heading', { name: 'Base', exact: true }).waitFor();
  return watched;
}
