// test/web/form.ts: what a person does on the page: choose, run, save.

import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Wanted } from './headless.js';

/** Follows a link of the navigation. */
export async function goTo(page: Page, name: string): Promise<void> {
  const link = page.getByRole('navigation').getByRole('link', { name, exact: true });
  await link.click();
  await link.and(page.locator('[aria-current]')).waitFor();
  await page.locator('.page:not([hidden]) h1').waitFor();
  await drawn(page);
}

/** Waits until all cards and charts of the page that is shown are drawn: it draws them one by one. */
export async function drawn(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll('.page:not([hidden]) [aria-busy="true"]')].every(
        (place) => place.matches('.measured') && place.clientWidth === 0,
      ) && document.querySelector('.page:not([hidden]) .in-turn[hidden]') === null,
  );
}

/** Names of all pages, as in their addresses, and of the views of Explore. */
export const PAGES = [
  'start',
  'inputs',
  'scenarios',
  'run',
  'compare',
  'explore',
  'board-pack',
  'model',
  'history',
  'verification',
] as const;
export const VIEWS = ['flow', 'waits', 'drivers', 'together', 'winter', 'winters', 'precision'];
/** Every page, and every view of Explore, whose first is shown by the page itself. */
export const ADDRESSES: readonly string[] = [
  ...PAGES,
  ...VIEWS.slice(1).map((view) => `explore?view=${view}`),
];

/** Goes to an address of the app, such as `explore?view=waits`. */
export async function goToAddress(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = `#/${to}`;
  }, address);
  const [name, query] = address.split('?');
  await page.locator(`#page-${name}:not([hidden]) h1`).waitFor();
  await drawn(page);
  if (name !== 'explore' || query === undefined) return;
  await page.locator(`.views a[aria-current][href$="${query}"]`).waitFor();
  await drawn(page);
}

/** Shows figures of somebody's own on the page "Own history". */
export async function showHistory(page: Page, rows: readonly string[]): Promise<void> {
  await page.getByLabel('Dates and values').fill(rows.join('\n'));
  await page.getByRole('button', { name: 'Show the chart' }).click();
}

/** Twelve months, of which the last is more than chance. */
export const OWN_MONTHS: readonly string[] = [8, 14, 8, 14, 8, 14, 8, 14, 8, 14, 8, 40].map(
  (value, i) => `2026-${String(i + 1).padStart(2, '0')}\t${value}`,
);

/** Presents the results and steps to a card; every step is drawn before the next. */
export async function presentCard(page: Page, card: string): Promise<void> {
  const bar = page.locator('.present-bar');
  await goTo(page, 'Compare');
  await page.getByRole('button', { name: 'Present' }).click();
  for (let step = 1; ; step++) {
    await bar.filter({ hasText: new RegExp(`^${step} of`) }).waitFor();
    if ((await page.locator(`${card}.presented`).count()) > 0) return;
    await page.keyboard.press('ArrowRight');
  }
}

/** Makes the project: base, winter, exactly these plans; then number of winters and seed phrase. */
export async function choose(page: Page, wanted: Wanted): Promise<void> {
  await goTo(page, 'Scenarios');
  await page.getByLabel('Base hospital').selectOption(wanted.system);
  await page.getByLabel('Winter to simulate').selectOption(wanted.winter);
  const remove = page.getByRole('button', { name: /^Remove/ });
  while ((await remove.count()) > 0) await remove.first().click();
  for (const plan of wanted.plans) await addPlan(page, plan);
  await chooseRun(page, wanted);
}

/** Adds a plan of the library. */
export async function addPlan(page: Page, plan: string): Promise<void> {
  await page.getByLabel('Plan to add').selectOption(plan);
  await page.getByRole('button', { name: 'Add plan' }).click();
}

/** Fills in how the project is run. */
export async function chooseRun(
  page: Page,
  { replications, seed }: Pick<Wanted, 'replications' | 'seed'>,
): Promise<void> {
  await goTo(page, 'Run');
  await page.getByLabel('Number of winters').fill(String(replications));
  await page.getByLabel('Seed phrase').fill(seed);
}

/** Presses Run on its page and waits for the end. */
export async function run(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.locator('#progress').waitFor();
  await ended(page);
}

/** Waits until nothing runs, and goes to where results are shown. */
export async function ended(page: Page): Promise<void> {
  await page.locator('#progress').waitFor({ state: 'detached', timeout: 240_000 });
  await goTo(page, 'Compare');
  const heading = page.getByRole('heading', { name: 'Results', exact: true });
  await heading.waitFor({ timeout: 90_000 });
  await drawn(page);
}

/** Saves a file of the results and reads it as text. */
export async function download(page: Page, name: string): Promise<string> {
  return (await downloadBytes(page, name)).toString('utf8');
}

/** Saves a file of the results and reads it. */
export async function downloadBytes(page: Page, name: string): Promise<Buffer> {
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Download ${name}` }).click(),
  ]);
  return readFileSync(await saved.path());
}

/** The texts of the rows of a table, cell by cell, without its header. */
export function tableRows(page: Page, id: string): Promise<string[][]> {
  return page
    .locator(`#${id} tbody tr`)
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').trim())),
    );
}
