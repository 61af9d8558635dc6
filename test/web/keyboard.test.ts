// test/web/keyboard.test.ts: the page by keyboard alone, and without motion: every stop of Tab is in order
// and can be seen, none holds the focus; plans are chosen, run and read; nothing moves for who asks so.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeAll } from './axe.js';
import { ADDRESSES, goTo, goToAddress } from './form.js';
import { openWatched } from './site.js';
import { tabTo, walk } from './stops.js';
import { SMALL, WIDE, worked } from './worked.js';

const WANTED = { ...SMALL, seed: 'by keyboard' };
/** Fewer stops than the header, a link and the footer have would mean that nothing was looked at. */
const STOPS_LEAST = 10;
const SOON = { timeout: 10_000 };

const at = worked(WANTED);

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

describe('each page by Tab', () => {
  it.each(ADDRESSES)(
    '%s: each stop is visible, in the order of the page, and none holds the focus',
    async (address) => {
      await goToAddress(at.page, address);
      await closeAll(at.page);
      const { met, count } = await walk(at.page);
      expect(count).toBeGreaterThanOrEqual(STOPS_LEAST);
      expect(met).toEqual(numbers(count));
      await at.page.keyboard.press('Tab'); // and out of the page
      expect(await at.page.evaluate(() => document.activeElement === document.body)).toBe(true);
    },
  );

  it('what is presented, which Escape ends, with the focus where it began', async () => {
    await goTo(at.page, 'Compare');
    await at.page.getByRole('button', { name: 'Present' }).focus();
    await at.page.keyboard.press('Enter');
    await at.page.locator('.present-bar').waitFor();
    const { met, count } = await walk(at.page);
    expect(met).toEqual(numbers(count));
    await at.page.keyboard.press('Escape');
    await at.page.locator('.present-bar').waitFor({ state: 'detached' });
    // The focus goes back once the page is drawn without the bar.
    await expect
      .poll(() => at.page.evaluate(() => document.activeElement?.textContent), SOON)
      .toBe('Present');
  });
});

describe('the keyboard alone', () => {
  it('chooses, runs, and reaches tables that scroll, with the focus always visible', async () => {
    const { page: keys, misdeeds } = await openWatched(at.site, { viewport: WIDE });
    await keys.goto(`${at.site.url}#/scenarios`);
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
    expect(misdeeds).toEqual([]);
    await keys.context().close();
  });
});

/** What moves on the page that is shown, by its style or by a program. */
function moving(of: Page): Promise<string[]> {
  return of.evaluate(() => {
    const found = document.getAnimations().map(() => 'an animation');
    const isLong = (times: string): boolean =>
      times.split(',').some((time) => Number.parseFloat(time) > 0);
    const parts = [...document.querySelectorAll('header, main, footer')].flatMap((part) => [
      ...part.querySelectorAll('*'),
    ]);
    for (const one of [document.documentElement, document.body, ...parts]) {
      if (!one.checkVisibility() && one !== document.documentElement) continue;
      for (const pseudo of [undefined, '::before', '::after']) {
        const style = getComputedStyle(one, pseudo);
        const moves =
          (isLong(style.transitionDuration) && style.transitionProperty !== 'none') ||
          (isLong(style.animationDuration) && style.animationName !== 'none') ||
          style.scrollBehavior === 'smooth';
        if (moves) found.push(`${one.tagName}.${one.getAttribute('class')}${pseudo ?? ''}`);
      }
    }
    return [...new Set(found)];
  });
}

describe('nothing moves for who asks for reduced motion', () => {
  beforeAll(() => at.page.emulateMedia({ reducedMotion: 'reduce' }));
  afterAll(() => at.page.emulateMedia({ reducedMotion: 'no-preference' }));

  it.each(ADDRESSES)('on %s', async (address) => {
    await goToAddress(at.page, address);
    expect(await moving(at.page)).toEqual([]);
  });
});

it('nothing of this breaks the policy or asks another origin', () => {
  expect(at.opened.misdeeds).toEqual([]);
});
