// tools/page-speed.mjs: how quick the built page is. `npm run page-speed` builds it and measures in a
// headless Chromium with an empty profile: the first chart, a run by the clock, tasks that hold up the
// page, and what is loaded. Ends with exit code 1 when a figure of docs/performance.md is missed.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { launchBrowser, serveFolder } from './browser.mjs';
import { tasksOf, watchTasks } from './page-tasks.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BUILT = join(ROOT, 'dist/web');
const OPENINGS = 5;
const WINTERS = 200;
/** What is promised. */
const MOST = { chartMs: 1000, runSeconds: 60, taskMs: 100, kilobytes: 350 };
const VIEWS = ['flow', 'waits', 'drivers', 'together', 'winter', 'winters', 'precision'];
const PAGES = ['Inputs', 'Scenarios', 'Run', 'Compare', 'Explore', 'Board pack', 'Model', 'Start'];
const SETTLE_MS = 700; // after a page is there, for what it does afterwards
const MINUTES_MOST = 10;

const missed = [];

/** Prints a figure, and remembers it when it is beyond its limit. */
function say(what, value, most, unit, digits = 0) {
  const isMissed = value > most;
  if (isMissed) missed.push(what);
  const text = `${value.toFixed(digits)} ${unit}`;
  process.stdout.write(`${isMissed ? 'MISSED' : 'ok    '}  ${what}: ${text} (at most ${most})\n`);
}

/** Milliseconds from the start of the navigation until the first chart was painted. */
async function firstChart(browser, url) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.addInitScript(() => {
      const look = () => {
        if (document.querySelector('svg.chart') === null) return requestAnimationFrame(look);
        // The frame in which it stands there is painted before the next one begins.
        requestAnimationFrame(() => {
          window.firstChartMs = performance.now();
        });
      };
      requestAnimationFrame(look);
    });
    await page.goto(url);
    await page.waitForFunction(() => window.firstChartMs !== undefined);
    return await page.evaluate(() => window.firstChartMs);
  } finally {
    await context.close();
  }
}

/** Kilobytes (1,000 bytes) after gzip of files of the built page, as a server would send them. */
function kilobytes(names) {
  const bytes = [...names].map((name) => gzipSync(readFileSync(join(BUILT, name)), { level: 9 }));
  return bytes.reduce((sum, { length }) => sum + length, 0) / 1000;
}

function median(values) {
  const rising = [...values].sort((a, b) => a - b);
  return rising[Math.floor(rising.length / 2)];
}

/**
 * Follows a link of the navigation and waits for the page. Elements are found by selectors: finding them by
 * role goes through the whole page, in a task of its own that is as long as those that are looked for.
 */
async function goTo(page, name) {
  const link = page.locator('.page-links a').filter({ hasText: new RegExp(`^${name}$`) });
  await link.click();
  await link.and(page.locator('[aria-current]')).waitFor();
  await page.locator('.page:not([hidden]) h1').waitFor();
  await page.waitForTimeout(SETTLE_MS);
}

/** Goes once through all pages and views. */
async function goThrough(page, watch, when) {
  for (const name of PAGES) {
    await watch.moment(`opening ${name}${when}`);
    await goTo(page, name);
    if (name !== 'Explore') continue;
    for (const view of VIEWS) {
      await watch.moment(`opening Explore, ${view}${when}`);
      await page.locator(`.views a[href$="view=${view}"]`).click();
      await page.waitForTimeout(SETTLE_MS);
    }
  }
}

/** Saves the pack in a format, which loads its library. */
async function save(page, name) {
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name, exact: true }).click();
  await saved;
}

async function measure(browser, url) {
  const charts = [];
  for (let i = 0; i < OPENINGS; i++) charts.push(await firstChart(browser, url));
  process.stdout.write(`First chart: ${charts.map((ms) => ms.toFixed(0)).join(', ')} ms\n`);
  say('first chart after opening, median', median(charts), MOST.chartMs, 'ms');

  // What is kept for when there is no network is loaded besides, and is no part of opening a page.
  const page = await browser.newPage({ serviceWorkers: 'block' });
  page.setDefaultTimeout(MINUTES_MOST * 60_000);
  const loaded = new Set();
  // Requests of workers are those of the context.
  page.context().on('requestfinished', (request) => {
    const name = request
      .url()
      .slice(url.length)
      .replace(/[?#].*/, '');
    if (request.url().startsWith(url)) loaded.add(name === '' ? 'index.html' : name);
  });
  const watch = await watchTasks(page);
  await watch.moment('opening Start');
  await page.goto(url);
  await page.locator('svg.chart').first().waitFor();
  await page.waitForTimeout(SETTLE_MS);
  const onStart = new Set(loaded);
  await goThrough(page, watch, ', of the example');

  await goTo(page, 'Run');
  await page.getByLabel('Number of winters').fill(String(WINTERS));
  await watch.moment('the run begins');
  const from = performance.now();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.locator('#progress').waitFor();
  const ready = page.waitForFunction(() =>
    document.getElementById('ready-heading')?.textContent.includes('The results are ready'),
  );
  const seconds = ready.then(() => (performance.now() - from) / 1000);
  await watch.moment('the run, on Run');
  await page.waitForTimeout(5000);
  for (const name of ['Compare', 'Explore', 'Board pack']) {
    await watch.moment(`the run, opening ${name}`);
    await goTo(page, name);
    await watch.moment(`the run, on ${name}`);
    await page.waitForTimeout(3000);
  }
  await watch.moment('the run, on Run, until its end');
  await goTo(page, 'Run');
  say(`${WINTERS} winters of 3 scenarios`, await seconds, MOST.runSeconds, 's', 1);
  await page.waitForTimeout(3000); // results are kept
  await goThrough(page, watch, `, of ${WINTERS} winters`);
  await watch.end();
  for (const task of tasksOf(watch.seen).slice(0, 12)) process.stdout.write(`  ${task.text}\n`);
  const [longest] = tasksOf(watch.seen);
  say('longest task of the page', longest?.ms ?? 0, MOST.taskMs, 'ms');

  const onPages = new Set(loaded);
  await goTo(page, 'Board pack');
  await save(page, 'PowerPoint');
  await save(page, 'Excel');
  const forExport = [...loaded].filter((name) => !onPages.has(name));
  process.stdout.write(`Start loads ${kilobytes(onStart).toFixed(0)} kB after gzip\n`);
  process.stdout.write(`PowerPoint and Excel load ${kilobytes(forExport).toFixed(0)} kB more\n`);
  for (const name of [...onPages].sort((a, b) => kilobytes([b]) - kilobytes([a])).slice(0, 12)) {
    process.stdout.write(`  ${kilobytes([name]).toFixed(1).padStart(6)} kB  ${name}\n`);
  }
  say('all pages, without export libraries', kilobytes(onPages), MOST.kilobytes, 'kB');
}

await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'error' });
const browser = await launchBrowser();
const server = await serveFolder(BUILT);
try {
  const commit = execFileSync('git', ['-C', ROOT, 'rev-parse', '--short', 'HEAD']).toString();
  process.stdout.write(
    `Winterflow ${commit.trim()}, ${cpus().length} cores, Chromium ${browser.version()}, ` +
      `processes wanting a core in the last minute: ${loadavg()[0].toFixed(1)}\n`,
  );
  await measure(browser, server.url);
} finally {
  await browser.close();
  await server.close();
}
if (missed.length > 0) {
  process.stdout.write(`Missed: ${missed.join('; ')}.\n`);
  process.exitCode = 1;
}
