// test/web/access.test.ts: automated checks against WCAG 2.2 AA of every page in every state: nothing
// simulated, under way, paused, done, presented, stale, beside errors, dark, on a telephone.

import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeAll, faults, openAll } from './axe.js';
import {
  ADDRESSES,
  choose,
  chooseRun,
  goTo,
  goToAddress,
  OWN_MONTHS,
  PAGES,
  presentCard,
  run,
  showHistory,
} from './form.js';
import { openIdle, openSite, openWatched, type Site, type WatchedPage } from './site.js';
import { SMALL, WIDE } from './worked.js';

const WANTED = { ...SMALL, seed: 'for everybody' };
/** Parts of the results that are the same as when they were looked at last: charts and tables. */
const LOOKED_AT = ['.card-figure', '.data-table'];
const DARK = { rules: ['color-contrast'], but: LOOKED_AT };
/** What a page of results says of a run that is not finished. */
const firstLook = (of: Page): Locator =>
  of
    .locator('.page:not([hidden])')
    .getByText(/still under way|first look/i)
    .first();
/** Pages whose contents are results; the others look the same in the states of a run. */
const OF_RESULTS = ['compare', 'explore', 'explore?view=winter', 'board-pack'];

let site: Site;
let opened: WatchedPage;
let page: Page;

beforeAll(async () => {
  site = await openSite();
  opened = await openIdle(site, { viewport: WIDE });
  page = opened.page;
  page.setDefaultTimeout(60_000);
}, 300_000);

afterAll(() => site?.close());

describe('axe finds nothing before anything is simulated', () => {
  let fresh: WatchedPage;

  beforeAll(async () => {
    fresh = await openWatched(site);
    // The example never arrives.
    await fresh.page.route('**/*winterflow-example*', () => undefined);
    await fresh.page.goto(site.url);
    await fresh.page.getByRole('searchbox').fill('wye');
  });

  afterAll(() => fresh.page.context().close());

  it.each(PAGES)('on %s, with all that opens', async (name) => {
    const { page: of } = fresh;
    await goToAddress(of, name);
    if (name === 'run') await of.getByLabel('Until precise enough').check();
    await openAll(of);
    if (name === 'scenarios') await of.locator('.intervention').first().waitFor();
    expect(await faults(of)).toEqual([]);
  });

  it('which keeps to the policy', () => expect(fresh.misdeeds).toEqual([]));
});

describe('axe finds nothing while a run', () => {
  it('is under way', async () => {
    await choose(page, { ...WANTED, replications: 400 });
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.locator('#standing').waitFor();
    expect(await faults(page, { moves: true })).toEqual([]);
    await goToAddress(page, 'compare');
    await firstLook(page).waitFor(); // a run that pauses before it has nothing to show
  });

  it.each(['run', ...OF_RESULTS, 'start'])('pauses, on %s', async (name) => {
    await goToAddress(page, name);
    if (name === 'run') {
      await page.getByRole('button', { name: 'Pause' }).click();
      await page.getByRole('heading', { name: 'Paused' }).waitFor();
    } else if (name !== 'start') await firstLook(page).waitFor();
    expect(await faults(page)).toEqual([]);
  });
});

describe('axe finds nothing on results', () => {
  beforeAll(async () => {
    await goTo(page, 'Run');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.locator('#progress').waitFor({ state: 'detached' });
    await choose(page, WANTED);
    await run(page);
    await goToAddress(page, 'history');
    await showHistory(page, OWN_MONTHS);
    await page.locator('#xmr-headline').waitFor();
  });

  it.each(ADDRESSES)('of %s, with all that opens', async (name) => {
    await goToAddress(page, name);
    await openAll(page);
    expect(await faults(page)).toEqual([]);
    await closeAll(page);
  });

  it.each(ADDRESSES)('of %s where the machine is set to dark', async (name) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await goToAddress(page, name);
    expect(await faults(page, DARK)).toEqual([]);
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(background).toBe('rgb(18, 25, 29)');
    await page.emulateMedia({ colorScheme: 'light' });
  });

  it.each(ADDRESSES)('of %s on a telephone', async (name) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await goToAddress(page, name);
    expect(await faults(page, { but: LOOKED_AT })).toEqual([]);
    await page.setViewportSize(WIDE);
  });

  it('that are presented: words, a chart, and dark', async () => {
    for (const card of ['.card', '#occupancy']) {
      await presentCard(page, card);
      expect(await faults(page)).toEqual([]);
      if (card === '.card') await page.keyboard.press('Escape');
    }
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faults(page, { rules: DARK.rules })).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.keyboard.press('Escape');
    await page.locator('.present-bar').waitFor({ state: 'detached' });
  });
});

describe('axe finds nothing beside errors', () => {
  /** In light with all rules, in dark by contrast. */
  async function faultsInBoth(): Promise<string[]> {
    const light = await faults(page, { but: LOOKED_AT });
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await faults(page, DARK);
    await page.emulateMedia({ colorScheme: 'light' });
    return [...light, ...dark];
  }

  it('on Inputs', async () => {
    await goTo(page, 'Inputs');
    const medical = page.getByRole('group', { name: 'Medical' }).getByRole('textbox');
    const before = await medical.inputValue();
    await medical.fill('--');
    await medical.blur();
    await page.locator('#page-inputs .nhsuk-error-summary').waitFor();
    expect(await faultsInBoth()).toEqual([]);
    await medical.fill(before);
    await medical.blur();
  });

  it('on Scenarios and Run', async () => {
    await goTo(page, 'Scenarios');
    await page.locator('.plan-card summary').first().click();
    await page.getByLabel('Days to reach full strength').first().fill('--');
    await chooseRun(page, { ...WANTED, replications: 0 });
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.locator('#page-run .nhsuk-error-summary').waitFor();
    expect(await faultsInBoth()).toEqual([]);
    await goTo(page, 'Scenarios');
    expect(await faultsInBoth()).toEqual([]);
  });

  it('on Start, Own history and Verification', async () => {
    await goTo(page, 'Start');
    const file = { name: 'report.html', mimeType: 'text/html', buffer: Buffer.from('<p>Hello') };
    await page.setInputFiles('#batch-files', file);
    await page.getByText('is missing').waitFor();
    await page.getByLabel('Link to scenarios').fill('no link');
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.locator('#open-link-error:not(:empty)').waitFor();
    expect(await faultsInBoth()).toEqual([]);
    await goToAddress(page, 'history');
    await showHistory(page, ['2026-01\tmany']);
    await page.locator('#history-error:not(:empty)').waitFor();
    expect(await faultsInBoth()).toEqual([]);
    await goToAddress(page, 'verification?only=V999');
    await page.getByText('V999').first().waitFor();
    expect(await faultsInBoth()).toEqual([]);
  });

  it.each(OF_RESULTS)('on %s, which is stale', async (name) => {
    await goToAddress(page, name);
    await page.locator('.page:not([hidden])').getByText('Inputs changed since this run').waitFor();
    expect(await faultsInBoth()).toEqual([]);
  });
});

it('nothing of this breaks the policy or asks another origin', () => {
  expect(opened.misdeeds).toEqual([]);
});
