// test/web/form.ts: what a person does on the page: choose, run, save.

import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Wanted } from './headless.js';

/** Fills the form: base, winter, exactly these plans, number of winters, seed phrase. */
export async function choose(page: Page, wanted: Wanted): Promise<void> {
  await page.getByLabel('Base hospital').selectOption(wanted.system);
  await page.getByLabel('Winter to simulate').selectOption(wanted.winter);
  for (const box of await page.locator('.plan-boxes input').all()) {
    const plan = (await box.getAttribute('id'))?.replace(/^plan-/, '') ?? '';
    await box.setChecked(wanted.plans.includes(plan));
  }
  await page.getByLabel('Number of winters').fill(String(wanted.replications));
  await page.getByLabel('Seed phrase').fill(wanted.seed);
}

/** Presses Run and waits for the end. */
export async function run(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await ended(page);
}

/** Waits until nothing runs and results are shown. */
export async function ended(page: Page): Promise<void> {
  await page.locator('#progress').waitFor({ state: 'detached', timeout: 240_000 });
  const heading = page.getByRole('heading', { name: 'Results', exact: true });
  await heading.waitFor({ timeout: 90_000 });
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
