// test/web/refusals.test.ts: what the page does with wrong input, with a run that is stopped, and
// with files: one sentence each, and nothing finished is lost.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPlan, choose, chooseRun, download, drawn, ended, goTo } from './form.js';
import { type Headless, headless } from './headless.js';
import { openIdle, openSite, type Site, type WatchedPage } from './site.js';

/** Enough for a page on a busy machine. */
const SOON = { timeout: 30_000 };

const WANTED = {
  system: 'lister-2017-18',
  winter: 'mild-flu',
  plans: ['escalation-beds-24'],
  replications: 2,
  seed: 'two winters',
};

let site: Site;
let opened: WatchedPage;
let page: Page;
let batch: Headless;
let folder: string;

beforeAll(async () => {
  site = await openSite();
  batch = await headless(WANTED);
  folder = mkdtempSync(join(tmpdir(), 'winterflow-page-'));
  for (const [name, text] of Object.entries(batch.files)) writeFileSync(join(folder, name), text);
  opened = await openIdle(site);
  page = opened.page;
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await site?.close();
});

describe('the form', () => {
  const pressRun = () => page.getByRole('button', { name: 'Run', exact: true }).click();
  const problems = () => page.locator('.nhsuk-error-summary li').allTextContents();

  beforeAll(() => choose(page, WANTED));

  it.each(['1,200', '.5', '', '--', '0', '-5', '1e3', '501', 'abc'])(
    'answers "%s" winters with one sentence and does not run',
    async (typed) => {
      await page.getByLabel('Number of winters').fill(typed);
      await pressRun();
      await expect
        .poll(problems, SOON)
        .toEqual([
          `Number of winters: "${typed}" is not allowed; give a whole number from 1 to 500, without commas.`,
        ]);
      expect(await page.locator('#progress').count()).toBe(0);
    },
  );

  it('says everything that is wrong at once, and leads to each field on its page', async () => {
    await goTo(page, 'Scenarios');
    await addPlan(page, 'discharge-to-assess');
    await page.locator('.plan-card summary').nth(1).click();
    await page.locator('.plan-card').nth(1).getByLabel('Days to reach full strength').fill('1,200');
    await page.getByLabel('Also simulate all plans together').check();
    await chooseRun(page, { ...WANTED, replications: 0 });
    await page.getByLabel('Seed phrase').fill('');
    await pressRun();
    await page.locator('.nhsuk-error-summary').waitFor();
    await expect
      .poll(problems, SOON)
      .toEqual([
        'Number of winters: "0" is not allowed; give a whole number from 1 to 500, without commas.',
        'Seed phrase: give 1 to 200 characters; there are 0.',
        'interventions.discharge-to-assess.rampDays is "1,200"; allowed: a whole number from 0 to 365.',
      ]);
    await page.locator('.nhsuk-error-summary a').nth(1).click();
    await page.waitForFunction(() => document.activeElement?.id === 'field-seed');
    await page.locator('.nhsuk-error-summary a').nth(2).click();
    const ramp = 'field-plan-1.interventions.discharge-to-assess.rampDays';
    await page.waitForFunction((id) => document.activeElement?.id === id, ramp);
    expect(await page.locator(`[id="${ramp}-error"]`).textContent()).toContain(
      'allowed: a whole number',
    );
    for (let step = 0; step < 4; step++) await page.getByRole('button', { name: 'Undo' }).click();
  });

  it('takes the focus to what is wrong', async () => {
    await choose(page, { ...WANTED, seed: 'x'.repeat(201) });
    await pressRun();
    await page.locator('.nhsuk-error-summary').waitFor();
    const focused = () => document.activeElement?.classList.contains('nhsuk-error-summary');
    expect(await page.evaluate(focused)).toBe(true);
    await expect
      .poll(problems, SOON)
      .toEqual(['Seed phrase: give 1 to 200 characters; there are 201.']);
  });
});

describe('inputs', () => {
  const area = () => page.locator('.inputs');
  const yaml = () => page.locator('pre.yaml').textContent();

  it('get the sentence of the command line beside the field and in the summary', async () => {
    await goTo(page, 'Inputs');
    const medical = area().getByRole('group', { name: 'Medical' }).getByRole('textbox');
    await medical.fill('1,200');
    await medical.blur();
    const sentence =
      'beds.medical.core is "1,200"; allowed: a whole number from 0 to 5000; did you mean 1200?';
    await expect
      .poll(() => page.locator('#page-inputs .nhsuk-error-summary li').allTextContents(), SOON)
      .toEqual([sentence]);
    const inline = page.locator('[id="field-input.beds.medical.core-error"]');
    expect(await inline.textContent()).toBe(`Error: ${sentence}`);
    await medical.fill('200');
    await medical.blur();
    await page.locator('#page-inputs .nhsuk-error-summary').waitFor({ state: 'detached' });
    expect(await yaml()).toContain('changes:\n  beds:\n    medical:\n      core: 200\n');
    await area().getByText('It was 186.').waitFor();
  });

  it('are pasted from a spreadsheet: beds by week, and a list into its field', async () => {
    const box = page.getByLabel('Paste another plan from a spreadsheet');
    await box.fill('02/10/2017\t560\n13/31/2017\t570');
    await page.getByRole('button', { name: 'Use these beds' }).click();
    await page
      .locator('#beds-weeks-error')
      .filter({ hasText: 'Line 2, “13/31/2017 570”, is not' })
      .waitFor();
    expect(await box.inputValue()).toContain('13/31/2017');
    await box.fill('02/10/2017\t570\n01/01/2018\t590');
    await page.getByRole('button', { name: 'Use these beds' }).click();
    await page.getByRole('heading', { name: 'Planned beds by week: 564 to 590' }).waitFor();
    await area().getByRole('button', { name: 'Back to the values' }).click();
    await page.getByRole('heading', { name: 'Planned beds by week: 550', exact: true }).waitFor();
    await page.getByRole('link', { name: 'Planned admissions' }).click();
    await area().getByRole('heading', { name: 'Planned admissions', exact: true }).waitFor();
    const week = area().getByRole('textbox').first();
    await week.evaluate((field) => {
      const data = new DataTransfer();
      data.setData('text/plain', '10\t11\t12\t13\t14\t1\t2');
      field.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await expect.poll(() => week.inputValue(), SOON).toBe('[ 10, 11, 12, 13, 14, 1, 2 ]');
    expect(await area().locator('svg').first().getAttribute('aria-label')).toContain(
      '10, 11, 12, 13, 14, 1, 2',
    );
    await area().getByRole('button', { name: 'Back to the values' }).click();
    expect(await yaml()).not.toContain('changes');
  });
});

describe('a run that is stopped', () => {
  it('keeps the winters that are finished, and says how many', async () => {
    await choose(page, { ...WANTED, plans: [], replications: 500 });
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByRole('heading', { name: 'First results are there' }).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await ended(page);
    const notice = (await page.locator('.results .notice').textContent()) ?? '';
    const kept = Number(/^Stopped early: (\d+) of 500 winters/.exec(notice)?.[1]);
    expect(kept).toBeGreaterThanOrEqual(3);
    expect(JSON.parse(await download(page, 'summary.json')).replications).toBe(kept);
  });

  it('says that its results are old when an input changes', async () => {
    expect(await page.locator('#stale').count()).toBe(0);
    await chooseRun(page, { ...WANTED, seed: 'another' });
    await goTo(page, 'Compare');
    expect(await page.locator('#stale').textContent()).toContain('Inputs changed since this run');
  });

  it('has nothing to show when its workers cannot start, and says so', async () => {
    const other = await openIdle(site);
    await other.page.route('**/browser-worker*', (route) => route.abort());
    await choose(other.page, WANTED);
    await other.page.getByRole('button', { name: 'Run', exact: true }).click();
    await other.page.getByText('winters failed; the first was replication 0').waitFor();
    await other.page.context().close();
  });
});

describe('files of a headless batch', () => {
  const problem = () => page.locator('#batch-files-error');
  const choosing = async (...files: string[]) => {
    await goTo(page, 'Start');
    await page.setInputFiles(
      '#batch-files',
      files.map((name) => join(folder, name)),
    );
  };
  beforeAll(() => goTo(page, 'Start'));
  const extra = (name: string, text: string | Buffer): string => {
    writeFileSync(join(folder, name), text);
    return name;
  };

  it('dropped as a folder are shown', async () => {
    await page.evaluate(
      ([summary, daily]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([summary], 'summary.json'));
        transfer.items.add(new File([daily], 'daily.csv'));
        transfer.items.add(new File(['kept out'], 'manifest.json'));
        const place = document.querySelector('.load-batch');
        place?.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }));
      },
      [batch.files['summary.json'], batch.files['daily.csv']],
    );
    await page.getByText('Loaded from summary.json and daily.csv').waitFor();
    await drawn(page);
    const days = page.locator('[data-outcome="daysOver92Count"] td').first();
    const { mean } = batch.summary.scenarios[0].outcomes.daysOver92Count;
    expect(await days.textContent()).toContain(String(Math.round(mean ?? Number.NaN)));
    expect(await problem().textContent()).toBe('');
  });

  it('chosen with the file field are shown', async () => {
    await choosing('daily.csv', 'summary.json');
    await page.getByText('2 winters of each scenario, seed phrase “two winters”').waitFor();
  });

  it.each([
    ['one file', () => ['summary.json'], 'daily.csv is missing (given: "summary.json"); choose'],
    [
      'another kind',
      () => [extra('beds.xlsx', 'PK')],
      'summary.json is missing (given: "beds.xlsx")',
    ],
    [
      'a file cut short',
      () => [extra('summary-cut.json', batch.files['summary.json'].slice(0, 900)), 'daily.csv'],
      'summary.json is not JSON, or breaks off before its end.',
    ],
    [
      'JSON of something else',
      () => [extra('summary-other.json', '[]'), 'daily.csv'],
      'summary.json does not hold the summary of a batch.',
    ],
    [
      'another table',
      () => ['summary.json', extra('daily-other.csv', 'a;b\n1;2\n')],
      'daily.csv:1: the header is not',
    ],
    ['two of a kind', () => ['summary.json', 'summary-other.json', 'daily.csv'], 'both look like'],
  ] as const)('that are wrong (%s) get one sentence', async (_, files, sentence) => {
    await choosing(...files());
    await page.getByText(sentence).waitFor();
    expect((await problem().textContent())?.match(/[.;] [A-Z]/g) ?? []).toEqual([]);
    await goTo(page, 'Compare');
    await page.getByText('Loaded from summary.json and daily.csv').waitFor();
  });

  it('that carry markup or a formula in a name are shown as text', async () => {
    const names = ['<script>alert(1)</script>', '=HYPERLINK("http://elsewhere")'];
    const renamed = (text: string, quote: (name: string) => string) =>
      batch.summary.scenarios.reduce(
        (all, { name }, i) => all.replaceAll(quote(name), quote(names[i])),
        text,
      );
    mkdirSync(join(folder, 'odd'), { recursive: true });
    const json = renamed(batch.files['summary.json'], (name) => JSON.stringify(name));
    const lines = batch.files['daily.csv'].split('\n').map((line) => {
      const at = batch.summary.scenarios.findIndex(
        ({ name }) => line.startsWith(`${name},`) || line.startsWith(`"${name}",`),
      );
      const old = batch.summary.scenarios[at]?.name;
      return at < 0 ? line : line.replace(line.startsWith('"') ? `"${old}"` : old, csv(names[at]));
    });
    writeFileSync(join(folder, 'odd/summary.json'), json);
    writeFileSync(join(folder, 'odd/daily.csv'), lines.join('\n'));
    await choosing('odd/summary.json', 'odd/daily.csv');
    await page.getByRole('columnheader', { name: names[1] }).first().waitFor();
    expect(await page.locator('main script').count()).toBe(0);
  });
});

it('nothing of this breaks the policy or asks another origin', () => {
  expect(opened.misdeeds).toEqual([]);
});

function csv(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
