// test/web/history.test.ts: the page "Own history" with figures that are read, and some that are not.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faults } from './axe.js';
import { OWN_MONTHS, showHistory } from './form.js';
import { openSite, openWatched, type Site } from './site.js';

let site: Site;

beforeAll(async () => {
  site = await openSite();
}, 200_000);
afterAll(() => site.close());

describe('own history', () => {
  it('is reached from Start, shows a chart with its words, and keeps it when the next text is refused', async () => {
    const { page, misdeeds } = await openWatched(site, { viewport: { width: 360, height: 800 } });
    await page.goto(site.url);
    await page.getByRole('link', { name: 'Own history' }).click();
    await page.getByLabel('What they measure').fill('Occupied beds');
    await page.getByLabel('Which way is better').selectOption('lower');
    await showHistory(page, OWN_MONTHS);
    const headline = page.locator('#xmr-headline');
    await headline.waitFor();
    expect(await headline.textContent()).toBe(
      'Occupied beds: 1 of 12 values are more than chance, the last on 1 Dec 2026',
    );
    await showHistory(page, ['2026-01\tmany']);
    await page.getByText('Line 1: the value is "many"; allowed: a number.').waitFor();
    expect(await headline.count()).toBe(1);
    expect(await faults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
    expect(misdeeds).toEqual([]);
    await page.context().close();
  }, 120_000);
});
