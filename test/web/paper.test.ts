// test/web/paper.test.ts: every page on paper: nothing to press, no address behind a link, charts whole
// and as wide as the paper, tables whole, no white words, and of the board pack one message a page.

import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ADDRESSES, goToAddress } from './form.js';
import { cutOff } from './layout.js';
import { worked } from './worked.js';

/** As many scenarios as there may be: they take the most room. */
const WANTED = {
  system: 'lister-2017-18',
  winter: 'flu-2017-18',
  plans: [
    'discharge-to-assess',
    'escalation-beds-24',
    'frailty-in-reach-70h',
    'sdec-14h',
    'seven-day-discharge',
  ],
  replications: 2,
  seed: 'on paper',
};
/** A4 at 96 px an inch between the margins of the style. */
const PORTRAIT = { width: 702, height: 1032 };
const LANDSCAPE = { width: 1046, height: 718 };

const at = worked(WANTED);

beforeAll(async () => {
  await goToAddress(at.page, 'compare');
  await at.page.getByRole('button', { name: /^Show all \d+ outcomes/ }).click();
});

/** The page that is shown as it goes to a printer. */
async function print(size: { width: number; height: number }): Promise<void> {
  await at.page.setViewportSize(size);
  await at.page.emulateMedia({ media: 'print' });
  await at.page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await at.page.waitForTimeout(200);
}

afterEach(async () => {
  await at.page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await at.page.emulateMedia({ media: 'screen' });
  await at.page.setViewportSize({ width: 1280, height: 900 });
});

/** What is seen on paper and should not be, by what is wrong with it. */
function blots(of: Page, size: { width: number; height: number }): Promise<string[]> {
  return of.evaluate(({ width, height }) => {
    const found: string[] = [];
    const shown = (selector: string) =>
      [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
    const say = (what: string, one: Element) =>
      found.push(`${what}: ${(one.textContent || one.className).toString().slice(0, 60)}`);
    for (const one of shown('button, .nhsuk-button, nav, .nhsuk-skip-link')) say('pressed', one);
    for (const one of shown('a[href^="#"]'))
      if (getComputedStyle(one, '::after').content.includes('Link')) say('address', one);
    for (const one of shown('svg.chart')) {
      const box = one.getBoundingClientRect();
      if (box.right > width + 1 || box.left < -1) say('too wide', one);
      if (box.height > height) say('too high', one);
    }
    for (const one of shown('.card-figure')) {
      // What is longer than a page is split between its charts, which are whole.
      const card = one.closest(':is(.results, #page-history) .card');
      const isLong = card?.matches('#waits, #exceedance, :has(.day-story)') === true;
      const whole = [...one.querySelectorAll('svg.chart'), ...(isLong ? [] : [one, card ?? one])];
      if (whole.some((part) => getComputedStyle(part).breakInside !== 'avoid'))
        say('may be split', one);
    }
    for (const one of shown('.table-scroll'))
      if (one.scrollHeight > one.clientHeight + 2) say('cut table', one);
    for (const one of shown('main *')) {
      const [red, green, blue] = getComputedStyle(one).color.match(/\d+/g) ?? [];
      const isWhite = [red, green, blue].every((part) => Number(part) > 200);
      const hasWords = [...one.childNodes].some(
        (child) => child.nodeType === Node.TEXT_NODE && child.textContent?.trim() !== '',
      );
      // Within a chart grounds are drawn; elsewhere printers leave them out.
      if (isWhite && hasWords && one.closest('svg') === null) say('white', one);
    }
    return found;
  }, size);
}

describe('on paper', () => {
  it.each(ADDRESSES.filter((address) => address !== 'board-pack'))('%s', async (address) => {
    await goToAddress(at.page, address);
    await print(PORTRAIT);
    expect(await blots(at.page, PORTRAIT)).toEqual([]);
    expect(await cutOff(at.page)).toEqual([]);
  });

  it('Compare has its headline, and charts as wide as A4', async () => {
    await goToAddress(at.page, 'compare');
    await print(PORTRAIT);
    expect(await at.page.locator('#headline').isVisible()).toBe(true);
    expect(await at.page.locator('.judgement-worse').count()).toBeGreaterThan(0); // white on the screen
    const widths = await at.page
      .locator('#four-hour svg')
      .evaluateAll((charts) => charts.map((chart) => Number(chart.getAttribute('width'))));
    expect(new Set(widths)).toEqual(new Set([700]));
  });

  it('each page of the board pack holds all of its message', async () => {
    await goToAddress(at.page, 'board-pack');
    await at.page.getByLabel(/^Include: In this winter/).check({ force: true });
    await print(LANDSCAPE);
    expect(await blots(at.page, LANDSCAPE)).toEqual([]);
    expect(await cutOff(at.page)).toEqual([]);
    const full = await at.page.locator('.pack-page').evaluateAll((pages) =>
      pages.flatMap((one) => {
        const foot = one.querySelector('.pack-foot')?.getBoundingClientRect();
        const parts = [...one.querySelectorAll('svg, p, li, td')].filter((part) =>
          part.checkVisibility(),
        );
        const bottom = Math.max(...parts.map((part) => part.getBoundingClientRect().bottom));
        const room = Math.round((foot?.top ?? 0) - bottom);
        return room < 0 ? [`${one.getAttribute('data-slide')}: ${-room} px too high`] : [];
      }),
    );
    expect(full).toEqual([]);
  });
});

it('nothing of this breaks the policy or asks another origin', () => {
  expect(at.opened.misdeeds).toEqual([]);
});
