// test/web/history.test.ts: the page "Own history" with figures that are read, and some that are not.

import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
    const rows = [8, 14, 8, 14, 8, 14, 8, 14, 8, 14, 8, 40].map(
      (value, i) => `2026-${String(i + 1).padStart(2, '0')}\t${value}`,
    );
    const figures = page.getByLabel('Dates and values');
    await figures.fill(rows.join('\n'));
    await page.getByRole('button', { name: 'Show the chart' }).click();
    const headline = page.locator('#xmr-headline');
    await headline.waitFor();
    expect(await headline.textContent()).toBe(
      'Occupied beds: 1 of 12 values are more than chance, the last on 1 Dec 2026',
    );
    await figures.fill('2026-01\tmany');
    await page.getByRole('button', { name: 'Show the chart' }).click();
    await page.getByText('Line 1: the value is "many"; allowed: a number.').waitFor();
    expect(await headline.count()).toBe(1);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
    expect(misdeeds).toEqual([]);
    await page.screenshot({ path: '.cache/history-360.png', fullPage: true });
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.screenshot({ path: '.cache/history-1280.png', fullPage: true });
    await page.context().close();
  }, 120_000);
});
