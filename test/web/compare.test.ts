// test/web/compare.test.ts: the page in a real browser says what the headless batch says.

import { strFromU8, unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outcomeOf } from '../../sim/outcomes/keys.js';
import { DAY_SHARES } from '../../sim/outcomes/single-winters.js';
import { differenceText, estimateText, plainValue } from '../../sim/outcomes/words.js';
import { winterShareText } from '../../web/charts/beds-enough.js';
import { plainSentence } from '../../web/components/headline.js';
import { outcomesShown } from '../../web/components/outcome-table.js';
import { choose, download, downloadBytes, goTo, run, tableRows } from './form.js';
import { EXAMPLE_WANTED, example, type Headless } from './headless.js';
import { openIdle, openSite, type Site, type WatchedPage } from './site.js';

let site: Site;
let opened: WatchedPage;
let expected: Headless;

beforeAll(async () => {
  site = await openSite();
  opened = await openIdle(site, { viewport: { width: 1280, height: 900 } });
  expected = await example();
}, 300_000);

afterAll(() => site?.close());

describe('the example', () => {
  it('is shown at once, with the numbers that the command line gave when the page was built', async () => {
    await goTo(opened.page, 'Start');
    const sentence = await opened.page.locator('#page-start .headline-first').textContent();
    expect(sentence?.replaceAll('\u00a0', ' ')).toBe(plainSentence(expected.summary));
    expect(await medianCells('glance-table')).toEqual(mediansOf('occupancy0800Share'));
    await goTo(opened.page, 'Compare');
    await opened.page.getByText('simulated when this version was built').last().waitFor();
    expect(await medianCells('four-hour-table')).toEqual(mediansOf('within4hWeekShare'));
    await allOutcomesAgree();
  });
});

describe('a run of the example in the browser', () => {
  beforeAll(async () => {
    await choose(opened.page, EXAMPLE_WANTED);
    await run(opened.page);
  }, 300_000);

  it('writes the same files as the headless batch, byte for byte', async () => {
    for (const [name, text] of Object.entries(expected.files)) {
      expect((await download(opened.page, name)) === text, `${name} is equal`).toBe(true);
    }
  });

  it('writes a board pack and a workbook of the same numbers, within its policy', async () => {
    const pack = unzipSync(await downloadBytes(opened.page, 'report.pptx'));
    const slide = strFromU8(pack['ppt/slides/slide1.xml']).replace(/&amp;/g, '&');
    expect(slide).toContain(plainSentence(expected.summary));
    const book = await readExcelFile(Buffer.from(await downloadBytes(opened.page, 'report.xlsx')));
    const rows = book.find(({ sheet }) => sheet === 'Outcomes')?.data ?? [];
    const [base] = expected.summary.scenarios;
    const days = rows.find(([name, key]) => name === base.name && key === 'daysOver92Count');
    expect(days?.slice(4, 7)).toEqual([
      base.outcomes.daysOver92Count.mean,
      base.outcomes.daysOver92Count.low95,
      base.outcomes.daysOver92Count.high95,
    ]);
    expect(opened.misdeeds).toEqual([]);
  });

  it('shows every outcome and difference of the headless batch in its table', async () => {
    await allOutcomesAgree();
  });

  it.each([
    ['occupancy', 'occupancy0800Share'],
    ['four-hour', 'within4hWeekShare'],
  ] as const)(
    'shows the numbers of the headless batch in the table of the %s chart',
    async (id, series) => {
      expect(await medianCells(`${id}-table`)).toEqual(mediansOf(series));
    },
  );

  it('draws the medians of the headless batch', async () => {
    const fans = expected.fans.filter(({ series }) => series === 'occupancy0800Share');
    for (const fan of fans) {
      const drawn = await drawnMedian(fan.scenario);
      expect(drawn.length).toBe(fan.p50.length);
      // A tenth of a pixel is about 0.0001 of the share.
      const off = fan.p50.map((share, day) => Math.abs(drawn[day] - share));
      expect(Math.max(...off)).toBeLessThan(0.001);
    }
  });

  it('draws the beds that each winter needs, and the chance of each day, as the headless batch', async () => {
    const { page } = opened;
    const shown = await page
      .locator('#beds-enough [data-steps]')
      .evaluateAll((curves) => curves.map((curve) => curve.getAttribute('data-steps')));
    const every = DAY_SHARES.indexOf(0.95);
    expect(shown).toEqual(
      expected.singles.map(({ bedsNeeded }) => {
        const needed = bedsNeeded[every];
        const rising = [...new Set(needed)].sort((a, b) => a - b);
        return rising
          .map((beds) => `${beds}:${needed.filter((one) => one <= beds).length}`)
          .join(' ');
      }),
    );
    const chances = await page
      .locator('#exceedance [data-chance]')
      .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('data-chance'))));
    expect(chances).toEqual(expected.singles.flatMap(({ overShare }) => overShare));
  });

  it('moves the marker of beds by keyboard, and keeps a number that is typed within the chart', async () => {
    const { page } = opened;
    const slider = page.getByLabel('Open beds', { exact: true });
    const needed = expected.singles[0].bedsNeeded[DAY_SHARES.indexOf(0.95)];
    await slider.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowLeft'); // beyond the end
    expect(await page.locator('#beds-words li').first().textContent()).toContain('in no winter');
    await page.keyboard.press('End');
    expect(await page.locator('#beds-words li').first().textContent()).toContain('in every winter');
    const middle = Math.round((Math.min(...needed) + Math.max(...needed)) / 2);
    await page.getByLabel('Open beds, as a number').fill(String(middle));
    await page.keyboard.press('Tab');
    const chance = needed.filter((beds) => beds <= middle).length / needed.length;
    expect(await page.locator('#beds-words li').first().textContent()).toContain(
      `${middle} beds would hold ${winterShareText(chance)}`,
    );
    await page.getByLabel('Open beds, as a number').fill('99999');
    await page.keyboard.press('Tab');
    expect(await slider.inputValue()).toBe(await slider.getAttribute('max'));
  });

  it('shows occupied beds of the headless batch when asked', async () => {
    const { page } = opened;
    await page.getByLabel('Beds', { exact: true }).check();
    const rows = await tableRows(page, 'occupancy-table');
    const fans = expected.fans.filter(({ series }) => series === 'bedsOccupied0800');
    expect(rows.map(([, ...cells]) => cells.filter((_, i) => i % 3 === 0))).toEqual(
      rows.map((_, day) => fans.map(({ p50 }) => plainValue(p50[day], 'beds'))),
    );
    await page.getByLabel('% of open beds', { exact: true }).check();
  });

  it('keeps a headline that somebody writes, and marks one whose numbers are not in the results', async () => {
    const { page } = opened;
    expect(await page.locator('#headline .headline-first').textContent()).toBe(
      plainSentence(expected.summary).replace(/([\d)]) %/g, '$1\u00a0%'),
    );
    await page.getByRole('button', { name: 'Edit the headline' }).click();
    await page
      .getByLabel('Headline', { exact: true })
      .fill('Discharge to Assess keeps 181.5 days under 92 %.');
    await page.getByText('The results do not hold this number: 181.5.').waitFor();
    await page.getByRole('button', { name: 'Keep this headline' }).click();
    expect(await page.locator('#headline-problem').textContent()).toContain('181.5');
    await page.getByRole('button', { name: 'Go back to the automatic headline' }).click();
    expect(await page.locator('#headline-problem').count()).toBe(0);
  });

  it('says in words when the median is over 92 %', async () => {
    const fan = expected.fans.find(({ series }) => series === 'occupancy0800Share');
    const over = fan?.dates.filter((_, day) => fan.p50[day] > 0.92) ?? [];
    const words = await opened.page.locator('#occupancy .card-words li').first().textContent();
    const days = fan?.dates.length;
    expect(words).toContain(
      over.length === days ? `on all ${days} days` : `on ${over.length} of ${days} days`,
    );
  });

  it('keeps to its policy: no error, and nothing asked of another origin', () => {
    expect(opened.misdeeds).toEqual([]);
  });
});

/** Every outcome and difference in the table of the page is that of the headless batch. */
async function allOutcomesAgree(): Promise<void> {
  const more = opened.page.getByRole('button', { name: /^Show all \d+ outcomes/ });
  if ((await more.count()) > 0) await more.click();
  const rows = await tableRows(opened.page, 'outcome-table');
  const { scenarios, differences } = expected.summary;
  const wanted = outcomesShown(expected.summary, false).map(({ key, label, unit }) => [
    label,
    ...scenarios.map(({ outcomes }, i) => {
      const change = differences[i - 1]?.outcomes[key];
      const difference = change === undefined ? '' : differenceText(change, outcomeOf(key));
      return estimateText(outcomes[key], unit) + difference;
    }),
  ]);
  expect(rows.length).toBe(wanted.length);
  rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      expect(cell.startsWith(wanted[r][c]), `${cell} begins with ${wanted[r][c]}`).toBe(true);
    });
  });
}

/** The medians in the table of a chart, a row for each day. */
async function medianCells(id: string): Promise<string[][]> {
  const rows = await tableRows(opened.page, id);
  const count = expected.summary.scenarios.length;
  return rows.map(([, ...cells]) => cells.filter((_, i) => i % (cells.length / count) === 0));
}

/** The medians of the headless batch as they are written. */
function mediansOf(series: 'occupancy0800Share' | 'within4hWeekShare'): string[][] {
  const fans = expected.fans.filter((fan) => fan.series === series);
  return fans[0].dates.map((_, day) => fans.map(({ p50 }) => plainValue(p50[day], 'share')));
}

/** Reads a median back out of its path, by the ticks of the value axis of its chart. */
function drawnMedian(scenario: string): Promise<number[]> {
  return opened.page.locator('#occupancy .panels svg').evaluateAll((charts, name) => {
    for (const chart of charts) {
      const lines = [...chart.querySelectorAll('[data-series]')];
      const own = lines[lines.length - 1];
      if (own?.getAttribute('data-scenario') !== name) continue;
      const ticks = [...chart.querySelectorAll('[data-tick]')].map((tick) => ({
        value: Number(tick.getAttribute('data-tick')),
        y: Number(
          tick
            .querySelector('path')
            ?.getAttribute('d')
            ?.match(/,([\d.]+)/)?.[1],
        ),
      }));
      const [a, b] = [ticks[0], ticks[ticks.length - 1]];
      const path = own.querySelector('path')?.getAttribute('d') ?? '';
      return [...path.matchAll(/[ML][\d.]+,([\d.]+)/g)].map(
        ([, y]) => a.value + ((Number(y) - a.y) / (b.y - a.y)) * (b.value - a.value),
      );
    }
    return [];
  }, scenario);
}
