// test/web/results-pages.test.ts: Explore, Board pack and Model in a real browser: their numbers are those
// of the headless batch, and what is saved can be read back.

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import readExcelFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withinOutcome } from '../../sim/outcomes/department-time.js';
import { OUTCOME_KEYS, outcomeOf } from '../../sim/outcomes/keys.js';
import { DEPARTMENT_HOURS } from '../../sim/outcomes/keys-time-in-department.js';
import { DAY_SHARES } from '../../sim/outcomes/single-winters.js';
import { differenceText, plainValue } from '../../sim/outcomes/words.js';
import { resolve } from '../../sim/scenario/resolve.js';
import type { Batch } from '../../web/charts/batch.js';
import { flowsOf } from '../../web/charts/flow-card.js';
import { patientsOn } from '../../web/charts/flow-chart.js';
import type { Beyond } from '../../web/export/beyond.js';
import { boardPack } from '../../web/export/board-pack.js';
import { ALL_SLIDES } from '../../web/export/pack-choices.js';
import { winterSource } from '../../web/state/beyond.js';
import { batchOf, library } from '../model/batches.js';
import { faults as faultsShown, openAll } from './axe.js';
import { choose, chooseRun, goTo, goToAddress, run, tableRows } from './form.js';
import { type Headless, headless } from './headless.js';
import { layoutAt } from './layout.js';
import { openIdle, openSite, openWatched, type Site, type WatchedPage } from './site.js';

const WANTED = {
  system: 'lister-2017-18',
  winter: 'typical-flu',
  plans: ['discharge-to-assess', 'escalation-beds-24'],
  replications: 3,
  seed: 'pages of results',
};
const DAYS = OUTCOME_KEYS.indexOf('daysOver92Count');
/** Charts and tables, which axe sees on the pages that they are from. */
const SEEN = ['.card-figure', '.data-table'];

let site: Site;
let opened: WatchedPage;
let page: Page;
let expected: Headless;
let batch: Batch;

beforeAll(async () => {
  site = await openSite();
  opened = await openIdle(site, { viewport: { width: 1280, height: 900 } });
  page = opened.page;
  page.setDefaultTimeout(20_000);
  await choose(page, WANTED);
  await chooseRun(page, WANTED);
  await run(page);
  expected = await headless(WANTED);
  const { summary, fans, singles } = expected;
  batch = { summary, fans, singles, bankHolidays: [] };
}, 300_000);

afterAll(() => site?.close());

/**
 * What axe finds on the page that is shown, with all that opens opened.
 * @param but parts that were looked at elsewhere
 */
async function faults(of: Page, but: readonly string[] = []): Promise<string[]> {
  await openAll(of);
  return faultsShown(of, { but, moves: (await of.getByRole('progressbar').count()) > 0 });
}

const show = (view: string): Promise<void> => goToAddress(page, `explore?view=${view}`);

/** The plans together and single winters, simulated without a browser. */
async function beyond(): Promise<Beyond> {
  const { system, winter, plans, replications, seed } = WANTED;
  const asked = [[], ...plans.map((plan) => [plan]), [...plans]];
  const scenarios = asked.map((of) => resolve(library, { system, winter, plans: of }));
  const { scenarios: runs, dates } = await batchOf(scenarios, { replications, seed });
  const [base, ...others] = runs;
  return {
    together: { base, alone: others.slice(0, -1), together: others[others.length - 1] },
    winters: winterSource({ runs: runs.slice(0, -1), dates }),
  };
}

async function saved(of: Page, press: () => Promise<void>): Promise<Buffer> {
  const [file] = await Promise.all([of.waitForEvent('download'), press()]);
  return readFileSync(await file.path());
}

describe('Explore', () => {
  it('draws the flow of the headless batch, and its difference from the base', async () => {
    await show('flow');
    await page.getByLabel('Show').selectOption('1');
    const [base, plan] = flowsOf(batch) ?? [];
    const drawn = await page
      .locator('#flow [data-patients]')
      .evaluateAll((bands) =>
        bands.map((band) => [
          band.getAttribute('data-from'),
          band.getAttribute('data-to'),
          Number(band.getAttribute('data-patients')),
        ]),
      );
    expect(drawn.length).toBe(plan.links.length);
    for (const { from, to, patients } of plan.links) {
      expect(drawn).toContainEqual([from, to, patients]);
    }
    const rows = await tableRows(page, 'flow-table');
    const died = rows.find(([name]) => name === 'A bed to Died');
    expect(died?.[1]).toBe(plainValue(patientsOn(plan, 'bed', 'died'), 'count'));
    expect(died?.[2]).toBe(plainValue(patientsOn(base, 'bed', 'died'), 'count'));
  });

  it('draws the time in A&E of the headless batch, which rises to the 4-hour standard and on', async () => {
    await show('waits');
    const drawn = await page
      .locator('#time-in-department [data-shares]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-shares')));
    const shares = expected.summary.scenarios.map(({ outcomes }) =>
      DEPARTMENT_HOURS.map((hours) => outcomes[withinOutcome(hours)].p50 ?? Number.NaN),
    );
    expect(drawn).toEqual(shares.map((curve) => curve.join(' ')));
    for (const curve of shares) {
      expect([...curve].sort((a, b) => a - b)).toEqual(curve);
      expect(new Set(curve).size).toBe(curve.length);
    }
    const rows = await tableRows(page, 'time-in-department-table');
    expect(rows.find(([hours]) => hours === '4 hours')?.[1]).toBe(
      plainValue(shares[0][3], 'share'),
    );
  });

  it('says why a day of a winter was over 92 %, by keyboard, with that winter’s numbers', async () => {
    await show('winter');
    const slider = page.getByLabel('Day', { exact: true });
    await slider.focus();
    await page.keyboard.press('Home');
    expect(await page.locator('#day-story-heading').textContent()).toContain('1 Oct 2017');
    await page.getByLabel('Day, as a date').fill('2018-01-08');
    const words = (await page.locator('#day-story-words').textContent()) ?? '';
    const [, occupied, open] = /(\d+) of (\d+) open beds were occupied/.exec(words) ?? [];
    const table = await tableRows(page, 'one-winter-table');
    const day = table.find(([date]) => date === '8 Jan 2018');
    expect(day?.slice(1, 3)).toEqual([occupied, open]);
    const figures = await tableRows(page, 'day-figures');
    expect(figures.find(([name]) => name.startsWith('Beds occupied'))?.[1]).toBe(occupied);
    expect(figures.find(([name]) => name === 'Attendances')?.[1]).toBe(day?.[4]);
  });

  it('simulates the plans together, and its bars add up', async () => {
    await show('together');
    await page.getByRole('button', { name: 'Simulate 3 winters of each' }).click();
    await page.locator('#waterfall').waitFor({ timeout: 60_000 });
    const ends = await page
      .locator('#waterfall [data-to]')
      .evaluateAll((bars) => bars.map((bar) => Number(bar.getAttribute('data-to'))));
    const days = expected.summary.scenarios.map(({ outcomes }) => outcomes.daysOver92Count.mean);
    const alone = expected.summary.differences.map(({ outcomes }) => outcomes.daysOver92Count);
    expect(ends[0]).toBeCloseTo(days[0] ?? 0, 9);
    expect(ends[1]).toBeCloseTo((days[0] ?? 0) + (alone[0].mean ?? 0), 9);
    expect(ends[2]).toBeCloseTo(ends[1] + (alone[1].mean ?? 0), 9);
    expect(ends[3]).toBeCloseTo(ends[4], 9); // the interaction leads to all together
    expect(await faults(page)).toEqual([]);
  });

  it('can be stopped while it simulates what drives the results', async () => {
    await show('drivers');
    await page.getByLabel('Winters at each end').selectOption('50');
    await page.getByRole('button', { name: 'Simulate the drivers' }).click();
    await page.getByRole('progressbar').waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('progressbar').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Simulate the drivers' }).waitFor();
  });

  it('says what a half-width needs, and answers what is no number', async () => {
    await show('precision');
    const field = page.getByLabel(/^Wanted/);
    await field.fill('1,000');
    await page.getByText('Give a number above 0').waitFor();
    await field.fill('5');
    const rows = await tableRows(page, 'precision-table');
    expect(rows.map(([name]) => name)).toEqual(expected.summary.scenarios.map(({ name }) => name));
  });
});

describe('Board pack', () => {
  it('has a page for each message, with the numbers of the headless batch', async () => {
    await goTo(page, 'Board pack');
    // The plans together were simulated on Explore; one winter is a page when somebody wants it.
    await page.locator('[data-missing="drivers"] a').waitFor();
    expect(await page.locator('[data-missing="waterfall"]').count()).toBe(0);
    await page.getByLabel(/^Include: In this winter/).check({ force: true });
    const slides = boardPack(batch, [], await beyond(), ALL_SLIDES).filter(
      ({ id }) => id !== 'breach',
    );
    const shown = await page
      .locator('.pack-page')
      .evaluateAll((pages) => pages.map((one) => one.getAttribute('data-slide')));
    expect(shown).toEqual(slides.map(({ id }) => id));
    const headlines = await page.locator('.pack-page .card-headline').allTextContents();
    expect(headlines).toEqual(slides.map(({ headline }) => headline));
    expect(await faults(page, SEEN)).toEqual([]);
    expect(await layoutAt(page, 320)).toEqual({ width: 320, cut: [] });
    await layoutAt(page, 1280);
  });

  it('leaves out what is not wanted, and marks a headline whose numbers are not in the results', async () => {
    await page.getByLabel(/^Include: What this rests on/).uncheck({ force: true });
    expect(await page.locator('.pack-page[data-slide="assumptions"]').count()).toBe(0);
    const field = page.getByLabel('Headline of the page occupancy');
    await field.fill('Escalation beds would end all 171.3 days over 92 %.');
    const problem = 'The results do not hold this number: 171.3.';
    await page.getByText(problem, { exact: true }).waitFor();
    expect(await page.locator('.pack-warning').textContent()).toContain(problem);
    await field.fill('Too many days over 92 %');
    await page.getByText('Too many days over 92 %', { exact: true }).waitFor();
    expect(await page.locator('#pack-occupancy-headline').textContent()).toBe(
      'Too many days over 92 %',
    );
    expect(await faults(page, SEEN)).toEqual([]);
  });

  it('is saved as PowerPoint with the chosen pages, headlines and a stamp on each', async () => {
    const press = () => page.getByRole('button', { name: 'PowerPoint' }).click();
    const files = unzipSync(await saved(page, press));
    const slides = Object.keys(files).filter((path) => /slides\/slide\d+\.xml$/.test(path));
    expect(slides).toHaveLength(await page.locator('.pack-page').count());
    const { hash } = expected.summary.scenarios[0];
    const { together } = await beyond();
    const all = together?.together.replications.map(({ outcomes }) => outcomes[DAYS]) ?? [];
    const mean = all.reduce((sum, days) => sum + days, 0) / all.length;
    const bars = Object.entries(files).filter(
      ([path, content]) =>
        /charts\/chart\d+\.xml$/.test(path) &&
        strFromU8(content).includes('<c:barChart>') &&
        strFromU8(content).includes(`<c:v>${mean}</c:v>`),
    );
    expect(bars, 'the waterfall ends at the headless mean of all plans').toHaveLength(1);
    for (const path of slides) {
      const text = strFromU8(files[path]);
      expect(text).toContain(`scenario ${hash.slice(0, 12)}`);
      expect(text).toContain('seed “pages of results” · 3 simulated winters');
    }
    const occupancy = strFromU8(files['ppt/slides/slide2.xml']);
    expect(occupancy).toContain('Too many days over 92 %');
    const table = strFromU8(files['ppt/slides/slide5.xml']).replace(/&amp;/g, '&');
    const { differences } = expected.summary;
    const change = differenceText(
      differences[0].outcomes.daysOver92Count,
      outcomeOf('daysOver92Count'),
    );
    expect(table).toContain(change);
    const needed = expected.singles[0].bedsNeeded[DAY_SHARES.indexOf(0.95)];
    const chart = Object.entries(files).find(
      ([path, content]) =>
        /charts\/chart\d+\.xml$/.test(path) &&
        strFromU8(content).includes(`<c:v>${Math.max(...needed)}</c:v>`),
    );
    expect(chart, 'the curve of beds reaches the most that a winter needs').toBeDefined();
  });

  it('is saved as Excel whose cells are the summary', async () => {
    const press = () => page.getByRole('button', { name: 'Excel' }).click();
    const book = await readExcelFile(await saved(page, press));
    const rows = book.find(({ sheet }) => sheet === 'Outcomes')?.data ?? [];
    const [base] = expected.summary.scenarios;
    const found = rows.find(([name, key]) => name === base.name && key === 'dischargesAliveCount');
    expect(found?.[4]).toBe(base.outcomes.dischargesAliveCount.mean);
    const beds = book.find(({ sheet }) => sheet === 'Beds needed')?.data ?? [];
    expect(beds.slice(1, 4).map((row) => row.slice(2))).toEqual(
      [0, 1, 2].map((winter) => expected.singles[0].bedsNeeded.map((of) => of[winter])),
    );
  });

  it('is saved as one HTML file that needs nothing, reads well and prints a page for each message', async () => {
    const press = () => page.getByRole('button', { name: 'One HTML file' }).click();
    const [file] = await Promise.all([page.waitForEvent('download'), press()]);
    const path = `${await file.path()}.html`;
    await file.saveAs(path);
    const { page: alone, misdeeds } = await openWatched(site);
    await alone.goto(pathToFileURL(path).href);
    expect(await alone.locator('.pack-page .card-headline').nth(1).textContent()).toBe(
      'Too many days over 92 %',
    );
    const pages = await alone.locator('.pack-page').count();
    const pdf = (await alone.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(pages);
    await openAll(alone);
    expect(await faultsShown(alone, { but: ['.card-figure'] })).toEqual([]);
    await alone.setViewportSize({ width: 320, height: 700 });
    expect(await alone.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(misdeeds).toEqual([]);
    await alone.context().close();
  });

  it('prints one message a page on A4 landscape', async () => {
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const pages = await page.locator('.pack-page').count();
    expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(pages);
    expect(pdf).toMatch(/\/MediaBox \[0 0 84[12][.\d]* 59[45]/);
  });

  it('has every chart as SVG, PNG and CSV with its headline, source and numbers', async () => {
    const card = page.locator('#pack-differences');
    const press = (name: string) => () => card.getByRole('button', { name }).click();
    const svg = (await saved(page, press('SVG'))).toString('utf8');
    const headline = (await card.locator('.card-headline').textContent()) ?? '';
    expect(svg.startsWith('<svg ')).toBe(true);
    expect(svg).toContain(headline.split(' ').slice(0, 4).join(' '));
    expect(svg).toContain(`scenario ${expected.summary.scenarios[0].hash.slice(0, 12)}`);
    const png = await saved(page, press('PNG'));
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    const csv = (await saved(page, press('table (CSV)'))).toString('utf8');
    const { outcomes } = expected.summary.differences[0];
    expect(csv).toContain(
      differenceText(outcomes.electivesCancelledCount, outcomeOf('electivesCancelledCount')),
    );
  });
});

describe('Model', () => {
  it('says what the model rests on', async () => {
    await goTo(page, 'Model');
    const all = await page.locator('#assumptions-table tbody tr').count();
    await page.getByLabel('Confidence').selectOption('assumed');
    const assumed = await page.locator('#assumptions-table tbody tr').count();
    expect(assumed).toBeGreaterThan(0);
    expect(assumed).toBeLessThan(all);
    await page.getByLabel('Words in name or source').fill('no such words');
    await page.getByText(`0 of ${all} entries`).waitFor();
  });
});

it('nothing of this breaks the policy or asks another origin', () => {
  expect(opened.misdeeds).toEqual([]);
});
