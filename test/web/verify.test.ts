// test/web/verify.test.ts: the page "Verification" in a browser: the reference run, checks with the
// figures of Node, cancelling, both pages side by side, and use by everybody.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QUICK } from '../../sim/verification/check.js';
import { runReference } from '../../sim/verification/self-check.js';
import { checksOf, reportOf, runCases } from '../../sim/verification/verify.js';
import { library } from '../model/batches.js';
import { faults } from './axe.js';
import { goTo } from './form.js';
import { openIdle, openSite, openWatched, type Site, type WatchedPage } from './site.js';

const ONLY = ['V1', 'V23'];

let site: Site;
let opened: WatchedPage;
let page: Page;

beforeAll(async () => {
  site = await openSite();
  opened = await openWatched(site, { viewport: { width: 1280, height: 900 } });
  page = opened.page;
  await page.goto(`${site.url}#/verification?only=${ONLY.join()}`);
});

afterAll(async () => {
  await site?.close();
});

function runButton(of: Page) {
  return of.getByRole('button', { name: 'Run the checks' });
}

describe('the self-check', () => {
  it('says at once that this browser reproduces the reference run, with the hash of Node', async () => {
    await page.getByText('This browser reproduces the reference run to the last digit.').waitFor();
    const { results } = runReference(library);
    expect(await page.locator('#hash-found').textContent()).toBe(results);
    expect(await page.locator('#hash-expected').textContent()).toBe(results);
  });
});

describe('the checks', () => {
  it('are those that the address asks for, which the page says', async () => {
    expect(await page.locator('#checks-only').textContent()).toContain('V1, V23 only');
    await page.getByText(`npx winterflow verify --only ${ONLY.join()}`, { exact: true }).waitFor();
  });

  it('give figure by figure what Node gives for the same seed, to the last digit', async () => {
    await runButton(page).click();
    await page.locator('.checks-last').waitFor();
    const setting = { length: QUICK, seed: 'winterflow', library, serviceFactor: 1 };
    const report = reportOf([...runCases(checksOf(ONLY), setting)]);
    const findings = report.checks.flatMap((check) => check.findings);
    const rows = await page.locator('#checks-table .finding').evaluateAll((all) =>
      all.map((row) => ({
        header: row.querySelector('th')?.textContent,
        simulated: Number(row.querySelector('data')?.value),
        verdict: row.lastElementChild?.textContent,
      })),
    );
    expect(rows).toEqual(
      findings.map(({ title, figure, simulated, verdict }) => ({
        header: `${title}: ${figure}`,
        simulated,
        verdict,
      })),
    );
    expect(await page.locator('.checks-last').textContent()).toBe(
      `${findings.length} of ${findings.length} findings hold. 2 of 2 checks hold.`,
    );
  });

  it('that do not exist are refused with the names of those that do', async () => {
    const { page: other, misdeeds } = await openWatched(site);
    await other.goto(`${site.url}#/verification?only=V99`);
    await runButton(other).click();
    await other.getByText('There is no check "V99"; known: V1, V2').waitFor();
    expect(misdeeds).toEqual([]);
    await other.context().close();
  });

  it('appear as they end, and what has ended stays when the rest is cancelled', async () => {
    const { page: other, misdeeds } = await openWatched(site);
    await other.goto(`${site.url}#/verification`);
    await runButton(other).click();
    await other.locator('[data-check="V1"]').waitFor();
    expect(await other.locator('#checks-progress p').textContent()).toMatch(
      /^\d+ of \d+ cases simulated\. Now: V\d+ ./,
    );
    await other.getByRole('button', { name: 'Cancel' }).click();
    const last = (await other.locator('.checks-last').textContent()) ?? '';
    const [, ended, count, holding] =
      /^Stopped after (\d+) of (\d+) checks\. (\d+ of \d+) findings hold\./.exec(last) ?? [];
    expect(Number(ended)).toBeLessThan(Number(count));
    expect(Number(count)).toBe(checksOf().length);
    const rows = await other.locator('#checks-table .finding').count();
    expect(holding).toBe(`${rows} of ${rows}`);
    await other.waitForFunction(() => document.activeElement?.textContent === 'Run the checks');
    expect(misdeeds).toEqual([]);
    await other.context().close();
  });
});

describe('the pages', () => {
  it('keep what was chosen, run and shown on them while the other is read', async () => {
    const { page: both, misdeeds } = await openIdle(site);
    await goTo(both, 'Run');
    await both.getByLabel('Seed phrase').fill('kept');
    await both.getByRole('link', { name: 'Model', exact: true }).click();
    await both.getByRole('link', { name: /^See the checks/ }).click();
    await both.getByRole('heading', { name: 'Verification', level: 1 }).waitFor();
    await both.waitForFunction(() => document.title === 'Winterflow: verification');
    await both.waitForFunction(() => document.activeElement?.textContent === 'Verification');
    expect(await both.getByLabel('Seed phrase').isVisible()).toBe(false);
    await both.getByText('This browser reproduces').waitFor();
    await goTo(both, 'Run');
    await both.getByLabel('Seed phrase').waitFor();
    expect(await both.getByLabel('Seed phrase').inputValue()).toBe('kept');
    expect(await both.title()).toBe('Winterflow: run the winters');
    expect(misdeeds).toEqual([]);
    await both.context().close();
  });

  it('say in the navigation which one is shown', async () => {
    expect(await page.locator('nav [aria-current="page"]').allTextContents()).toEqual(['Model']);
  });

  it('stay in the address when the keyboard skips to the contents', async () => {
    const before = page.url();
    await page.locator('.nhsuk-skip-link').focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction((url) => location.href === url, before);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Verification');
  });
});

describe('everybody', () => {
  it('can use the page: axe finds nothing, headings go down one by one', async () => {
    expect(await faults(page)).toEqual([]);
    const levels = await page
      .getByRole('heading')
      .evaluateAll((all) => all.map(({ tagName }) => tagName));
    expect(levels).toEqual(['H1', 'H2', 'H2']);
  });

  it.each([360, 320])('needs no scrolling sideways at %d px', async (width) => {
    await page.setViewportSize({ width, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await faults(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it('reaches the findings and scrolls them with the keyboard alone', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.locator('#page-verification button').first().focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('table-scroll');
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(
      () => (document.querySelector('.table-scroll')?.scrollLeft ?? 0) > 0,
    );
    await page.setViewportSize({ width: 1280, height: 900 });
  });
});

it('nothing of this breaks the policy or asks another origin', () => {
  expect(opened.misdeeds).toEqual([]);
});
