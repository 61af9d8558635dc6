// test/web/access.test.ts: the page and the report for everybody: automated WCAG 2.2 AA checks on
// each state, narrow screens, keyboard alone, paper.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanningTable } from '../../sim/outcomes/planning.js';
import type { Summary } from '../../sim/outcomes/summary.js';
import { reportHtml } from '../../web/export/report.js';
import { choose, chooseRun, goTo, run } from './form.js';
import { type Headless, headless } from './headless.js';
import { openIdle, openSite, openWatched, type Site, type WatchedPage } from './site.js';

const WANTED = {
  system: 'lister-2017-18',
  winter: 'flu-2017-18',
  plans: ['discharge-to-assess', 'escalation-beds-24'],
  replications: 2,
  seed: 'for everybody',
};
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let site: Site;
let opened: WatchedPage;
let page: Page;
let batch: Headless;
let folder: string;
let report: string;

beforeAll(async () => {
  site = await openSite();
  folder = mkdtempSync(join(tmpdir(), 'winterflow-access-'));
  batch = await headless(WANTED);
  const { fans } = batch;
  const summary = withSites(batch.summary);
  const file = join(folder, 'report.html');
  const planning = summary.scenarios.map(({ name }) => ({ ...ACTIVITY, scenario: name }));
  const bankHolidays = ['2017-12-25'];
  writeFileSync(file, reportHtml({ summary, fans, models: [], bankHolidays, planning }));
  report = pathToFileURL(file).href;
  opened = await openIdle(site, { viewport: { width: 1280, height: 900 } });
  page = opened.page;
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await site?.close();
});

/** The same batch as if it were of two sites. */
function withSites(summary: Summary): Summary {
  const scenarios = summary.scenarios.map((scenario) => {
    const { outcomes } = scenario;
    return { ...scenario, sites: ['North', 'South'].map((name) => ({ name, outcomes })) };
  });
  return { ...summary, scenarios };
}

const CELLS = ['2017-10', '2017-11', '2017-12'].map(() => ({ mean: 9, low95: 8, high95: 10 }));
const ACTIVITY: Omit<PlanningTable, 'scenario'> = {
  months: ['2017-10', '2017-11', '2017-12'].map((month) => ({ month, days: 30, whole: true })),
  rows: [{ measure: 'E.M.11', name: 'Non-elective spells', unit: 'spells', cells: CELLS }],
};

/** Parts of the results that are the same as when they were looked at last: charts and tables. */
const LOOKED_AT = ['.card-figure', '.data-table'];

/** What axe finds, in short. Of long tables the first rows are looked at: the others are alike. */
async function faults(of: Page, but: readonly string[] = []): Promise<string[]> {
  const axe = new AxeBuilder({ page: of }).withTags(TAGS);
  for (const part of but) axe.exclude(part);
  const { violations } = await axe.exclude('.data-table tbody tr:nth-child(n + 4)').analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`,
  );
}

/** Opens everything that opens, so that it is checked too. */
function openAll(of: Page): Promise<void> {
  return of.locator('details').evaluateAll((all) => {
    for (const one of all) (one as HTMLDetailsElement).open = true;
  });
}

function closeAll(of: Page, within: string): Promise<void> {
  return of.locator(`${within} details`).evaluateAll((all) => {
    for (const one of all) (one as HTMLDetailsElement).open = false;
  });
}

function widthOf(of: Page): Promise<number> {
  return of.evaluate(() => document.documentElement.scrollWidth);
}

describe('axe finds nothing', () => {
  it('on the pages that open first, with all that opens', async () => {
    const { page: fresh, misdeeds } = await openWatched(site);
    await fresh.goto(site.url);
    await fresh.locator('#glance').waitFor();
    await fresh.getByRole('searchbox').fill('wye');
    expect(await faults(fresh)).toEqual([]);
    await goTo(fresh, 'Scenarios');
    await openAll(fresh);
    await fresh.locator('.intervention').first().waitFor();
    expect(await faults(fresh)).toEqual([]);
    await goTo(fresh, 'Inputs');
    await fresh.locator('.inputs').waitFor();
    await openAll(fresh);
    expect(await faults(fresh)).toEqual([]);
    await goTo(fresh, 'Run');
    await fresh.getByLabel('Until precise enough').check();
    expect(await faults(fresh)).toEqual([]);
    expect(misdeeds).toEqual([]);
    await fresh.context().close();
  });

  it('while a run is under way, and while it pauses', async () => {
    await choose(page, { ...WANTED, replications: 400 });
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.locator('#standing').waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('heading', { name: 'Paused' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.locator('#progress').waitFor({ state: 'detached' });
  });

  it('on results with all tables open, stale, and beside errors', async () => {
    await choose(page, WANTED);
    await run(page);
    await openAll(page);
    expect(await faults(page)).toEqual([]);
    await goTo(page, 'Scenarios');
    await page.locator('.plan-card summary').first().click();
    await page.getByLabel('Days to reach full strength').first().fill('--');
    await chooseRun(page, { ...WANTED, replications: 0 });
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.locator('.nhsuk-error-summary').waitFor();
    expect(await faults(page)).toEqual([]);
    await goTo(page, 'Scenarios');
    expect(await faults(page)).toEqual([]);
    await goTo(page, 'Start');
    await page.setInputFiles('#batch-files', [join(folder, 'report.html')]);
    await page.getByText('is missing').waitFor();
    expect(await faults(page, LOOKED_AT)).toEqual([]);
    await goTo(page, 'Compare');
    expect(await faults(page, LOOKED_AT)).toEqual([]);
    await choose(page, WANTED);
  });

  it('of contrast where the machine is set to dark', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    for (const name of ['Start', 'Inputs', 'Scenarios', 'Run', 'Compare']) {
      await goTo(page, name);
      const axe = new AxeBuilder({ page }).withRules(['color-contrast']).exclude('.card-figure');
      const { violations } = await axe.exclude('.data-table').analyze();
      expect(violations.flatMap(({ nodes }) => nodes.map(({ target }) => target))).toEqual([]);
    }
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(background).toBe('rgb(18, 25, 29)');
    await page.emulateMedia({ colorScheme: 'light' });
  });

  it('on the pages of a telephone', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await closeAll(page, '#page-compare'); // with every table open they were looked at above
    for (const name of ['Start', 'Inputs', 'Scenarios', 'Run', 'Compare']) {
      await goTo(page, name);
      expect(await faults(page)).toEqual([]);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it('in the report', async () => {
    const { page: paper, misdeeds } = await openWatched(site);
    await paper.goto(report);
    await openAll(paper);
    expect(await faults(paper)).toEqual([]);
    expect(misdeeds).toEqual([]);
    await paper.context().close();
  });
});

describe('narrow screens', () => {
  // 320 px is also what 1280 px become at a zoom of 400 %.
  it.each([360, 320])(
    'of %d px need no scrolling sideways, nor cut anything off',
    async (width) => {
      await page.setViewportSize({ width, height: 740 });
      for (const name of ['Start', 'Inputs', 'Scenarios', 'Run', 'Compare']) {
        await goTo(page, name);
        await page.waitForTimeout(100);
        expect(await widthOf(page), name).toBe(width);
      }
      const cut = await page.locator('main svg.chart text').evaluateAll((texts, edge) => {
        const right = (text: Element) => text.getBoundingClientRect().right;
        return texts.filter((text) => right(text) > edge).map((text) => text.textContent);
      }, width);
      expect(cut).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 900 });
    },
  );

  it.each([360, 320])('of %d px show the report without scrolling sideways', async (width) => {
    const { page: paper } = await openWatched(site, { viewport: { width, height: 740 } });
    await paper.goto(report);
    expect(await widthOf(paper)).toBe(width);
    await paper.context().close();
  });
});

describe('charts', () => {
  it.each([1280, 360])('cut off no words at %d px', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    await page.waitForTimeout(100);
    const cut = await page.locator('main svg.chart').evaluateAll((charts) =>
      charts.flatMap((chart) => {
        const frame = chart.getBoundingClientRect();
        return [...chart.querySelectorAll('text')]
          .filter((text) => {
            const { left, right, top, bottom } = text.getBoundingClientRect();
            const outside = left < frame.left - 1 || right > frame.right + 1;
            return outside || top < frame.top - 1 || bottom > frame.bottom + 1;
          })
          .map((text) => text.textContent);
      }),
    );
    expect(cut).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
  });
});

describe('the keyboard alone', () => {
  it('chooses, runs, and reaches tables that scroll, with the focus always visible', async () => {
    const { page: keys } = await openWatched(site, { viewport: { width: 1280, height: 900 } });
    await keys.goto(`${site.url}#/scenarios`);
    await keys.locator('#add-plan').waitFor();
    await keys.keyboard.press('Tab');
    expect(await keys.evaluate(() => document.activeElement?.textContent)).toContain('Skip');
    await tabTo(keys, '.plan-card:nth-of-type(2) .plan-card-buttons button:last-child');
    await keys.keyboard.press('Enter');
    await keys.getByRole('heading', { name: 'Plans: 1 of 5' }).waitFor();
    await tabTo(keys, '.next-step a');
    await keys.keyboard.press('Enter');
    await keys.locator('#field-replications').waitFor();
    await tabTo(keys, '#field-replications');
    await keys.keyboard.press('Control+A');
    await keys.keyboard.type('2');
    await tabTo(keys, 'form button[type=submit]');
    await keys.keyboard.press('Enter');
    await keys.getByRole('heading', { name: 'The results are ready' }).waitFor();
    await tabTo(keys, 'a[href="#/compare"].nhsuk-button');
    await keys.keyboard.press('Enter');
    await keys.locator('#occupancy').waitFor();
    await tabTo(keys, '#occupancy details:last-of-type summary');
    await keys.keyboard.press('Enter');
    await tabTo(keys, '#occupancy .table-scroll');
    await keys.keyboard.press('End');
    await keys.waitForFunction(
      () => (document.querySelector('#occupancy .table-scroll')?.scrollTop ?? 0) > 0,
    );
    await keys.context().close();
  });
});

/** Presses Tab until an element has the focus; each stop on the way must be visible. */
async function tabTo(keys: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await keys.keyboard.press('Tab');
    const seen = await keys.evaluate(() => {
      const { activeElement: at } = document;
      if (at === null) return false;
      const style = getComputedStyle(at);
      const label = at.nextElementSibling;
      const around = label === null ? '' : getComputedStyle(label, '::before').boxShadow;
      return style.outlineStyle !== 'none' || style.boxShadow !== 'none' || around !== 'none';
    });
    expect(seen).toBe(true);
    if (await keys.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`Tab does not reach ${selector}.`);
}

describe('paper', () => {
  it('gets the results without the way to other pages, charts as wide as A4', async () => {
    await goTo(page, 'Compare');
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.locator('#four-hour svg[width="700"]').nth(1).waitFor();
    expect(await page.locator('.page-links').isVisible()).toBe(false);
    expect(await page.locator('#headline').isVisible()).toBe(true);
    const widths = await page
      .locator('#four-hour svg')
      .evaluateAll((charts) => charts.map((chart) => Number(chart.getAttribute('width'))));
    expect(new Set(widths)).toEqual(new Set([700]));
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen' });
  });
});

it('nothing of this breaks the policy or asks another origin', () => {
  expect(opened.misdeeds).toEqual([]);
});
