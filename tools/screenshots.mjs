// tools/screenshots.mjs: the pictures of all pages in docs/images, from a fixed seed.
// `npm run pictures` builds the app and takes them.
//
// Pictures of a page depend on the fonts of the machine: Arial, or what stands in for it.

import { mkdirSync, readFileSync, statSync } from 'node:fs';
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
/** Pages by their addresses; of Compare the results, from their heading on. */
const PAGES = {
  start: 'main',
  inputs: 'main',
  scenarios: 'main',
  run: 'main',
  compare: '#results-heading',
  explore: 'main',
  'explore?view=waits': 'main',
  'explore?view=drivers': '#drivers',
  'explore?view=together': 'main',
  'explore?view=winter': 'main',
  'explore?view=winters': '#regret',
  'explore?view=precision': 'main',
  'board-pack': 'main',
  model: 'main',
  history: '#xmr',
};
/** A real series: 4-hour performance of the Lister's trust by month. */
const HISTORY = { file: 'scenarios/data/ae_monthly_trust_2016_2019.csv', trust: 'RWH' };
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

/** What views of Explore simulate when asked, with few winters. */
async function ask(page, url) {
  await page.goto(`${url}#/explore?view=together`);
  await page.getByRole('button', { name: /^Simulate \d+ winters of each$/ }).click();
  await page.locator('#waterfall').waitFor();
  await page.goto(`${url}#/explore?view=drivers`);
  await page.getByLabel('Winters at each end').selectOption('5');
  await page.getByRole('button', { name: 'Simulate the drivers' }).click();
  await page.locator('#drivers').waitFor();
  await page.goto(`${url}#/explore?view=winters`);
  await page.getByLabel('Times each is simulated').selectOption('10');
  await page.getByRole('button', { name: /^Simulate \d+ kinds of winter$/ }).click();
  await page.locator('#regret').waitFor();
}

/** Puts observed months on the page "Own history". */
async function history(page, url) {
  const [header, ...lines] = readFileSync(join(ROOT, HISTORY.file), 'utf8').trim().split('\n');
  const names = header.split(',');
  const rows = lines
    .map((line) => Object.fromEntries(line.split(',').map((value, i) => [names[i], value])))
    .filter((row) => row.org_code === HISTORY.trust && row.dept_type === '1')
    .map(({ month, attendances, breaches_over_4h: late }) =>
      [month.slice(0, 7), (100 * (1 - late / attendances)).toFixed(1)].join('\t'),
    );
  await page.goto(`${url}#/history`);
  await page.getByLabel('What they measure').fill('Within 4 hours, type 1, %');
  await page.getByLabel('Which way is better').selectOption('higher');
  await page.getByLabel('Dates and values').fill(rows.join('\n'));
  await page.getByRole('button', { name: 'Show the chart' }).click();
  await page.locator('#xmr').waitFor();
}

async function picture(page, address, { width, height }) {
  await page.setViewportSize({ width, height });
  await page.waitForTimeout(SETTLE_MS);
  const tops = (selector) =>
    page
      .locator(`${selector} >> visible=true`)
      .first()
      .evaluate((part) => part.getBoundingClientRect().top + scrollY);
  const y = Math.floor(await tops(PAGES[address])) - 20;
  const end = Math.ceil(await tops('.page-footer')); // a short page ends where its contents do
  const clip = { x: 0, y, width, height: Math.min(height, end - y) };
  const path = join(FOLDER, `${address.replace('?view=', '-')}-${width}.png`);
  await page.screenshot({ path, clip, fullPage: true });
  process.stdout.write(`${path}: ${Math.round(statSync(path).size / 1000)} kB\n`);
}

mkdirSync(FOLDER, { recursive: true });
await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'error' });
const browser = await launchBrowser();
const server = await serveFolder(join(ROOT, 'dist/web'));
try {
  const page = await browser.newPage({ locale: 'en-GB' });
  page.setDefaultTimeout(MINUTES_MOST * 60_000);
  await run(page, server.url);
  await ask(page, server.url);
  await history(page, server.url);
  for (const address of Object.keys(PAGES)) {
    await page.goto(`${server.url}#/${address}`);
    await page.waitForLoadState('networkidle');
    for (const size of SIZES) await picture(page, address, size);
  }
} finally {
  await browser.close();
  await server.close();
}
