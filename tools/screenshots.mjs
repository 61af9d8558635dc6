// tools/screenshots.mjs: the pictures of all pages in docs/images, from a fixed seed.
// `npm run pictures` builds the app and takes them.
//
// Pictures of a page depend on the fonts of the machine: Arial, or what stands in for it.

import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { launchBrowser, serveFolder } from './browser.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = join(ROOT, 'docs/images');
const CHOICES = {
  plans: ['discharge-to-assess', 'escalation-beds-24', 'frailty-in-reach-70h'],
  winters: '50',
  seed: 'winterflow',
};
/** Pages by the names of their addresses; of Compare and Explore the results, from their heading on. */
const PAGES = {
  start: 'main',
  inputs: 'main',
  scenarios: 'main',
  run: 'main',
  compare: '#results-heading',
  explore: 'main',
  'board-pack': 'main',
  model: 'main',
};
/** What fits a page of documentation: the rest is cut below. */
const SIZES = [
  { width: 1280, height: 1500 },
  { width: 360, height: 1500 },
];
const MINUTES_MOST = 10;
const SETTLE_MS = 500; // for charts to be drawn anew

/** Follows a link of the navigation. */
async function goTo(page, name) {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
}

/** Runs the comparison once; the page draws its charts anew for each width. */
async function run(page, url) {
  await page.goto(`${url}#/scenarios`);
  const remove = page.getByRole('button', { name: /^Remove/ });
  await remove.first().waitFor();
  while ((await remove.count()) > 0) await remove.first().click();
  for (const plan of CHOICES.plans) {
    await page.getByLabel('Plan to add').selectOption(plan);
    await page.getByRole('button', { name: 'Add plan' }).click();
  }
  await goTo(page, 'Run');
  await page.getByLabel('Number of winters').fill(CHOICES.winters);
  await page.getByLabel('Seed phrase').fill(CHOICES.seed);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('heading', { name: 'The results are ready' }).waitFor();
  await goTo(page, 'Compare');
  await page.locator('#results-heading').waitFor();
}

async function picture(page, name, { width, height }) {
  await page.setViewportSize({ width, height });
  await page.waitForTimeout(SETTLE_MS);
  await page
    .locator(`${PAGES[name]} >> visible=true`)
    .first()
    .evaluate((part) => {
      scrollTo(0, part.getBoundingClientRect().top + scrollY - 20);
    });
  const path = join(FOLDER, `${name}-${width}.png`);
  await page.screenshot({ path });
  process.stdout.write(`${path}: ${Math.round(statSync(path).size / 1000)} kB\n`);
}

mkdirSync(FOLDER, { recursive: true });
await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'error' });
const browser = await launchBrowser();
const server = await serveFolder(join(ROOT, 'dist/web'));
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(MINUTES_MOST * 60_000);
  await run(page, server.url);
  for (const name of Object.keys(PAGES)) {
    await page.goto(`${server.url}#/${name}`);
    await page.waitForLoadState('networkidle');
    for (const size of SIZES) await picture(page, name, size);
  }
} finally {
  await browser.close();
  await server.close();
}
